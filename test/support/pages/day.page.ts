import { expect, type Locator, type Page } from '@playwright/test';
import { CaseFilePage } from './case-file.page.ts';

/** The day: its meetings and what there is to do besides. What is done here is done with the keyboard. */
export class DayPage extends CaseFilePage {
  readonly agenda: Locator;
  readonly meetings: Locator;
  readonly focusedMeeting: Locator;
  readonly week: Locator;
  readonly focusedInWeek: Locator;
  readonly dialog: Locator;
  /** Which days are shown, and how many meetings they have. */
  readonly period: Locator;

  constructor(page: Page) {
    super(page);
    this.agenda = page.getByRole('grid', { name: 'Agenda' });
    this.meetings = this.agenda.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.focusedMeeting = this.meetings.and(page.locator(':focus'));
    this.week = page.getByRole('list', { name: 'Semaine' });
    this.focusedInWeek = this.week.getByRole('button').and(page.locator(':focus'));
    this.dialog = page.getByRole('dialog');
    this.period = page.getByRole('region', { name: 'Agenda' }).getByText(/, (?:pas de|\d+)\srendez-vous$/);
  }

  /** The next day or week, once its meetings are there. */
  async turn(): Promise<void> {
    await expect(this.period).toBeVisible();
    const before = await this.period.innerText();
    await this.page.keyboard.press('s');
    await expect(this.period).not.toHaveText(before, { useInnerText: true });
  }

  /** On a working day of the demonstration: there are meetings, whatever the day it is. */
  async nextWorkingDay(): Promise<void> {
    await this.turn();
    await this.meetings.first().waitFor();
  }

  async enterMeetings(): Promise<void> {
    await this.page.keyboard.press('ArrowDown');
    await expect(this.focusedMeeting).toHaveCount(1);
  }

  /** Whom a meeting is with. */
  async nameIn(meeting: Locator): Promise<string> {
    return (await meeting.getByRole('gridcell').nth(1).innerText()).split('\n')[0] ?? '';
  }

  /** Day, week or list: one stop of the Tab key, arrows choose. */
  async show(span: 'Jour' | 'Semaine' | 'Liste'): Promise<void> {
    const radio = this.page.getByRole('radio', { name: span });
    await this.page.getByRole('radio', { checked: true }).first().focus();
    for (const key of ['ArrowRight', 'ArrowRight']) {
      if (await radio.isChecked()) break;
      await this.page.keyboard.press(key);
    }
    await expect(radio).toBeChecked();
    // Out of the choice, whose arrows are its own.
    await this.page.keyboard.press('Tab');
  }

  /** Says what became of the meeting that has the focus, from its menu. */
  async sayPresence(presence: string): Promise<void> {
    await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Enter');
    const said = this.page.getByRole('menuitem', { name: presence, exact: true });
    await said.waitFor();
    while (!(await said.evaluate((item) => item === document.activeElement))) {
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await expect(said).toBeHidden();
    // The keys are the screen’s again.
    const opener = this.agenda.getByRole('button', { name: /^Présence\s:/ });
    await expect(opener.and(this.page.locator(':focus'))).toHaveCount(1);
  }

  toDo(list: string): Locator {
    return this.page.getByRole('region', { name: list }).getByRole('listitem').getByRole('button');
  }
}
