import { expect, type Locator, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { readPdf } from '../support/pdf-text.ts';

/** After an employer is retained: with both hands on the keyboard, for one person and then for the next. */
let app: RunningApp;
let file: CaseFilePage;
const FIRST = ['Suzanne', 'Essai-Suivi'] as const;
const NEXT = ['Ibrahim', 'Essai-Après'] as const;
const SET_ASIDE_WORDS = 'canari du comptoir vert';
let caseId: string;
let nextId: string;
/** The employers of the list, by name. */
let names: readonly string[];
/** The second of them, which asks out. */
let asking: string;

interface Row {
  readonly siret: string;
  readonly name: string;
}

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  caseId = await file.createPerson(...FIRST);
  nextId = await file.createPerson(...NEXT);
  const list = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'plain' };
  const { page } = await file.call<{ readonly page: { readonly rows: readonly Row[] } }>('suggestion.forCase', {
    ...{ caseId, ...list, offset: 0, limit: 4 },
  });
  names = page.rows.map(({ name }) => name);
  const decide = (person: string, siret: string, outcome: string, words = ''): Promise<unknown> =>
    file.command('decision.make', {
      ...{ caseId: person, item: { kind: 'establishment', siret }, outcome, words, list, baseRevision: 0 },
      reasons: words === '' ? [] : ['other'],
    });
  const [one, two, three] = page.rows;
  asking = two!.siret;
  await decide(caseId, one!.siret, 'retained');
  await decide(caseId, two!.siret, 'retained');
  await decide(caseId, three!.siret, 'set-aside', SET_ASIDE_WORDS);
  await decide(nextId, one!.siret, 'retained');
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const lines = (): Locator => app.page.getByRole('list', { name: 'Entreprises retenues' }).locator(':scope > li');
const lineOf = (name: string): Locator => lines().filter({ hasText: name });
const dialog = (): Locator => app.page.getByRole('dialog');

/** With the keys, down to the line of an employer. */
async function goToLine(name: string): Promise<void> {
  await lines().first().focus();
  const count = await lines().count();
  for (let step = 0; step < count; step += 1) {
    const isThere = await lineOf(name).evaluate((line) => line === document.activeElement);
    if (isThere) return;
    await press('ArrowDown');
  }
  await expect(lineOf(name)).toBeFocused();
}

async function openRetained(first: string, last: string): Promise<void> {
  await file.openFromPortfolio(first, last);
  await file.open('Entreprises');
  await file.part(/^Retenues/).press('Enter');
  await expect(lines().first()).toBeVisible();
}

test('contacted, answered, met, hired: one key each, undone by Ctrl+Z, told by the timeline', async () => {
  await openRetained(...FIRST);
  const [name = ''] = names;
  await expect(lineOf(name)).toContainText('À contacter');
  await goToLine(name);
  for (const stage of ['Contact pris', 'A répondu', 'Rencontre faite', 'Embauche']) {
    await press('s');
    await expect(lineOf(name).locator('.approach-stage')).toContainText(`${stage}, aujourd’hui`);
    await goToLine(name);
  }
  await press('Control+z');
  await expect(lineOf(name).locator('.approach-stage')).toContainText('Rencontre faite');
  await goToLine(name);
  await press('s');
  await expect(lineOf(name).locator('.approach-stage')).toContainText('Embauche');
  await expectAccessible(app.page);
  await file.open('Synthèse');
  await expect(file.panel).toContainText('Rencontre avec l’entreprise (par la personne)');
  await expect(file.panel).toContainText('Embauche');
});

test('a key pressed twice before the line is drawn again is one step', async () => {
  await openRetained(...NEXT);
  const [name = ''] = names;
  await goToLine(name);
  await app.page.evaluate(() => {
    const press = () => new KeyboardEvent('keydown', { key: 's', bubbles: true });
    for (const event of [press(), press()]) document.activeElement?.dispatchEvent(event);
  });
  await expect(lineOf(name).locator('.approach-stage')).toContainText('Contact pris, aujourd’hui');
  await expect(file.toast).toContainText('Contact pris');
});

