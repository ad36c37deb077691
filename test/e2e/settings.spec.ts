import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';
import { expectAccessible } from '../support/axe.ts';
import { CANARY_TEXTS, writeCanaries } from '../support/canaries.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { SAID_WITHIN_MS, type SectionName, SettingsPage } from '../support/pages/settings.page.ts';
import { ADVISOR, SUPERVISOR } from '../support/pages/window.page.ts';

/** What one can change, what is said of this workstation, and what is known of the application. */
test.describe.configure({ mode: 'serial' });

const SECTIONS: readonly SectionName[] = [
  'Affichage',
  'Sécurité',
  'Copies',
  'Étiquettes de l’agence',
  'Conservation',
  'Poste',
];

let dataDir: string;
let app: RunningApp;
let settings: SettingsPage;
/** Where the data were moved, at the end. */
let moved: string | null = null;

async function start(): Promise<void> {
  app = await launchApp({ dataDir, isPrepared: true });
  settings = new SettingsPage(app.page);
  await settings.enter();
}

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-settings-'));
  await start();
});

test.afterAll(async () => {
  await endJourney(app);
  for (const folder of [dataDir, moved]) if (folder !== null) fs.rmSync(folder, { recursive: true, force: true });
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);

async function set(changes: object): Promise<void> {
  await app.page.evaluate((wanted) => window.vav.call('settings.set', wanted), changes);
}

test('the arrows walk the sections, and Tab goes into the one that is shown', async () => {
  await settings.open();
  await settings.tabTo(settings.section('Affichage'));
  for (const name of [...SECTIONS.slice(1), 'Affichage'] as const) {
    await press('ArrowDown');
    await expect(settings.section(name)).toBeFocused();
    await expect(settings.panel(name)).toBeVisible();
  }
  await press('ArrowUp');
  await expect(settings.panel('Poste')).toBeVisible();
  await press('ArrowDown');
  await press('Tab');
  await expect(settings.panel('Affichage').locator(':focus')).toHaveCount(1);
});

for (const theme of ['light', 'dark'] as const) {
  for (const name of SECTIONS) {
    test(`${name}, ${theme} @axe`, { tag: '@axe' }, async () => {
      await set({ theme });
      await settings.openSection(name);
      await expectAccessible(app.page);
    });
  }
}

test('no section makes the page scroll sideways, at twice the text nor at the width of a telephone @axe', async () => {
  const overflow = (): Promise<number> =>
    app.page.evaluate(() => {
      const page = document.scrollingElement ?? document.body;
      return page.scrollWidth - page.clientWidth;
    });
  await set({ theme: 'light', zoom: 200 });
  for (const name of SECTIONS) {
    await settings.openSection(name);
    await expect.poll(overflow, name).toBeLessThanOrEqual(0);
  }
  await set({ zoom: 100 });
  const devtools = await app.page.context().newCDPSession(app.page);
  const size = { width: 320, height: 640, deviceScaleFactor: 1, mobile: false };
  await devtools.send('Emulation.setDeviceMetricsOverride', size);
  for (const name of SECTIONS) {
    await settings.openSection(name);
    await expect.poll(overflow, name).toBeLessThanOrEqual(0);
  }
  await devtools.send('Emulation.clearDeviceMetricsOverride');
});

test('density and the automatic lock are remembered the next day', async () => {
  await settings.openSection('Affichage');
  await settings.choice('Serrée').click();
  await settings.openSection('Sécurité');
  await settings.choice('5 min').click();
  await expect(settings.choice('5 min')).toBeChecked();
  await endJourney(app);
  expect(JSON.parse(fs.readFileSync(path.join(dataDir, 'settings.json'), 'utf8'))).toMatchObject({
    density: 'compact',
    idleMinutes: 5,
  });
  await start();
  await settings.openSection('Affichage');
  await expect(settings.choice('Serrée')).toBeChecked();
  await settings.choice('Aérée').click();
  await settings.openSection('Sécurité');
  await expect(settings.choice('5 min')).toBeChecked();
  await settings.choice('10 min').click();
});

test('in the demonstration, the passphrases that are on screen do not change', async () => {
  await settings.openSection('Sécurité');
  await expect(settings.page.getByText('elles ne se changent pas')).toBeVisible();
  await expect(settings.button('Changer la phrase de passe')).toBeHidden();
});

test('a tag of the agency is added, renamed, retired and put back from the keyboard', async () => {
  await settings.openSection('Étiquettes de l’agence');
  const panel = settings.panel('Étiquettes de l’agence');
  await settings.tabTo(settings.button('Ajouter une étiquette'));
  await press('Enter');
  await expect(settings.field('Nom de l’étiquette')).toBeFocused();
  await app.page.keyboard.type('Atelier du jeudi');
  await press('Enter');
  await expect(panel.getByText('Atelier du jeudi', { exact: true })).toBeVisible();
  await expect(settings.button('Ajouter une étiquette')).toBeFocused();

  await press('Enter');
  await app.page.keyboard.type('atelier du JEUDI');
  await press('Enter');
  await expect(panel.getByText('Cette étiquette existe déjà')).toBeVisible();
  await press('Escape');

  await settings.button('Renommer l’étiquette Atelier du jeudi').press('Enter');
  await expect(settings.field('Nouveau nom')).toBeFocused();
  await press('Control+a');
  await app.page.keyboard.type('Atelier du matin');
  await press('Enter');
  await settings.button('Retirer l’étiquette Atelier du matin').press('Enter');
  await expect(settings.button('Remettre l’étiquette Atelier du matin')).toBeVisible();
  await settings.expectToast('Les dossiers qui la portent la gardent.');
  await settings.button('Remettre l’étiquette Atelier du matin').press('Enter');
  await expect(settings.button('Retirer l’étiquette Atelier du matin')).toBeVisible();
});

test('what is kept is said with its durations, and closed files with the day they go', async () => {
  await settings.openSection('Conservation');
  const panel = settings.panel('Conservation');
  await expect(panel).toContainText('est effacé 2 ans après');
  await expect(panel).toContainText('avec ses décisions, 3 ans après');
  const rows = panel.getByRole('table', { name: 'Ce qui sera effacé ensuite' }).getByRole('row');
  expect(await rows.count()).toBeGreaterThan(1);
});

test('the diagnostic that is copied holds versions, and no word of anybody nor any place', async () => {
  const file = new CaseFilePage(app.page);
  const random = (): string => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  await writeCanaries((name, input) => file.call(name, input), random, Date.now() + 86_400_000);
  await settings.openSection('Poste');
  await settings.button('Voir le diagnostic').click();
  await expect(settings.page.getByRole('heading', { name: 'Versions' })).toBeVisible();
  await settings.button('Copier le diagnostic').click();
  await expect(settings.page.getByText('Diagnostic copié.').first()).toBeAttached();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Electron');
  for (const text of [...CANARY_TEXTS, ADVISOR, SUPERVISOR, dataDir, os.homedir(), os.hostname()]) {
    expect(copied.toLowerCase(), text).not.toContain(text.toLowerCase());
  }
});

/** The dialog belongs to the system, which answers at once here. */
async function chooseFolders(folder: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
}

test('a place that cannot take the data is refused before anything moves', async () => {
  const inside = path.join(dataDir, 'inside');
  fs.mkdirSync(inside);
  await chooseFolders(inside);
  await settings.openSection('Poste');
  await expect(settings.panel('Poste')).toContainText(dataDir);
  await settings.button('Déplacer…').click();
  await expect(settings.alerts.filter({ hasText: 'Ce dossier est dans le dossier de données' })).toBeVisible();
  await expect(settings.button(/^Déplacer ici/)).toBeHidden();
  await settings.button('Laisser où c’est').click();
  expect(fs.readdirSync(inside)).toEqual([]);
  fs.rmdirSync(inside);
});

test('about says who publishes, what the lists are made of and whom to turn to, in both languages', async () => {
  await settings.goTo('À propos');
  for (const name of ['Mentions légales', 'Fiche de l’algorithme', 'Sources des données en service']) {
    await expect(app.page.getByRole('heading', { name })).toBeVisible();
  }
  await expect(settings.main).toContainText('R. 311-3-1-1');
  await expect(settings.main).toContainText('une plainte à la CNIL');
  await expect(settings.main).toContainText('SIL Open Font License 1.1');
  await set({ language: 'en' });
  await expect(app.page.getByRole('heading', { name: 'Legal notice' })).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Algorithm sheet' })).toBeVisible();
  await set({ language: 'fr' });
});

test('the data say how old they are before their table', async () => {
  await settings.goTo('Données');
  const card = settings.main.locator('section').filter({
    has: app.page.getByRole('heading', { name: 'Fraîcheur des données' }),
  });
  await expect(card).toContainText('sont inventés : ils n’ont pas d’âge');
});

test('who supervises finds what is theirs: no copies, no tags', async () => {
  await settings.lock();
  await settings.enter(SUPERVISOR);
  await settings.open();
  await expect(settings.section('Sécurité')).toBeVisible();
  await expect(settings.section('Copies')).toBeHidden();
  await expect(settings.section('Étiquettes de l’agence')).toBeHidden();
  await settings.openSection('Conservation');
  await expectAccessible(app.page);
  await settings.lock();
});

test('the data move to another place: locked meanwhile, then opened from there', async () => {
  const there = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-there-'));
  await chooseFolders(there);
  await settings.enter();
  await settings.openSection('Poste');
  await settings.button('Déplacer…').click();
  await expect(settings.panel('Poste')).toContainText(there);
  await expectAccessible(app.page);
  await settings.button(/^Déplacer ici/).click();
  await expect(settings.page.getByText('Les données sont au nouvel emplacement.')).toBeVisible({
    timeout: SAID_WITHIN_MS,
  });
  await settings.enter();
  await settings.openSection('Poste');
  await expect(settings.panel('Poste')).toContainText(there);
  expect(fs.existsSync(path.join(there, 'workspaces'))).toBe(true);
  expect(fs.existsSync(path.join(dataDir, 'workspaces'))).toBe(false);
  moved = there;
});
