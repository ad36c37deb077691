import { expect, type Locator } from '@playwright/test';
import type { RunningApp } from '../electron-app.ts';
import { ADVISOR, WindowPage } from './window.page.ts';

/** Choosing, looking through, importing and leaving data. */
export class DataPage extends WindowPage {
  readonly app: RunningApp;
  readonly choose: Locator;
  readonly preview: Locator;
  readonly start: Locator;
  readonly stop: Locator;
  readonly progress: Locator;
  readonly done: Locator;
  readonly openOwn: Locator;
  readonly openDemonstration: Locator;

  constructor(app: RunningApp) {
    super(app.page);
    this.app = app;
    const { page } = app;
    this.choose = page.getByRole('button', { name: 'Choisir un dossier' });
    this.preview = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Reconnu comme' }) });
    this.start = page.getByRole('button', { name: 'Commencer l’import' });
    this.stop = page.getByRole('button', { name: 'Arrêter' });
    this.progress = page.getByRole('progressbar', { name: 'Import en cours' });
    this.done = page.getByText('Import fini. Ces données sont en service.');
    this.openOwn = page.getByRole('button', { name: 'Ouvrir mes données' });
    this.openDemonstration = page.getByRole('button', { name: 'Revenir à la démonstration' });
  }

  /** Chooses a folder: the dialog belongs to the system, which answers at once here. */
  async chooseFolder(folder: string): Promise<void> {
    await this.goTo('Données');
    await this.app.electron.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, folder);
    await this.choose.click();
  }

  /** What was imported is in a workspace of its own: from the demonstration, one has to come in there. */
  async importFolder(folder: string): Promise<void> {
    await this.chooseFolder(folder);
    const comesFromDemonstration = await this.demonstrationMark.isVisible();
    await this.start.click();
    if (comesFromDemonstration) {
      await this.createSpace.or(this.submitPassphrase).waitFor({ timeout: 30_000 });
      await this.enter();
      await this.goTo('Données');
    }
    await expect(this.done).toBeVisible({ timeout: 30_000 });
  }

  /** To the demonstration from one's own data, and in. */
  async leaveForDemonstration(): Promise<void> {
    await this.openDemonstration.click();
    await this.useAccount(ADVISOR).waitFor();
    await this.enter();
    await expect(this.demonstrationMark).toBeVisible();
    await this.goTo('Données');
  }

  /** To one's own data from the demonstration, and in. */
  async leaveForOwn(): Promise<void> {
    await this.openOwn.click();
    await this.submitPassphrase.waitFor();
    await expect(this.useAccount(ADVISOR)).toBeHidden();
    await this.enter();
    await this.goTo('Données');
  }

  /** What the preview says of a file. */
  previewOf(file: string): Locator {
    return this.preview.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: file, exact: true }) });
  }
}
