import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccessStatus, Account } from '../../../shared/domain/access/access.schema.ts';
import type { WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { TrialMark } from '../../features/access/trial-mark.tsx';
import { employerBySiret } from '../../features/employer/employer.queries.ts';
import {
  go,
  lastEmployersLocation,
  lastPortfolioLocation,
  type Location,
  type ScreenName,
  step,
  useHistoryState,
  useLocationPart,
} from '../../platform/location.ts';
import { TextButton } from '../../ui/button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { PaletteButton } from './palette-button.tsx';

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

const siretOf = (location: Location): string => (location.screen === 'employer' ? location.siret : '');

/** Where one is. Of a case file it says the kind of screen: the name of the person is in the file itself. */
function Steps({ screen }: { readonly screen: ScreenName }) {
  const { t } = useTranslation();
  const siret = useLocationPart(siretOf);
  const { data: employer } = useQuery({ ...employerBySiret(siret), enabled: siret !== '' });
  const parent =
    screen === 'employer' ? 'employers' : screen === 'caseFile' || screen === 'meeting' ? 'portfolio' : null;
  // The rail says which of its screens this is.
  if (parent === null) return null;
  const goUp = (): void => go(screen === 'employer' ? lastEmployersLocation() : lastPortfolioLocation());
  return (
    <div className="breadcrumb-steps">
      <TextButton onClick={goUp}>{t(`screens.${parent}`)}</TextButton>
      <span aria-hidden="true">›</span>
      <span>{employer?.name ?? t(`screens.${screen}`)}</span>
    </div>
  );
}

interface TopBarProps {
  readonly status: WorkspaceStatus;
  readonly access: AccessStatus;
  readonly account: Account;
  readonly screen: ScreenName;
  readonly onLock: () => void;
  readonly onPalette: () => void;
}

export function TopBar({ status, access, account, screen, onLock, onPalette }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <div className="top-bar" role="banner">
      <div className="breadcrumb">
        <BackButton />
        <PaletteButton onOpen={onPalette} />
        <Steps screen={screen} />
      </div>
      <div className="top-bar-end">
        {status.current === 'demonstration' ? <span className="amber-mark">{t('frame.demonstration')}</span> : null}
        {access.isTrial ? <TrialMark /> : null}
        <AccountMenu account={account} onLock={onLock} />
      </div>
    </div>
  );
}
