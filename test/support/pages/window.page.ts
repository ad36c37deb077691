import type { Locator, Page } from '@playwright/test';

export type ScreenName = 'Journée' | 'Personnes' | 'Suivi' | 'Entreprises' | 'Données' | 'Réglages' | 'À propos';

/** Whoever unlocks the demonstration unless a test says otherwise: an advisor, with a portfolio. */
export const ADVISOR = 'Camille Roussel';
export const SUPERVISOR = 'Odile Marchand';
/** The space that tests create for an organisation's own case files. */
export const OWN_SPACE = {
  name: 'Dominique Essai',
  agency: 'Agence de test',
  passphrase: 'une phrase de passe',
} as const;

/** The first start makes the demonstration and its people. */
export const PREPARED_WITHIN_MS = 60_000;

/** In any language. */
const DAY = /^(Journée|Day)$/;
const PEOPLE = /^(Personnes|People)$/;

/** What is around every screen: the rail, the bars, the list of keys; and before them, who is there. */
export class WindowPage {
  readonly page: Page;
  readonly demonstrationMark: Locator;
  readonly main: Locator;
  /** The one title of a screen. */
  readonly title: Locator;
  readonly preparation: Locator;
  readonly keysDialog: Locator;
  readonly firstSteps: Locator;
  readonly palette: Locator;
  readonly alerts: Locator;
  /** Both ways in of the first start. */
  readonly tryDemonstration: Locator;
  readonly createSpace: Locator;
  readonly passphrase: Locator;
  readonly submitPassphrase: Locator;

  constructor(page: Page) {
    this.page = page;
    this.demonstrationMark = page.getByRole('banner').getByText('Démonstration, données générées');
    this.main = page.getByRole('main');
    this.title = page.getByRole('heading', { level: 1 });
    this.preparation = page.getByRole('heading', { level: 1, name: 'Préparation de la démonstration' });
    this.keysDialog = page.getByRole('dialog', { name: 'Touches de cet écran' });
    this.firstSteps = page.getByRole('dialog', { name: /^(Premiers pas|First steps)$/ });
    this.palette = page.getByRole('dialog', { name: /^(Chercher et agir|Search and act)$/ });
    this.alerts = page.getByRole('alert');
    this.tryDemonstration = page.getByRole('button', { name: /^(Essayer la démonstration|Try the demonstration)$/ });
    this.createSpace = page.getByRole('button', { name: /^(Créer cet espace|Create this space)$/ });
    this.passphrase = page.getByRole('textbox', { name: /^(Phrase de passe|Passphrase)$/ });
    this.submitPassphrase = page.getByRole('button', { name: /^(Ouvrir|Open)$/ });
  }

  /** The key of an account of the demonstration, whose passphrase is beside it. */
  useAccount(name: string): Locator {
    return this.page.getByRole('button', {
      name: new RegExp(`^(?:Utiliser le compte (?:de |d’)|Use the account of )${name}$`),
    });
  }

  /** Comes in; an advisor who comes to the day goes on to the people, where most journeys begin. */
  async enter(account: string = ADVISOR): Promise<void> {
    await this.comeIn(account);
    const isAtDay = await this.page.getByRole('main', { name: DAY }).isVisible();
    if (isAtDay) await this.goTo(PEOPLE);
  }

  /** Whatever stands before the screens (the first start, a lock, a space to create), one comes in, where one comes in. */
  async comeIn(account: string = ADVISOR): Promise<void> {
    const navigation = this.page.getByRole('navigation');
    const use = this.useAccount(account);
    const anything = navigation.or(this.tryDemonstration).or(use).or(this.createSpace).or(this.submitPassphrase);
    await anything.first().waitFor({ timeout: PREPARED_WITHIN_MS });
    if (await navigation.isVisible()) return this.passFirstSteps();
    if (await this.tryDemonstration.isVisible()) {
      await this.tryDemonstration.click();
      await use.waitFor({ timeout: PREPARED_WITHIN_MS });
    }
    if (await use.isVisible()) await use.click();
    else if (await this.createSpace.isVisible()) await this.fillSpace();
    else {
      await this.passphrase.fill(OWN_SPACE.passphrase);
      await this.submitPassphrase.click();
    }
    await navigation.waitFor();
    await this.passFirstSteps();
  }

  /** Closes the case files by their key, in any language. What is being typed is kept first: the screens go once it is. */
  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l');
    await this.page.getByRole('navigation').waitFor({ state: 'hidden' });
  }

  /** An account that comes for the first time is shown its first steps: the journeys begin after them. */
  async passFirstSteps(): Promise<void> {
    // Until the case files are open, nothing says whether they were seen.
    await this.page.getByRole('navigation').waitFor();
    const seen = await this.page.evaluate(() => window.vav.call('preference.get', { name: 'onboarding' }));
    if (!seen.ok || (seen.data as { value: unknown }).value !== null) return;
    await this.firstSteps.getByRole('button', { name: /^(Passer|Skip)$/ }).click();
    await this.firstSteps.waitFor({ state: 'hidden' });
  }

  /** Fills in the form of a new space, in the order of its fields, and sends it. */
  async fillSpace(space: Readonly<Record<keyof typeof OWN_SPACE, string>> = OWN_SPACE): Promise<void> {
    const fields = this.page.getByRole('main').getByRole('textbox');
    const values = [space.name, space.agency, space.passphrase, space.passphrase];
    for (const [index, value] of values.entries()) await fields.nth(index).fill(value);
    await this.createSpace.click();
  }

  railItem(name: string | RegExp): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name });
  }

  async goTo(screen: ScreenName | RegExp): Promise<void> {
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
