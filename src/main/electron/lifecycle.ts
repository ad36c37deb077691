import { app, dialog, type BrowserWindow } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { defaultDataDir, thisWorkstation } from '../platform/files/data-dir.ts';
import { locateData } from '../platform/files/moved-folder.ts';
import { fileLog } from '../platform/log/file-log.ts';
import { dataDirArgument } from './arguments.ts';
import { prepareShell, type BuiltFiles } from './open-shell.ts';
import { registerAppScheme } from './security/app-protocol.ts';
import { findDevServer } from './security/dev-server.ts';
import { applyNavigationPolicy } from './security/navigation-policy.ts';
import { applySessionPolicy } from './security/session-policy.ts';
import { shellWords } from './shell-words.ts';
import { bringToFront } from './windows/main-window.ts';

/**
 * From the command line to the window. Synchronous up to `ready`: what is here must be said before Chromium starts,
 * and an ES module that waited for `ready` at its top level would never see it.
 */
export function startShell(files: BuiltFiles): void {
  const startDir = isolate(dataDirArgument(process.argv, process.cwd()) ?? defaultDataDir(thisWorkstation()));
  if (startDir === null) return;
  // One instance per data folder: the lock lies in the profile, which lies in the folder that starts, even when the data
  // were moved to another one that names it.
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }

  // Sandboxes every renderer there may ever be. It would cancel --no-sandbox, without which Chromium does not start as
  // root on Linux: only test machines pass it.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Chromium writes dates in its own fields as its language does: French, whatever the system speaks.
  if (!app.commandLine.hasSwitch('lang')) app.commandLine.appendSwitch('lang', 'fr');
  registerAppScheme();
  // Chromium names the application in a header, and a header with an accent makes Electron refuse our own requests.
  app.userAgentFallback = app.userAgentFallback.replace(/[^\x20-\x7e]/g, '');

  const log = fileLog(path.join(startDir, 'logs'), { now: () => Date.now() });
  const dev = findDevServer(process.env, app.isPackaged);
  const rules = { hasDevTools: !app.isPackaged, devSocket: dev?.socket ?? null };
  app.on('session-created', (session) => applySessionPolicy(session, rules, log));
  app.on('web-contents-created', (_event, contents) => applyNavigationPolicy(contents, log));

  const place = locateData(startDir);
  if (!place.isThere) {
    log.error('shell.dataMissing');
    const { title, content } = shellWords.fr.missingData;
    // Before Chromium is ready, Linux would only write it where nobody reads.
    void app.whenReady().then(() => {
      dialog.showErrorBox(title, content(place.missing, startDir));
      app.exit(1);
    });
    return;
  }

  const shell = prepareShell({ files, startDir, dataDir: place.dataDir, dev, log });
  let window: BrowserWindow | null = null;
  app.on('second-instance', () => bringToFront(window));
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => {
      log.info('shell.ready', { version: app.getVersion(), electron: process.versions.electron });
      window = shell.open();
    })
    .catch((error: unknown) => {
      log.error('shell.notStarted', { stack: error instanceof Error ? (error.stack ?? '') : String(error) });
      app.exit(1);
    });
}

/**
 * The folder that starts: created where there is none, and all that Chromium writes is kept in it. Null when that cannot
 * be, which has then been said.
 */
function isolate(wanted: string): string | null {
  try {
    fs.mkdirSync(wanted, { recursive: true });
    // Two names of one folder are one data folder, and so are a folder and the one that its data were moved to.
    const { startDir } = locateData(fs.realpathSync(wanted));
    const profile = path.join(startDir, 'chromium');
    fs.mkdirSync(profile, { recursive: true });
    app.setPath('userData', profile);
    app.setPath('sessionData', profile);
    return startDir;
  } catch {
    const { title, content } = shellWords.fr.noDataDir;
    dialog.showErrorBox(title, content(wanted));
    app.exit(1);
    return null;
  }
}
