import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { PortfolioPage } from '../support/pages/portfolio.page.ts';
import { wholeNumber } from '../support/pages/window.page.ts';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';

/** Ways of looking at the portfolio: filters that combine, words with slips, columns, tags, views that are found again. */
test.describe.configure({ mode: 'serial' });

let dataDir: string;
let app: RunningApp;
let people: PortfolioPage;

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-portfolio-views-'));
  app = await launchApp({ dataDir, isPrepared: true });
  people = new PortfolioPage(app.page);
  await people.enter();
  await people.rows.first().waitFor();
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const heading = (name: string) => app.page.getByRole('heading', { level: 1, name });
const layer = () => app.page.getByRole('dialog');

async function accessibleInBothThemes(): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await app.page.evaluate((wanted) => window.vav.call('settings.set', { theme: wanted }), theme);
    await expect(app.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    await expectAccessible(app.page);
  }
}

function newId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

async function startAgain(): Promise<void> {
  await app.close();
  app = await launchApp({ dataDir, isPrepared: true });
  people = new PortfolioPage(app.page);
  await people.enter();
  await people.rows.first().waitFor();
}

test('filters combine, each counts with the others, and one key clears them all', async () => {
  const whole = await people.count();
  await people.filter(/^Échéances/).press('Enter');
  const withDeadlines = await people.count();
  expect(withDeadlines).toBeLessThan(whole);
  await people.menu(/^Modalité/).press('Enter');
  const guided = layer().getByRole('radio', { name: /^guidé/ });
  await expect(layer().getByRole('radio').first()).toBeFocused();
  await accessibleInBothThemes();
  const said = wholeNumber(
    await layer()
      .locator('label')
      .filter({ hasText: /^guidé/ })
      .innerText(),
  );
  await guided.focus();
  await press('Space');
  await expect.poll(() => people.count()).toBe(said);
  await press('Escape');
  await expect(people.menu(/^Modalité\s: guidé$/)).toBeFocused();
  await expect(people.filter(/^Échéances/)).toHaveText(new RegExp(`Échéances\\s*${said}$`));
  await people.menu(/^Contact/).press('Enter');
  await layer()
    .getByRole('radio', { name: /^pas encore/ })
    .press('Space');
  await press('Escape');
  await app.page.getByRole('button', { name: 'Retirer les filtres' }).press('Enter');
  await expect.poll(() => people.count()).toBe(whole);
  await expect(people.menu(/^Modalité\s: toutes$/)).toBeVisible();
});

test('where nobody answers, the screen says which filter to leave', async () => {
  await people.filter(/^Fermés/).press('Enter');
  await press('/');
  await type('vautrin');
  await expect(heading('Mon portefeuille')).toBeVisible();
  await expect(app.page.getByRole('heading', { name: 'Personne ici' })).toBeVisible();
  await accessibleInBothThemes();
  await app.page.getByRole('button', { name: /^Sans «\sFermés\s»/ }).press('Enter');
  await expect(people.rows).toHaveCount(1);
  await press('/');
  await press('Escape');
});

test('a slip of the hand still finds the person, and says that the spelling is near', async () => {
  for (const slip of ['vautirn', 'vaurin helene', 'vautrinn']) {
    await press('/');
    await press('Control+a');
    await type(slip);
    await expect(people.rows, slip).toHaveCount(1);
    await expect(people.rows.first()).toContainText('Hélène Vautrin');
  }
  await expect(app.page.getByText('voici les orthographes proches').first()).toBeVisible();
  await press('Control+a');
  await type('helene vautrin');
  await expect(people.rows).toHaveCount(1);
  await expect(people.main.getByText('voici les orthographes proches')).toHaveCount(0);
  await press('Escape');
});

test('words that the guard refuses find nobody in particular, and the screen says why', async () => {
  const whole = await people.count();
  await press('/');
  await type('dépressive');
  await expect(people.main.getByRole('status').filter({ hasText: 'on ne cherche pas quelqu’un par là' })).toBeVisible();
  expect(await people.count()).toBe(whole);
  await accessibleInBothThemes();
  await press('Escape');
  await expect(people.main.getByText('on ne cherche pas quelqu’un par là')).toHaveCount(0);
});

