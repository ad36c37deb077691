import type { Locator } from '@playwright/test';
import { WindowPage } from './window.page.ts';

/** The settings, in whichever language they are shown. */
export class SettingsPage extends WindowPage {
  async open(): Promise<void> {
    await this.railItem('Réglages').or(this.railItem('Settings')).click();
    await this.page.getByRole('heading', { level: 1, name: /^(Réglages|Settings)$/ }).waitFor();
  }

  choice(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }
}
