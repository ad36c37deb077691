import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { localDateAt } from '../../src/shared/kernel/local-date.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { SUPERVISOR } from '../support/pages/window.page.ts';
import { DayPage } from '../support/pages/day.page.ts';

/** The day of an advisor, from the unlock to the file of whoever comes, with the keyboard alone. */
test.describe.configure({ mode: 'serial' });

let app: RunningApp;
let day: DayPage;

test.beforeAll(async () => {
  app = await launchApp({ isPrepared: true });
  day = new DayPage(app.page);
  await day.comeIn();
});

test.afterAll(async () => {
  await endJourney(app);
});

const press = (key: string): Promise<void> => app.page.keyboard.press(key);
const zone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
const title = (name: string) => app.page.getByRole('heading', { level: 1, name });

/** Today may be a weekend, without anybody: a meeting that begins in a minute, with somebody who has none today. */
async function meetSoon(first: string, last: string): Promise<string> {
  const caseId = await day.createPerson(first, last);
  await day.command('appointment.schedule', {
    ...{ caseId, startsAt: Date.now() + 60_000, minutes: 30, modality: 'on-site' },
    ...{ kind: 'follow-up', purpose: 'Faire le point' },
  });
  return caseId;
}

test('an advisor comes to their day, a supervisor to the counts', async () => {
  await expect(title('Ma journée')).toBeVisible();
  await day.lock();
  await day.comeIn(SUPERVISOR);
  await expect(app.page.getByRole('main', { name: 'Suivi' })).toBeVisible();
  await expect(day.railItem('Journée')).toHaveCount(0);
  await day.lock();
  await day.comeIn();
  await expect(title('Ma journée')).toBeVisible();
});

test('Enter opens the file of a meeting, and coming back is on its row', async () => {
  await day.nextWorkingDay();
  await day.enterMeetings();
  await press('ArrowDown');
  const name = await day.nameIn(day.focusedMeeting);
  await press('Enter');
  await expect(day.title).toContainText(name);
  await press('Alt+ArrowLeft');
  await expect(day.focusedMeeting).toContainText(name);
});

test('a presence is said from the menu of its row, and undone by the button of its word', async () => {
  await day.sayPresence('Absence prévenue');
  await expect(day.toast).toContainText(/^Rendez-vous noté\s: non tenu \(absence prévenue\)\./);
  const menu = app.page.getByRole('button', { name: /^Présence\s:/ }).and(app.page.locator(':focus'));
  await expect(menu).toHaveText('non tenu (absence prévenue)');
  const undo = day.toast.getByRole('button', { name: 'Annuler' });
  await undo.focus();
  await press('Enter');
  await expect(day.toast).toContainText('Annulé');
  await expect(app.page.getByRole('button', { name: /^Présence\s:/, includeHidden: false })).toHaveText(
    Array.from({ length: await day.meetings.count() }, () => 'Présence'),
  );
});

