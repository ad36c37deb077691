import { useTranslation } from 'react-i18next';
import './access.css';

/** Until every guard of real people's data is there (R12). */
export function TrialMark() {
  const { t } = useTranslation();
  return <span className="amber-mark">{t('access.trial')}</span>;
}
