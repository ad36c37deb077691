import { beforeEach, describe, expect, it } from 'vitest';
import { forgetEverybody, forgetFile } from '../../../src/renderer/platform/forgetting.ts';
import { currentLocation, forgetWhereabouts } from '../../../src/renderer/platform/location.ts';
import {
  meetingOf,
  openMeeting,
  rememberHere,
  rememberStep,
} from '../../../src/renderer/screens/meeting/meeting-memory.ts';
import { endsAt, leftToDo, noteOfToday, withoutScreen } from '../../../src/renderer/screens/meeting/meeting.rules.ts';
import { currentMeeting, nextMeeting } from '../../../src/shared/domain/appointment/current-meeting.rules.ts';
import type { Appointment, Presence } from '../../../src/shared/domain/appointment/appointment.schema.ts';
import type { Note } from '../../../src/shared/domain/note/note.schema.ts';

const zone = 'Europe/Paris';
const HOUR = 60 * 60_000;
/** 10 h 12 in Metz. */
const now = Date.parse('2026-09-01T08:12:00Z');

const at = (id: string, hours: number, presence: Presence = 'planned'): Appointment => ({
  ...{ id, caseId: 'nadia', startsAt: now + hours * HOUR, minutes: 30, modality: 'on-site', kind: 'follow-up' },
  ...{ purpose: '', presence, revision: 1 },
});
const note = (on: string, correctedBy: string | null = null): Note => ({ on, correctedBy, withdrawn: null }) as Note;

describe('the appointment one is in', () => {
  it('is the one that is held, though another one of the day is nearer', () => {
    expect(currentMeeting([at('near', 0), at('held', -2, 'held')], { now, zone })?.id).toBe('held');
  });

  it('is else the nearest one planned today, and never one of another day or that was called off', () => {
    const all = [at('off', 0, 'cancelled-by-us'), at('late', 5), at('near', 1), at('tomorrow', 24)];
    expect(currentMeeting(all, { now, zone })?.id).toBe('near');
    expect(currentMeeting([at('tomorrow', 24)], { now, zone })).toBeNull();
  });

  it('ends at an hour that is said until it has passed', () => {
    expect(endsAt(at('on', -0.25, 'held'), now)).toBe(now + 0.25 * HOUR);
    expect(endsAt(at('over', -1, 'held'), now)).toBeNull();
    expect(endsAt(null, now)).toBeNull();
  });

  it('is not the next one', () => {
    expect(
      nextMeeting([at('now', 0, 'held'), at('far', 300), at('next', 200), at('off', 100, 'excused')], now)?.id,
    ).toBe('next');
  });
});

describe('what is left to write down', () => {
  const all = {
    appointments: [at('held', 0, 'held'), at('next', 300)],
    notes: [note('2026-09-01')],
    draftVersion: 0,
    isActionBegun: false,
    now,
    zone,
  };

  it('is nothing once presence, note and next appointment are there', () => {
    expect(leftToDo(all)).toEqual([]);
  });

  it('is each thing that is not, in the order of the meeting', () => {
    expect(leftToDo({ ...all, appointments: [], notes: [], isActionBegun: true })).toEqual([
      ...['presence', 'action', 'note', 'next'],
    ]);
    expect(leftToDo({ ...all, appointments: [at('planned', 0), at('next', 300)] })).toEqual(['presence']);
    expect(leftToDo({ ...all, draftVersion: 3 })).toEqual(['note']);
  });

  it('is the note, where the only one of today was corrected or is of another day', () => {
    expect(noteOfToday([note('2026-09-01', 'other'), note('2026-08-31')], '2026-09-01' as never)).toBeNull();
    expect(leftToDo({ ...all, notes: [note('2026-08-31')] })).toEqual(['note']);
  });
});

describe('what a meeting remembers', () => {
  beforeEach(() => {
    forgetEverybody();
    forgetWhereabouts();
  });

  it('is its step, each file its own', () => {
    rememberStep('nadia', 'plan');
    openMeeting('nadia');
    expect(currentLocation()).toEqual({ screen: 'meeting', caseId: 'nadia', step: 'plan' });
    openMeeting('bakary');
    expect(currentLocation()).toEqual({ screen: 'meeting', caseId: 'bakary', step: 'purpose' });
  });

  it('is that the person was said to be there, and goes with whoever leaves and with the file', () => {
    rememberHere('nadia', '2026-09-01');
    rememberStep('nadia', 'since');
    rememberStep('bakary', 'note');
    expect(meetingOf('nadia')).toMatchObject({ step: 'since', hereOn: '2026-09-01' });
    forgetFile('nadia');
    expect(meetingOf('nadia')).toMatchObject({ step: 'purpose', hereOn: null });
    expect(meetingOf('bakary').step).toBe('note');
    forgetEverybody();
    expect(meetingOf('bakary').step).toBe('purpose');
  });
});

describe('a meeting without a screen', () => {
  it('is one by telephone or by video: the two are not in one room', () => {
    const by = (modality: Appointment['modality']) => withoutScreen({ modality });
    expect([by('telephone'), by('video')]).toEqual(['telephone', 'video']);
    expect([by('on-site'), by('home'), by('partner'), withoutScreen(null)]).toEqual([null, null, null, null]);
  });
});
