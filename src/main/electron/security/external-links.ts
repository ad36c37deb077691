import { dialog, shell, type BrowserWindow } from 'electron';
import allowedHosts from '../../../../resources/allowed-hosts.json' with { type: 'json' };
import type { Log } from '../../platform/log/log.ts';
import type { ShellWords } from '../shell-words.ts';
import { parseUrl } from './app-url.ts';

export type Departure = 'opened' | 'declined' | 'refused';

/**
 * The address, as the browser will be given it, when its host is one of the publishers we cite (or below one), over
 * https, without anything that makes an address look like another.
 */
export function allowedAddress(text: string, hosts: readonly string[]): string | null {
  const url = parseUrl(text);
  if (url === null || url.protocol !== 'https:') return null;
  // `https://france-travail.fr@evil.example/` goes to evil.example.
  if (url.username !== '' || url.password !== '' || url.port !== '') return null;
  const isAllowed = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return isAllowed ? url.href : null;
}

interface Leaving {
  readonly window: () => BrowserWindow | null;
  readonly words: () => ShellWords;
  readonly log: Log;
}

/** The only door to the browser: the page asks, the person decides. */
export function makeOpenLink({ window, words, log }: Leaving): (text: string) => Promise<Departure> {
  return async (text) => {
    const address = allowedAddress(text, allowedHosts.hosts);
    if (address === null) {
      log.warn('link.refused');
      return 'refused';
    }
    const { leave } = words();
    const question = {
      type: 'question' as const,
      message: leave.message,
      detail: address,
      buttons: [leave.open, leave.stay],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    };
    const parent = window();
    const { response } = await (parent ? dialog.showMessageBox(parent, question) : dialog.showMessageBox(question));
    if (response !== 0) return 'declined';
    await shell.openExternal(address);
    return 'opened';
  };
}
