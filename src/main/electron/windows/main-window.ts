import { BrowserWindow, nativeTheme, screen } from 'electron';
import path from 'node:path';
import type { Log } from '../../platform/log/log.ts';
import { HOME_URL } from '../security/app-url.ts';
import { windowOptions } from './window-options.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

interface MainWindowOptions {
  readonly preload: string;
  /** Where the place of the window is remembered. */
  readonly stateDir: string;
  readonly hasDevTools: boolean;
  /** Whether a page that crashed may be loaded again. */
  readonly mayReload: () => boolean;
  /** Called when it may not. */
  readonly giveUp: () => void;
  readonly log: Log;
}

export function openMainWindow({
  preload,
  stateDir,
  hasDevTools,
  mayReload,
  giveUp,
  log,
}: MainWindowOptions): BrowserWindow {
  const stateFile = path.join(stateDir, 'window-state.json');
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const state = readWindowState(stateFile, workAreas);
  const isDark = nativeTheme.shouldUseDarkColors;
  const window = new BrowserWindow(windowOptions({ preload, isDark, hasDevTools, bounds: state.bounds }));
  window.setMenuBarVisibility(false);
  // The title is what a task bar, a shared screen or a passer-by reads: the page may not put a name in it.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (state.isMaximised) window.maximize();
    window.show();
  });
  window.on('close', () => {
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximised: window.isMaximized() }, log);
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('window.crashed', { reason, exitCode });
    if (mayReload()) window.webContents.reload();
    else giveUp();
  });
  window.loadURL(HOME_URL).catch((error: unknown) => log.error('window.notLoaded', { reason: String(error) }));
  return window;
}

export function bringToFront(window: BrowserWindow | null): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
