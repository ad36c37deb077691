import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';

/** A file from its first meeting to its erasure, with both hands on the keyboard. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let file: CaseFilePage;
const WHO = ['Solange', 'Essai-Vie'] as const;
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
const SAID_ON = '2026-03-04';

test('the oldest facts are confirmed by one key each, and that is undone', async () => {
  await file.open('Synthèse');
  const confirm = (name: string) => file.page.getByRole('button', { name: new RegExp(`^Toujours vrai\\s: ${name}$`) });
  await press('v');
  await expect(confirm('Métier')).toBeFocused();
  // Held down: the next fact has the keys, and is not answered by them.
  await app.page.keyboard.down('v');
  await app.page.keyboard.down('v');
  await app.page.keyboard.up('v');
  await expect(file.page.getByRole('button', { name: /^Confirmé aujourd’hui\s: Métier$/ })).toBeVisible();
  await expect(confirm('Autour de')).toBeFocused();
  await expect.poll(() => file.saidOn(caseId, 'project1.occupation')).not.toBe(SAID_ON);
  expect(await file.saidOn(caseId, 'project1.place')).toBe(SAID_ON);
  await press('Control+z');
  await expect.poll(() => file.saidOn(caseId, 'project1.occupation')).toBe(SAID_ON);
  await expect(confirm('Métier')).toBeVisible();
});

test('in Situation, V confirms the line that has the keys and H tells what it was before', async () => {
  await file.open('Situation');
  await file.fact('Autour de').first().focus();
  await press('v');
  await expect.poll(() => file.saidOn(caseId, 'project1.place')).not.toBe(SAID_ON);
  await press('h');
  const history = file.page.getByRole('dialog', { name: /^Versions d’avant\s: Autour de$/ });
  await expect(history).toContainText('Metz');
  await press('Escape');
  await expect(history).toBeHidden();
  await expect(file.fact('Autour de').first()).toBeFocused();
  await press('Control+z');
  await expect.poll(() => file.saidOn(caseId, 'project1.place')).toBe(SAID_ON);
});

test('two changes of one field are undone in turn', async () => {
  await file.open('Situation');
  for (const text of ['le matin', 'le soir']) {
    await file.fact('Meilleures heures').focus();
    await press('Enter');
    await press('Control+a');
    await type(text);
    await press('Enter');
    await expect(file.fact('Meilleures heures')).toContainText(text);
  }
  await press('Control+z');
  await expect(file.fact('Meilleures heures')).toContainText('le matin');
  await press('Control+z');
  await expect(file.fact('Meilleures heures')).toContainText('pas abordé');
});

test('a first meeting says what to ask first, and leads there', async () => {
  await file.open('Synthèse');
  const ask = file.page.getByRole('region', { name: 'Premier entretien' });
  await ask.getByRole('button', { name: 'ce que la personne sait faire' }).press('Enter');
  await expect(file.tab('Situation')).toHaveAttribute('aria-selected', 'true');
  await expect(file.fact('Derniers emplois')).toBeFocused();
});

test('a second project is added, comes first, and the two go back by one undo', async () => {
  await file.open('Situation');
  await file.page.getByRole('button', { name: 'Ajouter un projet' }).press('Enter');
  const jobs = file.fact('Métier');
  await expect(jobs.nth(1)).toBeFocused();
  await press('Enter');
  await type('vendeuse boulangerie');
  await expect(file.page.getByRole('option').first()).toContainText('boulangerie');
  await press('Enter');
  await expect(jobs.nth(1)).toContainText('boulangerie');
  await file.page.getByRole('button', { name: 'Mettre en premier' }).press('Enter');
  await expect(jobs.first()).toContainText('boulangerie');
  await expect(file.main).toContainText(/boulangerie.*Accompagnement depuis/);
  await expect(file.toast).toContainText('Le projet 2 est passé en premier.');
  await press('Control+z');
  await expect(jobs.first()).toContainText('Vente en alimentation');
  await expect.poll(() => file.knownValue(caseId, 'project1.place')).toMatchObject({ name: 'Metz' });
  await expect.poll(() => file.knownValue(caseId, 'project2.place')).toBeNull();
});

test('an action that is half typed is there again when one comes back, from another tab or from a lock', async () => {
  await file.open('Synthèse');
  await file.page.getByRole('button', { name: 'Ajouter une action' }).press('Enter');
  const what = file.page.getByRole('textbox', { name: 'Quoi' });
  await expect(what).toBeFocused();
  await type('Relire la lettre');
  // Left, not given up: the keys of the file act again.
  await press('Escape');
  await expect(what).toHaveValue('Relire la lettre');
  await press('5');
  await expect(file.tab('Notes')).toHaveAttribute('aria-selected', 'true');
  await file.tab('Synthèse').click();
  await expect(what).toHaveValue('Relire la lettre');
  await file.lock();
  await file.enter();
  await expect(what).toHaveValue('Relire la lettre');
  await what.focus();
  await press('Enter');
  await expect(file.page.getByRole('listitem').filter({ hasText: 'Relire la lettre' }).first()).toBeVisible();
  await file.tab('Notes').click();
  await file.tab('Synthèse').click();
  await expect(what).toHaveCount(0);
});

test('a line left by Escape is there when the dialog opens again', async () => {
  await press('c');
  await type('rappelle demain');
  await press('Escape');
  await expect(file.toast).toContainText('La ligne commencée est gardée');
  await press('c');
  await expect(file.page.getByLabel('En une ligne')).toHaveValue('rappelle demain');
  await file.page.getByLabel('En une ligne').fill('');
  await press('Escape');
});

test('a word at the counter and the next appointment take eight keys, what is typed aside', async () => {
  await file.open('Synthèse');
  const keys = ['c', 'Shift+Tab', 'ArrowRight', 'Tab'] as const;
  await press(keys[0]);
  const dialog = file.page.getByRole('dialog', { name: /^Contact bref/ });
  await expect(dialog.getByRole('textbox', { name: 'En une ligne' })).toBeFocused();
  await press(keys[1]);
  await press(keys[2]);
  await expect(dialog.getByRole('radio', { name: 'à l’agence' }).first()).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'la personne' })).toBeChecked();
  await press(keys[3]);
  await type('a trouvé la salle');
  await press('Tab');
  await type('dans 2 semaines 14h');
  await expect(dialog).toContainText(/14\sh\./);
  await press('Control+Enter');
  await expect(dialog).toBeHidden();
  await expect(file.page.getByRole('region', { name: 'Dernier contact' })).toContainText('aujourd’hui');
  await expect(file.page.getByRole('region', { name: 'Prochain rendez-vous' })).toContainText(/14\sh/);
});

test('a contact and the appointment made with it are one thing: one undo takes back both', async () => {
  const met = file.page.getByRole('region', { name: 'Dernier contact' });
  const ahead = file.page.getByRole('region', { name: 'Prochain rendez-vous' });
  const entries = file.page.locator('.timeline-entry');
  await expect(entries.filter({ hasText: 'a trouvé la salle' })).toHaveCount(1);
  await press('Control+z');
  await expect(file.toast).toContainText('Contact enregistré, rendez-vous fixé.');
  await expect(ahead).not.toContainText(/14\sh/);
  await expect(met).not.toContainText('aujourd’hui');
  await expect(entries.filter({ hasText: 'a trouvé la salle' })).toHaveCount(0);
  await press('c');
  await type('a trouvé la salle');
  await press('Control+Enter');
  await expect(met).toContainText('aujourd’hui');
});

test('what happened is seen one kind at a time, which is remembered while the file is open', async () => {
  await file.open('Synthèse');
  const filters = file.page.getByRole('group', { name: 'Montrer' });
  const entries = file.page.locator('.timeline-entry');
  await filters.getByRole('button', { name: 'Tout' }).focus();
  await press('ArrowRight');
  await expect(filters.getByRole('button', { name: 'Rendez-vous et contacts' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(entries.filter({ hasText: 'a trouvé la salle' })).toHaveCount(1);
  await expect(entries.filter({ hasText: 'Relire la lettre' })).toHaveCount(0);
  await press('ArrowLeft');
  await press('ArrowLeft');
  await expect(filters.getByRole('button', { name: 'Plan' })).toBeFocused();
  await expect(entries.filter({ hasText: 'Relire la lettre' })).toHaveCount(1);
  await file.open('Situation');
  await file.open('Synthèse');
  await expect(filters.getByRole('button', { name: 'Plan' })).toHaveAttribute('aria-pressed', 'true');
});

test('what is printed is what may be, after the precautions where there are some', async () => {
  await file.stubPrint();
  await file.setField(caseId, 'subjectHousing', { state: 'yes', settledOn: null });
  await file.setField(caseId, 'interviews', 41);
  await file.open('Situation');
  await file.act('Imprimer la situation');
  await expect.poll(() => file.printed()).toContain('Ce que nous avons noté ensemble');
  const paper = (await file.printed()) ?? '';
  expect(paper).toContain('Vente en alimentation');
  for (const absent of ['Logement', '41', 'Entretiens obtenus', 'a trouvé la salle'])
    expect(paper).not.toContain(absent);
  await expect(file.page.locator('.case-paper')).toHaveCount(0);

  await file.stubPrint();
  await file.setField(caseId, 'precautions', ['nothing-to-take-home']);
  await expect(file.page.getByRole('list', { name: 'Précautions' })).toBeVisible();
  await file.act('Imprimer la situation');
  const ask = file.page.getByRole('dialog', { name: 'Avant d’imprimer' });
  await expect(ask).toContainText('rien à emporter');
  await expectAccessible(app.page);
  await press('Escape');
  await expect(ask).toBeHidden();
  expect(await file.printed()).toBeNull();
  await file.act('Imprimer la situation');
  await ask.getByRole('button', { name: 'Imprimer', exact: true }).press('Enter');
  await expect.poll(() => file.printed()).toContain('Ce que nous avons noté ensemble');
  await expect(ask).toBeHidden();
  expect(await file.printed()).not.toContain('rien à emporter');
});

test('a note is copied once its precautions are read', async () => {
  await press('n');
  // The two exchanged today without a meeting: the note is that of a short contact.
  await expect(file.heading('Échange, modalité')).toBeFocused();
  await type('Point');
  await press('Control+Enter');
  await expect(file.validated).toHaveCount(1);
  await file.validated.first().getByRole('button', { name: 'Copier pour mon logiciel' }).press('Enter');
  const ask = file.page.getByRole('dialog', { name: 'Avant de copier' });
  await expect(ask).toContainText('rien à emporter');
  await ask.getByRole('button', { name: 'Copier', exact: true }).press('Enter');
  await expect(ask).toBeHidden();
  await expect(file.toast).toContainText('Le presse-papiers sera vidé');
});

test('an open file is not erased, and says what to do first', async () => {
  await file.act('Effacer le dossier…');
  const dialog = file.page.getByRole('dialog', { name: /^Effacer ce dossier/ });
  await expect(dialog).toContainText('le fermer d’abord');
  await expect(dialog.getByRole('button', { name: 'Effacer pour toujours' })).toBeDisabled();
  await press('Escape');
  await expect(dialog).toBeHidden();
});

/** The list of companies of a closed file is read: neither its buttons nor its keys decide on any. */
async function expectNothingToDecide(): Promise<void> {
  await file.open('Entreprises');
  const list = file.page.getByRole('treegrid');
  await expect(list.locator('[role="row"]:focus')).toBeVisible();
  await expect(list.getByRole('button', { name: 'Retenir' })).toHaveCount(0);
  await press('r');
  await press('?');
  await expect(file.keysDialog).toBeVisible();
  await expect(file.keysDialog).not.toContainText('Écarter');
  await press('Escape');
  await expect(file.keysDialog).toBeHidden();
  expect(await file.call('decision.list', { caseId })).toMatchObject({ decided: [] });
}

