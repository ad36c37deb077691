import '@fontsource-variable/inter/wght.css';
import './ui/mantine.css';
import './ui/theme.css';
import './ui/base.css';
import './ui/layers.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createI18n } from './i18n/i18n.ts';
import { installNonce } from './platform/nonce.ts';
import { askFirst } from './first-questions.ts';
import { createQueryClient } from './platform/query-client.ts';
import { installTrustedTypes } from './platform/trusted-types.ts';
// After those of the screens: on paper it has the last word.
import './ui/print.css';

// Before anything is made: drawn once, in its language, when what it shows is there.
const client = createQueryClient();
const answered = askFirst(client);
installTrustedTypes();
installNonce();
createI18n();

const root = document.getElementById('root');
if (root !== null) void answered.then(() => createRoot(root).render(<App client={client} />));
