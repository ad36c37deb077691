import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { expectAccessible } from '../support/axe.ts';
import { CaseFilePage, type CaseTabName } from '../support/pages/case-file.page.ts';
import { wholeNumber } from '../support/pages/window.page.ts';

/** A person, a decision, a note: one appointment, with both hands on the keyboard. */
let app: RunningApp;
let file: CaseFilePage;
/** Whoever the journey is about. */
const THREAD = ['Suzanne', 'Essai-Fil'] as const;
let caseId: string;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  caseId = await file.createPerson(...THREAD);
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);

const outcomeOf = (name: string): Promise<string | null> => file.outcomeOf(caseId, name);

test('from the portfolio to the file: who, for what, since when', async () => {
  await file.openFromPortfolio(...THREAD);
  await expect(file.main).toContainText(/Vente en alimentation, depuis Metz, 15\skm à vélo ou en bus/);
  await expect(file.main).toContainText('Accompagnement depuis le');
  for (const tab of ['Situation', 'Entreprises', 'Notes', 'Synthèse'] as const) await file.open(tab);
});

test('why, then retain, set aside and keep for later, one key each, without a row that moves', async () => {
  await file.openEmployers();
  const names = await Promise.all([0, 1, 2, 3].map((index) => file.nameOfRow(file.rows.nth(index))));
  const [retained = '', setAside = '', later = '', next = ''] = names;
  await press('Enter');
  await expect(file.detail.getByRole('heading', { name: 'Pourquoi cette entreprise ?' })).toBeVisible();
  await expect(file.detail).toContainText('Distance depuis Metz');
  await press('Escape');

  await press('r');
  await expect(file.row(retained)).toContainText('Retenue');
  await expect(file.focusedRow).toContainText(setAside);
  await press('e');
  await expect(file.row(setAside)).toContainText('Pas retenue');
  await expect(file.focusedRow).toContainText(later);
  await press('t');
  await expect(file.row(later)).toContainText('À revoir');
  await expect(file.focusedRow).toContainText(next);
  expect(await Promise.all([0, 1, 2, 3].map((index) => file.nameOfRow(file.rows.nth(index))))).toEqual(names);
  await expect.poll(() => outcomeOf(retained)).toBe('retained');
  await expect.poll(() => outcomeOf(setAside)).toBe('set-aside');
  await expect.poll(() => outcomeOf(later)).toBe('later');
  await expect(file.part(/^Retenues\s1$/)).toBeVisible();
  await expect(file.part(/^Pas retenues\s1$/)).toBeVisible();

  // Why is optional, and said afterwards.
  await press('p');
  const reasons = file.page.getByRole('region', { name: `Pourquoi ${setAside} ne convient pas` });
  await expect(reasons).toBeVisible();
  await press('3');
  await press('6');
  await expect(reasons.getByRole('checkbox', { name: 'trop loin' })).toBeChecked();
  await reasons.getByRole('textbox', { name: 'En quelques mots' }).focus();
  await type('canari du refus');
  await press('Enter');
  await expect(reasons).toBeHidden();
  await expect
    .poll(async () => {
      const found = await file.decided(caseId, setAside);
      return [found?.reasons, found?.words];
    })
    .toEqual([['too-far', 'pay'], 'canari du refus']);

  // Not shown again for this person, until it is asked for.
  await file.open('Synthèse');
  await file.openEmployers();
  await expect(file.row(setAside)).toHaveCount(0);
  await expect(file.row(retained)).toContainText('Retenue');
});

test('a decision is undone by Ctrl+Z and by the button of its word', async () => {
  await file.openEmployers();
  const name = await file.nameOfRow(file.focusedRow);
  const before = await outcomeOf(name);
  await press('t');
  await expect.poll(() => outcomeOf(name)).toBe('later');
  await press('Control+z');
  await expect.poll(() => outcomeOf(name)).toBe(before);
  await expect(file.toast).toContainText(/^Annulé\s: .+ à revoir\.$/);
  await expect(file.focusedRow).toHaveCount(1);

  // The row that is undone goes for an instant and comes back: the keys with it.
  await press('e');
  await press('ArrowUp');
  const aside = await file.nameOfRow(file.focusedRow);
  await expect.poll(() => outcomeOf(aside)).toBe('set-aside');
  await press('Control+z');
  await expect.poll(() => outcomeOf(aside)).not.toBe('set-aside');
  await expect(file.focusedRow).toContainText(aside);

  await press('ArrowDown');
  const other = await file.nameOfRow(file.focusedRow);
  await press('e');
  await expect.poll(() => outcomeOf(other)).toBe('set-aside');
  await file.toast.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => outcomeOf(other)).not.toBe('set-aside');
  await expect(file.row(other)).not.toContainText('Pas retenue');
  await expect(file.row(other)).toHaveCount(1);
});

