import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { OWN_SPACE, WindowPage } from '../support/pages/window.page.ts';

/** The unlock screen stands before the core does: what is typed meanwhile is kept, and what the core knows better is said. */
let dataDir: string;

test.beforeEach(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-start-'));
  const app = await launchApp({ dataDir });
  const gate = new WindowPage(app.page);
  await gate.page.evaluate((space) => window.vav.call('access.createSpace', space), OWN_SPACE);
  await gate.page.getByRole('navigation').waitFor();
  await endJourney(app);
  // Of the start that is looked at, and of no other.
  fs.rmSync(path.join(dataDir, 'logs'), { recursive: true });
});

test.afterEach(() => {
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** By then the core has said where things stand, or what it refuses. */
async function coreReady(): Promise<void> {
  const log = (): string => fs.readFileSync(path.join(dataDir, 'logs', 'vav.log'), 'utf8');
  await expect.poll(log).toContain('core.ready');
}

async function start(): Promise<{ readonly app: RunningApp; readonly gate: WindowPage }> {
  const app = await launchApp({ dataDir });
  return { app, gate: new WindowPage(app.page) };
}

test('a passphrase typed as soon as the field is there is kept when the core comes, and opens', async () => {
  const { app, gate } = await start();
  await expect(gate.passphrase).toBeFocused();
  await gate.page.keyboard.type(OWN_SPACE.passphrase.slice(0, 6));
  await coreReady();
  await gate.page.evaluate(() => window.vav.call('access.status', {}));
  await expect(gate.passphrase).toBeFocused();
  await gate.page.keyboard.type(OWN_SPACE.passphrase.slice(6));
  await expect(gate.passphrase).toHaveValue(OWN_SPACE.passphrase);
  await gate.page.keyboard.press('Enter');
  await gate.page.getByRole('navigation').waitFor();
  await endJourney(app);
});

test('a passphrase sent before the core is there opens once it is', async () => {
  const { app, gate } = await start();
  await gate.passphrase.waitFor();
  await gate.page.evaluate(async (passphrase) => {
    const status = await window.vav.call('access.status', {});
    const { accounts } = (status as { readonly data: { readonly accounts: readonly { readonly id: string }[] } }).data;
    return window.vav.call('access.unlock', { accountId: accounts[0]?.id, passphrase });
  }, OWN_SPACE.passphrase);
  await gate.page.getByRole('navigation').waitFor();
  await endJourney(app);
});

test('the language and the theme of last time are those of the first screen', async () => {
  fs.writeFileSync(path.join(dataDir, 'settings.json'), '{"language":"en","theme":"dark","zoom":125}');
  const { app, gate } = await start();
  await expect(gate.page.getByRole('heading', { level: 1, name: 'Who opens the case files?' })).toBeVisible();
  await expect(gate.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await endJourney(app);
});

test('a keyring that names people and opens nothing is told as damaged to who tries', async () => {
  const file = path.join(dataDir, 'workspaces', 'own', 'keyring.json');
  const keyring = JSON.parse(fs.readFileSync(file, 'utf8')) as { accounts: { wrapped: { data: string } }[] };
  for (const { wrapped } of keyring.accounts) wrapped.data = 'AAAA';
  fs.writeFileSync(file, JSON.stringify(keyring));
  fs.rmSync(path.join(path.dirname(file), 'backups'), { recursive: true, force: true });
  const { app, gate } = await start();
  await gate.passphrase.fill(OWN_SPACE.passphrase);
  await gate.page.keyboard.press('Enter');
  await expect(gate.page.getByText('Dossiers illisibles')).toBeVisible();
  await endJourney(app);
});