test('letters act on the row that has the focus, and nowhere else', async () => {
  await heading('Mon portefeuille').focus();
  await press('t');
  await press('c');
  await expect(layer()).toHaveCount(0);
  await people.enterList();
  await press('c');
  await expect(layer()).toBeVisible();
  await people.closeDialog();
  await expect(people.focusedRow).toHaveCount(1);
});

test('a tag is set by keyboard, shown, searched for, and undone', async () => {
  const added = await app.page.evaluate((input) => window.vav.call('agencyTag.add', input), {
    commandId: newId(),
    tagId: newId(),
    name: 'Permanence du jeudi',
  });
  expect(added.ok).toBe(true);
  await startAgain();
  await people.enterList();
  const name = await people.nameOfFocusedRow();
  await press('t');
  const tag = layer().getByRole('checkbox', { name: 'Permanence du jeudi' });
  await expect(layer().getByRole('checkbox').first()).toBeFocused();
  await accessibleInBothThemes();
  await people.tabTo(tag);
  await press('Space');
  await press('Enter');
  await expect(layer()).toHaveCount(0);
  await expect(people.focusedRow).toHaveCount(1);
  await press('/');
  await type('permanence jeudi');
  await expect(people.rows).toHaveCount(1);
  await expect(people.rows.first()).toContainText(name);
  await people.menu(/^Étiquettes/).press('Enter');
  await expect(layer().getByRole('checkbox', { name: /^Permanence du jeudi/ })).toBeVisible();
  await press('Escape');
  await app.page.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(app.page.getByRole('heading', { name: 'Personne ici' })).toBeVisible();
  await app.page.getByRole('button', { name: 'Montrer tout le monde' }).press('Enter');
});

test('columns are shown, moved and widened by keyboard, and put back', async () => {
  const usual = await people.heads();
  await app.page.getByRole('button', { name: 'Colonnes' }).press('Enter');
  await expect(layer().getByRole('checkbox', { name: 'Personne' })).toBeFocused();
  await layer().getByRole('checkbox', { name: 'Étiquettes' }).press('Space');
  await layer().getByRole('checkbox', { name: 'Plan' }).press('Space');
  await layer().getByRole('checkbox', { name: 'Étiquettes' }).press('Control+ArrowUp');
  await accessibleInBothThemes();
  await press('Escape');
  const arranged = await people.heads();
  expect(arranged).toEqual([...usual.filter((head) => head !== 'Plan').toSpliced(5, 0, 'Étiquettes')]);
  const project = people.headStop('Projet');
  const width = async (): Promise<number> => (await people.head('Projet').boundingBox())?.width ?? 0;
  await people.headStop('Personne').focus();
  await press('ArrowRight');
  await expect(project).toBeFocused();
  const before = await width();
  for (const _ of [1, 2, 3]) await press('Shift+ArrowRight');
  await expect.poll(width).toBeGreaterThan(before + 40);
  await press('Control+ArrowRight');
  await expect(project).toBeFocused();
  expect((await people.heads()).indexOf('Projet')).toBe(2);
  await startAgain();
  expect((await people.heads()).indexOf('Projet')).toBe(2);
  expect(await people.heads()).toContain('Étiquettes');
  expect(await width()).toBeGreaterThan(before + 40);
  await app.page.getByRole('button', { name: 'Colonnes' }).press('Enter');
  await layer().getByRole('button', { name: 'Remettre d’origine' }).press('Enter');
  await press('Escape');
  expect(await people.heads()).toEqual(usual);
});

