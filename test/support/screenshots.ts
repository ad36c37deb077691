/**
 * Every screen of the application, in both themes, at 1280 × 800, and the list at other sizes: `npm run screenshots`
 * writes them to docs/screens. They show the demonstration and the authored fixtures, never real data.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { releasesOf } from './e2e-folders.ts';
import { launchApp, type RunningApp } from './electron-app.ts';
import { EmployersPage } from './pages/employers.page.ts';
import { SUPERVISOR, WindowPage } from './pages/window.page.ts';
import { goTo, OUT, resize, setTheme, shooter, showList, THEMES } from './screen-pictures.ts';
import { shootCaseFile, shootDay, shootFirstSteps, shootPeople, shootSettings } from './screens-of-people.ts';

const FIXTURES = fileURLToPath(new URL('fixtures/reference', import.meta.url));
const BAKERIES = { words: 'vendeuse boulangerie', title: /Vendeuse en boulangerie/ };
const SECRETARIES = { words: 'secrétaire', title: /^Secrétaire/ };
const CARERS = { words: 'auxiliaire de vie', title: /^Auxiliaire de vie/ };

async function main(): Promise<void> {
  fs.mkdirSync(OUT, { recursive: true });
  // The place of the data is on a picture: a name that tells nothing of the machine.
  const dataDir = path.join(os.tmpdir(), 'Vis-a-vis');
  fs.rmSync(dataDir, { recursive: true, force: true });
  const app = await launchApp({ dataDir });
  try {
    await resize(app, 1280, 800);
    await shootGate(app);
    for (const theme of THEMES) {
      await setTheme(app.page, theme);
      await shootDay(app, theme);
      await shootPeople(app, theme);
      await shootCaseFile(app, theme);
    }
    await new EmployersPage(app.page).ready();
    await search(app.page, BAKERIES);
    for (const theme of THEMES) {
      await setTheme(app.page, theme);
      await shootScreens(app, theme);
    }
    await setTheme(app.page, 'light');
    await shootSizes(app);
  } finally {
    await app.close();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
  await shootImport();
}

/** What comes before the screens: the two ways in, a space to create, the accounts. */
async function shootGate({ page }: RunningApp): Promise<void> {
  const gate = new WindowPage(page);
  const create = page.getByRole('button', { name: 'Créer mon espace' });
  for (const theme of THEMES) {
    const shoot = shooter(page, theme);
    await create.waitFor();
    await setTheme(page, theme);
    await shoot('welcome');
    await create.click();
    await gate.createSpace.waitFor();
    await shoot('create-space');
    await page.getByRole('button', { name: 'Revenir' }).click();
  }
  await gate.tryDemonstration.click();
  await gate.submitPassphrase.waitFor({ timeout: 60_000 });
  for (const theme of THEMES) {
    await setTheme(page, theme);
    await shooter(page, theme)('unlock');
  }
  await gate.useAccount(SUPERVISOR).click();
  await gate.passFirstSteps();
  await page.getByRole('term').first().waitFor();
  for (const theme of THEMES) {
    await setTheme(page, theme);
    await shooter(page, theme)('supervision');
  }
  await page.keyboard.press('Control+l');
  await gate.submitPassphrase.waitFor();
  await shootFirstSteps(page, gate);
}

async function shootScreens({ page }: RunningApp, theme: string): Promise<void> {
  const shoot = shooter(page, theme);
  await goTo(page, 'Entreprises');
  await showList(page);
  await shoot('employers');
  await openRow(page, 2);
  await shoot('why');
  await page.getByRole('button', { name: 'Voir le calcul' }).click();
  await page.getByText('Empreinte de la question').scrollIntoViewIfNeeded();
  await shoot('calculation');
  await page.keyboard.press('Escape');
  await openRow(page, 1);
  await page.keyboard.press('o');
  await page.getByText('Comment approcher').waitFor();
  await shoot('employer');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await shoot('keys');
  await page.keyboard.press('Escape');
  await shootPanels(page, shoot);
  await search(page, SECRETARIES);
  await page.getByRole('tab', { name: /Employeurs publics/ }).click();
  await showList(page);
  await shoot('public');
  await openRow(page, 1);
  await shoot('public-why');
  await search(page, CARERS);
  const few = page.getByRole('region', { name: 'Peu d’entreprises ici' });
  await few.evaluate((panel) => panel.scrollIntoView({ block: 'center' }));
  await shoot('few');
  await search(page, BAKERIES);
  for (const [screen, name] of [
    ['Données', 'data'],
    ['À propos', 'about'],
  ] as const) {
    await goTo(page, screen);
    await shoot(name);
  }
  await shootSettings(page, shoot);
  await goTo(page, 'Entreprises');
}

