import { useCallback, useEffect } from 'react';
import type { AccessStatus, Account, AccountRole } from '../shared/domain/access/access.schema.ts';
import type { WorkspaceStatus } from '../shared/domain/workspace/workspace.schema.ts';
import { NoteGuard } from './features/guard/note-guard.tsx';
import { ErrorBoundary } from './platform/error-boundary.tsx';
import { forgetEverybody } from './platform/forgetting.ts';
import { useHalfTyped } from './platform/half-typed.ts';
import { HOME, type Location, useLocation, useLocationPart } from './platform/location.ts';
import { AboutScreen } from './screens/about/about-screen.tsx';
import { CaseFileScreen } from './screens/case-file/case-file-screen.tsx';
import { DayScreen } from './screens/day/day-screen.tsx';
import { DataScreen } from './screens/data/data-screen.tsx';
import { EmployerScreen } from './screens/employer/employer-screen.tsx';
import { EmployersScreen } from './screens/employers/employers-screen.tsx';
import { Frame } from './screens/frame/frame.tsx';
import { MeetingScreen } from './screens/meeting/meeting-screen.tsx';
import { PortfolioScreen } from './screens/portfolio/portfolio-screen.tsx';
import { SharedScreen } from './screens/shared-view/shared-screen.tsx';
import { useSharedFollowing } from './screens/shared-view/use-shared-following.ts';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { SupervisionScreen } from './screens/supervision/supervision-screen.tsx';
import { ErrorState } from './ui/error-state.tsx';

/** Case files are an advisor's; a supervisor who comes to one of their screens is shown the counts. */
function allowed(location: Location, role: AccountRole): Location {
  const isOfCases = ['day', 'portfolio', 'caseFile', 'meeting'].includes(location.screen);
  if (role === 'supervisor' && isOfCases) return { screen: 'supervision' };
  if (role === 'advisor' && location.screen === 'supervision') return HOME;
  return location;
}

interface ScreenProps {
  readonly status: WorkspaceStatus;
  readonly role: AccountRole;
}

/** It alone follows where one is: a letter typed in a search draws the screen again, and not what is around it. */
function CurrentScreen({ status, role }: ScreenProps) {
  const location = allowed(useLocation(), role);
  const { manifest } = status;
  switch (location.screen) {
    case 'day':
      return <DayScreen view={location.view ?? null} />;
    case 'portfolio':
      return <PortfolioScreen view={location.view ?? null} />;
    case 'caseFile':
      return (
        <CaseFileScreen
          key={location.caseId}
          caseId={location.caseId}
          tab={location.tab}
          begun={location.begun ?? null}
        />
      );
    case 'meeting':
      return <MeetingScreen key={location.caseId} caseId={location.caseId} step={location.step} />;
    case 'supervision':
      return <SupervisionScreen />;
    case 'employers':
      return <EmployersScreen manifest={manifest} />;
    case 'employer':
      return (
        <EmployerScreen
          key={location.siret}
          siret={location.siret}
          from={location.from}
          isComputingOff={location.isComputingOff === true}
          manifest={manifest}
        />
      );
    case 'data':
      return <DataScreen status={status} />;
    case 'settings':
      return <SettingsScreen />;
    case 'about':
      return <AboutScreen manifest={manifest} />;
  }
}

interface OpenWindowProps {
  readonly status: WorkspaceStatus;
  readonly access: AccessStatus;
  readonly account: Account;
}

/** The person may look: what is around the screens is not there, and neither are they. */
function SharedHere() {
  const location = useLocation();
  return location.screen === 'meeting' ? (
    <SharedScreen key={location.caseId} caseId={location.caseId} step={location.step} />
  ) : null;
}

/** Somebody has unlocked: the screens, in their frame. */
function OpenWindow({ status, access, account }: OpenWindowProps) {
  const { id, role } = account;
  const screen = useLocationPart(useCallback((location) => allowed(location, role).screen, [role]));
  // Another workspace may open without a word of who was there: whoever leaves takes what was remembered of their files.
  useEffect(() => forgetEverybody, [id]);
  useHalfTyped(id);
  useSharedFollowing();
  const look = useLocationPart((location) =>
    location.screen === 'meeting' && location.isShared ? 'person' : 'advisor',
  );
  if (look === 'person') return <SharedHere />;
  return (
    <NoteGuard>
      <Frame status={status} access={access} account={account} screen={screen}>
        <ErrorBoundary
          resetKey={screen}
          fallback={(reset) => (
            <div className="page">
              <ErrorState error={null} onRetry={reset} />
            </div>
          )}
        >
          <CurrentScreen status={status} role={role} />
        </ErrorBoundary>
      </Frame>
    </NoteGuard>
  );
}

/** For the page that loads the screens after itself. */
export function openWindow(props: OpenWindowProps) {
  return <OpenWindow {...props} />;
}
