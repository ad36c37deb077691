import { expect, test } from '@playwright/test';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeLongFolder, REFERENCE_FOLDER, releasesOf } from '../support/e2e-folders.ts';
import { launchApp, placeDemonstration, spawnApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { DataPage } from '../support/pages/data.page.ts';
import { EmployersPage } from '../support/pages/employers.page.ts';

/** The power goes, a disk lies: what was in use is still there, and the application says which data it shows. */
let temp: string;
let dataDir: string;

const seed = Number(process.env['VAV_SEED'] ?? Date.now() % 1_000_000);

test.beforeAll(() => {
  temp = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-resilience-'));
  process.stdout.write(`VAV_SEED=${seed}\n`);
});

test.beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(temp, 'data-'));
});

test.afterAll(() => {
  fs.rmSync(temp, { recursive: true, force: true });
});

type Workspace = 'demonstration' | 'own';

/** A number in [0, 1), the same for the same seed and round. */
function drawn(round: number): number {
  let state = (seed + round * 0x9e3779b9) >>> 0;
  state = Math.imul(state ^ (state >>> 16), 0x45d9f3b) >>> 0;
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
}

/** Bytes written so far of what is being built, or null when nothing is. */
function built(workspace: Workspace): number | null {
  const folder = path.join(dataDir, 'workspaces', workspace, 'reference', 'releases');
  const staging = releasesOf(dataDir, workspace).find((name) => name.startsWith('.staging-'));
  if (staging === undefined) return null;
  try {
    const files = fs.readdirSync(path.join(folder, staging));
    return files.reduce((sum, file) => sum + fs.statSync(path.join(folder, staging, file)).size, 0);
  } catch {
    // It was put in its place between the two looks.
    return null;
  }
}

/** Often enough to die in the middle of any file, and not so often that looking takes the core the build needs. */
const LOOK_EVERY_MS = 2;

