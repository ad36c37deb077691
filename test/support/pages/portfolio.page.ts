import { expect, type Locator, type Page } from '@playwright/test';
import { WindowPage, wholeNumber } from './window.page.ts';

/** The portfolio and its dialogs. What is done here is done with the keyboard. */
export class PortfolioPage extends WindowPage {
  readonly table: Locator;
  /** The people on screen; long lists keep in the page only what is seen. */
  readonly rows: Locator;
  readonly focusedRow: Locator;
  readonly search: Locator;
  readonly dialog: Locator;
  readonly foot: Locator;

  constructor(page: Page) {
    super(page);
    this.table = page.getByRole('grid', { name: 'Mon portefeuille' });
    this.rows = this.table.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.focusedRow = this.rows.and(page.locator(':focus'));
    this.search = page.getByRole('search').getByRole('textbox', { name: 'Filtrer' });
    this.dialog = page.getByRole('dialog');
    this.foot = this.main.getByText(/^[\d\s]+\ssur\s[\d\s]+\sdossiers?$/);
  }

  filter(name: RegExp): Locator {
    return this.page.getByRole('group', { name: 'Regarder' }).getByRole('button', { name });
  }

  /** A filter with values, by what it says: "Métier : tous". */
  menu(name: RegExp): Locator {
    return this.page.getByRole('group', { name: 'Filtrer par' }).getByRole('button', { name });
  }

  /** A saved view, or "+ Vue". */
  view(name: string | RegExp): Locator {
    return this.page.getByRole('group', { name: 'Vues enregistrées' }).getByRole('button', { name });
  }

  head(name: string): Locator {
    return this.table.getByRole('columnheader', { name });
  }

  /** The heads of the columns that are shown, in their order. */
  heads(): Promise<readonly string[]> {
    return this.table.getByRole('columnheader').allInnerTexts();
  }

  /** What takes the focus in a head: its button where the column sorts. */
  headStop(name: string): Locator {
    return this.head(name)
      .getByRole('button')
      .or(this.head(name).and(this.page.locator('[tabindex]')));
  }

  /** What a column says of a row: by its place among the columns. */
  cell(row: Locator, column: 'person' | 'project' | 'place' | 'lastContact' | 'nextAppointment'): Locator {
    const place = ['person', 'project', 'place', 'lastContact', 'nextAppointment'].indexOf(column);
    return row.getByRole('gridcell').nth(place);
  }

  /** How many the foot says are shown. */
  async count(): Promise<number> {
    return wholeNumber(await this.foot.innerText());
  }

  /** From anywhere on the screen: the first row has the focus. */
  async enterList(): Promise<void> {
    await this.rows.first().waitFor();
    await this.page.keyboard.press('ArrowDown');
    await expect(this.focusedRow).toHaveCount(1);
    await this.page.keyboard.press('Home');
    await expect(this.focusedRow).toHaveAttribute('aria-rowindex', '2');
  }

  async nameOfFocusedRow(): Promise<string> {
    return (await this.cell(this.focusedRow, 'person').innerText()).split('\n')[0] ?? '';
  }

  async closeDialog(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.dialog).toBeHidden();
  }
}
