/**
 * Scenes of the field, whole: a first meeting with the screen turned to the person, somebody who says no to everything,
 * somebody who is far and does not read easily. What each costs the hands of the advisor is printed. Those of a cold
 * start, of a person without an appointment, of a slip and a cut, of a colleague who is away are journeys of their own
 * (day, palette, note-guard, hand-over).
 */
import { expect, type Locator, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { Hands } from '../support/hands.ts';
import { MeetingPage } from '../support/pages/meeting.page.ts';
import { SharedViewPage } from '../support/pages/shared-view.page.ts';
import { SUPERVISOR } from '../support/pages/window.page.ts';

test.describe.configure({ mode: 'serial' });

const MOST_KEYS_AND_CLICKS = 60;
const MOST_TYPING_SECONDS = 120;
/** Of the demonstration: nobody of whom one may read anything while another person looks. */
const OTHERS = ['Ferrand', 'Vautrin'];
const REFUSAL = 'canari du refus';
const LIST = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' } as const;

let app: RunningApp;
let meeting: MeetingPage;
let hands: Hands;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  meeting = new MeetingPage(app.page);
  await meeting.enter();
});

test.afterAll(async () => {
  await endJourney(app);
});

/** Tab after Tab, as a hand would. */
async function reach(target: Locator, key = 'Tab'): Promise<void> {
  const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 12 && !(await hasFocus()); presses += 1) await hands.press(key);
  await expect(target).toBeFocused();
}

test('scene 3: thirty minutes with the screen turned to her, by the keys alone', async () => {
  const caseId = await meeting.createPerson('Solange', 'Essai-Scène');
  await meeting.call('preference.set', { name: 'shared-view', value: 'window' });
  hands = new Hands(app.page);
  await hands.press('Control+k');
  await hands.type('essai-scene');
  await expect(meeting.palette.getByRole('option', { name: /Essai-Scène/ })).toBeVisible();
  await hands.press('Enter');
  await expect(meeting.title).toHaveText('Solange Essai-Scène');
  await hands.press('b');
  await meeting.expectStep(1);
  const hers = await SharedViewPage.opened(app.electron, () => hands.press('F9'));
  const hidden = [...OTHERS];
  await hands.press('4');
  await reach(app.page.getByRole('textbox', { name: 'Ce que dit Solange Essai-Scène' }));
  await hands.type('Cherche des horaires de jour, près du tram.');
  await hands.press('Tab');
  await hands.type('Le canal à changer : se présenter sur place.');
  await hers.expectWithout(hidden);
  await hands.press('Alt+ArrowDown');
  await meeting.expectStep(5);
  await expect(meeting.list).toHaveAttribute('aria-busy', 'false');
  if ((await meeting.focusedRow.count()) === 0) await hands.press('ArrowDown');
  const kept: string[] = [];
  for (const key of ['r', 'e', 'r', 'r']) {
    await expect(meeting.focusedRow).toHaveCount(1);
    const name = await meeting.nameOfRow(meeting.focusedRow);
    if (key === 'r') {
      kept.push(name);
      // In words she can say again: why this one.
      await expect(hers.pointed).toContainText(name);
    } else {
      hidden.push(name);
    }
    await hands.press(key);
    await expect.poll(() => meeting.outcomeOf(caseId, name)).toBe(key === 'r' ? 'retained' : 'set-aside');
  }
  await hers.expectWithout(hidden);
  await hands.press('6');
  await meeting.expectStep(6);
  await reach(app.page.getByRole('button', { name: `En faire une action\u00a0: ${kept[0]}` }));
  await hands.press('Enter', 'Enter');
  await expect(app.page.getByRole('textbox', { name: 'Quoi' })).toBeHidden();
  await hands.press('7');
  await meeting.expectStep(7);
  await reach(meeting.heading('Ce que dit la personne'));
  await hands.type('Préfère les matins. Peut commencer lundi.');
  await hers.expectWithout(hidden);
  await hands.press('Control+Enter');
  await expect(meeting.noteBeside.getByRole('article')).toContainText('Préfère les matins.');
  await hands.press('8');
  await meeting.expectStep(8);
  await hands.press('j');
  await expect(app.page.getByRole('dialog', { name: 'Rendez-vous' })).toBeVisible();
  await hands.press('Enter');
  await expect(app.page.getByText('Rien ne reste à saisir.')).toBeVisible();
  await hands.press('Control+p');
  const sheet = app.page.getByRole('dialog', { name: 'Votre fiche' });
  await expect(sheet).toContainText(kept[0] ?? '');
  for (const name of hidden) await expect(sheet).not.toContainText(name);
  await reach(sheet.getByRole('button', { name: 'Garder à remettre' }));
  await hands.press('Enter');
  await expect(meeting.toast).toContainText('Fiche gardée à remettre');
  await hers.expectWithout(hidden);
  await hands.press('F9');
  const { keys, clicks, characters, typingSeconds } = hands.effort;
  console.log(`scene 3: ${keys} keys, ${clicks} clicks, ${characters} characters (${typingSeconds} s of typing)`);
  expect(keys + clicks).toBeLessThanOrEqual(MOST_KEYS_AND_CLICKS);
  expect(typingSeconds).toBeLessThanOrEqual(MOST_TYPING_SECONDS);
});

