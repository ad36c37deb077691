import { expect, type Locator } from '@playwright/test';
import { OWN_SPACE } from './window.page.ts';
import { SettingsPage } from './settings.page.ts';

/** What keeps case files safe: the passphrase, its code, copies and repairs. */
export class SafetyPage extends SettingsPage {
  /** The dialog where one goes back to a copy. */
  get restore(): Locator {
    return this.page.getByRole('dialog', { name: 'Revenir à une copie' });
  }

  /** From the first start to an empty space of one's own. */
  async createOwnSpace(): Promise<void> {
    await this.button('Créer mon espace').click();
    await this.fillSpace();
    await this.page.getByRole('navigation').waitFor();
    await this.passFirstSteps();
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.submitPassphrase.click();
  }

  /** Makes a code, and proves that it is kept. */
  async makeCode(passphrase: string = OWN_SPACE.passphrase): Promise<string> {
    await this.openSection('Sécurité');
    await this.button(/^(Créer un code de secours|Créer un autre code|Remplacer le code)$/).click();
    await this.passphrase.fill(passphrase);
    await this.button('Créer le code').click();
    const groups = await this.shownGroups();
    const { name, value } = await this.askedGroup(groups);
    await this.field(name).fill(value);
    await this.button('Vérifier et garder').click();
    await expect(this.page.getByText('Code gardé. Il ne sera plus montré.')).toBeVisible();
    return groups.join('-');
  }

  async shownGroups(): Promise<readonly string[]> {
    const shown = this.page.getByRole('group', { name: /^Code de secours, en 7/ });
    await shown.waitFor();
    return shown.locator('code').allInnerTexts();
  }

  /** The group that is asked again, and the field it is asked in. */
  async askedGroup(groups: readonly string[]): Promise<{ readonly name: RegExp; readonly value: string }> {
    const name = /^Pour vérifier qu’il est bien recopié/;
    const label = await this.page.getByText(name).innerText();
    const rank = Number(/(\d+)$/.exec(label)?.[1]);
    const value = groups[rank - 1];
    if (value === undefined) throw new Error(`No group ${rank} among ${groups.length}`);
    return { name, value };
  }
}