test('a meeting is moved with M to a free time, and Ctrl+Z puts it back', async () => {
  await day.enterMeetings();
  const name = await day.nameIn(day.focusedMeeting);
  const hours = await day.focusedMeeting.getByRole('gridcell').first().innerText();
  await press('m');
  await expect(day.dialog).toBeVisible();
  const free = day.dialog.getByRole('group', { name: 'Moments libres' }).getByRole('button');
  await day.tabTo(free.nth(1));
  await press('Enter');
  await expect(free.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await day.tabTo(day.dialog.getByRole('button', { name: 'Déplacer', exact: true }));
  await press('Enter');
  await expect(day.dialog).toBeHidden();
  await expect(day.toast).toContainText('Rendez-vous déplacé');
  // It is on another day: the keys are not lost.
  await expect(day.meetings.filter({ hasText: name })).toHaveCount(0);
  await expect(day.focusedMeeting).toHaveCount(1);
  await press('Control+z');
  await expect(day.meetings.filter({ hasText: name }).getByRole('gridcell').first()).toHaveText(hours);
});

test('the week is walked with the arrows, and comes back on the meeting that was opened', async () => {
  await day.show('Semaine');
  await day.turn();
  await press('ArrowDown');
  await expect(day.focusedInWeek).toHaveCount(1);
  await press('ArrowRight');
  const meeting = await day.focusedInWeek.innerText();
  await press('Enter');
  await expect(app.page.getByRole('tablist', { name: 'Parties du dossier' })).toBeVisible();
  await press('Alt+ArrowLeft');
  await expect(day.focusedInWeek).toHaveText(meeting, { useInnerText: true });
});

test('the list says the day of each meeting', async () => {
  await day.show('Liste');
  await expect(day.meetings.first()).toContainText(/^(?:demain|\p{L}+di|\d+\s\p{L}+)\s*\d+\sh/u);
  await day.show('Jour');
});

test('a line of what there is to do opens where the work is done', async () => {
  await day.goTo('Journée');
  const note = day.toDo('Notes à terminer').first();
  await note.focus();
  await press('Enter');
  await expect(day.tab('Notes')).toHaveAttribute('aria-selected', 'true');
  await expect(day.note).toBeVisible();
  await press('Alt+ArrowLeft');
  await expect(title('Ma journée')).toBeVisible();
  const promise = day.toDo('Ce que j’ai promis').first();
  const name = await promise.locator('strong').innerText();
  await promise.focus();
  await press('Enter');
  await expect(day.title).toContainText(name);
  await expect(day.tab('Plan')).toHaveAttribute('aria-selected', 'true');
});

test('scene 1: after the unlock Enter opens who comes next, all there is to know in sight on a small screen', async () => {
  const caseId = await meetSoon('Ysé', 'Nortec');
  await day.command('action.add', { caseId, owner: 'advisor', text: 'Envoyer le modèle de lettre', dueOn: null });
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  await day.goTo('Journée');
  await day.lock();
  await day.comeIn();
  await expect(day.focusedMeeting).toContainText('Ysé Nortec');
  await press('Enter');
  await expect(day.title).toHaveText('Ysé Nortec');
  for (const said of ['Ce que la personne cherche', 'Prochain rendez-vous', 'Dernier contact', 'Envoyer le modèle'])
    await expect(day.panel.getByText(said).first()).toBeInViewport();
});

test('"La personne est là" notes the meeting, and the last contact is of today', async () => {
  await expect(app.page.getByText('Pas encore de contact.').first()).toBeVisible();
  await press('i');
  await expect(day.toast).toContainText(/Rendez-vous noté\s: tenu/i);
  await expect(app.page.getByText('Pas encore de contact.')).toHaveCount(0);
  const rows = await day.call<readonly { readonly first: string; readonly lastContactOn: string }[]>(
    'caseFile.portfolio',
    {},
  );
  expect(rows.find(({ first }) => first === 'Ysé')?.lastContactOn).toBe(localDateAt(Date.now(), zone()));
  await press('Alt+ArrowLeft');
  await expect(day.focusedMeeting).toContainText('Ysé Nortec');
  await expect(day.focusedMeeting.getByRole('button', { name: /^Présence\s:/ })).toHaveText('tenu');
});

test('what is said of a meeting that came by itself is undone by its key', async () => {
  await meetSoon('Ana', 'Veltre');
  await press('Control+k');
  await app.page.keyboard.type('veltre');
  await expect(day.palette.getByRole('option', { selected: true })).toContainText('Ana Veltre');
  await press('Enter');
  await expect(day.title).toHaveText('Ana Veltre');
  await day.goTo('Journée');
  await day.meetings.filter({ hasText: 'Ana Veltre' }).focus();
  await day.sayPresence('Tenu');
  await expect(day.toast).toContainText(/Rendez-vous noté\s: tenu/i);
  await press('Control+z');
  await expect(day.toast).toContainText('Annulé');
});

test('the agenda leaves as a calendar file that names nobody', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-agenda-'));
  const filePath = path.join(folder, 'agenda.ics');
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
  await press('Control+k');
  await app.page.keyboard.type('exporter l’agenda');
  await expect(day.palette.getByRole('option', { selected: true })).toContainText('Exporter l’agenda');
  await press('Enter');
  await expect(day.toast).toContainText(/\d+\srendez-vous exportés?\./);
  const saved = fs.readFileSync(filePath, 'utf8');
  expect(saved).toContain('BEGIN:VEVENT');
  for (const word of ['Nortec', 'Veltre', 'Faire le point']) expect(saved).not.toContain(word);
  fs.rmSync(folder, { recursive: true });
});
