import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';

/** What was agreed on and what is written of it, with both hands on the keyboard. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let file: CaseFilePage;
let caseId: string;
const WHO = ['Basile', 'Essai-Plan'] as const;
const OBJECTIVE = 'Un poste de jour';
const LINE = 'demander des nouvelles du potager';

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
const plan = (): Promise<readonly Record<string, unknown>[]> => file.call('action.list', { caseId });
const lines = () => app.page.locator('.plan-line');

test('@axe an objective and an action for it are agreed on by keys, said in progress, put right and undone', async () => {
  await press('4');
  await expect(file.panel).toContainText('Rien n’est convenu encore');
  await press('o');
  await expect(app.page.getByLabel('Ce que nous voulons atteindre')).toBeFocused();
  await type(OBJECTIVE);
  await press('Enter');
  await expect(lines()).toHaveCount(1);
  await press('Escape');
  await press('a');
  await expect(app.page.getByLabel('Quoi')).toBeFocused();
  await type('Porter la lettre');
  await app.page.getByLabel('Pour l’objectif').selectOption(OBJECTIVE);
  await app.page.getByRole('button', { name: 'dans 15 jours' }).press('Enter');
  await press('Control+Enter');
  await expect(lines()).toHaveCount(2);
  await expect(lines().nth(1)).toContainText(`pour\u00a0: ${OBJECTIVE}`);
  await expectAccessible(app.page);
  // From under the lines to the first, then to the next.
  await press('ArrowDown');
  await press('ArrowDown');
  await press('e');
  await expect.poll(async () => (await plan()).map(({ state }) => state)).toContain('in-progress');
  await press('m');
  await expect(app.page.getByLabel('Quoi')).toBeFocused();
  await press('End');
  await type(' de motivation');
  await press('Enter');
  await expect(lines().nth(1)).toContainText('Porter la lettre de motivation');
  await file.toast.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(lines().nth(1)).not.toContainText('motivation');
  await expectAccessible(app.page);
});

test('@axe a note takes another template without losing a word, is validated, and withdrawn with a reason', async () => {
  await press('5');
  const says = file.heading('Ce que dit la personne');
  await says.focus();
  await type('Préfère les matins.');
  await press('Alt+4');
  await expect(app.page.getByRole('combobox', { name: /^Modèle/ })).toHaveValue('not-held');
  await expect(says).toHaveValue('Préfère les matins.');
  await expectAccessible(app.page);
  await press('Alt+2');
  await press('Control+Enter');
  await expect(file.validated).toHaveCount(1);
  await app.page.getByRole('button', { name: 'Retirer la note' }).press('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Pourquoi' })).toBeFocused();
  await type('Écrite dans un autre dossier');
  await press('Enter');
  await expect(file.validated).toContainText('Note du');
  await expect(file.validated).toContainText('retirée');
  await expect(file.validated).toContainText('Écrite dans un autre dossier');
  await expectAccessible(app.page);
});

test('the line of preparation is there again, and in nothing that leaves the file', async () => {
  await press('1');
  const line = app.page.getByRole('textbox', { name: 'Pour préparer, rien que pour moi' });
  await line.focus();
  await type(LINE);
  await press('Enter');
  await expect(app.page.getByText('Ni partagée, ni imprimée', { exact: false })).toContainText('Effacée le');
  await press('Tab');
  await press('Escape');
  await app.page.locator('#main').focus();
  await press('4');
  await press('1');
  await expect(line).toHaveValue(LINE);
  expect(JSON.stringify(await file.call('caseFile.timeline', { caseId }))).not.toContain(LINE);
});

test('six months after the end, one key says what became of the situation', async () => {
  const { revision } = await file.call<{ readonly revision: number }>('caseFile.get', { caseId });
  const today = new Date();
  const before = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 7, 5)).toISOString().slice(0, 10);
  const closing = { on: before, reason: 'project-reached', outcome: 'short-job', baseRevision: revision };
  await file.command('caseFile.close', { caseId, ...closing });
  await file.goTo(/^Journée$/);
  await app.page
    .getByRole('region', { name: /^Six mois après/ })
    .getByRole('button', { name: /Essai-Plan/ })
    .press('Enter');
  await expect(app.page.getByRole('button', { name: 'emploi durable' })).toBeFocused();
  await press('1');
  await expect(app.page.getByRole('region', { name: /^Six mois après/ })).toBeHidden();
  expect(JSON.stringify(await file.call('outcome.toAsk', {}))).not.toContain(caseId);
});
