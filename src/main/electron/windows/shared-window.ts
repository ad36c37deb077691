import { BrowserWindow, nativeTheme, screen, type Display, type Rectangle, type WebContents } from 'electron';
import type { SharedFrame } from '../../../shared/contract/shared-view.contract.ts';
import type { Log } from '../../platform/log/log.ts';
import { SHARED_URL } from '../security/app-url.ts';
import type { PersonWindow } from '../shared-screen.ts';
import { SHARED_PARTITION, windowOptions } from './window-options.ts';

interface SharedWindowOptions {
  readonly preload: string;
  /** The window of the advisor: it keeps the keyboard. */
  readonly beside: BrowserWindow;
  readonly hasDevTools: boolean;
  readonly trust: (contents: WebContents) => void;
  readonly mayReload: () => boolean;
  readonly onClosed: () => void;
  readonly log: Log;
}

const SMALLEST = { width: 400, height: 320 } as const;
/** Beside the work, where there is one screen only. */
const BESIDE = { width: 900, height: 680 } as const;

/** The whole of the first display that is not the advisor's; null where there is none. */
export function otherDisplay<D extends Pick<Display, 'id'>>(displays: readonly D[], own: D): D | null {
  return displays.find(({ id }) => id !== own.id) ?? null;
}

/** In a corner of the only display: the work stays in sight. */
export function besideIn({ x, y, width, height }: Rectangle): Rectangle {
  const size = { width: Math.min(BESIDE.width, width), height: Math.min(BESIDE.height, height) };
  return { x: x + width - size.width, y: y + height - size.height, ...size };
}

/** Opens the person's window, full on the other display where there is one, without taking the keyboard. */
export function openSharedWindow(options: SharedWindowOptions): PersonWindow {
  const { preload, beside, hasDevTools, trust, mayReload, onClosed, log } = options;
  const own = screen.getDisplayMatching(beside.getBounds());
  const other = otherDisplay(screen.getAllDisplays(), own);
  const bounds = other === null ? besideIn(own.workArea) : other.workArea;
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow({
    ...windowOptions({ preload, isDark, hasDevTools, bounds, partition: SHARED_PARTITION }),
    ...{ minWidth: SMALLEST.width, minHeight: SMALLEST.height },
  });
  const contents = window.webContents;
  trust(contents);
  window.setMenuBarVisibility(false);
  window.on('page-title-updated', (event) => event.preventDefault());
  // One page, which leads nowhere.
  contents.on('will-navigate', (event) => event.preventDefault());
  // The keys that stop it from the advisor's window stop it here too: no message of the page is needed.
  contents.on('before-input-event', (event, { type, key }) => {
    if (type !== 'keyDown' || (key !== 'F9' && key !== 'Escape')) return;
    event.preventDefault();
    window.close();
  });
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('sharedWindow.crashed', { reason, exitCode });
    if (mayReload()) contents.reload();
    else window.close();
  });
  window.once('ready-to-show', () => {
    const hadFocus = beside.isFocused();
    window.showInactive();
    if (other !== null) window.maximize();
    if (hadFocus) beside.focus();
  });
  // Its display was unplugged: it would come over the work of the advisor.
  const onDisplayRemoved = (_event: unknown, { id }: Display): void => {
    if (id === other?.id) window.close();
  };
  screen.on('display-removed', onDisplayRemoved);
  window.once('closed', () => {
    screen.off('display-removed', onDisplayRemoved);
    onClosed();
  });
  window.loadURL(SHARED_URL).catch((error: unknown) => log.error('sharedWindow.notLoaded', { reason: String(error) }));
  return {
    send(frame: SharedFrame) {
      if (!window.isDestroyed()) contents.send('vav:shared', frame);
    },
    close() {
      if (!window.isDestroyed()) window.close();
    },
  };
}