test('a key decides on the row that has the focus, and on no other', async () => {
  await file.openEmployers();
  const name = await file.nameOfRow(file.focusedRow);
  const before = await outcomeOf(name);
  await file.tabTo(file.part(/^Liste/), 'Shift+Tab');
  await press('t');
  await expect(file.focusedRow).toContainText(name);
  await press('t');
  await expect.poll(() => outcomeOf(name)).toBe('later');
  await press('Control+z');
  await expect.poll(() => outcomeOf(name)).toBe(before);
});

test('why is kept when one goes elsewhere before the end', async () => {
  await file.openEmployers();
  await press('End');
  const last = await file.table.getAttribute('aria-rowcount');
  await expect(file.focusedRow).toHaveAttribute('aria-rowindex', last ?? '');
  const name = await file.nameOfRow(file.focusedRow);
  await press('e');
  await expect.poll(() => outcomeOf(name)).toBe('set-aside');
  await press('p');
  const reasons = file.page.getByRole('region', { name: `Pourquoi ${name} ne convient pas` });
  await reasons.getByRole('textbox', { name: 'En quelques mots' }).focus();
  await type('trop tôt le matin');
  await file.tab('Synthèse').click();
  await expect.poll(async () => (await file.decided(caseId, name))?.words).toBe('trop tôt le matin');
});

test('the company one knows stands at the top of the list, with the same keys', async () => {
  await file.openEmployers();
  await press('a');
  const dialog = file.page.getByRole('dialog', { name: 'Ajouter une entreprise' });
  await expect(dialog.getByRole('textbox', { name: 'Nom de l’entreprise' })).toBeFocused();
  await type('Fromagerie des Remparts');
  await press('Tab');
  await type('Metz');
  await press('Tab');
  await type('Appeler Mme Weber');
  // Enter twice in a row is one company.
  await dialog.locator('form').evaluate((form: HTMLFormElement) => {
    form.requestSubmit();
    form.requestSubmit();
  });
  await expect(dialog).toBeHidden();
  await expect(file.rows.first()).toContainText('Fromagerie des Remparts');
  await expect(file.rows.first()).toContainText('ajoutée par Camille R.');
  await expect(file.row('Fromagerie des Remparts')).toHaveCount(1);
  await press('ArrowDown');
  await press('Home');
  await expect(file.focusedRow).toContainText('Fromagerie des Remparts');
  await press('r');
  await expect.poll(() => outcomeOf('Fromagerie des Remparts')).toBe('retained');
  await expect(file.row('Fromagerie des Remparts')).toContainText('Retenue');
});

test('what was set aside is put back in the list', async () => {
  await file.openEmployers();
  await press('End');
  const last = await file.table.getAttribute('aria-rowcount');
  await expect(file.focusedRow).toHaveAttribute('aria-rowindex', last ?? '');
  const name = await file.nameOfRow(file.focusedRow);
  // Decided twice: what is put back is not the first decision.
  await press('t');
  await expect.poll(() => outcomeOf(name)).toBe('later');
  await press('e');
  await expect.poll(() => outcomeOf(name)).toBe('set-aside');
  await file.tabTo(file.part(/^Pas retenues/), 'Shift+Tab');
  await press('Enter');
  const putBack = file.page.getByRole('button', { name: `Remettre dans la liste : ${name}` });
  await file.tabTo(putBack);
  await press('Enter');
  await expect.poll(() => outcomeOf(name)).toBeNull();
  await expect(putBack).toHaveCount(0);
  await expect(file.page.getByRole('list', { name: 'Pas retenue' }).locator('li:focus')).toHaveCount(1);
  await file.tabTo(file.part(/^Liste/), 'Shift+Tab');
  await press('Enter');
  await expect(file.rows.first()).toBeVisible();
});

test('the note: written, kept, validated, copied; nothing set aside is in it', async () => {
  await press('n');
  await expect(file.heading('Objet, présents, modalité')).toBeFocused();
  await type('Point sur les boulangeries');
  await expect(file.note.getByText(/^enregistré à/)).toBeVisible();
  await file.heading('Ce que dit la personne').focus();
  await type('Préfère le commerce de proximité.');
  const decided = file.note.getByRole('group', { name: /À joindre\s: Ce que nous avons décidé/ });
  await expect(decided).toContainText('Fromagerie des Remparts');
  await expect(file.note).not.toContainText('canari');
  // Twice in a row is one note.
  await press('Control+Enter');
  await press('Control+Enter');
  await expect(file.validated.first()).toContainText('Préfère le commerce de proximité.');
  await expect(file.validated.first()).toContainText('Validée par Camille Roussel');
  await expect(file.validated.first()).toContainText('Fromagerie des Remparts');
  await expect(file.validated).toHaveCount(1);

  const copy = file.validated.first().getByRole('button', { name: 'Copier pour mon logiciel' });
  await file.tabTo(copy);
  await press('Enter');
  await expect(file.toast).toContainText('Le presse-papiers sera vidé dans 60 secondes');
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('Préfère le commerce de proximité.');
  expect(copied).not.toContain('canari');
});

