import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

/** What the shell does itself: the window and its place, the folder dialog, the keys of a menu nobody sees, the end. */
let dataDir: string;

test.beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-shell-'));
});

test.afterEach(() => {
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const boundsOf = (app: RunningApp): Promise<unknown> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window comes back where it was left, at the size it had', async () => {
  const bounds = { x: 60, y: 40, width: 1100, height: 700 };
  const first = await launchApp({ dataDir });
  await first.electron.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(wanted);
  }, bounds);
  await expect.poll(() => boundsOf(first)).toEqual(bounds);
  await first.close();
  const second = await launchApp({ dataDir });
  expect(await boundsOf(second)).toEqual(bounds);
  await second.close();
});

test('the title says the name of the application, whatever the page calls itself', async () => {
  const app = await launchApp({ dataDir });
  // The first screen says its own title when it comes.
  await app.page.getByRole('heading', { level: 1 }).waitFor();
  await app.page.evaluate(() => {
    document.title = 'Someone’s name';
  });
  await expect(app.page).toHaveTitle('Someone’s name');
  const seen = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(seen).toBe('Vis-à-vis');
  await app.close();
});

test('a chosen folder is offered without its path, and choosing nothing is no failure', async () => {
  const app = await launchApp({ dataDir });
  const folder = fs.mkdtempSync(path.join(dataDir, 'chosen-'));
  const choose = (filePaths: string[]): Promise<unknown> =>
    app.electron
      .evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen.length === 0, filePaths: chosen });
      }, filePaths)
      .then(() => app.page.evaluate(() => window.vav.call('dataset.chooseFolder', {})));
  expect(await choose([])).toMatchObject({ ok: true, data: null });
  const answer = await choose([folder]);
  expect(answer).toMatchObject({ ok: true, data: { folderName: path.basename(folder) } });
  expect(JSON.stringify(answer)).not.toContain(dataDir);
  await app.close();
});

test('Ctrl and the keys of the zoom enlarge the page, though no menu shows', async () => {
  const app = await launchApp({ dataDir });
  const press = (keyCode: string): Promise<void> =>
    app.electron.evaluate(({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
      contents?.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: ['control'] });
    }, keyCode);
  const level = (): Promise<number | undefined> =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
  await press('=');
  await expect.poll(level).toBeGreaterThan(0);
  await press('0');
  await expect.poll(level).toBe(0);
  await press('-');
  await expect.poll(level).toBeLessThan(0);
  await app.close();
});

test('a page that crashes comes back, and the core has not noticed', async () => {
  const app = await launchApp({ dataDir });
  const reloaded = app.electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => resolve());
        contents?.forcefullyCrashRenderer();
      }),
  );
  await reloaded;
  const answer: unknown = await app.electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'window.vav.call("settings.get", {})',
      ) as Promise<unknown>,
  );
  expect(answer).toMatchObject({ ok: true });
  await app.close();
});

test('an end asked for by the system is a clean end', async () => {
  test.skip(process.platform === 'win32', 'Windows has no such signal');
  const app = await launchApp({ dataDir });
  const child = app.electron.process();
  const ended = new Promise((resolve) => child.once('exit', (...outcome) => resolve(outcome)));
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});