test('an edge is pulled with the pointer, and a double click fits it', async () => {
  const head = people.head('Lieu et moyens');
  const edge = head.locator('.head-edge');
  const width = async (): Promise<number> => (await head.boundingBox())?.width ?? 0;
  const before = await width();
  const box = await edge.boundingBox();
  if (box === null) throw new Error('The edge is not on screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await app.page.mouse.move(x, y);
  await app.page.mouse.down();
  await app.page.mouse.move(x + 60, y, { steps: 4 });
  await app.page.mouse.up();
  await expect.poll(width).toBeGreaterThan(before + 50);
  const pulled = await width();
  await edge.dblclick();
  await expect.poll(width).not.toBe(pulled);
  await app.page.getByRole('button', { name: 'Colonnes' }).press('Enter');
  await layer().getByRole('button', { name: 'Remettre d’origine' }).press('Enter');
  await press('Escape');
});

test('the cells of a row are walked with the side arrows', async () => {
  await people.enterList();
  const cell = (column: Parameters<PortfolioPage['cell']>[1]) => people.cell(people.rows.first(), column);
  await press('ArrowRight');
  await expect(cell('person')).toBeFocused();
  await press('ArrowRight');
  await expect(cell('project')).toBeFocused();
  await press('ArrowDown');
  await expect(people.cell(people.rows.nth(1), 'project')).toBeFocused();
  await press('Control+Home');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', '2');
  await press('Control+End');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', String((await people.count()) + 1));
  await press('Control+Home');
});

test('a way of looking is named, left, used again, and found after a restart', async () => {
  await people.filter(/^Ce que j’ai promis/).press('Enter');
  const promised = await people.count();
  await people.view('+ Vue').press('Enter');
  await expect(layer().getByRole('textbox', { name: 'Nom de la vue' })).toBeFocused();
  await press('Enter');
  await expect(layer().getByRole('textbox', { name: 'Nom de la vue' })).toHaveAccessibleDescription(/À remplir/);
  await type('dépressive, mari en prison');
  await press('Enter');
  const name = layer().getByRole('textbox', { name: 'Nom de la vue' });
  await expect(name).toHaveAccessibleDescription(/ils ne font pas un nom.*2\spassages à relire\s:\s«\sdépressive\s»/);
  await press('Control+a');
  await type('Mes promesses');
  await accessibleInBothThemes();
  await press('Enter');
  await expect(people.view('Mes promesses')).toBeVisible();
  await people.filter(/^Échéances/).press('Enter');
  await expect(people.view('Mes promesses, modifiée')).toBeVisible();
  await people.view('Mes promesses, modifiée').press('Enter');
  await layer().getByRole('button', { name: 'Quitter cette vue' }).press('Enter');
  await expect(people.view('Mes promesses')).toBeFocused();
  await press('Enter');
  await expect.poll(() => people.count()).toBe(promised);
  await press('/');
  await type('vau');
  await startAgain();
  await expect(people.view('Mes promesses')).toBeVisible();
  await expect(people.search).toHaveValue('');
  await expect(people.filter(/^Ce que j’ai promis/)).toHaveAttribute('aria-pressed', 'true');
  expect(await people.count()).toBe(promised);
});

test('a view is renamed, and removed with a way back', async () => {
  await people.view('Mes promesses').press('Enter');
  await layer().getByRole('button', { name: 'Renommer' }).press('Enter');
  await layer().getByRole('textbox', { name: 'Nom de la vue' }).fill('À tenir');
  await press('Enter');
  await expect(people.view('À tenir')).toBeVisible();
  await people.view('À tenir').press('Enter');
  await layer().getByRole('button', { name: 'Supprimer' }).press('Enter');
  await expect(people.view('À tenir')).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(people.view('À tenir')).toBeVisible();
});

test('why somebody is to be contacted again is written with its dates', async () => {
  await people.filter(/^À recontacter/).press('Enter');
  expect(await people.count()).toBeGreaterThan(0);
  await expect(people.cell(people.rows.first(), 'lastContact')).toHaveText(
    /À recontacter\s: (dernier contact|pas encore de contact).* rythme de \d+\sjours/,
  );
  await accessibleInBothThemes();
});
