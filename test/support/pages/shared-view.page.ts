import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';

/** What the person reads, in a window of their own or in the advisor's. */
export class SharedViewPage {
  readonly page: Page;
  readonly main: Locator;
  readonly title: Locator;
  /** The company that is spoken of. */
  readonly pointed: Locator;
  readonly retained: Locator;

  constructor(page: Page) {
    this.page = page;
    this.main = page.getByRole('main');
    this.title = page.getByRole('heading', { level: 1 });
    this.pointed = page.getByRole('article');
    this.retained = page.getByRole('region', { name: 'Entreprises retenues' });
  }

  /** The window that opens while something is done. */
  static async opened(electron: ElectronApplication, run: () => Promise<void>): Promise<SharedViewPage> {
    const [page] = await Promise.all([electron.waitForEvent('window'), run()]);
    return new SharedViewPage(page);
  }

  /** All that can be seen or heard of it: its text, what assistive technologies read, its title, its address. */
  async everything(): Promise<string> {
    const text = await this.page.evaluate(() => document.documentElement.outerHTML);
    return [text, await this.page.locator('body').ariaSnapshot(), await this.page.title(), this.page.url()].join('\n');
  }

  async expectWithout(words: readonly string[]): Promise<void> {
    const everything = await this.everything();
    for (const word of words) expect(everything).not.toContain(word);
  }
}