test('a day to call back is set by itself, and taken away', async () => {
  await openRetained(...NEXT);
  const [name = ''] = names;
  await goToLine(name);
  await press('l');
  await expect(dialog().getByRole('radio', { name: 'rappeler', exact: true })).toBeFocused();
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(lineOf(name)).toContainText('À rappeler');
  await goToLine(name);
  await press('l');
  await dialog().getByRole('radio', { name: 'rien à attendre' }).press('Space');
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(lineOf(name)).not.toContainText('À rappeler');
  await expect(lineOf(name)).toContainText('Contact pris');
});

test('another step on another day, with an answer to wait for, shows where due things do', async () => {
  await openRetained(...FIRST);
  const [, name = ''] = names;
  await goToLine(name);
  await press('d');
  await expect(dialog().getByRole('radio', { name: 'Contact pris' })).toBeFocused();
  await expectAccessible(app.page);
  await dialog().getByRole('radio', { name: 'par nous' }).press('Space');
  await dialog().getByRole('radio', { name: 'réponse attendue' }).press('Space');
  await expect(dialog().getByLabel('Attendue avant le')).toBeVisible();
  await press('Enter');
  await expect(lineOf(name)).toContainText('Réponse attendue avant');
  await file.open('Synthèse');
  await expect(app.page.getByRole('region', { name: 'Réponses attendues des entreprises' })).toContainText(name);
  await file.goTo('Personnes');
  const awaited = app.page.getByRole('button', { name: /^Réponses attendues/ });
  await awaited.press('Enter');
  const row = app.page.getByRole('row').filter({ hasText: FIRST[1] });
  await expect(row).toContainText(`réponse de ${name}`);
  await awaited.press('Enter');
});

test('a contact found for one person is there for the next, and names nobody of the portfolio', async () => {
  await openRetained(...FIRST);
  const [name = ''] = names;
  await goToLine(name);
  await press('v');
  await app.page.getByRole('button', { name: 'Noter un contact' }).press('Enter');
  await expect(dialog().getByLabel('Nom')).toBeFocused();
  await type('Mme Weber');
  await dialog().getByLabel('Téléphone').focus();
  await type('01 99 00 12 34');
  await dialog().getByLabel('Comment entrer').focus();
  await type('demander pour Suzanne Essai-Suivi');
  await press('Enter');
  await expect(dialog()).toContainText('nomme une personne de votre portefeuille');
  await press('Control+a');
  await type('au comptoir, le matin');
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(lineOf(name)).toContainText('01 99 00 12 34');
  await expectAccessible(app.page);
  await file.part(/^Liste/).press('Enter');
  const known = app.page.getByRole('button', { name: 'Contact connu (1)' });
  await known.press('Enter');
  await expect(app.page.getByRole('treegrid').getByRole('row', { level: 1 })).toHaveCount(1);
  await known.press('Enter');

  await openRetained(...NEXT);
  await goToLine(name);
  await press('v');
  await expect(lineOf(name)).toContainText('Mme Weber');
  await expect(lineOf(name)).toContainText('noté par Camille Roussel');
});

test('the first sentence is theirs once changed, and the argument sheet says it', async () => {
  await openRetained(...FIRST);
  const [, name = ''] = names;
  await goToLine(name);
  await press('v');
  await app.page.getByRole('button', { name: 'Changer la phrase' }).press('Enter');
  await press('Control+a');
  // What is refused stays to be corrected.
  await type('Bonjour, je paie avec 4111 1111 1111 1111.');
  await press('Enter');
  await expect(app.page.getByRole('textbox', { name: 'Première phrase à dire' })).toHaveValue(/4111/);
  await press('Control+a');
  await type('Bonjour, je viens pour la vente.');
  await press('Enter');
  await expect(app.page.getByRole('button', { name: 'Changer la phrase' })).toBeFocused();
  await expect(lineOf(name).locator('blockquote')).toHaveText('Bonjour, je viens pour la vente.');
  await goToLine(name);
  await press('f');
  await expect(dialog()).toContainText('Bonjour, je viens pour la vente.');
  await expect(dialog()).toContainText('Un mois au plus, de date à date');
  await expect(dialog()).toContainText('Rien n’est promis');
  await expectAccessible(app.page);
  await press('Escape');
  await expect(dialog()).toBeHidden();
});