async function shootSizes(app: RunningApp): Promise<void> {
  const { page } = app;
  await showList(page);
  await openRow(page, 1);
  await resize(app, 1920, 1080);
  await shooter(page, 'light')('why-1920x1080');
  await resize(app, 1280, 800);
  await app.page.evaluate(() => window.vav.call('settings.set', { zoom: 200 }));
  await page.getByRole('heading', { name: /^Pourquoi / }).evaluate((heading) => heading.scrollIntoView());
  await shooter(page, 'light')('why-zoom-200');
  await app.page.evaluate(() => window.vav.call('settings.set', { zoom: 100 }));
}

/** The first visit and an import, in a folder of their own. */
async function shootImport(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-screens-'));
  const app = await launchApp({ dataDir });
  try {
    await resize(app, 1280, 800);
    const shoot = shooter(app.page, 'light');
    await new EmployersPage(app.page).ready();
    await shoot('first-visit');
    await goTo(app.page, 'Données');
    const short = path.join(dataDir, 'incomplet');
    fs.mkdirSync(short);
    for (const file of ['occupations.csv', 'naf.csv']) fs.cpSync(path.join(FIXTURES, file), path.join(short, file));
    await willChoose(app, short);
    await app.page.getByRole('button', { name: 'Choisir un dossier' }).click();
    await app.page.getByText(/^Ce dossier ne suffit pas/).waitFor();
    await shoot('import-unusable');
    await willChoose(app, FIXTURES);
    await app.page.getByRole('button', { name: 'Choisir de nouveau' }).click();
    const start = app.page.getByRole('button', { name: 'Commencer l’import' });
    await start.evaluate((button) => button.scrollIntoView({ block: 'center' }));
    await shoot('import-preview');
    await start.click();
    const gate = new WindowPage(app.page);
    await gate.createSpace.waitFor({ timeout: 30_000 });
    await shoot('import-create-space');
    await gate.enter();
    await goTo(app.page, 'Données');
    const refused = app.page.getByText(/lignes? refusées?/);
    await refused.first().click();
    await app.page
      .getByRole('heading', { name: 'Compte rendu de l’import' })
      .evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
    await shoot('import-report');
  } finally {
    await app.close();
  }
  await shootStandIn(dataDir);
  fs.rmSync(dataDir, { recursive: true, force: true });
}

/** The demonstration shown because what was imported can no longer be opened. */
async function shootStandIn(dataDir: string): Promise<void> {
  for (const release of releasesOf(dataDir, 'own')) {
    const folder = path.join(dataDir, 'workspaces', 'own', 'reference', 'releases', release);
    for (const file of fs.readdirSync(folder)) fs.truncateSync(path.join(folder, file));
  }
  // With case files the own workspace opens without its data; without, the demonstration stands in.
  fs.rmSync(path.join(dataDir, 'workspaces', 'own', 'keyring.json'));
  const app = await launchApp({ dataDir });
  try {
    await resize(app, 1280, 800);
    await new WindowPage(app.page).enter();
    await app.page.getByText(/ne se lisent plus/).waitFor();
    for (const theme of THEMES) {
      await setTheme(app.page, theme);
      await shooter(app.page, theme)('stand-in');
    }
  } finally {
    await app.close();
  }
}

/** The dialog belongs to the system, which answers at once here. */
async function willChoose({ electron }: RunningApp, folder: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);
}

/** What opens over the list: the answers to a place being typed, the distance, the order. */
async function shootPanels(page: Page, shoot: (name: string) => Promise<void>): Promise<void> {
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await page.keyboard.type('saint j');
  await page.getByRole('option').first().waitFor();
  await shoot('place');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await page.getByRole('slider').waitFor();
  await shoot('radius');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Ordre varié/ }).click();
  await page.getByRole('button', { name: /^Autre tirage/ }).waitFor();
  await shoot('order');
  await page.keyboard.press('Escape');
}

async function search(page: Page, { words, title }: { words: string; title: RegExp }): Promise<void> {
  await page.getByRole('combobox', { name: 'Métier' }).fill(words);
  await page.getByRole('option', { name: title }).first().click();
  const place = page.getByRole('combobox', { name: 'Autour de' });
  if ((await place.inputValue()) === '') {
    await place.fill('Metz');
    await page.getByRole('option', { name: /^Metz\b.*57000/ }).click();
  }
  await page.locator('[role="tabpanel"][aria-busy="false"]').waitFor();
  await showList(page);
}

async function openRow(page: Page, index: number): Promise<void> {
  const row = page.getByRole('row').nth(index);
  if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  await page.getByRole('heading', { name: /^Pourquoi / }).waitFor();
}

await main();
