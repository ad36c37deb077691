import { createTheme, MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../shared/domain/settings/settings.schema.ts';
import { accessStatus, useOwnLock } from './features/access/access.queries.ts';
import { DEFAULT_SETTINGS_SHOWN } from './features/settings/choices.ts';
import { settingsQuery } from './features/settings/settings.queries.ts';
import { useTryDemonstration, workspaceStatus } from './features/workspace/workspace.queries.ts';
import { applyLanguage } from './i18n/i18n.ts';
import type * as Screens from './open-window.tsx';
import { getReadyToOpen, useFirstQuestions } from './first-questions.ts';
import { announce } from './platform/live-region.tsx';
import { styleNonce } from './platform/nonce.ts';
import { PreparationScreen } from './screens/preparation/preparation-screen.tsx';
import { UnlockScreen } from './screens/unlock/unlock-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';
import { ErrorState } from './ui/error-state.tsx';

const theme = createTheme({
  fontFamily: "'Inter Variable', 'DejaVu Sans', sans-serif",
  respectReducedMotion: true,
  components: {
    // At once: what is typed next is typed in there.
    Popover: { defaultProps: { transitionProps: { duration: 0 }, unstyled: false } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 0 } } },
  },
});

/** Whatever else the page does, what follows the first screen is asked for after so long. */
const IDLE_MS = 200;

/**
 * The screens, which come once the first one is there: nothing of them is needed to type a passphrase. (Not by `lazy`:
 * what it suspends is shown 300 ms later at the earliest, and this is there long before it is needed.)
 */
function useScreens(isFirstThere: boolean): typeof Screens | null {
  const client = useQueryClient();
  const [screens, setScreens] = useState<typeof Screens | null>(null);
  useEffect(() => {
    if (!isFirstThere) return undefined;
    const load = (): void => {
      getReadyToOpen(client);
      void import('./open-window.tsx').then(setScreens);
    };
    const idle = requestIdleCallback(load, { timeout: IDLE_MS });
    return () => cancelIdleCallback(idle);
  }, [client, isFirstThere]);
  return screens;
}

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

function Window() {
  const { t } = useTranslation();
  const settings = useQuery(settingsQuery);
  const workspace = useQuery(workspaceStatus);
  const access = useQuery(accessStatus);
  const tryDemonstration = useTryDemonstration();
  useOwnLock();
  const isFirstThere = workspace.data !== undefined && access.data !== undefined && !settings.isPending;
  const screens = useScreens(isFirstThere);
  useFirstQuestions();
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
  if (session !== null) {
    return screens?.openWindow({ status: workspace.data, access: access.data, account: session }) ?? null;
  }
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
