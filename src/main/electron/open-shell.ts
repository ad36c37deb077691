import { app, clipboard, dialog, Menu, session, type BrowserWindow } from 'electron';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CoreStart } from '../core-protocol.ts';
import type { Log } from '../platform/log/log.ts';
import { startCore } from './core-client.ts';
import { registerDrops } from './ipc/dropped-folders.ts';
import { publishEvent } from './ipc/publish-events.ts';
import { registerCalls } from './ipc/register-calls.ts';
import { makeShellCalls } from './ipc/shell-calls.ts';
import { makeClipboardLoan } from './clipboard-loan.ts';
import { makeRestartBudget } from './restart-budget.ts';
import { makeSaveTable } from './save-table.ts';
import { serveApp } from './security/app-protocol.ts';
import type { DevServer } from './security/dev-server.ts';
import { makeOpenLink } from './security/external-links.ts';
import { makeTrustedSenders } from './security/trusted-senders.ts';
import { makeShellSettings } from './shell-settings.ts';
import { appMenu } from './windows/app-menu.ts';
import { openMainWindow } from './windows/main-window.ts';
import { PARTITION } from './windows/window-options.ts';

/** Where the build put the files the shell starts. */
export interface BuiltFiles {
  readonly coreWorker: string;
  readonly preload: string;
  /** Folder of the interface. */
  readonly renderer: string;
}

interface Start {
  readonly files: BuiltFiles;
  readonly dataDir: string;
  readonly dev: DevServer | null;
  readonly log: Log;
}

/** Once Chromium is ready: the core, the calls, the window, and how all of it ends. */
export function openShell({ files, dataDir, dev, log }: Start): BrowserWindow {
  const now = (): number => performance.now();
  const hasDevTools = !app.isPackaged;
  const settings = makeShellSettings();
  let window: BrowserWindow | null = null;
  const currentWindow = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);

  const giveUp = (): void => {
    const { title, content } = settings.words().stopped;
    dialog.showErrorBox(title, content);
    // When it is the page that gave up, the core is well and has files to close.
    void core.close().finally(() => {
      app.exit(1);
    });
  };
  const clipboardLoan = makeClipboardLoan(clipboard);
  const publish: Parameters<typeof startCore>[0]['publish'] = (event) => {
    settings.hear(event);
    clipboardLoan.hear(event);
    publishEvent(currentWindow()?.webContents ?? null, event);
  };
  const start = (): Worker => new Worker(files.coreWorker, { workerData: coreStart(dataDir, dev) });
  const core = startCore({ start, publish, mayRestart: makeRestartBudget(now), giveUp, log });
  void settings.load(core);

  const senders = makeTrustedSenders();
  const openLink = makeOpenLink({ window: currentWindow, words: settings.words, log });
  const chooseFolder = (): Promise<string | null> => askForFolder(currentWindow(), settings.words().chooseFolder);
  const saveTable = makeSaveTable({ window: currentWindow, words: settings.words });
  const shellCalls = makeShellCalls({
    core,
    chooseFolder,
    openLink,
    saveTable,
    lend: (text, seconds) => clipboardLoan.lend(text, seconds),
    now,
  });
  registerCalls({ senders, core, shellCalls, log });
  registerDrops({ senders, core, publish, log });

  Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(hasDevTools)));
  serveApp(session.fromPartition(PARTITION), files.renderer, dev);
  const mayReload = makeRestartBudget(now);
  window = openMainWindow({ preload: files.preload, dataDir, hasDevTools, mayReload, giveUp, log });
  senders.trust(window.webContents);

  // Windows are closed by now. The core still has files to close: wait for it, then leave with its blessing.
  app.on('will-quit', (event) => {
    event.preventDefault();
    void Promise.all([clipboardLoan.end(), core.close()]).finally(() => app.exit(0));
  });
  return window;
}

function coreStart(dataDir: string, dev: DevServer | null): CoreStart {
  // Packaged, resources lie beside app.asar: SQLite and workers want real files.
  const resourcesDir = app.isPackaged
    ? path.join(process.resourcesPath, 'data')
    : path.join(app.getAppPath(), 'resources');
  return {
    dataDir,
    resourcesDir,
    checksOutput: dev !== null,
    versions: { app: app.getVersion(), electron: process.versions.electron },
  };
}

async function askForFolder(
  parent: BrowserWindow | null,
  { title, button }: { readonly title: string; readonly button: string },
): Promise<string | null> {
  const options = { title, buttonLabel: button, properties: ['openDirectory' as const] };
  const { canceled, filePaths } = await (parent
    ? dialog.showOpenDialog(parent, options)
    : dialog.showOpenDialog(options));
  return canceled ? null : (filePaths[0] ?? null);
}
