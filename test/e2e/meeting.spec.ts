import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { newId } from '../support/pages/case-file.page.ts';
import { MeetingPage } from '../support/pages/meeting.page.ts';

/** Thirty minutes between two people, from the file to "Rien ne reste à saisir", with both hands on the keyboard. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let meeting: MeetingPage;
let caseId: string;
const WHO = ['Solange', 'Essai-Entretien'] as const;
const PROMISED = 'Envoyer le modèle de lettre';
const READING = 'Voudrait des horaires de jour';

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  meeting = new MeetingPage(app.page);
  await meeting.enter();
  caseId = await meeting.createPerson(...WHO);
  const promise = { commandId: newId(), caseId, owner: 'advisor', text: PROMISED, dueOn: null };
  await meeting.call('action.add', promise);
  await meeting.openFromPortfolio(...WHO);
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const type = (text: string): Promise<void> => app.page.keyboard.type(text);

interface Met {
  readonly kind: string;
  readonly presence: string;
  readonly startsAt: number;
}
const meetings = (): Promise<readonly Met[]> => meeting.call('appointment.list', { caseId });

test('one key opens the meeting, and says once that the person is there', async () => {
  await meeting.begin();
  await expect(meeting.title).toHaveText(WHO.join(' '));
  await expect.poll(async () => (await meetings()).map(({ presence }) => presence)).toEqual(['held']);
  await expect(meeting.toast).toContainText('noté comme tenu');
  await expect(meeting.main).toContainText(/jusqu’à \d+\sh/);
  await expect(meeting.shown('Ce que j’ai promis')).toContainText(PROMISED);
  // Of the file, not of the person: titles of windows are seen from far.
  expect(await app.page.title()).not.toContain(WHO[1]);
  await meeting.expectStep(1);
});

test('@axe steps follow each other without a mouse, from a field too', async () => {
  await press('Alt+ArrowDown');
  await meeting.expectStep(2);
  await press('PageDown');
  await meeting.expectStep(3);
  await press('PageUp');
  await meeting.expectStep(2);
  await press('n');
  await expect(meeting.heading('Objet, présents, modalité')).toBeFocused();
  // A digit is text there, after what is filled in.
  await type('1');
  await expect(meeting.heading('Objet, présents, modalité')).toHaveValue(/1$/);
  await meeting.expectStep(2);
  await press('Backspace');
  await press('Alt+ArrowDown');
  await meeting.expectStep(3);
  for (const step of [1, 2, 3, 4, 5, 6, 7, 8]) {
    if (step === 8) await press('Escape');
    await meeting.toStep(step);
    await expectAccessible(app.page);
  }
  await meeting.toStep(2);
});

test('a promise that is kept is said by one key on its line, and goes to the note by itself', async () => {
  await press('ArrowDown');
  await press('f');
  await expect(meeting.toast).toContainText(PROMISED);
  // Nobody has met this person before: the note is that of a first meeting, which has no such heading yet.
  await expect(meeting.heading('Depuis la dernière fois')).toBeHidden();
  await press('Alt+2');
  await expect(meeting.heading('Depuis la dernière fois')).toHaveValue(/^$|Envoyer/);
});

test('what was not told yet is told without leaving the meeting', async () => {
  await meeting.toStep(3);
  // Up to the last thing to ask.
  await press('ArrowUp');
  await expect(app.page.getByRole('button', { name: 'un des sept sujets' })).toBeFocused();
  await press('Enter');
  await expect(meeting.fact('Se déplacer')).toBeFocused();
  await meeting.expectStep(3);
  await meeting.toStep(1);
  await meeting.toStep(3);
  await expect(app.page.getByRole('button', { name: 'Voir toute la situation' })).toBeVisible();
});

test('what the person says and what the advisor says are kept as the step is left, each dated', async () => {
  await meeting.toStep(4);
  await app.page.getByRole('textbox', { name: `Ce que dit ${WHO.join(' ')}` }).focus();
  await type(READING);
  await press('Tab');
  await type('Le canal à changer');
  await press('Alt+ArrowDown');
  await meeting.expectStep(5);
  const readings = (): Promise<readonly { readonly by: string; readonly text: string }[]> =>
    meeting.call('reading.list', { caseId });
  await expect
    .poll(async () => (await readings()).map(({ by, text }) => [by, text]))
    .toEqual([
      ['advisor', 'Le canal à changer'],
      ['person', READING],
    ]);
});

test('a company is retained in the list, and made an action without being typed again', async () => {
  await expect(meeting.list).toHaveAttribute('aria-busy', 'false');
  if ((await meeting.focusedRow.count()) === 0) await press('ArrowDown');
  await expect(meeting.focusedRow).toHaveCount(1);
  const retained = await meeting.nameOfRow(meeting.focusedRow);
  await press('r');
  await expect.poll(() => meeting.outcomeOf(caseId, retained)).toBe('retained');
  const aside = await meeting.nameOfRow(meeting.focusedRow);
  await press('e');
  await expect.poll(() => meeting.outcomeOf(caseId, aside)).toBe('set-aside');
  await meeting.toStep(6);
  await app.page.getByRole('button', { name: `En faire une action\u00a0: ${retained}` }).press('Enter');
  const what = app.page.getByRole('textbox', { name: 'Quoi' });
  await expect(what).toBeFocused();
  await expect(what).toHaveValue(`Contacter ${retained}`);
  await press('Control+Enter');
  await expect(what).toBeHidden();
  await expect(meeting.shown('Entreprises retenues')).toContainText('dans le plan');
  // What was retained and agreed on is in the note already; what was set aside is nowhere in it nor in what is gathered.
  await expect(meeting.noteBeside.getByRole('checkbox', { name: new RegExp(`^${retained}`) })).toBeChecked();
  await expect(meeting.noteBeside).not.toContainText(aside);
  await meeting.toStep(8);
  await expect(meeting.shown('Entreprises retenues')).toContainText(retained);
  await expect(meeting.main).not.toContainText(aside);
});

test('one leaves for the file and comes back to the same step, with what was typed', async () => {
  await meeting.toStep(6);
  await press('n');
  await meeting.heading('Ce que dit la personne').focus();
  await type('Préfère les matins.');
  await press('Escape');
  await press('Escape');
  await expect(meeting.tab('Synthèse')).toHaveAttribute('aria-selected', 'true');
  await meeting.begin();
  await meeting.expectStep(6);
  await expect(meeting.heading('Ce que dit la personne')).toHaveValue('Préfère les matins.');
  expect(await meetings()).toHaveLength(1);
});

test('the note is validated, the next appointment fixed, and nothing is left to write down', async () => {
  await meeting.toStep(8);
  await expect(meeting.shown('Reste à saisir').getByRole('listitem')).toHaveCount(2);
  await meeting.toStep(7);
  await expect(meeting.heading('Objet, présents, modalité')).toBeFocused();
  await press('Control+Enter');
  await expect(meeting.noteBeside.getByRole('article')).toContainText('Préfère les matins.');
  await expect(meeting.noteBeside.getByRole('article')).not.toContainText(READING);
  await meeting.toStep(8);
  await press('j');
  await expect(app.page.getByRole('dialog', { name: 'Rendez-vous' })).toBeVisible();
  await press('Enter');
  await expect(app.page.getByRole('dialog')).toBeHidden();
  await expect(app.page.getByText('Rien ne reste à saisir.')).toBeVisible();
});

test('@axe the end of a meeting, in dark too', async () => {
  await expectAccessible(app.page);
  await meeting.call('settings.set', { theme: 'dark' });
  await expect(app.page.locator('html[data-mantine-color-scheme="dark"]')).toHaveCount(1);
  for (const step of [1, 2, 4, 6, 7, 8]) {
    await meeting.toStep(step);
    await expectAccessible(app.page);
  }
});
