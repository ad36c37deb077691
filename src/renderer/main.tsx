import '@fontsource-variable/inter/wght.css';
import './ui/mantine.css';
import './ui/theme.css';
import './ui/base.css';
import './ui/layers.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createI18n } from './i18n/i18n.ts';
import { installNonce } from './platform/nonce.ts';
import { createQueryClient } from './platform/query-client.ts';
import { installTrustedTypes } from './platform/trusted-types.ts';
// After those of the screens: on paper it has the last word.
import './ui/print.css';

installTrustedTypes();
installNonce();
createI18n();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App client={createQueryClient()} />);
