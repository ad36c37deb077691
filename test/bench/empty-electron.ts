/** A window with one field and nothing else, on the same Electron: what a start and a memory are compared with. */
import fs from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';

/** Writes the application of one empty window; the answer is the folder to launch. */
export function writeEmptyApp(folder: string): string {
  const app = path.join(folder, 'empty');
  fs.mkdirSync(app);
  fs.writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }));
  fs.writeFileSync(
    path.join(app, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadURL('data:text/html,<input>'));
app.on('window-all-closed', () => app.quit());
`,
  );
  return app;
}

/**
 * Starts an application until it shows a field that takes what is typed: in the same way for both, without what tests
 * wait for beside.
 */
export async function launchToField(app: string, args: readonly string[] = []): Promise<ElectronApplication> {
  const electron = await _electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'] ?? '',
    args: [...(JSON.parse(process.env['VAV_ELECTRON_FLAGS'] ?? '[]') as string[]), app, ...args],
    chromiumSandbox: true,
  });
  const page = await electron.firstWindow();
  await page.getByRole('textbox').first().waitFor();
  return electron;
}
