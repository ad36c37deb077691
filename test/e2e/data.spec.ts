import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeLongFolder, REFERENCE_FOLDER, releasesOf } from '../support/e2e-folders.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { DataPage } from '../support/pages/data.page.ts';
import { EmployersPage } from '../support/pages/employers.page.ts';

/** The structure's own files: looked through, imported, in use, left, found again the next day. */
test.describe.configure({ mode: 'serial' });

let temp: string;
let dataDir: string;
let app: RunningApp;
let data: DataPage;

async function start(): Promise<void> {
  app = await launchApp({ dataDir, isPrepared: true });
  data = new DataPage(app);
  await new EmployersPage(app.page).ready();
}

test.beforeAll(async () => {
  temp = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-data-'));
  dataDir = path.join(temp, 'data');
  await start();
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(temp, { recursive: true, force: true });
});

test('the preview says what each file was recognised as, and what will not be read', async () => {
  await data.chooseFolder(REFERENCE_FOLDER);
  await expect(app.page.getByRole('heading', { name: 'Dans le dossier reference' })).toBeVisible();
  for (const [file, words] of [
    ['occupations.csv', 'Métiers (ROME)'],
    ['titles.csv', 'Appellations des métiers (ROME)'],
    ['places.csv', 'Communes et codes postaux'],
    ['establishments.csv', 'Établissements'],
    ['rome_naf.raw.csv', 'Embauches par métier et secteur'],
    ['rome_naf.csv', 'un autre fichier donne déjà cette source'],
    ['notes.csv', 'pas reconnu, ne sera pas lu'],
  ] as const) {
    await expect(data.previewOf(file), file).toContainText(words);
  }
  await expect(data.start).toBeEnabled();
  // Looking changes nothing.
  await expect(data.demonstrationMark).toBeVisible();
  await app.page.getByRole('button', { name: 'Laisser ce dossier' }).click();
  await expect(data.preview).toBeHidden();
});

test('a folder with nothing usable is said to lack what lists are made of, and cannot be started', async () => {
  const folder = path.join(temp, 'holidays');
  fs.mkdirSync(folder);
  fs.copyFileSync(path.join(REFERENCE_FOLDER, 'notes.csv'), path.join(folder, 'notes.csv'));
  await data.chooseFolder(folder);
  await expect(data.previewOf('notes.csv')).toContainText('pas reconnu');
  const missing = data.alerts.filter({ hasText: 'Il manque, pour faire des listes :' });
  for (const source of ['Métiers (ROME)', 'Communes et codes postaux', 'Établissements']) {
    await expect(missing).toContainText(source);
  }
  await expect(data.start).toBeHidden();
  await app.page.getByRole('button', { name: 'Laisser ce dossier' }).click();
});

test('files that turn out to be unusable: what happened, what was kept, what to do', async () => {
  const folder = makeLongFolder(temp, 0);
  await data.chooseFolder(folder);
  await data.start.click();
  await expect(data.alerts.getByRole('heading', { name: 'Import refusé' })).toBeVisible();
  for (const words of [
    'ne suffisent pas',
    'Les données d’avant sont toujours en service',
    'puis importer de nouveau',
  ]) {
    await expect(data.alerts).toContainText(words);
  }
  await expect(data.demonstrationMark).toBeVisible();
});

test('a folder that went away: what happened, what was kept, what to do', async () => {
  await data.chooseFolder(path.join(temp, 'gone'));
  await expect(data.alerts.getByRole('heading', { name: 'Dossier illisible' })).toBeVisible();
  await expect(data.alerts.filter({ hasText: 'Dossier illisible' })).toContainText(
    'Les données en service n’ont pas changé. Choisir un autre dossier',
  );
});

test('an import that is stopped leaves the data in use as they were', async () => {
  await data.chooseFolder(makeLongFolder(temp, 300_000));
  await data.start.click();
  await expect(data.progress).toBeVisible();
  await data.stop.click();
  await expect(app.page.getByText('Import arrêté. Les données d’avant sont toujours là.')).toBeVisible();
  await expect(data.demonstrationMark).toBeVisible();
  await expect(data.openOwn).toBeHidden();
  expect(releasesOf(dataDir, 'own'), 'nothing half-built stays').toEqual([]);
});

test('a folder dropped on the window is offered as one that was chosen', async () => {
  await data.goTo('Entreprises');
  const devtools = await app.page.context().newCDPSession(app.page);
  const dragged = { items: [], files: [REFERENCE_FOLDER], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data: dragged });
    if (type === 'dragOver') await expect(app.page.getByText('Déposer le dossier pour voir')).toBeVisible();
  }
  await expect(app.page.getByRole('heading', { name: 'Dans le dossier reference' })).toBeVisible();
  await expect(data.previewOf('occupations.csv')).toContainText('Métiers (ROME)');
  await expect(app.page.getByText('Déposer le dossier pour voir')).toBeHidden();
  await app.page.getByRole('button', { name: 'Laisser ce dossier' }).click();
});

test('what is imported is in use: no demonstration mark, a report by line, employers of the files', async () => {
  await data.importFolder(REFERENCE_FOLDER);
  await expect(data.demonstrationMark).toBeHidden();
  await expect(data.title).toHaveText('Mes données');

  const summary = app.page.getByText(/^establishments\.csv\s:\s9\slignes refusées$/);
  await summary.click();
  const refused = app.page.getByRole('region', { name: /^establishments\.csv/ });
  for (const [line, reason] of [
    ['13', 'SIRET\u00a0: 14 chiffres attendus, «\u00a0ABC12345600011\u00a0» lu'],
    ['61', 'tranche de salariés inconnue, «\u00a00-2\u00a0» lu'],
  ] as const) {
    await expect(refused.getByRole('row').filter({ hasText: reason }).getByRole('cell').first()).toHaveText(line);
  }

  await data.goTo('Entreprises');
  const list = new EmployersPage(app.page);
  await list.search('boulanger', 'metz');
  const names = (await list.walk()).map(({ name }) => name.toLowerCase());
  expect(names.some((name) => name.includes('fournil'))).toBe(true);
});

test('back to the demonstration, and to one’s own data again', async () => {
  await data.goTo('Données');
  await data.leaveForDemonstration();
  await expect(data.title).toHaveText('Données de démonstration');
  await data.leaveForOwn();
  await expect(data.demonstrationMark).toBeHidden();
  await expect(data.title).toHaveText('Mes données');
});

test('the next day the same data are in use', async () => {
  await endJourney(app);
  await start();
  await expect(data.demonstrationMark).toBeHidden();
  await data.goTo('Données');
  await expect(data.title).toHaveText('Mes données');
});
