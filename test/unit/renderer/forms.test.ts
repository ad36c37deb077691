/** What forms send, and what they refuse before they send it. */
import { describe, expect, test } from 'vitest';
import { spaceProblems } from '../../../src/renderer/features/access/new-space.ts';
import {
  appointmentInput,
  contactInput,
  contactProblems,
  expectedAt,
  newContact,
  withChannel,
  withTypedAppointment,
} from '../../../src/renderer/features/contact/contact-form.ts';
import { commandIds } from '../../../src/renderer/platform/command-id.ts';
import { matches } from '../../../src/renderer/platform/shortcuts.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';

const ZONE = 'Europe/Paris';
const TODAY = '2026-11-27' as LocalDate;
const NOW = Date.parse('2026-11-27T11:00:00Z');
const here = { today: TODAY, now: NOW, zone: ZONE };

describe('a space', () => {
  const right = {
    name: 'Dominique',
    agency: 'Metz',
    passphrase: 'quatre mots ou plus',
    repeated: 'quatre mots ou plus',
  };

  test('asks a name, an agency and ten characters twice', () => {
    expect(spaceProblems(right)).toEqual({});
    expect(spaceProblems({ ...right, name: '  ', agency: '' })).toEqual({ name: 'missing', agency: 'missing' });
    expect(spaceProblems({ ...right, passphrase: 'neuf sign', repeated: '' })).toEqual({ passphrase: 'tooShort' });
    expect(spaceProblems({ ...right, repeated: 'autre chose' })).toEqual({ repeated: 'different' });
  });
});

describe('a short contact', () => {
  test('is an exchange of today unless one says otherwise, and plans nothing', () => {
    const form = { ...newContact(TODAY), line: '  a trouvé la salle ' };
    expect(contactInput('case', form)).toEqual({
      caseId: 'case',
      on: TODAY,
      channel: 'telephone',
      initiatedBy: 'us',
      isExchange: true,
      line: 'a trouvé la salle',
    });
    expect(appointmentInput('case', form, ZONE)).toBeNull();
    expect(contactProblems(form, here)).toEqual({});
  });

  test('an attempt is not an exchange', () => {
    expect(contactInput('case', { ...newContact(TODAY), kind: 'attempt' }).isExchange).toBe(false);
  });

  test('plans the appointment at the hour of the wall', () => {
    const form = { ...newContact(TODAY), hasAppointment: true, day: '2026-12-03', time: '14:30' };
    expect(appointmentInput('case', form, ZONE)?.startsAt).toBe(Date.parse('2026-12-03T13:30:00Z'));
  });

  test('plans the appointment that is typed, and refuses one it does not understand', () => {
    const typed = withTypedAppointment(newContact(TODAY), 'jeudi 14h', TODAY);
    expect(appointmentInput('case', typed, ZONE)?.startsAt).toBe(Date.parse('2026-12-03T13:00:00Z'));
    expect(withTypedAppointment(typed, 'dans 2 semaines', TODAY)).toMatchObject({
      day: '2026-12-11',
      time: '09:00',
      isHourSaid: false,
    });
    expect(typed.isHourSaid).toBe(true);
    const unclear = withTypedAppointment(typed, 'bientôt', TODAY);
    expect(contactProblems(unclear, here)).toEqual({ when: 'notUnderstood' });
    const none = withTypedAppointment(typed, '', TODAY);
    expect([contactProblems(none, here), appointmentInput('case', none, ZONE)]).toEqual([{}, null]);
  });

  test('knows whom it expects already: what is planned and still ahead, soonest first', () => {
    const appointment = (startsAt: string, presence: 'planned' | 'held' | 'cancelled-by-us') => ({
      ...{ id: startsAt, caseId: 'case', startsAt: Date.parse(startsAt), minutes: 30, revision: 1 },
      ...{ modality: 'on-site' as const, kind: null, purpose: '', presence },
    });
    const appointments = [
      appointment('2026-12-11T13:00:00Z', 'planned'),
      appointment('2026-12-03T13:00:00Z', 'planned'),
      appointment('2026-12-01T13:00:00Z', 'cancelled-by-us'),
      appointment('2026-11-27T08:00:00Z', 'planned'),
    ];
    expect(expectedAt(appointments, NOW)).toEqual([
      Date.parse('2026-12-03T13:00:00Z'),
      Date.parse('2026-12-11T13:00:00Z'),
    ]);
  });

  test('at the counter is started by the person, unless one said otherwise', () => {
    const there = withChannel(newContact(TODAY), 'on-site');
    expect(there.initiatedBy).toBe('person');
    expect(withChannel(there, 'telephone').initiatedBy).toBe('us');
    expect(withChannel({ ...newContact(TODAY), initiatedBy: 'partner' }, 'on-site').initiatedBy).toBe('partner');
  });

  test('refuses a contact to come, and an appointment that is past or without a day', () => {
    const form = { ...newContact(TODAY), hasAppointment: true };
    expect(contactProblems({ ...form, on: '2026-11-28' }, here)).toEqual({ on: 'inTheFuture' });
    expect(contactProblems({ ...form, day: TODAY, time: '08:00' }, here)).toEqual({ day: 'inThePast' });
    expect(contactProblems({ ...form, day: '', time: '' }, here)).toEqual({ day: 'missing', time: 'missing' });
    expect(contactProblems({ ...form, day: '', hasAppointment: false }, here)).toEqual({});
  });
});

test('a command keeps its name while the same thing is asked, and no longer', () => {
  let made = 0;
  const idOf = commandIds(() => `id-${(made += 1)}`);
  expect([idOf({ a: 1 }), idOf({ a: 1 }), idOf({ a: 2 }), idOf({ a: 1 })]).toEqual(['id-1', 'id-1', 'id-2', 'id-3']);
});

test('a key with Ctrl is another key', () => {
  const lock = { keys: ['l'], label: '', ctrl: true };
  const pressed = { key: 'l', altKey: false, shiftKey: false };
  expect(matches(lock, { ...pressed, ctrlKey: true })).toBe(true);
  expect(matches(lock, { ...pressed, ctrlKey: false })).toBe(false);
  expect(matches({ keys: ['l'], label: '' }, { ...pressed, ctrlKey: true })).toBe(false);
});
