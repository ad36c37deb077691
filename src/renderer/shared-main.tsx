import '@fontsource-variable/inter/wght.css';
import './ui/theme.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { createI18n } from './i18n/i18n.ts';
import { installNonce } from './platform/nonce.ts';
import { installTrustedTypes } from './platform/trusted-types.ts';
import { SharedWindow } from './screens/shared-view/shared-window.tsx';

installTrustedTypes();
installNonce();
createI18n();

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<SharedWindow />);