test('an empty note and a note that is too long are not validated, and lose nothing', async () => {
  await file.open('Notes');
  await press('n');
  await type('a'.repeat(5));
  const area = file.heading('Ce que dit la personne');
  await area.fill('b'.repeat(1001));
  await expect(file.note).toContainText(/1\s006 caractères sur 1\s000/);
  await press('Control+Enter');
  await expect(file.note.getByRole('alert')).toBeVisible();
  await expect(area).toHaveValue('b'.repeat(1001));
  await area.fill('');
  await file.heading('Objet, présents, modalité').fill('');
  await expect(file.note.getByText(/^enregistré à/)).toBeVisible();
  await file.tabTo(file.note.getByRole('button', { name: 'Ne pas garder' }));
  await press('Enter');
  await file.page.getByRole('dialog').getByRole('button', { name: 'Effacer la note en cours' }).click();
  await expect(file.heading('Objet, présents, modalité')).toHaveValue('');
});

test('a validated note is corrected by another', async () => {
  await file.open('Notes');
  await file.validated.first().getByRole('button', { name: 'Corriger' }).click();
  const area = file.heading('Ce que dit la personne');
  await expect(area).toHaveValue('Préfère le commerce de proximité.');
  await area.fill('Préfère le commerce de quartier.');
  await press('Control+Enter');
  await expect(file.note.getByRole('alert')).toContainText('Correction sans raison');
  await file.note.getByRole('textbox', { name: 'Pourquoi cette correction' }).fill('Le mot de la personne.');
  await press('Control+Enter');
  await expect(file.validated).toHaveCount(2);
  await expect(file.validated.first()).toContainText('corrige la note du');
  await expect(file.validated.last()).toContainText('corrigée par la note du');
});

test('without computed suggestions: by distance or by name, nothing of an estimate, the same decisions', async () => {
  await file.openEmployers();
  const count = wholeNumber(await file.panel.getByRole('heading', { level: 2 }).first().innerText());
  const refusal = file.page.getByRole('switch', { name: 'Sans suggestions calculées' });
  await file.tabTo(refusal, 'Shift+Tab');
  await press('Space');
  await expect(refusal).toBeChecked();
  await expect(file.panel).toContainText('Rien n’est calculé pour cette personne');
  await expect(file.table.getByRole('columnheader')).not.toContainText(['Embauches estimées (ce métier)']);
  for (const word of ['plutôt plus', 'plutôt moins', 'moyenne', '(estimation)']) {
    await expect(file.panel).not.toContainText(word);
  }
  await expect(file.list).toHaveAttribute('aria-busy', 'false');
  expect(wholeNumber(await file.panel.getByRole('heading', { level: 2 }).first().innerText())).toBe(count);
  await press('ArrowDown');
  const name = await file.nameOfRow(file.focusedRow);
  await press('v');
  await expect(file.page.getByRole('button', { name: /^De A à Z/ })).toBeVisible();
  await press('v');
  await press('ArrowDown');
  await press('Enter');
  await expect(file.detail).not.toContainText('Pourquoi');
  await press('Escape');
  await file.row(name).focus();
  await press('t');
  await expect.poll(() => outcomeOf(name)).toBe('later');
  await file.tabTo(refusal, 'Shift+Tab');
  await press('Space');
  await expect(refusal).not.toBeChecked();
});

test('without an occupation the list says what to do', async () => {
  const nearlyEmpty = await file.createPerson('Paul', 'Essai-Vide');
  const { facts } = await file.call<{ facts: Record<string, { revision: number }> }>('caseFile.get', {
    caseId: nearlyEmpty,
  });
  await file.setField(nearlyEmpty, 'project1.occupation', null, facts['project1.occupation']?.revision);
  await file.openFromPortfolio('Paul', 'Essai-Vide');
  await file.open('Entreprises');
  await file.page.getByRole('button', { name: 'Remplir le projet' }).click();
  await expect(file.tab('Situation')).toHaveAttribute('aria-selected', 'true');
  await file.fact('Métier').first().focus();
  await press('Enter');
  await type('vendeuse boulangerie');
  await expect(file.page.getByRole('option').first()).toContainText('boulangerie');
  await press('Enter');
  await expect(file.fact('Métier').first()).toContainText('boulangerie');
  await file.openEmployers();
});

const TABS: readonly CaseTabName[] = ['Synthèse', 'Situation', 'Entreprises', 'Notes'];
for (const theme of ['light', 'dark'] as const) {
  for (const tab of TABS) {
    test(`${tab}, ${theme} @axe`, { tag: '@axe' }, async () => {
      await app.page.evaluate((wanted) => window.vav.call('settings.set', { theme: wanted }), theme);
      await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      if (tab === 'Entreprises') await file.openEmployers();
      else await file.open(tab);
      await expectAccessible(app.page);
    });
  }
}
