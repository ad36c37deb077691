import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { CANARIES, CANARY_TEXTS, writeCanaries } from '../support/canaries.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { newId } from '../support/pages/case-file.page.ts';
import { MeetingPage } from '../support/pages/meeting.page.ts';
import { SharedViewPage } from '../support/pages/shared-view.page.ts';
import { ADVISOR } from '../support/pages/window.page.ts';

/** The person has a screen to look at: it follows what is spoken of, and holds nothing else of anybody. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let meeting: MeetingPage;
let shared: SharedViewPage;
let caseId: string;
const { first, last, pride, promise, purpose, reading } = CANARIES;
/** What is nobody else's to read, and everybody else. */
const HIDDEN = [
  ...CANARY_TEXTS.filter((text) => ![first, last, pride, promise, purpose, reading].includes(text as never)),
  ...['Ferrand', 'Roussel', 'Gambetta', 'no-post', 'Précaution'],
];
const TITLES = [
  'Objet du rendez-vous',
  'Depuis la dernière fois',
  'Votre situation',
  'Nos deux avis',
  'Nos pistes\u00a0: entreprises',
  'Qui fait quoi, pour quand',
  'Notre compte rendu',
  'Ce que nous avons décidé',
];

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  meeting = new MeetingPage(app.page);
  await meeting.enter();
  const tomorrow = Date.now() + 24 * 60 * 60_000;
  caseId = await writeCanaries((name, input) => meeting.call(name, input), newId, tomorrow);
  const occupation = { rome: 'D1106', label: 'Vente en alimentation', title: 'Vente en alimentation' };
  await meeting.setField(caseId, 'project1.occupation', occupation);
  await meeting.setField(caseId, 'project1.place', { communeCode: '57463', name: 'Metz' });
  await meeting.setField(caseId, 'precautions', ['no-post', 'nothing-to-take-home']);
  await meeting.call('preference.set', { name: 'shared-view', value: 'window' });
  await meeting.openFromPortfolio(first, last);
  await meeting.begin();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
/** Which window has the keyboard, by the address of its page. */
const focused = (): Promise<readonly string[]> =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().flatMap((each) => (each.isFocused() ? [each.webContents.getURL()] : [])),
  );

test('row 44: F9 opens the window of the person, which follows each step and holds no private word', async () => {
  const privateLine = app.page.getByRole('textbox', { name: /^Pour préparer/ });
  await expect(privateLine).toBeVisible();
  shared = await SharedViewPage.opened(app.electron, () => press('F9'));
  await expect(shared.title).toHaveText(TITLES[0]!);
  // Both sit there: the advisor's window keeps to itself what is the advisor's alone.
  await expect(privateLine).toBeHidden();
  await expect(shared.main).toContainText(`${first} ${last}`);
  await expect.poll(focused).not.toContain('app://vav/shared.html');
  expect(await shared.page.evaluate(() => 'vav' in window)).toBe(false);
  for (const [index, title] of TITLES.entries()) {
    // From the note, a digit is text.
    if (index === 7) await press('Escape');
    await press(String(index + 1));
    await expect(shared.title).toHaveText(title);
    await shared.expectWithout(HIDDEN);
  }
  const titles = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => each.getTitle()),
  );
  expect(titles).toEqual(['Vis-à-vis', 'Vis-à-vis']);
});

test('@axe it follows the company pointed at; one that is set aside is not there any more (R10)', async () => {
  await meeting.toStep(5);
  await expect(meeting.list).toHaveAttribute('aria-busy', 'false');
  if ((await meeting.focusedRow.count()) === 0) await press('ArrowDown');
  const aside = await meeting.nameOfRow(meeting.focusedRow);
  await expect(shared.pointed).toContainText(aside);
  await expect(shared.pointed).toContainText('Première phrase à dire');
  await expectAccessible(shared.page);
  await press('e');
  await expect(shared.main).not.toContainText(aside);
  const retained = await meeting.nameOfRow(meeting.focusedRow);
  await press('r');
  await expect(shared.retained).toContainText(retained);
  await shared.expectWithout([...HIDDEN, aside]);
  await meeting.call('settings.set', { theme: 'dark' });
  await expect(shared.page.locator('html[data-mantine-color-scheme="dark"]')).toHaveCount(1);
  await expectAccessible(shared.page);
});

test('it shows what was decided once the advisor chooses to, until the note is left', async () => {
  await meeting.toStep(7);
  await expect(shared.main).toContainText('Vous pouvez demander à le lire');
  await meeting.heading('Ce que nous avons décidé').fill('Appeler jeudi ensemble.');
  await press('Shift+F9');
  await expect(shared.main).toContainText('Appeler jeudi ensemble.');
  await shared.expectWithout(HIDDEN);
  await press('Escape');
  await meeting.toStep(6);
  await press('7');
  await expect(shared.title).toHaveText(TITLES[6]!);
  await expect(shared.main).not.toContainText('Appeler jeudi ensemble.');
  await press('Escape');
});

test('away from the meeting it is a neutral page; loaded again, it shows what it did', async () => {
  await meeting.toStep(6);
  await press('Escape');
  await expect(shared.title).toHaveText('Un instant…');
  await shared.expectWithout([...HIDDEN, last]);
  await meeting.begin();
  await expect(shared.title).toHaveText(TITLES[5]!);
  await shared.page.reload();
  await expect(shared.title).toHaveText(TITLES[5]!);
});

test('row 33, row 44: a lock blanks it at once, and whoever comes back finds it closed', async () => {
  await press('Control+l');
  await expect(shared.title).toHaveText('Écran verrouillé');
  await shared.expectWithout([...HIDDEN, last]);
  const closed = shared.page.waitForEvent('close');
  await meeting.useAccount(ADVISOR).click();
  await closed;
  await meeting.expectStep(6);
  await expect(app.page.locator('html[data-shared]')).toHaveCount(0);
});

test('@axe with one screen, the window itself shows the same and nothing around it', async () => {
  await meeting.call('preference.set', { name: 'shared-view', value: 'here' });
  await press('Control+k');
  await app.page.keyboard.type('dans cette fenêtre');
  await meeting.palette.getByRole('option', { name: 'Écran partagé\u00a0: dans cette fenêtre' }).waitFor();
  await press('Enter');
  const here = new SharedViewPage(app.page);
  await expect(here.title).toHaveText(TITLES[5]!);
  await expect(app.page.getByRole('navigation')).toHaveCount(0);
  await press('Control+k');
  await press('5');
  await expect(here.title).toHaveText(TITLES[4]!);
  await press('ArrowDown');
  await expect(here.pointed).toBeVisible();
  const before = await here.pointed.innerText();
  await press('ArrowDown');
  await expect(here.pointed).not.toHaveText(before);
  await here.expectWithout(HIDDEN);
  await expectAccessible(app.page);
  await press('F9');
  await meeting.expectStep(5);
  await expect(meeting.title).toHaveText(`${first} ${last}`);
});
