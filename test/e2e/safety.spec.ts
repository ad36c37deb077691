import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { SafetyPage } from '../support/pages/safety.page.ts';
import { SAID_WITHIN_MS } from '../support/pages/settings.page.ts';
import { OWN_SPACE } from '../support/pages/window.page.ts';

/** A space of one's own: its passphrase, its code de secours, its copies, and what is done when its file is damaged. */
test.describe.configure({ mode: 'serial' });

const NEXT = 'quatre moutons traversent le pont';
const LAST = 'sept merles dans le poirier';

let dataDir: string;
let app: RunningApp;
let safety: SafetyPage;
let file: CaseFilePage;

async function start(): Promise<void> {
  app = await launchApp({ dataDir });
  safety = new SafetyPage(app.page);
  file = new CaseFilePage(app.page);
}

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-safety-'));
  await start();
  await safety.createOwnSpace();
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const navigation = () => safety.page.getByRole('navigation');

/** At twice the text, nothing before the screens is wider than the window. */
async function expectNoSidewaysScroll(): Promise<void> {
  const isWider = (): Promise<boolean> =>
    safety.page.locator('.gate').evaluate((gate) => gate.scrollWidth > gate.clientWidth);
  await file.call('settings.set', { zoom: 200 });
  await expect.poll(isWider).toBe(false);
  await file.call('settings.set', { zoom: 100 });
}

async function expectWrongPassphrase(): Promise<void> {
  const said = safety.page.getByText('Ce n’est pas la phrase de passe de ce compte').first();
  await expect(said).toBeVisible({ timeout: SAID_WITHIN_MS });
}

/** The code with the third sign of its first group read wrong. */
function mistyped(code: string): string {
  return `${code.slice(0, 2)}${code[2] === '8' ? '9' : '8'}${code.slice(3)}`;
}

async function isInPortfolio(last: string): Promise<boolean> {
  const rows = await file.call<readonly { readonly last: string }[]>('caseFile.portfolio', {});
  return rows.some((row) => row.last === last);
}

test('a new passphrase is said weak or strong with the reason, and replaces the one before', async () => {
  await safety.openSection('Sécurité');
  await safety.button('Changer la phrase de passe').press('Enter');
  await safety.field('Phrase de passe actuelle').fill('pas la bonne du tout');
  await safety.field('Nouvelle phrase de passe').fill(OWN_SPACE.name);
  await expect(safety.page.getByText(/^Fragile\s: presque tout est le nom du compte/)).toBeVisible();
  await safety.field('Nouvelle phrase de passe').fill(NEXT);
  await expect(safety.page.getByText(/^Solide\s:/)).toBeVisible();
  await safety.field('La nouvelle, une seconde fois').fill(NEXT);
  await expectAccessible(safety.page);
  await safety.page.keyboard.press('Enter');
  await expectWrongPassphrase();
  await safety.field('Phrase de passe actuelle').fill(OWN_SPACE.passphrase);
  await safety.page.keyboard.press('Enter');
  await safety.expectToast('Phrase de passe changée');

  await safety.lock();
  await safety.unlock(OWN_SPACE.passphrase);
  await expectWrongPassphrase();
  await safety.unlock(NEXT);
  await navigation().waitFor();
});

test('where no code was made, a forgotten passphrase is told what is still possible', async () => {
  await safety.lock();
  await safety.button('J’ai oublié ma phrase de passe').click();
  await expect(safety.title).toHaveText('Pas de code de secours pour ce compte');
  await expectAccessible(safety.page);
  await expectNoSidewaysScroll();
  await safety.button('Revenir').click();
  await safety.unlock(NEXT);
  await navigation().waitFor();
});

test('a code is shown once, in groups, and is said kept when one of them is typed again', async () => {
  await safety.openSection('Sécurité');
  await expect(safety.page.getByText('Ce compte n’a pas de code de secours')).toBeVisible();
  await safety.button('Créer un code de secours').click();
  await safety.passphrase.fill(NEXT);
  await safety.page.keyboard.press('Enter');
  const groups = await safety.shownGroups();
  expect(groups).toHaveLength(7);
  await expectAccessible(safety.page);
  const asked = await safety.askedGroup(groups);
  await safety.field(asked.name).fill('ZZZZZ');
  await safety.page.keyboard.press('Enter');
  await expect(safety.page.getByText(/^Ce n’est pas le groupe/)).toBeVisible();
  await safety.field(asked.name).fill(asked.value.toLowerCase());
  await safety.page.keyboard.press('Enter');
  await expect(safety.page.getByText('Code gardé. Il ne sera plus montré.')).toBeVisible();
  await expect(safety.page.locator('code', { hasText: groups[0] ?? '' })).toHaveCount(0);
});