test('the list leaves as one tagged page and as a table, without a name nor what was set aside', async () => {
  await openRetained(...FIRST);
  const saved = (file: string): string => path.join(app.dataDir, file);
  const answerWith = (filePath: string): Promise<void> =>
    app.electron.evaluate(({ dialog: native }, chosen) => {
      native.showSaveDialog = (...given: readonly unknown[]) => {
        (globalThis as { vavProposed?: unknown }).vavProposed = (given.at(-1) as { defaultPath?: string }).defaultPath;
        return Promise.resolve({ canceled: false, filePath: chosen });
      };
    }, filePath);
  // What is on screen is no paper, whoever asks for it.
  await expect(file.call('caseFile.savePdf', { caseId, paper: 'employers' })).rejects.toThrow(/NOT_ALLOWED/);
  await answerWith(saved('page.pdf'));
  await app.page.getByRole('button', { name: 'Page PDF…' }).press('Enter');
  await expect(file.toast).toContainText('Page enregistrée');
  const page = readPdf(fs.readFileSync(saved('page.pdf')));
  expect(page).toMatchObject({ pages: 1, language: 'fr', isTagged: true });
  const [hiring = '', awaited = '', aside = ''] = names;
  expect(page.text).toContain(hiring);
  expect(page.text).toContain(awaited);
  expect(page.text).toContain('Bonjour, je viens pour la vente.');
  expect(page.text).toContain('Mme Weber');
  expect(page.text).toContain('Réponse attendue avant le');
  for (const hidden of [aside, SET_ASIDE_WORDS, ...FIRST]) expect(page.text).not.toContain(hidden);
  const proposed = await app.electron.evaluate(() => (globalThis as { vavProposed?: string }).vavProposed);
  expect(proposed).toBe('entreprises-a-contacter.pdf');

  await answerWith(saved('table.csv'));
  await app.page.getByRole('button', { name: 'Tableau…' }).press('Enter');
  await expect(file.toast).toContainText('2 entreprises enregistrées');
  const table = fs.readFileSync(saved('table.csv'), 'utf8');
  expect(table).toContain('Bonjour, je viens pour la vente.');
  for (const hidden of [aside, SET_ASIDE_WORDS, ...FIRST]) expect(table).not.toContain(hidden);
});

test('precautions are asked again before anything leaves', async () => {
  await file.setField(caseId, 'precautions', ['nothing-to-take-home']);
  await openRetained(...FIRST);
  await app.page.getByRole('button', { name: 'Page PDF…' }).press('Enter');
  await expect(dialog()).toContainText('Avant de sortir ces entreprises');
  await press('Escape');
  await expect(dialog()).toBeHidden();
});

test('a company that asks out is in no list any more, until it is proposed again', async () => {
  await openRetained(...FIRST);
  const [, name = ''] = names;
  await goToLine(name);
  await press('o');
  await expect(file.title).toHaveText(name);
  await expect(file.main).toContainText('Personnes à qui elle est proposée');
  await expectAccessible(app.page);
  await app.page.getByRole('button', { name: 'Donnée fausse' }).press('Enter');
  await expect(file.main).toContainText('Donnée fausse signalée.');
  await app.page.getByRole('button', { name: 'Retirer le signalement' }).press('Enter');
  await expect(app.page.getByRole('button', { name: 'Fermée', exact: true })).toBeVisible();
  await app.page.getByRole('button', { name: /ne veut plus être proposée/ }).press('Enter');
  await expect(dialog().getByRole('radio', { name: 'pas précisé' })).toBeFocused();
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await expect(file.main).toContainText('Ne veut plus être proposée.');
  const found = async (): Promise<boolean> => {
    const list = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'plain', offset: 0, limit: 20 };
    const answer = await file.call<{ readonly page: { readonly rows: readonly Row[] } }>('suggestion.forCase', {
      ...{ caseId: nextId, ...list },
    });
    return answer.page.rows.some(({ siret }) => siret === asking);
  };
  await expect.poll(found).toBe(false);
  await app.page.getByRole('button', { name: 'Proposer de nouveau' }).press('Enter');
  await expect(file.main).not.toContainText('Ne veut plus être proposée.');
  await expect.poll(found).toBe(true);
});
