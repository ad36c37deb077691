import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { DayPage } from '../support/pages/day.page.ts';

/** Scene 9 of the field: a colleague is away: their meetings of today are taken over, read about, held and given back, with the keyboard alone. */
test.describe.configure({ mode: 'serial' });

const IDRISS = 'Idriss Faivre';

let app: RunningApp;
let day: DayPage;
let caseId: string;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  day = new DayPage(app.page);
  await day.comeIn(IDRISS);
  caseId = await day.createPerson('Rosalie', 'Vautrin');
  await day.setField(caseId, 'precautions', ['no-voicemail']);
  await day.command('action.add', { caseId, owner: 'advisor', text: 'Envoyer l’adresse du centre', dueOn: null });
  await day.command('appointment.schedule', {
    ...{ caseId, startsAt: Date.now() + 60_000, minutes: 30, modality: 'on-site' },
    ...{ kind: 'follow-up', purpose: 'Faire le point' },
  });
  await day.lock();
  await day.comeIn();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const isReadable = (): Promise<boolean> =>
  app.page.evaluate(async (id) => (await window.vav.call('caseFile.get', { caseId: id })).ok, caseId);

test('@axe the meetings of a colleague are taken over with a reason and a last day, nobody being named before', async () => {
  expect(await isReadable()).toBe(false);
  await press('r');
  const choice = day.dialog.getByRole('radio', { name: new RegExp(`^${IDRISS}, \\d+\\spersonnes? attendues?$`) });
  await expect(choice).toBeVisible();
  await expect(day.dialog).not.toContainText('Rosalie');
  await expectAccessible(app.page);
  await expect(choice).toBeFocused();
  await press('Space');
  await day.dialog.getByRole('radio', { name: 'absence imprévue' }).focus();
  await press('Space');
  await press('Enter');
  await expect(day.toast).toContainText(new RegExp(`repris pour ${IDRISS}\\.`));
  await expect(day.dialog).toBeHidden();
  const mine = day.meetings.filter({ hasText: 'Rosalie' });
  await expect(mine).toContainText(`pour ${IDRISS} jusqu’à ce soir`);
});

test('@axe two minutes of reading: how to reach her safely, and what a colleague promised her by their name', async () => {
  await day.enterMeetings();
  const row = day.focusedMeeting.filter({ hasText: 'Rosalie' });
  for (let presses = 0; presses < 20 && (await row.count()) === 0; presses += 1) await press('ArrowDown');
  await press('Enter');
  await expect(day.title).toContainText('Rosalie');
  const banner = app.page.getByRole('region', { name: 'À qui est ce dossier' });
  await expect(banner).toContainText(`Vous prenez le relais de ${IDRISS} jusqu’à ce soir.`);
  await press('h');
  await expect(day.dialog).toContainText('À respecter');
  await expect(day.dialog).toContainText(`Envoyer l’adresse du centre, promis par ${IDRISS}`);
  await expectAccessible(app.page);
  await press('Escape');
  await expect(day.dialog).toBeHidden();
});

test('once given back it does not open any more, and its advisor reads who opened it and why', async () => {
  await app.page.getByRole('button', { name: 'Rendre le dossier' }).press('Enter');
  await expect(day.toast).toContainText(`Dossier rendu à ${IDRISS}.`);
  expect(await isReadable()).toBe(false);
  await expect(day.meetings.filter({ hasText: 'Rosalie' })).toHaveCount(0);
  await day.lock();
  await day.comeIn(IDRISS);
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('vautrin');
  await press('Enter');
  await expect(day.title).toContainText('Rosalie');
  await day.act('Qui a ouvert ce dossier');
  const opening = day.dialog.getByRole('listitem').filter({ hasText: 'Camille Roussel a ouvert le dossier' });
  await expect(opening).toContainText('absence imprévue');
  await expect(day.dialog).toContainText('Camille Roussel a pris le relais jusqu’à ce soir');
  await press('Escape');
});
