import { expect, test, type Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/index.ts';
import type { Bridge, Envelope } from '../../src/shared/contract/wire.ts';
import { launchApp, spawnApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What the application does by itself about the data: it closes them when nobody is there, and moves them when asked. */
const PERSON = { name: 'Dominique Essai', agency: 'Agence de test', passphrase: 'une phrase de passe' } as const;

function call(page: Page, name: string, input: unknown): Promise<Envelope<unknown>> {
  return page.evaluate(([asked, given]) => (window as unknown as { vav: Bridge }).vav.call(asked, given), [
    name,
    input,
  ] as const);
}

async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const envelope = await call(page, name, input);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${envelope.error.message}`);
  return envelope.data as CallOutput<N>;
}

let temp: string;
test.beforeEach(() => {
  temp = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'vav-nobody-')));
});
test.afterEach(() => {
  fs.rmSync(temp, { recursive: true, force: true });
});

const isOpen = async (page: Page): Promise<boolean> => (await ask(page, 'access.status', {})).session !== null;

test('row 33: the case files close when the session of the machine is locked, and open again for who comes back', async () => {
  const app = await launchApp({ dataDir: path.join(temp, 'data') });
  await ask(app.page, 'access.createSpace', PERSON);
  expect(await isOpen(app.page)).toBe(true);
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect.poll(() => isOpen(app.page)).toBe(false);
  const { accounts } = await ask(app.page, 'access.status', {});
  await ask(app.page, 'access.unlock', { accountId: accounts[0]?.id ?? '', passphrase: PERSON.passphrase });
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expect.poll(() => isOpen(app.page)).toBe(false);
  await endJourney(app);
});

test('the data are moved to a chosen folder, and are found there by the next start', async () => {
  const dataDir = path.join(temp, 'data');
  const chosen = path.join(temp, 'chosen');
  fs.mkdirSync(chosen);
  const app = await launchApp({ dataDir });
  await ask(app.page, 'access.createSpace', PERSON);
  await ask(app.page, 'settings.set', { idleMinutes: 5 });
  await app.electron.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
  }, chosen);
  const offered = await ask(app.page, 'dataFolder.choose', {});
  expect(offered).toMatchObject({ path: chosen, refusal: null });
  await ask(app.page, 'dataFolder.move', { folderId: offered?.folderId ?? '' });
  // The core starts again by itself, at the new place.
  await expect.poll(async () => (await ask(app.page, 'dataFolder.status', {})).path).toBe(chosen);
  expect(fs.existsSync(path.join(dataDir, 'workspaces', 'own', 'keyring.json'))).toBe(false);
  const { accounts } = await ask(app.page, 'access.status', {});
  const holder = { accountId: accounts[0]?.id ?? '', passphrase: PERSON.passphrase };
  await ask(app.page, 'access.unlock', holder);
  await endJourney(app);

  const next = await launchApp({ dataDir });
  expect((await ask(next.page, 'settings.get', {})).idleMinutes).toBe(5);
  await ask(next.page, 'access.unlock', holder);
  expect(fs.readdirSync(dataDir).sort()).toEqual(['chromium', 'logs', 'moved-to.json', 'window-state.json']);
  await endJourney(next);
});

test('row 43: data that were moved to a disk that is not there are said to be missing, and nothing is made in their stead', async () => {
  const dataDir = path.join(temp, 'data');
  const gone = path.join(temp, 'disk', 'vis-a-vis');
  fs.mkdirSync(path.join(temp, 'disk'));
  fs.mkdirSync(dataDir);
  const pointer = { version: 1, id: 'd1f0', path: gone };
  fs.writeFileSync(path.join(dataDir, 'moved-to.json'), JSON.stringify(pointer));
  const child = spawnApp(dataDir);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const log = path.join(dataDir, 'logs', 'vav.log');
  const logged = (): string => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8') : '');
  await expect.poll(logged).toContain('shell.dataMissing');
  // It waits for somebody to read what it says.
  child.kill('SIGKILL');
  await ended;
  expect(logged()).not.toContain('core.ready');
  expect(fs.readdirSync(path.join(temp, 'disk'))).toEqual([]);
  expect(fs.readdirSync(dataDir).sort()).toEqual(['chromium', 'logs', 'moved-to.json']);
});
