import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { PortfolioPage } from '../support/pages/portfolio.page.ts';

/** The list of the portfolio: walked, sorted, narrowed, left for a file and found again. */
test.describe.configure({ mode: 'serial' });

let dataDir: string;
let app: RunningApp;
let people: PortfolioPage;

test.beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-portfolio-list-'));
  app = await launchApp({ dataDir, isPrepared: true });
  people = new PortfolioPage(app.page);
  await people.enter();
});

test.afterAll(async () => {
  await endJourney(app);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);
const heading = (name: string) => app.page.getByRole('heading', { level: 1, name });

test('the portfolio is walked with the arrows, from the first row to the last', async () => {
  await people.enterList();
  const count = await people.count();
  expect(count).toBeGreaterThan(20);
  await press('End');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', String(count + 1));
  await press('PageUp');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', String(count - 9));
  await press('Home');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', '2');
  await expectAccessible(app.page);
});

test('the heads of names and dates sort, the counts of steps do not', async () => {
  const person = people.head('Personne');
  await people.tabTo(person.getByRole('button'), 'Shift+Tab');
  await expect(person).toHaveAttribute('aria-sort', 'none');
  const whole = await people.count();
  await press('Enter');
  await expect(person).toHaveAttribute('aria-sort', 'ascending');
  const [first] = await people.rows.allInnerTexts();
  await press('Enter');
  await expect(person).toHaveAttribute('aria-sort', 'descending');
  await expect(people.rows.first()).not.toHaveText(first ?? '');
  expect(await people.count()).toBe(whole);
  for (const steps of ['Plan', 'Pistes']) await expect(people.head(steps).getByRole('button')).toHaveCount(0);
  await press('Enter');
});

test('the filter finds without accents, and Escape brings everybody back', async () => {
  const whole = await people.count();
  await press('/');
  await expect(people.search).toBeFocused();
  await type('VAUTRIN helene');
  await expect(people.rows).toHaveCount(1);
  await expect(people.rows.first()).toContainText('Hélène Vautrin');
  await expect(people.foot).toHaveText(`1 sur ${whole} dossiers`);
  await press('Escape');
  await expect(people.focusedRow).toHaveCount(1);
  await expect(people.foot).toHaveText(`${whole} sur ${whole} dossiers`);
  await press('/');
  await type('zzzz');
  await expect(app.page.getByRole('heading', { name: 'Personne ici' })).toBeVisible();
  await expectAccessible(app.page);
  await press('Escape');
});

test('each way to look keeps as many as it says', async () => {
  for (const name of [/^À recontacter/, /^Cette semaine/, /^Ce que j’ai promis/, /^Échéances/, /^Fermés/]) {
    const pill = people.filter(name);
    const said = Number((await pill.innerText()).replace(/\D+/g, ''));
    await pill.press('Enter');
    await expect(pill).toHaveAttribute('aria-pressed', 'true');
    if (said > 0) expect(await people.count(), String(name)).toBe(said);
    await pill.press('Enter');
    await expect(pill).toHaveAttribute('aria-pressed', 'false');
  }
});

test('Enter opens a file, and coming back finds the same row', async () => {
  await people.enterList();
  await press('ArrowDown');
  await press('ArrowDown');
  const name = await people.nameOfFocusedRow();
  await press('Enter');
  await expect(app.page.getByRole('main', { name: 'Dossier' })).toBeVisible();
  await expect(heading(name)).toBeVisible();
  await expect(app.page).toHaveTitle('Dossier - Vis-à-vis');
  await press('Alt+ArrowLeft');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', '4');
  expect(await people.nameOfFocusedRow()).toBe(name);
});

test('a click on a name opens the file, and coming back finds its row', async () => {
  const row = people.rows.nth(4);
  const place = (await row.getAttribute('aria-rowindex')) ?? '';
  const [name = ''] = (await people.cell(row, 'person').innerText()).split('\n');
  await row.getByRole('button', { name }).click();
  await expect(heading(name)).toBeVisible();
  await expect(app.page.getByRole('main', { name: 'Dossier' })).toBeVisible();
  await press('Alt+ArrowLeft');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', place);
  expect(await people.nameOfFocusedRow()).toBe(name);
});

test('leaving a filter keeps the row one is on, in view', async () => {
  const promised = people.filter(/^Ce que j’ai promis/);
  await promised.press('Enter');
  await people.enterList();
  await press('End');
  const name = await people.nameOfFocusedRow();
  await press('Enter');
  await expect(heading(name)).toBeVisible();
  await press('Alt+ArrowLeft');
  await expect(people.focusedRow).toContainText(name);
  await press('Escape');
  await expect(promised).toHaveAttribute('aria-pressed', 'false');
  await expect(people.focusedRow).toBeInViewport();
  expect(await people.nameOfFocusedRow()).toBe(name);
});

test('the row that Tab leads to is there however far one has scrolled', async () => {
  await people.enterList();
  await people.main.evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight }));
  await expect(people.rows.last()).not.toHaveAttribute('aria-rowindex', '2');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', '2');
  await press('ArrowDown');
  await expect(people.focusedRow).toHaveAttribute('aria-rowindex', '3');
  await expect(people.focusedRow).toBeInViewport();
});

test('a contact and its appointment are of the person they were begun for, who leaves the list meanwhile', async () => {
  const overdue = people.filter(/^À recontacter/);
  await overdue.press('Enter');
  await people.enterList();
  const name = await people.nameOfFocusedRow();
  const left = (await people.count()) - 1;
  await press('c');
  await people.tabTo(people.dialog.getByRole('textbox', { name: 'Prochain rendez-vous' }));
  await type('dans 1 semaine');
  await press('Enter');
  await expect(people.dialog).toBeHidden();
  await expect(app.page.getByText('Contact enregistré, rendez-vous fixé.').first()).toBeVisible();
  await expect.poll(() => people.count()).toBe(left);
  await overdue.press('Enter');
  await press('/');
  await type(name);
  await expect(people.cell(people.rows.first(), 'lastContact')).toHaveText('aujourd’hui');
  await expect(people.cell(people.rows.first(), 'nextAppointment')).not.toHaveText('à proposer');
  await press('Escape');
});
