import type { WebContents } from 'electron';
import type { Log } from '../../platform/log/log.ts';
import { isOwnUrl, parseUrl } from './app-url.ts';

/** For every web contents there is or will be: it stays on our pages, opens nothing, and embeds nothing. */
export function applyNavigationPolicy(contents: WebContents, log: Log): void {
  const stay = (details: { readonly url: string; preventDefault(): void }): void => {
    if (isOwnUrl(details.url)) return;
    details.preventDefault();
    log.warn('navigation.refused', { target: schemeAndHost(details.url) });
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('webview.refused');
  });
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('window.refused', { target: schemeAndHost(url) });
    return { action: 'deny' };
  });
}

/** What a log may hold of a URL: the rest could name a person. */
export function schemeAndHost(text: string): string {
  const url = parseUrl(text);
  return url === null ? 'not a URL' : `${url.protocol}//${url.host}`;
}
