import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { ADVISOR, SUPERVISOR } from '../support/pages/window.page.ts';

/** The field that leads everywhere, and what surrounds the screens: first steps, the lock and the way back. */
test.describe.configure({ mode: 'serial' });

let dataDir: string;
let app: RunningApp;
let file: CaseFilePage;
let ids: readonly string[];

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const options = () => file.palette.getByRole('option');
const current = () => file.palette.getByRole('option', { selected: true });

async function openPalette(text = ''): Promise<void> {
  await press('Control+k');
  await expect(file.palette.getByRole('combobox')).toBeFocused();
  await type(text);
}

async function lockAndReturn(account: string): Promise<void> {
  await file.lock();
  await file.useAccount(account).click();
  await app.page.getByRole('navigation').waitFor();
}

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-palette-'));
  app = await launchApp({ dataDir });
  file = new CaseFilePage(app.page);
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

test('the first steps of an account come once, can be passed, and are found again', async () => {
  test.slow();
  await file.tryDemonstration.click();
  await file.useAccount(ADVISOR).click();
  await expect(file.firstSteps.getByRole('heading', { level: 3 })).toContainText('ce qui reste aux personnes');
  await expect(file.firstSteps.getByRole('button', { name: 'Suivant' })).toBeFocused();
  await expectAccessible(app.page);
  for (const title of ['Un premier dossier', 'En sécurité']) {
    await file.firstSteps.getByRole('button', { name: 'Suivant' }).press('Enter');
    await expect(file.firstSteps.getByRole('heading', { level: 3 })).toHaveText(title);
  }
  await file.firstSteps.getByRole('button', { name: 'Commencer' }).press('Enter');
  await expect(file.firstSteps).toBeHidden();
  await lockAndReturn(ADVISOR);
  await app.page.getByRole('region', { name: 'Ce que j’ai promis' }).waitFor();
  await expect(file.firstSteps).toBeHidden();
  await openPalette('premiers pas');
  await press('Enter');
  await expect(file.firstSteps).toBeVisible();
  await press('Escape');
  await expect(file.firstSteps).toBeHidden();
});

test('scene 2: somebody who comes without an appointment: a short contact in twelve keys at most, homonyms told apart', async () => {
  ids = [await file.createPerson('Anaïs', 'Lefèvre'), await file.createPerson('Anaïs', 'Lefèvre')];
  await file.setField(ids[0]!, 'birthDate', '1990-02-03');
  await file.setField(ids[1]!, 'birthDate', '1971-08-30');
  await file.goTo('Entreprises');
  await press('Control+k');
  // The name without its accents counts for one, as do the line and what is written in a field.
  await type('anais lefevre');
  await expect(options()).toHaveCount(2);
  await expect(options().filter({ hasText: '3 février 1990' })).toHaveCount(1);
  await expect(options().filter({ hasText: '30 août 1971' })).toHaveCount(1);
  await expectAccessible(app.page);
  let keys = 2;
  const count = async (key: string): Promise<void> => {
    keys += 1;
    await press(key);
  };
  if (!(await current().innerText()).includes('1990')) await count('ArrowDown');
  await expect(current()).toContainText('1990');
  await count('Tab');
  const dialog = app.page.getByRole('dialog', { name: /^Contact bref/ });
  await expect(dialog).toBeVisible();
  await type('Est passée à l’accueil.');
  keys += 1;
  const next = dialog.getByRole('textbox', { name: /rendez-vous/i }).first();
  await next.click();
  keys += 1;
  await type('dans 2 semaines 14 h');
  keys += 1;
  await count('Enter');
  await expect(dialog).toBeHidden();
  expect(keys).toBeLessThanOrEqual(12);
  // Back where one was, and the right one of the two has a contact of today.
  await expect(app.page.getByRole('main', { name: 'Entreprises' })).toBeVisible();
  const rows = await file.call<
    readonly { id: string; lastContactOn: string | null; nextAppointmentAt: number | null }[]
  >('caseFile.portfolio', {});
  const [one, other] = ids.map((id) => rows.find((row) => row.id === id));
  expect(one?.lastContactOn).not.toBeNull();
  expect(one?.nextAppointmentAt).not.toBeNull();
  expect(other?.lastContactOn).toBeNull();
});

test('whoever of two homonyms was opened is the row one comes back to', async () => {
  for (const year of ['1990', '1971']) {
    await openPalette('anais lefevre');
    await expect(options()).toHaveCount(2);
    if (!(await current().innerText()).includes(year)) await press('ArrowDown');
    await press('Enter');
    await expect(file.title).toHaveText('Anaïs Lefèvre');
    await file.goTo('Personnes');
    const row = app.page.getByRole('row').and(app.page.locator(':focus'));
    await expect(row).toContainText(year);
    await expect(row).toHaveAttribute('aria-selected', 'true');
  }
});

