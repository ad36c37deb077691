import { createTheme, MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessStatus, Account, AccountRole } from '../shared/domain/access/access.schema.ts';
import type { Settings } from '../shared/domain/settings/settings.schema.ts';
import type { WorkspaceStatus } from '../shared/domain/workspace/workspace.schema.ts';
import { accessStatus, useAccessEvents } from './features/access/access.queries.ts';
import { forgetUnsettledFacts } from './features/case-file/unsettled-facts.ts';
import { NoteGuard } from './features/guard/note-guard.tsx';
import { DEFAULT_SETTINGS_SHOWN } from './features/settings/choices.ts';
import { settingsQuery, useSettingsEvents } from './features/settings/settings.queries.ts';
import { useTryDemonstration, useWorkspaceEvents, workspaceStatus } from './features/workspace/workspace.queries.ts';
import { applyLanguage } from './i18n/i18n.ts';
import { ErrorBoundary } from './platform/error-boundary.tsx';
import { forgetEverybody, onForget } from './platform/forgetting.ts';
import { type Location, useLocation, useLocationPart } from './platform/location.ts';
import { announce } from './platform/live-region.tsx';
import { styleNonce } from './platform/nonce.ts';
import { AboutScreen } from './screens/about/about-screen.tsx';
import { CaseFileScreen } from './screens/case-file/case-file-screen.tsx';
import { DataScreen } from './screens/data/data-screen.tsx';
import { EmployerScreen } from './screens/employer/employer-screen.tsx';
import { EmployersScreen } from './screens/employers/employers-screen.tsx';
import { Frame } from './screens/frame/frame.tsx';
import { PortfolioScreen } from './screens/portfolio/portfolio-screen.tsx';
import { PreparationScreen } from './screens/preparation/preparation-screen.tsx';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { SupervisionScreen } from './screens/supervision/supervision-screen.tsx';
import { UnlockScreen } from './screens/unlock/unlock-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';
import { ErrorState } from './ui/error-state.tsx';

const theme = createTheme({
  fontFamily: "'Inter Variable', 'DejaVu Sans', sans-serif",
  respectReducedMotion: true,
  components: {
    Popover: { defaultProps: { transitionProps: { duration: 80 }, unstyled: false } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 100 } } },
  },
});

// What was typed and never kept is for nobody else.
onForget(forgetUnsettledFacts);

/** Language, theme and text size act on the document as a whole. */
function useAppliedSettings(): { readonly settings: Settings; readonly isDark: boolean } {
  const settings = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  useLayoutEffect(() => {
    applyLanguage(settings.language);
    // What was last said was said in the other language.
    announce('');
  }, [settings.language]);
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--zoom', String(settings.zoom / 100));
  }, [settings.zoom]);
  useLayoutEffect(() => {
    document.documentElement.dataset['density'] = settings.density;
  }, [settings.density]);
  return { settings, isDark: settings.theme === 'system' ? systemIsDark : settings.theme === 'dark' };
}

/** Case files are an advisor's; a supervisor who comes to one of their screens is shown the counts. */
function allowed(location: Location, role: AccountRole): Location {
  const isOfCases = location.screen === 'portfolio' || location.screen === 'caseFile';
  if (role === 'supervisor' && isOfCases) return { screen: 'supervision' };
  if (role === 'advisor' && location.screen === 'supervision') return { screen: 'portfolio' };
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
    case 'portfolio':
      return <PortfolioScreen view={location.view ?? null} />;
    case 'caseFile':
      return <CaseFileScreen key={location.caseId} caseId={location.caseId} tab={location.tab} />;
    case 'supervision':
      return <SupervisionScreen />;
    case 'employers':
      return <EmployersScreen manifest={manifest} />;
    case 'employer':
      return <EmployerScreen key={location.siret} siret={location.siret} from={location.from} manifest={manifest} />;
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

/** Somebody has unlocked: the screens, in their frame. */
function OpenWindow({ status, access, account }: OpenWindowProps) {
  const { id, role } = account;
  const screen = useLocationPart(useCallback((location) => allowed(location, role).screen, [role]));
  // Another workspace may open without a word of who was there: whoever leaves takes what was remembered of their files.
  useEffect(() => forgetEverybody, [id]);
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

function Window() {
  const { t } = useTranslation();
  const settings = useQuery(settingsQuery);
  const workspace = useQuery(workspaceStatus);
  const access = useQuery(accessStatus);
  const tryDemonstration = useTryDemonstration();
  useWorkspaceEvents();
  useSettingsEvents();
  useAccessEvents();
  const failed = [workspace, access].find(({ error }) => error !== null);
  if (failed !== undefined) {
    return (
      <main className="page" aria-label={t('frame.trouble')}>
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </main>
    );
  }
  if (workspace.data === undefined || access.data === undefined || settings.isPending) return null;
  const { session, isCreated } = access.data;
  const { preparing, manifest, available, current } = workspace.data;
  if (session !== null) return <OpenWindow status={workspace.data} access={access.data} account={session} />;
  if (preparing !== null) return <PreparationScreen progress={preparing} />;
  // The demonstration is ready, and its people are about to be: nothing to show for an instant.
  if (!isCreated && current === 'demonstration' && manifest !== null && access.isFetching) return null;
  const isFirstStart = !isCreated && manifest === null && available.length === 0;
  // A demonstration without people: it was stopped before they were written, or dates from before there were any.
  if (isFirstStart || (!isCreated && current === 'demonstration')) {
    return <WelcomeScreen tryDemonstration={tryDemonstration} />;
  }
  return <UnlockScreen status={workspace.data} access={access.data} tryDemonstration={tryDemonstration} />;
}

function ThemedWindow() {
  const { isDark } = useAppliedSettings();
  return (
    <MantineProvider theme={theme} forceColorScheme={isDark ? 'dark' : 'light'} getStyleNonce={styleNonce}>
      <Window />
    </MantineProvider>
  );
}

export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <ThemedWindow />
    </QueryClientProvider>
  );
}
