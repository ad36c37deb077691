import type { Locator, Page } from '@playwright/test';

export type ScreenName = 'Entreprises' | 'Données' | 'Réglages' | 'À propos';

/** What is around every screen: the rail, the bars, the list of keys. */
export class WindowPage {
  readonly page: Page;
  readonly demonstrationMark: Locator;
  readonly main: Locator;
  /** The one title of a screen. */
  readonly title: Locator;
  readonly preparation: Locator;
  readonly keysDialog: Locator;
  readonly alerts: Locator;

  constructor(page: Page) {
    this.page = page;
    this.demonstrationMark = page.getByRole('banner').getByText('Démonstration, données générées');
    this.main = page.getByRole('main');
    this.title = page.getByRole('heading', { level: 1 });
    this.preparation = page.getByRole('heading', { level: 1, name: 'Préparation de la démonstration' });
    this.keysDialog = page.getByRole('dialog', { name: 'Touches de cet écran' });
    this.alerts = page.getByRole('alert');
  }

  railItem(name: string): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name });
  }

  async goTo(screen: ScreenName): Promise<void> {
    await this.railItem(screen).click();
    await this.page.getByRole('main', { name: screen }).waitFor();
    await this.title.first().waitFor();
  }

  /** Presses Tab (or Shift+Tab) as often as it takes for the focus to reach something. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 40; presses += 1) {
      if (await hasFocus()) return;
      await this.page.keyboard.press(key);
    }
    const reached = await this.page
      .locator(':focus')
      .evaluateAll((found) => found[0]?.outerHTML.slice(0, 200) ?? 'none');
    throw new Error(`The focus is on ${reached}. The focus does not reach ${String(target)} with ${key}`);
  }
}

/** "1 204 entreprises" → 1204, whatever space parts the thousands. */
export function wholeNumber(text: string): number {
  const digits = /\d[\d\s]*/.exec(text)?.[0].replaceAll(/\s/g, '');
  if (digits === undefined) throw new Error(`No number in "${text}"`);
  return Number(digits);
}
