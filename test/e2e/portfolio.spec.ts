import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { PortfolioPage } from '../support/pages/portfolio.page.ts';
import { ADVISOR, OWN_SPACE, SUPERVISOR } from '../support/pages/window.page.ts';

/** From the first start to the portfolio and what one does there, with both hands on the keyboard. */
test.describe.configure({ mode: 'serial' });

let dataDir: string;
let app: RunningApp;
let people: PortfolioPage;

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-portfolio-'));
  app = await launchApp({ dataDir });
  people = new PortfolioPage(app.page);
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const heading = (name: string | RegExp) => app.page.getByRole('heading', { level: 1, name });

async function inBothThemes(look: () => Promise<void>): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await app.page.evaluate((wanted) => window.vav.call('settings.set', { theme: wanted }), theme);
    await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await look();
  }
}

const accessible = (): Promise<void> => inBothThemes(() => expectAccessible(app.page));

async function lock(): Promise<void> {
  await people.lock();
  await expect(heading('Qui ouvre les dossiers ?')).toBeVisible();
}

async function unlockAs(name: string): Promise<void> {
  await people.useAccount(name).click();
  await app.page.getByRole('navigation').waitFor();
  await people.passFirstSteps();
}

test('the first start offers two ways in, neither before the other, in either language', async () => {
  await expect(heading('Bienvenue dans Vis-à-vis')).toBeFocused();
  const ways = app.page.getByRole('main').getByRole('button');
  await expect(ways).toHaveText(['Essayer la démonstration', 'Créer mon espace']);
  await accessible();
  await people.tabTo(app.page.getByRole('radio', { name: 'Français' }), 'Shift+Tab');
  await press('ArrowRight');
  await expect(heading('Welcome to Vis-à-vis')).toBeVisible();
  await press('ArrowLeft');
  await expect(heading('Bienvenue dans Vis-à-vis')).toBeVisible();
});

test('a space to create says what is missing, field by field, and creates nothing', async () => {
  await people.tabTo(app.page.getByRole('button', { name: 'Créer mon espace' }));
  await press('Enter');
  const name = app.page.getByRole('textbox', { name: 'Prénom et nom' });
  await expect(name).toBeFocused();
  await expect(app.page.getByText('essai, pas de vraies personnes')).toBeVisible();
  await type('Dominique');
  await press('Enter');
  const agency = app.page.getByRole('textbox', { name: 'Agence' });
  await expect(agency).toBeFocused();
  await expect(agency).toHaveAccessibleDescription('À remplir.');
  await expect(people.passphrase).toHaveAccessibleDescription(/10 caractères au moins\.$/);
  await accessible();
  await people.tabTo(app.page.getByRole('button', { name: 'Revenir' }));
  await press('Enter');
  await expect(heading('Bienvenue dans Vis-à-vis')).toBeFocused();
});

test('the demonstration prepares itself, shows its accounts, and one key opens it', async () => {
  await people.tabTo(people.tryDemonstration);
  await press('Enter');
  await expect(people.useAccount(ADVISOR)).toBeFocused({ timeout: 60_000 });
  await expect(app.page.getByRole('radio')).toHaveCount(3 + 2);
  await accessible();
  await press('Enter');
  await people.enter();
  await expect(heading('Mon portefeuille')).toBeFocused();
  await expect(people.demonstrationMark).toBeVisible();
  await expect(app.page.getByRole('banner').getByRole('button', { name: `${ADVISOR}, Metz Gambetta` })).toBeVisible();
});

test('locking forgets everything that was shown', async () => {
  await people.enterList();
  const name = await people.nameOfFocusedRow();
  expect(name.length).toBeGreaterThan(3);
  await lock();
  const page = await app.page.evaluate(() => document.documentElement.outerHTML);
  expect(page).not.toContain(name);
  expect(await app.page.title()).not.toContain(name);
  const answer: unknown = await app.page.evaluate(() => window.vav.call('caseFile.portfolio', {}));
  expect(answer).toMatchObject({ ok: false });
});