test('scene 4: he says no to everything, and nothing that leaves says so but his own copy', async () => {
  const caseId = await meeting.createPerson('Lucien', 'Essai-Refus');
  interface Page {
    readonly page: { readonly rows: readonly { readonly siret: string; readonly name: string }[] };
  }
  const listed = async (limit: number): Promise<Page['page']['rows']> =>
    (await meeting.call<Page>('suggestion.forCase', { caseId, ...LIST, offset: 0, limit })).page.rows;
  const refused = await listed(4);
  expect(refused).toHaveLength(4);
  for (const { siret } of refused) {
    const item = { kind: 'establishment', siret };
    const why = { outcome: 'set-aside', reasons: ['not-wanted'], words: REFUSAL };
    await meeting.command('decision.make', { caseId, item, ...why, list: LIST, baseRevision: 0 });
  }
  await meeting.openFromPortfolio('Lucien', 'Essai-Refus');
  await meeting.begin();
  const traces = [REFUSAL, ...refused.map(({ name }) => name)];
  const expectNone = (text: string): void => {
    for (const trace of traces) expect(text).not.toContain(trace);
  };
  const shown = (): Promise<string> => app.page.locator('body').innerText();
  for (const step of [7, 8]) {
    await meeting.toStep(step);
    expectNone(await shown());
    if (step === 7) await app.page.keyboard.press('Escape');
  }
  await app.page.keyboard.press('Control+p');
  await expect(app.page.getByRole('dialog', { name: 'Votre fiche' })).toBeVisible();
  expectNone(await shown());
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  const outputs = [
    await meeting.call('note.draft', { caseId }),
    await meeting.call('handOver.page', { caseId }),
    await meeting.call('approach.csv', { caseId }),
    await meeting.call('caseFile.portfolioCsv', { reason: 'Faire le point' }),
  ];
  expectNone(JSON.stringify(outputs));
  expectNone(JSON.stringify(await listed(40)));
  const own = JSON.stringify(await meeting.call('caseFile.compile', { caseId }));
  for (const trace of traces) expect(own).toContain(trace);
  await meeting.lock();
  await meeting.comeIn(SUPERVISOR);
  await expect(app.page.getByRole('main', { name: 'Suivi' })).toBeVisible();
  expectNone(await shown());
  await meeting.lock();
  await meeting.comeIn();
});

test('scene 7: by telephone no screen is shared, and the sheet in large print is kept with how it was read', async () => {
  const caseId = await meeting.createPerson('Bruno', 'Essai-Loin');
  await meeting.command('appointment.begin', { caseId, minutes: 30, modality: 'telephone', purpose: 'Faire le point' });
  await meeting.command('action.add', { caseId, owner: 'person', text: 'Appeler la boulangerie', dueOn: null });
  await meeting.openFromPortfolio('Bruno', 'Essai-Loin');
  await meeting.begin();
  await app.page.keyboard.press('F9');
  await expect(app.page.getByText('Pas d’écran partagé : entretien par téléphone').first()).toBeVisible();
  expect(app.electron.windows()).toHaveLength(1);
  await app.page.keyboard.press('Control+p');
  const sheet = app.page.getByRole('dialog', { name: 'Votre fiche' });
  await sheet.getByLabel('gros caractères').press('Space');
  await sheet.getByLabel('lu ensemble').press('Space');
  await expect(sheet).toContainText('Appeler la boulangerie');
  await expect(sheet).toContainText('Lu ensemble le');
  await sheet.getByRole('button', { name: 'Garder à remettre' }).press('Enter');
  await expect(meeting.toast).toContainText('Fiche gardée à remettre');
});
