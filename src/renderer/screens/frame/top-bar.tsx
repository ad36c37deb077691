import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { employerBySiret } from '../../features/employer/employer.queries.ts';
import { go, lastEmployersLocation, step, useHistoryState, useLocation } from '../../platform/location.ts';
import { TextButton } from '../../ui/button.tsx';

function BackButton() {
  const { t } = useTranslation();
  const { canBack } = useHistoryState();
  if (!canBack) return null;
  return (
    <button
      type="button"
      className="back-button"
      aria-label={t('frame.back')}
      title={t('frame.backKeys')}
      onClick={() => step(-1)}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M9 2.5 4.5 7 9 11.5" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
    </button>
  );
}

function Steps() {
  const { t } = useTranslation();
  const location = useLocation();
  const siret = location.screen === 'employer' ? location.siret : '';
  const { data: employer } = useQuery({ ...employerBySiret(siret), enabled: siret !== '' });
  if (location.screen !== 'employer') {
    return (
      <div className="breadcrumb-steps">
        <span>{t(`screens.${location.screen}`)}</span>
      </div>
    );
  }
  return (
    <div className="breadcrumb-steps">
      <TextButton onClick={() => go(lastEmployersLocation())}>{t('screens.employers')}</TextButton>
      <span aria-hidden="true">›</span>
      <span>{employer?.name ?? t('screens.employer')}</span>
    </div>
  );
}

export function TopBar({ isDemonstration }: { readonly isDemonstration: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="top-bar" role="banner">
      <div className="breadcrumb">
        <BackButton />
        <Steps />
      </div>
      {isDemonstration ? <span className="demo-mark">{t('frame.demonstration')}</span> : null}
    </div>
  );
}