test('the arrows walk the accounts, and keep the focus there', async () => {
  const accounts = app.page.getByRole('group', { name: 'Compte' }).getByRole('radio');
  await people.tabTo(accounts.first(), 'Shift+Tab');
  await press('ArrowDown');
  await expect(accounts.nth(1)).toBeFocused();
  await expect(accounts.nth(1)).toBeChecked();
  await press('ArrowUp');
  await expect(accounts.first()).toBeFocused();
  await expect(accounts.first()).toBeChecked();
});

test('a wrong passphrase says how many tries are left, then asks to wait, and damages nothing', async () => {
  for (const left of [4, 3, 2, 1]) {
    await people.passphrase.fill('pas celle-là');
    await press('Enter');
    await expect(people.passphrase).toHaveAccessibleDescription(
      new RegExp(`Il reste ${left} essais? avant une attente`),
    );
    await expect(people.passphrase).toBeFocused();
    await expect(people.passphrase).toHaveValue('');
  }
  await people.passphrase.fill('pas celle-là');
  await press('Enter');
  await expect(app.page.getByText(/^Prochain essai possible dans \d\ssecondes?\.$/)).toBeVisible();
  await expect(people.submitPassphrase).toBeDisabled();
  await expectAccessible(app.page);
  // The delay passes by itself.
  await expect(people.submitPassphrase).toBeEnabled();
  await people.passphrase.fill('cerise au printemps');
  await app.page.getByRole('button', { name: 'Afficher' }).click();
  await expect(people.passphrase).toHaveValue('cerise au printemps');
  await people.passphrase.press('Enter');
  await expect(heading('Mon portefeuille')).toBeVisible();
});

test('a new file takes a first name, and opens; a second one of the same name is warned of', async () => {
  await press('n');
  await expect(people.dialog.getByRole('textbox', { name: 'Prénom d’usage' })).toBeFocused();
  await accessible();
  await press('Enter');
  await expect(people.dialog.getByRole('textbox', { name: 'Prénom d’usage' })).toHaveAccessibleDescription(/suffit/);
  await type('Ysé');
  await press('Tab');
  await type('Quintrec');
  await press('Enter');
  await expect(app.page.getByRole('main', { name: 'Dossier' })).toBeVisible();
  await expect(heading('Ysé Quintrec')).toBeVisible();
  await press('Alt+ArrowLeft');
  await expect(people.focusedRow).toContainText('Ysé Quintrec');
  await press('n');
  await expect(people.dialog.getByRole('textbox', { name: 'Prénom d’usage' })).toBeFocused();
  await type('YSE');
  await press('Tab');
  await type('quintrec');
  await expect(people.dialog.getByRole('status')).toContainText('Un dossier porte déjà ce nom');
  await expect(people.dialog.getByRole('button', { name: 'Ouvrir ce dossier\u00a0: Ysé Quintrec' })).toBeVisible();
  await accessible();
  await people.closeDialog();
});

test('a short contact takes one line and two keys, and makes the last contact true', async () => {
  await press('/');
  await type('quintrec');
  await press('ArrowDown');
  await expect(people.focusedRow).toContainText('Ysé Quintrec');
  await expect(people.cell(people.focusedRow, 'lastContact')).toHaveText('pas encore');
  await press('c');
  await expect(people.dialog.getByRole('textbox', { name: 'En une ligne' })).toBeFocused();
  await accessible();
  await type('rappellera mardi');
  await press('Enter');
  await expect(people.dialog).toBeHidden();
  await expect(people.cell(people.rows.first(), 'lastContact')).toHaveText('aujourd’hui');
  await expect(app.page.getByText('Contact enregistré.').first()).toBeVisible();
});

