import { expect, type Locator, type Page } from '@playwright/test';
import { WindowPage, wholeNumber } from './window.page.ts';

export interface RowSeen {
  readonly name: string;
  readonly where: string;
  /** Null when the commune is known and the address is not. */
  readonly distanceKm: number | null;
}

/** The search, its list and its filters. What is done here is done with the keyboard. */
export class EmployersPage extends WindowPage {
  readonly occupation: Locator;
  readonly place: Locator;
  readonly table: Locator;
  /** The rows of employers on screen; long lists keep in the page only what is seen. */
  readonly rows: Locator;
  readonly focusedRow: Locator;
  readonly why: Locator;
  readonly calculation: Locator;
  readonly radius: Locator;
  readonly widening: Locator;

  constructor(page: Page) {
    super(page);
    this.occupation = page.getByRole('combobox', { name: 'Métier' });
    this.place = page.getByRole('combobox', { name: 'Autour de' });
    this.table = page.getByRole('treegrid');
    this.rows = this.table.getByRole('row', { level: 1 });
    this.focusedRow = this.rows.and(page.locator(':focus'));
    this.why = this.table
      .getByRole('row', { level: 2 })
      .filter({ has: page.getByRole('heading', { name: 'Pourquoi cette entreprise ?' }) });
    this.calculation = this.why.getByRole('table', { name: /^Contributions en millièmes/ });
    this.radius = page.getByRole('slider', { name: 'Distance, à vol d’oiseau' });
    this.widening = page.getByRole('region', { name: 'Peu d’entreprises ici' });
  }

  /** Past the first start and the unlocking, on the screen where one can search. */
  async ready(): Promise<void> {
    await this.enter();
    await this.railItem(/^(Entreprises|Employers)$/).click();
    await expect(this.occupation.or(this.page.getByRole('combobox', { name: 'Occupation' }))).toBeVisible();
  }

  pill(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name: 'Filtres' }).getByRole('button', { name });
  }

  tab(name: RegExp): Locator {
    return this.page.getByRole('tablist', { name: 'Sortes d’employeurs' }).getByRole('tab', { name });
  }

  /** Types a search as an advisor does; at the end the list is there, and its first row has the focus. */
  async search(occupation: string, place: string): Promise<void> {
    await this.choose('/', this.occupation, occupation);
    if ((await this.place.inputValue()) !== '') await this.enterList();
    await this.choose('l', this.place, place);
    await this.enterList();
  }

  /** A new list takes the focus by itself; the same one again leaves it in the field, and an arrow leads on. */
  async enterList(): Promise<void> {
    const { keyboard } = this.page;
    await this.settled();
    if (!(await isFocused(this.rows))) await keyboard.press('ArrowDown');
    await expect(this.focusedRow).toHaveCount(1);
    await keyboard.press('Home');
    await expect(this.focusedRow).toHaveAttribute('aria-rowindex', '2');
  }

  /** One field: its key from outside any field, the words, the first answer. */
  async choose(key: '/' | 'l', field: Locator, words: string): Promise<void> {
    const { keyboard } = this.page;
    if (!(await isFocused(field))) {
      if (await isFocused(this.page.locator('input:focus'))) await keyboard.press('Escape');
      await keyboard.press(key);
    }
    await expect(field).toBeFocused();
    await keyboard.type(words);
    await expect(this.page.getByRole('option').first()).toContainText(new RegExp(words.slice(0, 4), 'i'));
    const title = (await this.page.getByRole('option').first().innerText()).split('\n')[0] ?? '';
    await keyboard.press('Enter');
    await expect(field).toHaveValue(title);
  }

  /** The list of the search on screen is there. */
  async settled(): Promise<void> {
    await expect(this.page.getByRole('tabpanel')).toHaveAttribute('aria-busy', 'false');
    await this.rows.first().waitFor();
  }

  /** How many the title announces. */
  async count(): Promise<number> {
    return wholeNumber(await this.title.innerText());
  }

  async expectCount(count: number): Promise<void> {
    await expect.poll(() => this.count(), 'the count of the title').toBe(count);
    await this.settled();
  }

  /** Walks the whole list down with the arrow, and tells what was met. */
  async walk(): Promise<readonly RowSeen[]> {
    const { keyboard } = this.page;
    await this.enterList();
    const count = await this.count();
    const seen: RowSeen[] = [];
    for (let index = 0; index < count; index += 1) {
      if (index > 0) await keyboard.press('ArrowDown');
      await expect(this.focusedRow).toHaveAttribute('aria-rowindex', String(index + 2));
      seen.push(await readRow(this.focusedRow));
    }
    await keyboard.press('Home');
    await expect(this.focusedRow).toHaveAttribute('aria-rowindex', '2');
    return seen;
  }

  async firstNames(count: number): Promise<readonly string[]> {
    const names: string[] = [];
    for (let index = 0; index < count; index += 1) names.push((await readRow(this.rows.nth(index))).name);
    return names;
  }

  /** Opens the panel of the distance with its key, and moves it with the arrows. */
  async setRadius(km: number): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.press('r');
    await expect(this.radius).toBeFocused();
    const at = async (): Promise<number> => Number(await this.radius.inputValue());
    for (let now = await at(); now !== km; now = await at()) {
      await keyboard.press(now < km ? 'ArrowRight' : 'ArrowLeft');
      await expect.poll(at, 'the arrows move the distance').not.toBe(now);
    }
    await keyboard.press('Escape');
    await expect(this.radius).toBeHidden();
    await expect(this.pill(new RegExp(`^${km}(,0)?\\s?km depuis `))).toBeVisible();
  }
}

async function isFocused(locator: Locator): Promise<boolean> {
  return (await locator.and(locator.page().locator(':focus')).count()) > 0;
}

/** A row as it reads: the name, where it is, how far. */
export async function readRow(row: Locator): Promise<RowSeen> {
  const cells = row.getByRole('gridcell');
  const [name = '', where = ''] = (await cells.nth(0).innerText()).split('\n');
  return { name, where, distanceKm: kilometres(await cells.nth(2).innerText()) };
}

/** "800 m", "< 100 m" or "2,8 km" in kilometres. */
function kilometres(text: string): number | null {
  if (text.trim() === 'non localisée') return null;
  const match = /([\d,]+)\s(k?m)$/.exec(text.trim());
  if (match === null) throw new Error(`No distance in "${text}"`);
  return Number(match[1]?.replace(',', '.')) / (match[2] === 'km' ? 1 : 1000);
}
