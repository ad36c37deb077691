import { app, clipboard, dialog, Menu, powerMonitor, session, type BrowserWindow } from 'electron';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { localDateAt } from '../../shared/kernel/local-date.ts';
import type { CoreStart } from '../core-protocol.ts';
import { locateData } from '../platform/files/moved-folder.ts';
import type { Log } from '../platform/log/log.ts';
import { readFirstAnswers } from '../workspace/first-answers.use-cases.ts';
import { startCore } from './core-client.ts';
import { registerDrops } from './ipc/dropped-folders.ts';
import { publishEvent } from './ipc/publish-events.ts';
import { registerCalls } from './ipc/register-calls.ts';
import { registerShared } from './ipc/register-shared.ts';
import { makeShellCalls } from './ipc/shell-calls.ts';
import { makeClipboardLoan } from './clipboard-loan.ts';
import { makeIdleLock, watchActivity } from './idle-lock.ts';
import { makeRestartBudget } from './restart-budget.ts';
import { makeSaveTable } from './save-table.ts';
import { serveApp } from './security/app-protocol.ts';
import type { DevServer } from './security/dev-server.ts';
import { makeOpenLink } from './security/external-links.ts';
import { makeTrustedSenders } from './security/trusted-senders.ts';
import { makeSharedScreen } from './shared-screen.ts';
import { makeShellSettings } from './shell-settings.ts';
import { appMenu } from './windows/app-menu.ts';
import { openMainWindow } from './windows/main-window.ts';
import { openSharedWindow } from './windows/shared-window.ts';
import { PARTITION, SHARED_PARTITION } from './windows/window-options.ts';

/** Where the build put the files the shell starts. */
export interface BuiltFiles {
  readonly coreWorker: string;
  readonly preload: string;
  /** Of the window of the person: it has one of its own, which can do less. */
  readonly sharedPreload: string;
  /** Folder of the interface. */
  readonly renderer: string;
}

interface Start {
  readonly files: BuiltFiles;
  /** The folder that the application starts in, and that says where the data are. */
  readonly startDir: string;
  readonly dataDir: string;
  readonly dev: DevServer | null;
  readonly log: Log;
}

/**
 * What the first screen needs, while Chromium gets ready: the files say it, or the core, which is then started at once.
 * Then `open`, once Chromium is ready: the calls, the window, and how all of it ends.
 */
export function prepareShell({ files, startDir, dataDir, dev, log }: Start): { readonly open: () => BrowserWindow } {
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
    idleLock.hear(event);
    // Before the page of the advisor: what the person sees is gone first.
    shared.hear(event);
    publishEvent(currentWindow()?.webContents ?? null, event);
    // The data are at their new place: the core closes what it has at the old one, and starts again there.
    if (event.name === 'dataFolder.changed' && event.payload.state === 'done') void core.restart();
  };
  const start = (): Worker => new Worker(files.coreWorker, { workerData: coreStart(startDir, dev) });
  const first = readFirstAnswers({ dataDir, startDir });
  const core = startCore({ start, first, publish, mayRestart: makeRestartBudget(now), giveUp, log });
  const idleLock = makeIdleLock({
    clock: { monotonic: now, wall: () => Date.now() },
    minutes: settings.idleMinutes,
    tell: (reason) => publish({ type: 'event', name: 'access.locking', payload: { reason } }),
    lock: () => core.call('access.lock', {}),
    log,
  });

  const personSenders = makeTrustedSenders();
  const mayReloadShared = makeRestartBudget(now);
  const shared = makeSharedScreen({
    core,
    look: settings.look,
    tell: (payload) => publish({ type: 'event', name: 'sharedView.changed', payload }),
    open(onClosed) {
      const beside = currentWindow();
      if (beside === null) throw new Error('The window is gone.');
      return openSharedWindow({
        ...{ preload: files.sharedPreload, beside, hasDevTools, mayReload: mayReloadShared, onClosed, log },
        trust: (contents) => personSenders.trust(contents),
      });
    },
    log,
  });

  const open = (): BrowserWindow => {
    // Before the window, which then has the ground of its theme from its first frame.
    void settings.load(first?.['settings.get'] ?? null, core);

    const senders = makeTrustedSenders();
    const openLink = makeOpenLink({ window: currentWindow, words: settings.words, log });
    const chooseFolder = (): Promise<string | null> => askForFolder(currentWindow(), settings.words().chooseFolder);
    const choosePlace = (): Promise<string | null> => askForFolder(currentWindow(), settings.words().choosePlace);
    const saveTable = makeSaveTable({ window: currentWindow, words: settings.words, today });
    const shellCalls = makeShellCalls({
      core,
      chooseFolder,
      choosePlace,
      openLink,
      saveTable,
      isPaperReady: (paper) => isPaperReady(currentWindow(), paper),
      drawPdf: (scale) => drawPdf(currentWindow(), scale),
      lend: (text, seconds) => clipboardLoan.lend(text, seconds),
      shared,
      now,
    });
    registerCalls({ senders, core, shellCalls, log });
    registerDrops({ senders, core, publish, log });
    registerShared({ senders: personSenders, frame: shared.frame, log });

    Menu.setApplicationMenu(Menu.buildFromTemplate(appMenu(hasDevTools)));
    for (const partition of [PARTITION, SHARED_PARTITION]) {
      serveApp(session.fromPartition(partition), files.renderer, dev);
    }
    const mayReload = makeRestartBudget(now);
    window = openMainWindow({ preload: files.preload, stateDir: startDir, hasDevTools, mayReload, giveUp, log });
    senders.trust(window.webContents);
    watchActivity(window.webContents, powerMonitor, idleLock);
    // A page that is gone says nothing any more, and once it is back it has nobody before it.
    window.webContents.on('render-process-gone', () => shared.pause());
    window.webContents.on('did-start-loading', () => shared.hide());
    window.once('closed', () => shared.hide());

    // Windows are closed by now. The core still has files to close: wait for it, then leave with its blessing.
    app.on('will-quit', (event) => {
      event.preventDefault();
      idleLock.end();
      void Promise.all([clipboardLoan.end(), core.close()]).finally(() => app.exit(0));
    });
    return window;
  };
  return { open };
}

/** Looks at the page itself, from a world of its own: what its scripts say of it is not asked. */
async function isPaperReady(window: BrowserWindow | null, paper: string): Promise<boolean> {
  const code = `document.querySelector('body > [data-paper="${paper}"]') !== null`;
  return (await window?.webContents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code }])) === true;
}

/** Of no preload: theirs are 0 and 999. */
const OWN_WORLD = 1001;

/** What the page has ready for paper: tagged, so that a screen reader reads it; its margins are those of its own sheets. */
async function drawPdf(window: BrowserWindow | null, scale: number): Promise<Uint8Array> {
  if (window === null) throw new Error('The window is gone.');
  return window.webContents.printToPDF({
    ...{ pageSize: 'A4', scale, printBackground: false },
    ...{ generateTaggedPDF: true, generateDocumentOutline: true },
  });
}

/** The day at this workstation, as names of files write it. */
function today(): string {
  return localDateAt(Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** @throws Error when the place of the data is not there any more */
function coreStart(startDir: string, dev: DevServer | null): CoreStart {
  const place = locateData(startDir);
  if (!place.isThere) throw new Error('The data are not there any more.');
  // Packaged, resources lie beside app.asar: SQLite and workers want real files.
  const resourcesDir = app.isPackaged
    ? path.join(process.resourcesPath, 'data')
    : path.join(app.getAppPath(), 'resources');
  return {
    dataDir: place.dataDir,
    startDir,
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