test('the next appointment is made in the same breath', async () => {
  await expect(people.focusedRow).toContainText('Ysé Quintrec');
  await expect(people.cell(people.focusedRow, 'nextAppointment')).toHaveText('à proposer');
  await press('c');
  await people.tabTo(people.dialog.getByRole('textbox', { name: 'Prochain rendez-vous' }));
  await type('dans 1 semaine');
  await expect(people.dialog.getByRole('textbox', { name: 'Prochain rendez-vous' })).toHaveAccessibleDescription(
    /, 9\sh, heure à confirmer\./,
  );
  await accessible();
  await press('Enter');
  await expect(people.dialog).toBeHidden();
  await expect(people.cell(people.rows.first(), 'nextAppointment')).not.toHaveText('à proposer');
  await press('/');
  await press('Escape');
});

test('an export without a reason is refused; with one, the file has a name, a project, an appointment', async () => {
  const target = path.join(dataDir, 'portefeuille.csv');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await people.tabTo(app.page.getByRole('button', { name: 'Exporter' }), 'Shift+Tab');
  await press('Enter');
  const reason = people.dialog.getByRole('textbox', { name: 'Pour quelle raison ?' });
  await expect(reason).toBeFocused();
  await type('ok');
  await press('Enter');
  await expect(reason).toHaveAccessibleDescription(/Une raison est demandée/);
  await accessible();
  expect(fs.existsSync(target)).toBe(false);
  await reason.fill('réunion d’équipe');
  await press('Enter');
  await expect(people.dialog).toBeHidden();
  await expect.poll(() => fs.existsSync(target)).toBe(true);
  const [head = '', ...lines] = fs.readFileSync(target, 'utf8').trim().split(/\r?\n/);
  expect(head.split(/[;,]/)).toHaveLength(3);
  expect(lines.some((line) => line.includes('Quintrec'))).toBe(true);
  expect(lines.join('\n')).not.toContain('rappellera mardi');
});

test('the account at the keyboard is a menu, which locks', async () => {
  const menu = app.page.getByRole('banner').getByRole('button', { name: `${ADVISOR}, Metz Gambetta` });
  await people.tabTo(menu, 'Shift+Tab');
  await press('Enter');
  await expect(app.page.getByRole('button', { name: 'Verrouiller' })).toBeFocused();
  await accessible();
  await press('Enter');
  await expect(heading('Qui ouvre les dossiers ?')).toBeVisible();
});

test('a supervisor sees counts, and nobody', async () => {
  await unlockAs(SUPERVISOR);
  await expect(heading('Suivi de l’agence')).toBeVisible();
  await expect(people.railItem('Personnes')).toHaveCount(0);
  await expect(app.page.getByRole('term').filter({ hasText: 'Dossiers ouverts' }).first()).toBeVisible();
  await accessible();
  await people.goTo('Données');
  await expect(app.page.getByRole('heading', { name: 'Données à corriger' })).toBeVisible();
  await lock();
});

test('one’s own space begins empty, marked as a trial, and opens again with its passphrase', async () => {
  await app.page.getByRole('button', { name: 'Créer mon espace' }).press('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Agence' })).toBeVisible();
  await press('Escape');
  await app.page.getByRole('button', { name: 'Créer mon espace' }).press('Enter');
  await people.fillSpace();
  await people.enter();
  await expect(heading('Mon portefeuille')).toBeVisible();
  await expect(app.page.getByRole('banner').getByText('essai, pas de vraies personnes')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Aucun dossier pour l’instant' })).toBeVisible();
  await accessible();
  await lock();
  await expect(people.passphrase).toBeFocused();
  await accessible();
  await type(OWN_SPACE.passphrase);
  await press('Enter');
  await expect(heading('Mon portefeuille')).toBeVisible();
  await lock();
  await app.page.getByRole('button', { name: 'Aller à la démonstration' }).press('Enter');
  await unlockAs(ADVISOR);
  await expect(people.demonstrationMark).toBeVisible();
});
