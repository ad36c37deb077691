/** Scene 8 of the field: a slip typed anywhere is seen, another wording is offered, nothing is blocked, and nobody is searched for by it. */
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';

const SLIP = 'dépressive, mari en prison';

let app: RunningApp;
let file: CaseFilePage;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  await file.createPerson('Ariane', 'Essai-Relecture');
  await file.openFromPortfolio('Ariane', 'Essai-Relecture');
});

test.afterAll(() => endJourney(app));

/** What stands under a field: what is read aloud says the same words. */
const line = () => app.page.locator('.text-check-line');
const BOTH = '2 passages à relire : « dépressive », « mari en prison »';
const button = (name: string | RegExp) => app.page.getByRole('button', { name });

test('a slip in a note is seen, and replaced by words that add nothing; it can be taken back', async () => {
  await file.tab('Notes').click();
  const says = app.page.getByLabel('Ce que dit la personne');
  await says.fill(SLIP);
  await expect(line()).toContainText(BOTH);
  await expect(says).toHaveAccessibleDescription(/^2\spassages à relire/);
  await button('Pourquoi ?').click();
  await expectAccessible(app.page);
  await expect(app.page.getByText('Mieux vaut ne pas l’écrire.')).toHaveCount(2);
  await expect(button(/^Remplacer/)).toHaveCount(0);
  await button('Retirer ces mots « mari en prison »').click();
  await expect(says).toHaveValue('dépressive');
  await expect(says).toBeFocused();
  await expect(line()).toContainText('1 passage à relire : « dépressive »');
  await app.page.keyboard.press('Control+z');
  await expect(says).toHaveValue(SLIP);
});

test('passages neither replaced nor kept are led to before the note is validated, which a second press does', async () => {
  await file.tab('Notes').click();
  const says = app.page.getByLabel('Ce que dit la personne');
  await says.fill('');
  await expect(line()).toHaveCount(0);
  await says.fill(SLIP);
  // At once: before the passages are marked.
  await app.page.keyboard.press('Control+Enter');
  const told = app.page.getByRole('status').filter({ hasText: 'Valider de nouveau pour garder tel quel.' });
  await expect(told).toHaveText(/^2\spassages à relire\./);
  await expect(button('Pourquoi ?')).toBeFocused();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('article').filter({ hasText: SLIP })).toBeVisible();
  await expect(says).toHaveValue('');
});

test('Escape leaves a field of the note: the keys of the file act again', async () => {
  await file.tab('Notes').click();
  await app.page.getByLabel('Ce que dit la personne').focus();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('heading', { name: 'Compte rendu' })).toBeFocused();
  await app.page.keyboard.press('t');
  await expect(app.page.getByRole('dialog')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('dialog')).toBeHidden();
});

test('a word that is kept is not said again, and the note is validated as it is', async () => {
  await file.tab('Notes').click();
  const says = app.page.getByLabel('Ce que dit la personne');
  await says.fill('Sort de prison en janvier.');
  await button('Pourquoi ?').click();
  await button('Garder « Sort de prison »').click();
  await expect(says).toBeFocused();
  await expect(line()).toHaveCount(0);
  await button('Valider la note').click();
  await expect(app.page.getByRole('article').filter({ hasText: 'Sort de prison en janvier.' })).toBeVisible();
});

test('by the keys alone: Escape closes the explanation, and not what the field stands in', async () => {
  await button('Contact bref').click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Une ligne' }).fill(SLIP);
  await expect(line()).toContainText(BOTH);
  await app.page.keyboard.press('Tab');
  await expect(button('Pourquoi ?')).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(button('Refermer')).toBeFocused();
  await expect(button('Retirer ces mots « mari en prison »')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(button('Pourquoi ?')).toBeVisible();
  await expect(dialog).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('while the screen is shared, nothing is said', async () => {
  await file.tab('Notes').click();
  await app.page.getByLabel('Ce que dit la personne').fill(SLIP);
  await expect(line()).toContainText(BOTH);
  await app.page.evaluate(() => {
    document.documentElement.dataset['shared'] = '';
  });
  await expect(line()).toHaveCount(0);
  // What is about to be validated is still counted.
  await app.page.keyboard.press('Control+Enter');
  await expect(file.note).toContainText('2 passages à relire');
  await app.page.evaluate(() => {
    delete document.documentElement.dataset['shared'];
  });
  await expect(line()).toContainText(BOTH);
});

test('notes are searched from anywhere, and never by such words', async () => {
  await app.page.getByRole('heading', { level: 1 }).click();
  await app.page.keyboard.press('f');
  const field = app.page.getByRole('combobox', { name: 'Mots à chercher' });
  await expect(field).toBeFocused();
  const hits = app.page.getByRole('listbox', { name: 'Notes trouvées' }).getByRole('option');
  await app.page.keyboard.type('sort de');
  await expect(hits.filter({ hasText: 'Ariane Essai-Relecture' })).toHaveText(/Sort de prison en janvier/);
  await expectAccessible(app.page);
  await field.fill('dépressive');
  await expect(app.page.getByRole('status').getByText(/on ne cherche pas quelqu’un par là/)).toBeVisible();
  await expect(hits).toHaveCount(0);
  await field.fill('introuvable');
  await expect(app.page.getByText(/Aucune note n’a ces mots/)).toBeVisible();
  await app.page.evaluate(() => window.vav.call('settings.set', { theme: 'dark' }));
  await field.fill('en janvier');
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(app.page);
  await field.fill('"en janvier"');
  await expect(hits.filter({ hasText: 'Ariane Essai-Relecture' })).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(file.tab('Notes')).toHaveAttribute('aria-selected', 'true');
});
