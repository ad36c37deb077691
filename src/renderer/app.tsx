import { createTheme, MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../shared/domain/settings/settings.schema.ts';
import type { WorkspaceStatus } from '../shared/domain/workspace/workspace.schema.ts';
import { DEFAULT_SETTINGS_SHOWN } from './features/settings/choices.ts';
import { settingsQuery, useSettingsEvents } from './features/settings/settings.queries.ts';
import { useWorkspaceEvents, workspaceStatus } from './features/workspace/workspace.queries.ts';
import { applyLanguage } from './i18n/i18n.ts';
import { ErrorBoundary } from './platform/error-boundary.tsx';
import { useLocation } from './platform/location.ts';
import { styleNonce } from './platform/nonce.ts';
import { AboutScreen } from './screens/about/about-screen.tsx';
import { DataScreen } from './screens/data/data-screen.tsx';
import { EmployerScreen } from './screens/employer/employer-screen.tsx';
import { EmployersScreen } from './screens/employers/employers-screen.tsx';
import { Frame } from './screens/frame/frame.tsx';
import { PreparationScreen } from './screens/preparation/preparation-screen.tsx';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';
import { ErrorState } from './ui/error-state.tsx';

const theme = createTheme({
  fontFamily: "'Inter Variable', 'DejaVu Sans', sans-serif",
  respectReducedMotion: true,
  components: {
    Popover: { defaultProps: { transitionProps: { duration: 80 }, unstyled: false } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 100 } } },
  },
});

/** Language, theme and text size act on the document as a whole. */
function useAppliedSettings(): { readonly settings: Settings; readonly isDark: boolean } {
  const settings = useQuery(settingsQuery).data ?? DEFAULT_SETTINGS_SHOWN;
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false });
  useLayoutEffect(() => applyLanguage(settings.language), [settings.language]);
  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--zoom', String(settings.zoom / 100));
  }, [settings.zoom]);
  return { settings, isDark: settings.theme === 'system' ? systemIsDark : settings.theme === 'dark' };
}

function Screen({ status }: { readonly status: WorkspaceStatus }) {
  const location = useLocation();
  const { manifest } = status;
  switch (location.screen) {
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

function Window() {
  const { t } = useTranslation();
  const { screen } = useLocation();
  const settings = useQuery(settingsQuery);
  const { data: status, error, refetch } = useQuery(workspaceStatus);
  useWorkspaceEvents();
  useSettingsEvents();
  if (error !== null) {
    return (
      <main className="page" aria-label={t('frame.trouble')}>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </main>
    );
  }
  if (status === undefined || settings.isPending) return null;
  if (status.preparing !== null && status.manifest === null) return <PreparationScreen progress={status.preparing} />;
  return (
    <Frame status={status}>
      <ErrorBoundary
        resetKey={screen}
        fallback={(reset) => (
          <div className="page">
            <ErrorState error={null} onRetry={reset} />
          </div>
        )}
      >
        <Screen status={status} />
      </ErrorBoundary>
    </Frame>
  );
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
