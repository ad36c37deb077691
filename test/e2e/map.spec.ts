import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { CaseFilePage } from '../support/pages/case-file.page.ts';
import { EmployerMapPage } from '../support/pages/employer-map.page.ts';

/** The list and its map: one selection, and the keys stay with the list. */
const SOMEBODY = ['Zélie', 'Carton'] as const;
const LIST = { group: 'private', radiusKm: null, sections: [], sizes: [], order: 'spread' } as const;
const RADIUS_KM = 15;

interface Points {
  readonly sirets: readonly string[];
  readonly lats: readonly number[];
  readonly lons: readonly number[];
}

let app: RunningApp;
let file: CaseFilePage;
let map: EmployerMapPage;
let caseId: string;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  file = new CaseFilePage(app.page);
  map = new EmployerMapPage(app.page);
  await file.enter();
  caseId = await file.createPerson(...SOMEBODY);
  await file.openFromPortfolio(...SOMEBODY);
  await file.openEmployers();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);

/** An employer that stands alone on the map, and where. */
async function aLonelyOne(): Promise<{ readonly name: string; readonly x: number; readonly y: number }> {
  const centre = await file.call<{ readonly lat: number; readonly lon: number }>('place.get', { communeCode: '57463' });
  const { sirets, lats, lons } = await file.call<Points>('suggestion.pointsForCase', { caseId, ...LIST });
  const pixels = await Promise.all(
    sirets.map((_, index) => map.pixelOf({ lat: lats[index]!, lon: lons[index]! }, centre, RADIUS_KM)),
  );
  const apart = pixels.map(({ x, y }, index) =>
    Math.min(...pixels.filter((_, other) => other !== index).map((other) => Math.hypot(other.x - x, other.y - y))),
  );
  const index = apart.indexOf(Math.max(...apart));
  const { name } = await file.call<{ readonly name: string }>('employer.get', { siret: sirets[index] });
  return { name, ...pixels[index]! };
}

test('M shows the map beside the list, whose row keeps the keys', async () => {
  await expect(map.panel).toHaveCount(0);
  await map.show();
  await expect(map.pill).toHaveAttribute('aria-pressed', 'true');
  await expect(file.focusedRow).toHaveCount(1);
  const title = await file.table.getAttribute('aria-label');
  const count = /^\d+/.exec(title ?? '')?.[0];
  await expect(map.sentence).toContainText(
    `Carte autour de Metz, dans un rayon de 15\u00a0km\u00a0: ${count} employeurs.`,
  );
});

test('no key stops on the map: the list says the same @axe', async () => {
  await map.show();
  await file.focusedRow.press('Tab');
  await expect(map.panel.locator(':focus')).toHaveCount(0);
  await press('Escape');
  await press('ArrowDown');
  await expectAccessible(app.page);
});

test('what the pointer is on, on the map, is shown in the list', async () => {
  await map.show();
  const { name, ...place } = await aLonelyOne();
  // Its row comes into view; the one above takes the keys.
  await app.page.mouse.click(place.x, place.y);
  await expect(file.focusedRow).toContainText(name);
  await press('ArrowUp');
  await expect(file.focusedRow).not.toContainText(name);
  await map.away();
  // The page has scrolled, and the map with it.
  const { x, y } = await aLonelyOne();
  await app.page.mouse.move(x, y);
  await expect(file.row(name).and(app.page.locator('[data-pointed="true"]'))).toHaveCount(1);
  await map.away();
  await expect(app.page.locator('[data-pointed="true"]')).toHaveCount(0);
  await file.row(name).hover();
  await expect(file.row(name)).toHaveAttribute('data-pointed', 'true');
  await map.away();
  await expect(file.row(name)).not.toHaveAttribute('data-pointed', 'true');
});

test('a point that is chosen is the row that has the keys, and a row is its point', async () => {
  await map.show();
  const { name, x, y } = await aLonelyOne();
  await app.page.mouse.click(x, y);
  await expect(file.focusedRow).toContainText(name);
  await map.away();
  const chosen = await map.picture();
  await press('ArrowUp');
  await expect(file.focusedRow).not.toContainText(name);
  await expect.poll(async () => (await map.picture()).equals(chosen)).toBe(false);
});

test('an employer that is set aside leaves the map', async () => {
  await map.show();
  const { sirets } = await file.call<Points>('suggestion.pointsForCase', { caseId, ...LIST });
  await press('e');
  await expect(map.sentence).toContainText(`${sirets.length - 1} employeurs`);
});

test('the plan under a row gives way to the map, and comes back with the list alone', async () => {
  await map.show();
  const plan = app.page.getByRole('img', { name: /^Plan, Metz/ });
  await file.focusedRow.press('Enter');
  await expect(file.detail).toBeVisible();
  await expect(plan).toHaveCount(0);
  await press('m');
  await expect(map.panel).toHaveCount(0);
  await expect(plan).toBeVisible();
});

test('where nothing can be drawn, a sentence says it and the list remains', async () => {
  await app.page.evaluate(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await press('m');
  await expect(map.missing).toBeVisible();
  await expect(map.panel).toHaveCount(0);
  await expect(file.rows.first()).toBeVisible();
});
