import { expect, type Locator } from '@playwright/test';
import { WindowPage } from './window.page.ts';

export type SectionName = 'Affichage' | 'Sécurité' | 'Copies' | 'Étiquettes de l’agence' | 'Conservation' | 'Poste';

/** What is said may come after a key was derived, or a copy read back. */
export const SAID_WITHIN_MS = 30_000;

/** The settings, in whichever language they are shown. */
export class SettingsPage extends WindowPage {
  async open(): Promise<void> {
    await this.railItem('Réglages').or(this.railItem('Settings')).click();
    await this.page.getByRole('heading', { level: 1, name: /^(Réglages|Settings)$/ }).waitFor();
  }

  choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  section(name: SectionName): Locator {
    return this.page.getByRole('tablist', { name: 'Sections des réglages' }).getByRole('tab', { name, exact: true });
  }

  /** What the section shows. */
  panel(name: SectionName): Locator {
    return this.page.getByRole('tabpanel', { name });
  }

  async openSection(name: SectionName): Promise<void> {
    await this.open();
    await this.section(name).click();
    await this.panel(name).getByRole('heading').first().waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  field(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name, exact: typeof name === 'string' });
  }

  /** What was last said, at the foot of the window. */
  async expectToast(words: string | RegExp): Promise<void> {
    await expect(this.page.locator('.toast-box')).toContainText(words, { timeout: SAID_WITHIN_MS });
  }
}
