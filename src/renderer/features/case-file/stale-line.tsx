import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { TextButton } from '../../ui/button.tsx';
import './stale-line.css';

interface StaleLineProps {
  /** Null where what is shown is fresh. */
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What is shown was asked again and could not be: it stays, and says so. */
export function StaleLine({ error, onRetry }: StaleLineProps) {
  const { t } = useTranslation();
  if (error === null) return null;
  return (
    <p className="stale-line" role="alert">
      {t(`errors.${asApiError(error).code}`)} <TextButton onClick={onRetry}>{t('ui.retry')}</TextButton>
    </p>
  );
}