/** Kills as a power cut does, as soon as so much of a build is on the disk, or when it has ended before. */
async function killWhile(child: ChildProcess, workspace: Workspace, bytes: number): Promise<void> {
  const isOver = (): boolean => releasesOf(dataDir, workspace).some((name) => !name.startsWith('.'));
  while (child.exitCode === null && (built(workspace) ?? -1) < bytes && !isOver()) await delay(LOOK_EVERY_MS);
  expect(child.exitCode, 'the application ended by itself').toBeNull();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** A demonstration that was made once, of which all is gone: the next start makes it again, without being asked. */
function loseDemonstration(): void {
  placeDemonstration(dataDir);
  const workspace = path.join(dataDir, 'workspaces', 'demonstration');
  fs.rmSync(path.join(workspace, 'reference', 'releases'), { recursive: true });
  for (const file of fs.readdirSync(workspace)) {
    if (file !== 'reference') fs.rmSync(path.join(workspace, file), { recursive: true });
  }
}

const staged = (workspace: Workspace): readonly string[] =>
  releasesOf(dataDir, workspace).filter((name) => name.startsWith('.'));

for (const round of [0, 1, 2, 3]) {
  test(`killed while the demonstration is prepared, it starts again whole (${round + 1} of 4)`, async () => {
    loseDemonstration();
    // From the first file to a little past the whole of it: 0 is the very beginning.
    await killWhile(spawnApp(dataDir), 'demonstration', round === 0 ? 0 : Math.floor(drawn(round) * 6_000_000));
    const app = await launchApp({ dataDir });
    const list = new EmployersPage(app.page);
    await list.ready();
    await expect(list.demonstrationMark).toBeVisible();
    await list.search('vendeuse boulangerie', 'metz');
    expect(staged('demonstration')).toEqual([]);
    await endJourney(app);
  });
}

for (const round of [4, 5]) {
  test(`killed while an import runs, the data of before are in use (${round - 3} of 2)`, async () => {
    const folder = makeLongFolder(temp, 100_000);
    const app = await launchApp({ dataDir, isPrepared: true });
    await new EmployersPage(app.page).ready();
    const data = new DataPage(app);
    await data.chooseFolder(folder);
    await data.start.click();
    await killWhile(app.electron.process(), 'own', Math.floor(drawn(round) * 12_000_000));

    const again = await launchApp({ dataDir });
    const later = new DataPage(again);
    await new EmployersPage(again.page).ready();
    await later.goTo('Données');
    const title = await later.title.innerText();
    expect(['Données de démonstration', 'Mes données']).toContain(title);
    await expect(later.demonstrationMark).toBeVisible({ visible: title === 'Données de démonstration' });
    await later.importFolder(REFERENCE_FOLDER);
    await expect(later.title).toHaveText('Mes données');
    expect(staged('own')).toEqual([]);
    await endJourney(again);
  });
}

/** The employers file of the release in use. */
function employersFile(workspace: Workspace): string {
  const reference = path.join(dataDir, 'workspaces', workspace, 'reference');
  const { version } = JSON.parse(fs.readFileSync(path.join(reference, 'current.json'), 'utf8')) as { version: string };
  return path.join(reference, 'releases', version, 'employers.bin');
}

const damages: Readonly<Record<string, (file: string) => void>> = {
  'cut short': (file) => fs.truncateSync(file, Math.floor(fs.statSync(file).size / 2)),
  'overwritten at its head': (file) => overwrite(file, 0),
  'overwritten in its middle': (file) => overwrite(file, Math.floor(fs.statSync(file).size / 3)),
};

function overwrite(file: string, at: number): void {
  const handle = fs.openSync(file, 'r+');
  fs.writeSync(handle, Buffer.alloc(64, 0xa5), 0, 64, at);
  fs.closeSync(handle);
}

for (const [how, damage] of Object.entries(damages)) {
  test(`a demonstration whose employers file is ${how} is made again`, async () => {
    const first = await launchApp({ dataDir, isPrepared: true });
    await new EmployersPage(first.page).ready();
    await endJourney(first);
    const file = employersFile('demonstration');
    const whole = fs.readFileSync(file);
    damage(file);
    const app = await launchApp({ dataDir });
    const list = new EmployersPage(app.page);
    await list.ready();
    await expect(list.demonstrationMark).toBeVisible();
    await list.search('vendeuse boulangerie', 'metz');
    expect(fs.readFileSync(file).equals(whole), 'the file is what it was').toBe(true);
    await endJourney(app);
  });
}

test('one’s own data that can no longer be read: the case files open without them, and a word on why', async () => {
  const first = await launchApp({ dataDir, isPrepared: true });
  await new EmployersPage(first.page).ready();
  await new DataPage(first).importFolder(REFERENCE_FOLDER);
  await endJourney(first);
  damages['cut short']?.(employersFile('own'));
  const app = await launchApp({ dataDir });
  const data = new DataPage(app);
  await data.enter();
  await expect(data.title).toHaveText('Mon portefeuille');
  await expect(data.demonstrationMark).toBeHidden();
  await data.goTo('Données');
  await expect(data.alerts).toContainText('Données illisibles');
  await expect(data.alerts).toContainText('importer de nouveau le dossier');
  await data.importFolder(REFERENCE_FOLDER);
  await expect(data.demonstrationMark).toBeHidden();
  await endJourney(app);
});

test('settings that cannot be read give the defaults, and can be changed again', async () => {
  fs.writeFileSync(path.join(dataDir, 'settings.json'), '{"language":"en","theme":"da');
  fs.writeFileSync(path.join(dataDir, 'workspace.json'), '\0\0\0');
  fs.writeFileSync(path.join(dataDir, 'window-state.json'), '[]');
  const app = await launchApp({ dataDir });
  const list = new EmployersPage(app.page);
  await list.ready();
  await expect(app.page.locator('html')).toHaveAttribute('lang', 'fr');
  await list.goTo('Réglages');
  await app.page.getByRole('radio', { name: 'Sombre' }).click();
  await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await endJourney(app);
  expect(JSON.parse(fs.readFileSync(path.join(dataDir, 'settings.json'), 'utf8'))).toMatchObject({ theme: 'dark' });
});
