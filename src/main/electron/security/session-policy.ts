import type { Session } from 'electron';
import type { Log } from '../../platform/log/log.ts';
import { isOwnUrl, parseUrl } from './app-url.ts';
import { schemeAndHost } from './navigation-policy.ts';

/** The one permission given: copying text the person asked to copy. */
const GRANTED = 'clipboard-sanitized-write';

export function isPermitted(permission: string, origin: string): boolean {
  return permission === GRANTED && isOwnUrl(origin);
}

interface RequestRules {
  readonly hasDevTools: boolean;
  /** Origin of the development server's socket, when there is one. */
  readonly devSocket: string | null;
}

/** Whether a request may leave the page: the application asks nothing of any network. */
export function isOwnRequest(text: string, { hasDevTools, devSocket }: RequestRules): boolean {
  if (isOwnUrl(text)) return true;
  const url = parseUrl(text);
  if (url === null) return false;
  if (url.protocol === 'data:') return true;
  if (url.protocol === 'devtools:') return hasDevTools;
  return devSocket !== null && `${url.protocol}//${url.host}` === devSocket;
}

/** For every session there is or will be: no permission, no device, no download, no request off our origin. */
export function applySessionPolicy(session: Session, rules: RequestRules, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
    const isGranted = isPermitted(permission, requestingUrl);
    if (!isGranted) log.warn('permission.refused', { permission });
    answer(isGranted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => isPermitted(permission, origin));
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // A device chooser with no listener refuses by itself, save Bluetooth pairing, which would show a system dialog.
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  // Its dictionaries come from the network.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('download.refused');
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !isOwnRequest(url, rules);
    if (cancel) log.warn('request.refused', { target: schemeAndHost(url) });
    answer({ cancel });
  });
}