test('the code gives another passphrase, once, however it is typed; then another code is to be made', async () => {
  const code = await safety.makeCode(NEXT);
  await safety.lock();
  await safety.button('J’ai oublié ma phrase de passe').click();
  const typed = safety.field('Code de secours');
  await typed.fill(mistyped(code));
  await safety.field('Nouvelle phrase de passe').fill(LAST);
  await safety.field('La nouvelle, une seconde fois').fill(LAST);
  await safety.page.keyboard.press('Enter');
  await expect(safety.page.getByText('Le groupe 1 est mal recopié').first()).toBeVisible();
  await expectAccessible(safety.page);
  await typed.fill(code.toLowerCase().replaceAll('-', '  '));
  await safety.page.keyboard.press('Enter');
  await navigation().waitFor();
  await expect(safety.panel('Sécurité')).toContainText('Le code de secours a servi');

  await safety.lock();
  await safety.unlock(NEXT);
  await expectWrongPassphrase();
  await safety.unlock(LAST);
  await navigation().waitFor();
});

test('going back to a copy says first what would be lost, keeps it, and can be undone', async () => {
  await file.createPerson('Ada', 'Avant-Copie');
  await safety.openSection('Copies');
  await safety.button('Copier maintenant').press('Enter');
  await safety.expectToast('Copie faite et relue');
  await file.createPerson('Bo', 'Après-Copie');

  const table = safety.page.getByRole('table', { name: 'Copies gardées' });
  const asked = table.getByRole('row').filter({ hasText: 'demandée' });
  await asked.getByRole('button').first().press('Enter');
  await expect(safety.restore.getByText(/changements seraient perdus/)).toBeVisible();
  await expect(safety.restore.getByText('Bo Après-Copie')).toBeVisible();
  await expect(safety.restore.getByText('Ada Avant-Copie')).toBeHidden();
  await expectAccessible(safety.page);
  await safety.restore.getByRole('button', { name: 'Continuer' }).press('Enter');
  const confirm = safety.restore.getByRole('button', { name: 'Revenir à cette copie' });
  await expect(confirm).toBeDisabled();
  await safety.restore.getByRole('checkbox').press('Space');
  await confirm.press('Enter');
  await expect(safety.restore).toBeHidden({ timeout: SAID_WITHIN_MS });
  await expect(safety.page.getByText('Si c’était une erreur')).toBeVisible({ timeout: SAID_WITHIN_MS });
  expect(await isInPortfolio('Avant-Copie')).toBe(true);
  expect(await isInPortfolio('Après-Copie')).toBe(false);

  await safety.button('Revenir à ce qui était là…').press('Enter');
  await safety.restore.getByRole('button', { name: 'Continuer' }).press('Enter');
  await safety.restore.getByRole('checkbox').press('Space');
  await confirm.press('Enter');
  await expect(safety.restore).toBeHidden({ timeout: SAID_WITHIN_MS });
  await expect.poll(() => isInPortfolio('Après-Copie')).toBe(true);
});

test('leaving the dialog changes nothing', async () => {
  await safety.openSection('Copies');
  await safety.page.getByRole('table', { name: 'Copies gardées' }).getByRole('button').first().press('Enter');
  await safety.restore.getByRole('button', { name: 'Ne rien changer' }).press('Enter');
  await expect(safety.restore).toBeHidden();
  expect(await isInPortfolio('Après-Copie')).toBe(true);
});

/** Overwrites a part of the case files, as a bad disk does. */
function damageCases(share: number): void {
  const cases = path.join(dataDir, 'workspaces', 'own', 'cases.sqlite');
  const handle = fs.openSync(cases, 'r+');
  const at = Math.floor(fs.fstatSync(handle).size * share);
  fs.writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, at);
  fs.closeSync(handle);
}

test('case files damaged on the disk: what happened, what is kept and lost, and a repair that opens them', async () => {
  await endJourney(app);
  damageCases(0);
  await start();
  await safety.unlock(LAST);
  await expect(safety.title).toHaveText('Ces dossiers sont abîmés', { timeout: SAID_WITHIN_MS });
  for (const words of ['Ce qui s’est passé', 'Ce qui sera gardé', 'Ce qui serait perdu', 'rien n’est effacé']) {
    await expect(safety.main).toContainText(words);
  }
  await expectAccessible(safety.page);
  await safety.button(/^(Reprendre cette copie|Refaire depuis le journal)/).press('Enter');
  await navigation().waitFor();
  await expect(safety.page.getByRole('heading', { name: 'Les dossiers ont été réparés' })).toBeVisible();
  await expect(safety.page.getByText('Le fichier abîmé est gardé sous le nom')).toBeVisible();
  expect(await isInPortfolio('Avant-Copie')).toBe(true);
});

test('damaged, and no copy left: the way on is said, and the diagnostic can be copied', async () => {
  await endJourney(app);
  damageCases(0);
  fs.rmSync(path.join(dataDir, 'workspaces', 'own', 'backups'), { recursive: true, force: true });
  await start();
  await safety.unlock(LAST);
  await expect(safety.title).toHaveText('Ces dossiers sont abîmés', { timeout: SAID_WITHIN_MS });
  await expect(safety.main).toContainText('garder le dossier de données tel qu’il est');
  await expectAccessible(safety.page);
  await safety.button('Copier le diagnostic').press('Enter');
  await expect(safety.page.getByText('Diagnostic copié.').first()).toBeAttached();
  await safety.button('Essayer d’ouvrir de nouveau').press('Enter');
  await expect(safety.submitPassphrase).toBeVisible();
});
