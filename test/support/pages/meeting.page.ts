import { expect, type Locator, type Page } from '@playwright/test';
import { CaseFilePage } from './case-file.page.ts';

/** The steps by their number: the key of each. */
export const MEETING_STEP_NAMES = [
  'Objet',
  'Depuis la dernière fois',
  'Situation',
  'Nos deux avis',
  'Nos pistes\u00a0: entreprises',
  'Plan',
  'Note',
  'Suite et fiche',
] as const;

/** A file while the two people sit together. What is done here is done with the keyboard. */
export class MeetingPage extends CaseFilePage {
  readonly step: Locator;
  readonly noteBeside: Locator;

  constructor(page: Page) {
    super(page);
    this.step = page.getByRole('navigation', { name: 'Étapes de l’entretien' }).locator('[aria-current="step"]');
    this.noteBeside = page.getByRole('complementary', { name: 'Note de l’entretien' });
  }

  /** From the file, by its key. */
  async begin(): Promise<void> {
    await this.page.keyboard.press('b');
    await expect(this.page.getByRole('main', { name: 'Entretien' })).toBeVisible();
    await expect(this.step).toBeVisible();
  }

  async expectStep(number: number): Promise<void> {
    await expect(this.step).toContainText(MEETING_STEP_NAMES[number - 1] ?? '');
  }

  async toStep(number: number): Promise<void> {
    await this.page.keyboard.press(String(number));
    await this.expectStep(number);
  }

  /** What is shown of the step, the note aside. */
  shown(name: string): Locator {
    return this.main.getByRole('region', { name, exact: true }).first();
  }
}