test('a file is closed with its reason, reopened with its story, and the undo closes it again', async () => {
  await file.open('Synthèse');
  await file.act('Fermer le dossier…');
  const dialog = file.page.getByRole('dialog', { name: 'Fermer le dossier' });
  await expect(dialog).toContainText('Relire la lettre');
  await dialog.getByRole('button', { name: 'Fermer le dossier' }).press('Enter');
  await expect(dialog).toContainText('Choisir pourquoi.');
  await dialog.getByRole('radio', { name: 'projet abouti' }).check();
  await dialog.getByRole('radio', { name: 'emploi durable' }).check();
  await expectAccessible(app.page);
  await dialog.getByRole('button', { name: 'Fermer le dossier' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(file.closedBanner).toContainText('Projet abouti.');
  await expect(file.closedBanner).toContainText(/conservés? jusqu’au/i);
  await expect(file.page.getByRole('button', { name: 'Ajouter une action' })).toHaveCount(0);
  await expect(file.closedBanner).toContainText('rouvrir le dossier les rend');
  await expectNothingToDecide();
  await file.open('Synthèse');
  await file.closedBanner.getByRole('button', { name: 'Rouvrir' }).press('Enter');
  await expect(file.closedBanner).toHaveCount(0);
  await file.page.getByRole('group', { name: 'Montrer' }).getByRole('button', { name: 'Situation' }).click();
  await expect(file.page.locator('.timeline-entry').filter({ hasText: 'Dossier rouvert' })).toHaveCount(1);
  await expect(file.page.locator('.timeline-entry').filter({ hasText: 'Dossier fermé' })).toHaveCount(1);
  await press('Control+z');
  await expect(file.closedBanner).toContainText('Projet abouti.');
});

test('a closed file is archived', async () => {
  await file.closedBanner.getByRole('button', { name: 'Archiver' }).press('Enter');
  await expect(file.closedBanner).toContainText('Archivé le');
  await expect(file.closedBanner.getByRole('button', { name: 'Archiver' })).toHaveCount(0);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a closed file and what erases it, ${theme} @axe`, { tag: '@axe' }, async () => {
    await app.page.evaluate((wanted) => window.vav.call('settings.set', { theme: wanted }), theme);
    await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expectAccessible(app.page);
    await file.closedBanner.getByRole('button', { name: 'Effacer…' }).press('Enter');
    await expect(file.page.getByRole('dialog')).toBeVisible();
    await expectAccessible(app.page);
    await press('Escape');
    await expect(file.page.getByRole('dialog')).toBeHidden();
  });
}

test('a file is erased once its word is typed, and nothing of it is left on screen', async () => {
  await file.closedBanner.getByRole('button', { name: 'Effacer…' }).press('Enter');
  const dialog = file.page.getByRole('dialog', { name: /^Effacer ce dossier/ });
  await dialog.getByRole('button', { name: 'Effacer pour toujours' }).press('Enter');
  await expect(dialog).toContainText('Il manque le mot');
  await dialog.getByRole('radio', { name: 'la personne le demande' }).check();
  await dialog.getByRole('textbox').fill('effacer');
  await press('Enter');
  await expect(file.page.getByRole('main', { name: 'Personnes' })).toBeVisible();
  await expect(file.toast).toContainText('Cela ne s’annule pas.');
  await expect(file.toast.getByRole('button', { name: 'Annuler' })).toHaveCount(0);
  await expect(file.call('caseFile.get', { caseId })).rejects.toThrow('NOT_FOUND');
});