test('what is written for another file than the one on screen says so, and opens it', async () => {
  const contact = app.page.getByRole('dialog', { name: /^Contact bref/ });
  const birth = (year: string) => app.page.getByRole('main').getByText(new RegExp(`date de naissance.*${year}`));
  await openPalette('anais lefevre');
  if (!(await current().innerText()).includes('1990')) await press('ArrowDown');
  await press('Enter');
  await expect(birth('1990')).toBeVisible();
  await openPalette('anais lefevre');
  if (!(await current().innerText()).includes('1971')) await press('ArrowDown');
  await press('Tab');
  await expect(contact).toBeVisible();
  await press('Enter');
  await expect(contact).toBeHidden();
  await expect(file.toast).toContainText('C’est dans un autre dossier.');
  await expect(file.toast).not.toContainText('Anaïs');
  await file.toast.getByRole('button', { name: 'Ouvrir' }).click();
  await expect(birth('1971')).toBeVisible();
  await press('j');
  await expect(app.page.getByRole('dialog', { name: 'Rendez-vous' })).toBeVisible();
  await press('Escape');
});

test('arrows, Enter and Escape do what they say, and the focus comes back where it was', async () => {
  await file.goTo('Données');
  const settings = file.railItem('Réglages');
  await settings.focus();
  await openPalette();
  await expect(current()).toHaveCount(1);
  const first = await current().innerText();
  await press('ArrowDown');
  expect(await current().innerText()).not.toBe(first);
  await press('ArrowUp');
  expect(await current().innerText()).toBe(first);
  await press('ArrowUp');
  await expect(options().last()).toHaveAttribute('aria-selected', 'true');
  await press('Escape');
  await expect(file.palette).toBeHidden();
  await expect(settings).toBeFocused();
  await openPalette('zzzz');
  await expect(file.palette.getByRole('status')).toContainText('Rien à ce nom');
  await press('Control+k');
  await expect(file.palette).toBeHidden();
});

test('what is typed at once, before the eye sees the layer, is in its field', async () => {
  const firstName = app.page.getByRole('textbox', { name: 'Prénom' });
  await openPalette('nouveau dossier');
  await press('Enter');
  await type('Noémie');
  await expect(firstName).toHaveValue('Noémie');
  await press('Escape');
  await expect(firstName).toBeHidden();
  await file.goTo('Personnes');
  await file.rows.or(app.page.getByRole('gridcell')).first().waitFor();
  await press('n');
  await type('Tancrède');
  await expect(firstName).toHaveValue('Tancrède');
  await press('Escape');
  await expect(firstName).toBeHidden();
  await press('Control+k');
  await type('nouveau');
  await expect(file.palette.getByRole('combobox')).toHaveValue('nouveau');
  await press('Escape');
});

test('people, screens, actions and sections of the settings are all found, a typo forgiven', async () => {
  for (const [typed, found] of [
    ['verouiller', 'Verrouiller'],
    ['nouveau', 'Nouveau dossier'],
    ['appar sombre', 'Apparence'],
    ['english', 'English'],
    ['agrandir', 'Agrandir le texte'],
    ['touches', 'Voir les touches'],
    ['semaine', 'Cette semaine'],
    ['anais lefvre', 'Anaïs Lefèvre'],
  ] as const) {
    await openPalette(typed);
    await expect(options().filter({ hasText: found }).first()).toBeVisible();
    await press('Escape');
  }
  await openPalette('a propos');
  await press('Enter');
  await expect(app.page.getByRole('main', { name: 'À propos' })).toBeVisible();
  await openPalette('touches');
  await press('Enter');
  await expect(file.keysDialog).toBeVisible();
  await press('Escape');
});

test('words that look for people by their health or their past are refused, with a sentence, and nothing is searched', async () => {
  await openPalette('dépressive');
  await expect(file.palette.getByRole('status')).not.toBeEmpty();
  await expect(options()).toHaveCount(0);
  await press('Escape');
});

