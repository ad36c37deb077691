import { expect, type Locator, test } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { readPdf, type ReadPdf } from '../support/pdf-text.ts';

/** What the person leaves with, and what they may ask for: by the keys alone, and never what was set aside. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let file: CaseFilePage;
let caseId: string;
let retained: string;
let aside: string;
const WHO = ['Suzanne', 'Essai-Fiche'] as const;
const ASIDE_WORDS = 'canari du comptoir vert';
const READING = 'canari des deux avis';
const TO_DO = 'Porter le CV à la boulangerie';

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  await file.enter();
  caseId = await file.createPerson(...WHO);
  const list = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'plain' };
  const { page } = await file.call<{ readonly page: { readonly rows: readonly { siret: string; name: string }[] } }>(
    'suggestion.forCase',
    { caseId, ...list, offset: 0, limit: 2 },
  );
  const [one, two] = page.rows;
  [retained, aside] = [one!.name, two!.name];
  const decide = (siret: string, outcome: string, reasons: readonly string[], words: string): Promise<unknown> =>
    file.command('decision.make', {
      ...{ caseId, item: { kind: 'establishment', siret }, outcome, reasons, words, list, baseRevision: 0 },
    });
  await decide(one!.siret, 'retained', [], '');
  await decide(two!.siret, 'set-aside', ['other'], ASIDE_WORDS);
  await file.command('action.add', { caseId, owner: 'person', text: TO_DO, dueOn: null });
  await file.command('reading.say', { caseId, by: 'person', text: READING, baseRevision: 0 });
  await file.openFromPortfolio(...WHO);
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const dialog = (name: string): Locator => app.page.getByRole('dialog', { name });
const sheet = (): Locator => dialog('Votre fiche');

async function openSheet(): Promise<void> {
  await press('Control+p');
  await expect(sheet().getByRole('button', { name: 'Imprimer', exact: true })).toBeFocused();
}

/** Saves where the dialog of the system would, and reads what was saved with the name that was proposed. */
async function savedBy(button: Locator, file: string): Promise<{ readonly bytes: Buffer; readonly proposed: string }> {
  const target = path.join(app.dataDir, file);
  await app.electron.evaluate(({ dialog: native }, chosen) => {
    native.showSaveDialog = (...given: readonly unknown[]) => {
      (globalThis as { vavProposed?: unknown }).vavProposed = (given.at(-1) as { defaultPath?: string }).defaultPath;
      return Promise.resolve({ canceled: false, filePath: chosen });
    };
  }, target);
  await button.press('Enter');
  await expect.poll(() => fs.existsSync(target)).toBe(true);
  const proposed = await app.electron.evaluate(() => (globalThis as { vavProposed?: string }).vavProposed ?? '');
  return { bytes: fs.readFileSync(target), proposed };
}

function expectNothingPrivate({ text, title }: ReadPdf, proposed: string): void {
  for (const hidden of [aside, ASIDE_WORDS, READING, ...WHO]) {
    expect(text).not.toContain(hidden);
    expect(`${title} ${proposed}`).not.toContain(hidden);
  }
}

test('@axe the sheet is read, then saved as one tagged page with nothing private on it', async () => {
  await openSheet();
  await expect(sheet()).toContainText(TO_DO);
  await sheet().getByLabel('Où vous appeler').focus();
  await type('01 99 00 12 34');
  await sheet().getByLabel('lu ensemble').press('Space');
  await expect(sheet()).toContainText('Lu ensemble le');
  await expectAccessible(app.page);
  const { bytes, proposed } = await savedBy(sheet().getByRole('button', { name: 'Enregistrer en PDF…' }), 'one.pdf');
  await expect(sheet()).toBeHidden();
  const pdf = readPdf(bytes);
  expect(pdf).toMatchObject({
    ...{ pages: 1, language: 'fr', isTagged: true, areFontsEmbedded: true, title: 'Ce que nous avons décidé' },
  });
  expect(pdf.bookmarks).toBeGreaterThan(2);
  expect(proposed).toMatch(/^fiche-\d{4}-\d{2}-\d{2}\.pdf$/);
  for (const said of [retained, TO_DO, 'Bonjour, je cherche', '01 99 00 12 34', 'Une estimation a aidé', 'Lu ensemble'])
    expect(pdf.text).toContain(said);
  expectNothingPrivate(pdf, proposed);
});

test('to be photographed, it is alone on the screen, and the keys come back', async () => {
  await openSheet();
  // The number is remembered for the next sheets.
  await expect(sheet().getByLabel('Où vous appeler')).toHaveValue('01 99 00 12 34');
  const button = sheet().getByRole('button', { name: 'À photographier' });
  await button.press('Enter');
  const photo = dialog('Ce que nous avons décidé');
  await expect(photo).toBeFocused();
  await expect(app.page.locator('#root')).toBeHidden();
  expect(await app.page.locator('body').innerText()).not.toContain(WHO[1]);
  await press('ArrowRight');
  await press('Escape');
  await expect(photo).toHaveCount(0);
  await expect(button).toBeFocused();
  await press('Escape');
});

