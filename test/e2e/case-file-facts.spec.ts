import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';

/** What is known of a person and what was agreed on, with both hands on the keyboard: nothing typed is lost. */
let app: RunningApp;
let file: CaseFilePage;
const WHO = ['Ariane', 'Essai-Faits'] as const;
let caseId: string;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  caseId = await file.createPerson(...WHO);
  await file.openFromPortfolio(...WHO);
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);

test('a fact is edited in place, kept when it is left, undone by a key', async () => {
  await file.open('Situation');
  await file.fact('Meilleures heures').focus();
  await press('Enter');
  await type('le matin');
  await press('Enter');
  await expect(file.fact('Meilleures heures')).toContainText('le matin');
  await expect(file.fact('Meilleures heures')).toContainText('dit par la personne');
  await expect(file.fact('Meilleures heures')).toBeFocused();
  await press('Enter');
  await type('le soir');
  await press('Escape');
  await expect(file.fact('Meilleures heures')).toContainText('le matin');
  await press('Control+z');
  await expect(file.fact('Meilleures heures')).toContainText('pas abordé');
});

const valueOf = async (field: string): Promise<unknown> => {
  const { facts } = await file.call<{ facts: Record<string, { value: unknown }> }>('caseFile.get', { caseId });
  return facts[field]?.value;
};

test('what is typed in a field is kept when its tab or its screen is left by a key', async () => {
  await file.open('Situation');
  await file.fact('Meilleures heures').focus();
  await press('Enter');
  await type('le jeudi');
  await press('Alt+ArrowLeft');
  await expect.poll(() => valueOf('bestHours')).toBe('le jeudi');
  await press('Alt+ArrowRight');
  await file.fact('Aides').focus();
  await press('Enter');
  await expect(file.page.getByRole('checkbox', { name: 'gros caractères' })).toBeFocused();
  await press('Space');
  await press('1');
  await expect(file.tab('Synthèse')).toHaveAttribute('aria-selected', 'true');
  await expect.poll(() => valueOf('understanding')).toEqual(['large-print']);
});

test('a date that is half typed erases nothing: the field waits for the rest', async () => {
  await file.setField(caseId, 'registeredOn', '2026-03-04');
  await file.open('Situation');
  await expect(file.fact('Inscription')).toContainText('4 mars 2026');
  await file.fact('Inscription').focus();
  await press('Enter');
  const day = file.page.getByLabel('Inscription', { exact: true });
  await expect(day).toBeFocused();
  await press('Backspace');
  await press('Enter');
  await expect(file.page.getByText('Cette date n’est pas finie')).toBeVisible();
  await expect(day).toBeFocused();
  expect(await valueOf('registeredOn')).toBe('2026-03-04');
  await press('Escape');
  await expect(file.fact('Inscription')).toContainText('4 mars 2026');
  await press('Enter');
  await file.tabTo(file.page.getByRole('button', { name: 'Effacer', exact: true }));
  await press('Enter');
  await expect.poll(() => valueOf('registeredOn')).toBeNull();
});

test('the keys stay on a field of which a line is removed', async () => {
  await file.open('Situation');
  await file.fact('Derniers emplois').focus();
  await press('Enter');
  await type('vente');
  await file.tabTo(file.page.getByRole('button', { name: 'Ajouter une ligne' }));
  await press('Enter');
  await file.tabTo(file.page.getByRole('button', { name: 'Enlever la ligne 2' }), 'Shift+Tab');
  await press('Enter');
  await expect(file.page.getByRole('button', { name: 'Enlever la ligne 2' })).toHaveCount(0);
  await press('Enter');
  await expect.poll(() => valueOf('lastJobs')).toEqual([{ line: 'vente' }]);
  await expect(file.fact('Derniers emplois')).toBeFocused();
});

test('what somebody else changed meanwhile is never written over: two versions to choose from', async () => {
  await file.open('Situation');
  await file.fact('Courriel').focus();
  await press('Enter');
  await type('mienne@exemple.example');
  await file.setField(caseId, 'email', 'autre@exemple.example');
  await press('Enter');
  const choice = file.page.getByRole('group', { name: /^Deux versions à départager\s: Courriel$/ });
  await expect(choice).toContainText('autre@exemple.example');
  await expect(choice).toContainText('mienne@exemple.example');
  await expect(choice).toContainText('Camille Roussel');
  await expect(choice).toBeFocused();
  // Mine stays, whatever tab is shown.
  await file.tab('Synthèse').click();
  await file.open('Situation');
  await choice.getByRole('button', { name: 'Garder la mienne' }).click();
  await expect(file.fact('Courriel')).toContainText('mienne@exemple.example');
  await expect(file.fact('Courriel')).toBeFocused();
  await file.fact('Courriel').hover();
  await file.page.getByRole('button', { name: /^Versions d’avant\s: Courriel$/ }).click();
  await expect(file.page.getByRole('dialog')).toContainText('autre@exemple.example');
  await press('Escape');
});

test('promises: added, and their state said in one key', async () => {
  await file.open('Synthèse');
  await file.page.getByRole('button', { name: 'Ajouter une action' }).click();
  await type('Envoyer le modèle de lettre');
  await press('Enter');
  await expect(file.page.getByRole('button', { name: 'Ajouter une action' })).toBeFocused();
  const line = file.page.getByRole('listitem').filter({ hasText: 'Envoyer le modèle de lettre' }).first();
  await expect(line.getByRole('button', { name: 'pas encore' })).toHaveAttribute('aria-pressed', 'true');
  await line.getByRole('button', { name: 'pas encore' }).focus();
  await press('f');
  await expect(line.getByRole('button', { name: 'fait' })).toHaveAttribute('aria-pressed', 'true');
  await press('Control+z');
  await expect(line.getByRole('button', { name: 'pas encore' })).toHaveAttribute('aria-pressed', 'true');
});

test('an appointment is set, and told in the header', async () => {
  await file.page.getByRole('button', { name: 'Rendez-vous', exact: true }).first().click();
  const dialog = file.page.getByRole('dialog', { name: 'Rendez-vous' });
  await dialog.getByRole('textbox', { name: 'Objet du rendez-vous' }).fill('point sur les candidatures');
  await dialog.getByRole('button', { name: 'Fixer le rendez-vous' }).click();
  await expect(dialog).toBeHidden();
  await expect(file.main).toContainText('Prochain rendez-vous');
});