test('who was seen last is offered, never with somebody beside, and forgotten at the lock', async () => {
  await openPalette('anais lefevre');
  await press('Enter');
  await expect(file.title).toHaveText('Anaïs Lefèvre');
  await file.goTo('Données');
  const recents = file.palette.getByRole('group', { name: 'Vus à l’instant' });
  await openPalette();
  await expect(recents).toBeVisible();
  await press('Escape');
  await openPalette('helene vautrin');
  await press('Enter');
  await expect(file.title).toHaveText('Hélène Vautrin');
  await press('b');
  await expect(app.page.getByRole('main', { name: 'Entretien' })).toBeVisible();
  await openPalette();
  await expect(options().first()).toBeVisible();
  await expect(recents).toBeHidden();
  await expect(file.palette).not.toContainText('Lefèvre');
  await type('lefevre');
  await expect(options().filter({ hasText: 'Anaïs Lefèvre' }).first()).toHaveText(/^Anaïs Lefèvre(?:Contact bref)?$/);
  await press('Escape');
  await file.goTo('Données');
  await lockAndReturn(ADVISOR);
  await openPalette();
  await expect(options().first()).toBeVisible();
  await expect(recents).toBeHidden();
  await press('Escape');
});

test('the lock shows nothing of anybody; the same account comes back where it was, another one at its first screen', async () => {
  await openPalette('anais lefevre');
  await press('Enter');
  await expect(file.title).toHaveText('Anaïs Lefèvre');
  await file.open('Notes');
  await file.lock();
  expect(await app.page.locator('body').innerText()).not.toContain('Lefèvre');
  expect(await app.page.title()).not.toContain('Lefèvre');
  await file.useAccount(SUPERVISOR).click();
  await expect(app.page.getByRole('heading', { level: 1, name: 'Suivi de l’agence' })).toBeVisible();
  await file.passFirstSteps();
  await lockAndReturn(ADVISOR);
  await expect(file.title).toHaveText('Anaïs Lefèvre');
  await expect(file.tab('Notes')).toHaveAttribute('aria-selected', 'true');
});

test('from a note, letters typed at once over a dialog that still reads its content are not the note’s', async () => {
  const says = file.heading('Ce que dit la personne');
  // Today holds a contact and no meeting: its note has fewer headings.
  await press('Alt+2');
  await says.fill('Peut venir.');
  await openPalette('etiq');
  await press('Enter');
  await type('jeudi');
  const dialog = app.page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox').or(dialog.getByText('Pas encore d’étiquette')).first()).toBeVisible();
  await press('Escape');
  await expect(dialog).toBeHidden();
  await expect(says).toHaveValue('Peut venir.');
});

test('after a cut, the day says in one sentence each that a note and an action were kept, and leads to them', async () => {
  await file.heading('Ce que dit la personne').fill('Cherche plutôt le matin.');
  await expect.poll(async () => (await file.call<readonly unknown[]>('note.unfinished', {})).length).toBeGreaterThan(0);
  await expect
    .poll(async () => JSON.stringify(await Promise.all(ids.map((caseId) => file.call('note.draft', { caseId })))))
    .toContain('plutôt le matin');
  await press('Escape');
  await file.open('Synthèse');
  await file.page.getByRole('button', { name: /^Note commencée/ }).press('Enter');
  await expect(file.heading('Objet, présents, modalité')).toBeFocused();
  await press('Escape');
  await file.open('Synthèse');
  await file.page.getByRole('button', { name: 'Ajouter une action' }).press('Enter');
  await type('Relire la lettre');
  const halfTyped = async () => JSON.stringify(await file.call('preference.get', { name: 'half-typed' }));
  await expect.poll(halfTyped).toContain('Relire la lettre');
  // As a battery pulled out would leave it: nothing says goodbye.
  const child = app.electron.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
  app = await launchApp({ dataDir });
  file = new CaseFilePage(app.page);
  await file.comeIn();
  const line = app.page.getByRole('status').filter({ hasText: 'Une note' });
  const other = app.page.getByRole('status').filter({ hasText: 'Une action commencée et pas ajoutée a été gardée.' });
  await expect(line).toHaveText(/^Une note commencée (?:aujourd’hui|hier) à \d+\sh(?:\s\d\d)? a été gardée\./);
  await line.getByRole('button', { name: 'La reprendre' }).click();
  await expect(file.heading('Objet, présents, modalité')).toBeFocused();
  await expect(file.heading('Ce que dit la personne')).toHaveValue('Cherche plutôt le matin.');
  await file.goTo('Personnes');
  await expect(line).toBeHidden();
  await other.getByRole('button', { name: 'La reprendre' }).click();
  const what = app.page.getByRole('textbox', { name: 'Quoi' });
  await expect(what).toBeFocused();
  await expect(what).toHaveValue('Relire la lettre');
  await file.goTo('Personnes');
  await expect(other).toBeHidden();
});