test('kept, it waits in the day until it is said how it was handed over, precautions being kept to', async () => {
  await file.setField(caseId, 'precautions', ['no-post']);
  await openSheet();
  await sheet().getByRole('button', { name: 'Garder à remettre' }).press('Enter');
  await expect(file.toast).toContainText('Fiche gardée à remettre');
  await file.goTo('Journée');
  const waiting = app.page.getByRole('region', { name: /Fiches à remettre/ });
  await waiting.getByRole('button', { name: WHO[1] }).press('Enter');
  await sheet().getByRole('button', { name: 'Remise…' }).press('Enter');
  await expect(sheet().getByRole('radio', { name: 'par courrier' })).toHaveCount(0);
  await sheet().getByRole('radio', { name: 'lue par téléphone' }).press('Space');
  await expectAccessible(app.page);
  await sheet().getByRole('button', { name: 'Noter' }).press('Enter');
  await expect(sheet()).toContainText('lue par téléphone');
  await sheet().getByRole('button', { name: 'Imprimer', exact: true }).press('Enter');
  const ask = dialog('Avant de sortir la fiche');
  await expect(ask).toContainText('pas de courrier');
  await ask.getByRole('button', { name: 'Laisser' }).press('Enter');
  await expect(ask).toBeHidden();
  await press('Escape');
  await expect(sheet()).toBeHidden();
});

test('how an employer came to be proposed is explained from the timeline, and leaves without a name', async () => {
  const ofRetained = app.page.getByRole('button', { name: `Explication : comment ${retained} a été proposée` });
  await ofRetained.press('Enter');
  const explanation = dialog('Comment cette entreprise a été proposée');
  await expect(explanation).toContainText('Ce qui a compté, et combien');
  await expectAccessible(app.page);
  await file.setField(caseId, 'precautions', [], await revisionOf('precautions'));
  const { bytes, proposed } = await savedBy(
    explanation.getByRole('button', { name: 'Enregistrer en PDF…' }),
    'why.pdf',
  );
  const pdf = readPdf(bytes);
  expect(pdf).toMatchObject({ language: 'fr', isTagged: true });
  expect(pdf.text).toContain('sur 600 possibles');
  expectNothingPrivate(pdf, proposed);
  await press('Escape');
  await expect(explanation).toBeHidden();
});

test('the person has it all, refusals included, with who read it and why', async () => {
  await file.act('Copie pour la personne…');
  const own = dialog('Copie du dossier pour la personne');
  await own.getByRole('button', { name: 'Page à lire (PDF)…' }).press('Enter');
  await expect(own).toContainText('Une raison est demandée');
  await expect(own.getByLabel('Pour quelle raison')).toBeFocused();
  await type('à sa demande');
  await expectAccessible(app.page);
  const page = await savedBy(own.getByRole('button', { name: 'Page à lire (PDF)…' }), 'all.pdf');
  await expect(own).toBeHidden();
  const pdf = readPdf(page.bytes);
  expect(pdf).toMatchObject({ language: 'fr', isTagged: true, title: 'Tout ce que votre dossier contient' });
  for (const told of [...WHO, aside, ASIDE_WORDS, READING, TO_DO, 'à sa demande']) expect(pdf.text).toContain(told);
  expect(page.proposed).toMatch(/^dossier-[\d-]+\.pdf$/);

  await file.act('Copie pour la personne…');
  await own.getByLabel('Pour quelle raison').focus();
  await type('à sa demande');
  const data = await savedBy(own.getByRole('button', { name: 'Données (JSON)…' }), 'all.json');
  const { format, accesses } = JSON.parse(data.bytes.toString('utf8')) as {
    readonly format: string;
    readonly accesses: readonly object[];
  };
  expect(format).toBe('vis-a-vis.case-file');
  const said = { paper: 'file', reason: { words: 'à sa demande' } };
  expect(accesses.slice(0, 2)).toMatchObject([
    { ...said, medium: 'data' },
    { ...said, medium: 'pdf' },
  ]);
});

test('no more computing is one name away from any part of the file, and the sheet says so', async () => {
  await press('Control+k');
  await type('sans sugg');
  await press('Enter');
  await expect(file.toast).toContainText('Plus rien n’est calculé pour cette personne.');
  await openSheet();
  await expect(sheet()).toContainText('aucun calcul n’a servi');
  await press('Escape');
  await expect(sheet()).toBeHidden();
});

test('by telephone the sheet is kept first, and nobody photographs the screen', async () => {
  const meeting = { startsAt: Date.now() + 60_000, minutes: 30, modality: 'telephone', purpose: '' };
  await file.command('appointment.schedule', { caseId, ...meeting, kind: 'follow-up' });
  await press('b');
  await expect(app.page.getByRole('main', { name: 'Entretien' })).toContainText('entretien par téléphone');
  await press('Control+p');
  await expect(sheet().getByRole('button', { name: 'Garder à remettre' })).toBeFocused();
  await expect(sheet().getByRole('button', { name: 'À photographier' })).toHaveCount(0);
  await press('Escape');
});

async function revisionOf(field: string): Promise<number> {
  const { facts } = await file.call<{ readonly facts: Record<string, { readonly revision: number }> }>('caseFile.get', {
    caseId,
  });
  return facts[field]?.revision ?? 0;
}
