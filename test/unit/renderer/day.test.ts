/** The day of an advisor: which days are looked at, whom one meets, and what there is to do besides. */
import { describe, expect, test } from 'vitest';
import { toPeople } from '../../../src/renderer/features/portfolio/people.ts';
import type { PortfolioRow } from '../../../src/renderer/features/portfolio/portfolio.queries.ts';
import type { DayView } from '../../../src/renderer/platform/location.ts';
import { periodOf, stepped } from '../../../src/renderer/screens/day/agenda-period.ts';
import { currentOrNext, toMeetings } from '../../../src/renderer/screens/day/meetings.ts';
import { type ToDo, toDoLists } from '../../../src/renderer/screens/day/to-do-lists.ts';
import { weekStep } from '../../../src/renderer/screens/day/week-steps.ts';
import type { Action } from '../../../src/shared/domain/action/action.schema.ts';
import type { Appointment } from '../../../src/shared/domain/appointment/appointment.schema.ts';
import { addDays, instantOf, type LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { dayOffOf } from '../../../src/shared/kernel/working-day.ts';
import { frenchWords, visible } from './french-words.ts';

const ZONE = 'Europe/Paris';
/** A Friday, in Paris. */
const TODAY = '2026-11-27' as LocalDate;
const at = (hour: number, minute = 0, day: string = TODAY): number => instantOf(day as LocalDate, hour, minute, ZONE);
const view = (span: DayView['span'], day: string = TODAY): DayView => ({ day: day as LocalDate, span, activeId: null });

const row = (id: string, more: Partial<PortfolioRow> = {}): PortfolioRow =>
  ({
    ...{ id, first: id, last: 'Nortec', birthDate: null, project: null, place: null, supportMode: null },
    ...{ createdOn: '2026-01-05', lastContactOn: null, rhythmDays: 45, overdueDays: null, promise: null },
    ...{ deadlines: [], closedOn: null, archivedOn: null },
    ...more,
  }) as PortfolioRow;

const appointment = (id: string, startsAt: number, more: Partial<Appointment> = {}): Appointment => ({
  ...{ id, caseId: 'Ysé', startsAt, minutes: 30, modality: 'on-site', kind: 'follow-up', purpose: '' },
  ...{ presence: 'planned', revision: 1 },
  ...more,
});

const action = (id: string, owner: Action['owner'], dueOn: string | null, caseId = 'Ysé'): Action =>
  ({ id, caseId, owner, dueOn, text: `Faire ${id}`, state: 'not-yet' }) as Action;

describe('the days that are looked at', () => {
  test('are one, a week from its Monday, or two weeks from a day', () => {
    expect(periodOf(view('day'))).toEqual({ from: TODAY, to: TODAY });
    expect(periodOf(view('week'))).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(periodOf(view('list'))).toEqual({ from: TODAY, to: '2026-12-10' });
  });

  test('step over those on which the agency is closed, there and back', () => {
    expect(stepped(view('day'), 1)).toBe('2026-11-30');
    expect(stepped(view('day', '2026-11-30'), -1)).toBe(TODAY);
    expect(stepped(view('day', '2026-11-29'), -1)).toBe(TODAY);
    expect(stepped(view('day', '2026-12-24'), 1)).toBe('2026-12-28');
    for (let day = TODAY; day < '2027-12-01'; day = addDays(day, 1)) {
      const [after, before] = [stepped(view('day', day), 1), stepped(view('day', day), -1)];
      expect([after > day, before < day, dayOffOf(after), dayOffOf(before)]).toEqual([true, true, null, null]);
      if (dayOffOf(day) === null) expect(stepped(view('day', after), -1)).toBe(day);
    }
  });

  test('step by the week from its Monday, and by two weeks', () => {
    expect(stepped(view('week'), 1)).toBe('2026-11-30');
    expect(stepped(view('week'), -1)).toBe('2026-11-16');
    expect(stepped(view('list'), 1)).toBe('2026-12-11');
    expect(stepped(view('list'), -1)).toBe('2026-11-13');
  });
});

describe('meetings', () => {
  const people = toPeople([row('Ysé'), row('Ana')]);

  test('are with somebody of the portfolio, on the day it is there, and say when another takes their time', () => {
    const late = appointment('late', at(0, 10, '2026-11-28'), { caseId: 'Ana' });
    const [nine, meanwhile] = [appointment('nine', at(9)), appointment('meanwhile', at(9, 15), { caseId: 'Ana' })];
    const meetings = toMeetings(
      [nine, meanwhile, appointment('gone', at(11), { caseId: 'nobody' }), late],
      people,
      ZONE,
    );
    expect(meetings.map(({ appointment: { id }, person, day }) => [id, person.name, day])).toEqual([
      ['nine', 'Ysé Nortec', TODAY],
      ['meanwhile', 'Ana Nortec', TODAY],
      ['late', 'Ana Nortec', '2026-11-28'],
    ]);
    expect(meetings.map(({ isInConflict }) => isInConflict)).toEqual([true, true, false]);
  });

  test('that are over are in nobody’s way any more', () => {
    const held = appointment('held', at(9), { presence: 'held' });
    const planned = appointment('planned', at(9, 15), { caseId: 'Ana' });
    expect(toMeetings([held, planned], people, ZONE).map(({ isInConflict }) => isInConflict)).toEqual([false, true]);
  });

  test('the one that is on comes before the next, whoever will not come is passed over', () => {
    const all = toMeetings(
      [
        appointment('eight', at(8)),
        appointment('nine', at(9), { presence: 'excused' }),
        appointment('ten', at(10)),
        appointment('eleven', at(11)),
      ],
      people,
      ZONE,
    );
    const idAt = (now: number): string | null => currentOrNext(all, now)?.appointment.id ?? null;
    expect([at(7), at(8, 29), at(8, 30), at(10, 29), at(10, 30), at(11, 30)].map(idAt)).toEqual([
      ...['eight', 'eight', 'ten', 'ten', 'eleven'],
      null,
    ]);
  });
});

describe('what there is to do besides', () => {
  const overdue = { overdueDays: 10, lastContactOn: '2026-10-03' };
  const deadline = (on: string, label: string) => ({ kind: 'credential', label, on }) as const;
  const people = toPeople([
    row('Ysé', { ...overdue, deadlines: [deadline('2026-12-20', 'CACES R489')] }),
    row('Ana', { ...overdue, lastContactOn: '2026-08-01', deadlines: [deadline('2026-12-02', 'permis B')] }),
    row('Closed', { ...overdue, closedOn: '2026-11-01', deadlines: [deadline('2026-12-01', 'FIMO')] }),
  ]);
  const lists = toDoLists(frenchWords, 'fr', {
    people,
    due: [action('a', 'advisor', '2026-11-20'), action('b', 'person', TODAY), action('c', 'partner', null)],
    notes: [{ caseId: 'Ana', startedAt: at(15, 0, '2026-11-26'), savedAt: at(15, 0, '2026-11-26') }],
    later: [{ caseId: 'Closed', closedOn: '2026-05-20', precautions: [], revision: 0 }],
    sheets: [{ id: 's', caseId: 'Ana', on: '2026-11-26' }],
    past: [
      appointment('over', at(9)),
      appointment('on', at(10)),
      appointment('said', at(8), { presence: 'missed' }),
      appointment('gone', at(8), { caseId: 'nobody' }),
    ],
    ...{ now: at(10, 10), today: TODAY, zone: ZONE },
  });
  const names = (list: readonly ToDo[]): readonly string[] => list.map(({ name }) => name);

  test('asks what became of the meetings that are over, and opens their row', () => {
    expect(lists.presences.map(({ key }) => key)).toEqual(['over']);
    const opens = { screen: 'day', view: { day: TODAY, span: 'day', activeId: 'over' } };
    expect(lists.presences[0]).toMatchObject({ name: 'Ysé Nortec', late: null, opens });
  });

  test('tells one’s promises from what others are to do, and how late they are', () => {
    expect(lists.promises.map(({ text, late }) => [text, late])).toEqual([['Faire a', 'il y a 7\u00a0jours']]);
    expect(lists.actions.map(({ text, late }) => [text, late])).toEqual([
      ['Faire b', null],
      ['Faire c', null],
    ]);
    expect(lists.actions[0]?.opens).toEqual({ screen: 'caseFile', caseId: 'Ysé', tab: 'plan' });
  });

  test('asks of a support that ended six months ago what became of the situation', () => {
    expect(lists.later).toMatchObject([
      { text: expect.stringContaining('terminé') as string, opens: { caseId: 'Closed', begun: 'outcome' } },
    ]);
  });

  test('leads to a note where it was left', () => {
    expect(lists.notes.map(({ name, text }) => `${name}: ${text}`)).toEqual(['Ana Nortec: note commencée hier']);
    expect(lists.notes[0]?.opens).toEqual({ screen: 'caseFile', caseId: 'Ana', tab: 'notes', begun: 'note' });
  });

  test('has the deadlines by their days, and those of open files alone', () => {
    expect(lists.deadlines.map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'Ana Nortec: permis B, mercredi',
      'Ysé Nortec: CACES R489, 20 décembre',
    ]);
  });

  test('names whom to contact again by name: nobody comes first for having waited longer', () => {
    expect(names(lists.contacts)).toEqual(['Ana Nortec', 'Ysé Nortec']);
    expect(lists.contacts[0]?.opens).toMatchObject({ caseId: 'Ana', begun: 'contact' });
    expect(visible(lists.contacts[1]?.text ?? '')).toContain('rythme de 45_jours');
  });
});

describe('the arrows in a week', () => {
  const days = [['a', 'b', 'c'], [], ['d'], ['e', 'f']];
  const from = (id: string) => (key: string) => weekStep(days, id, key);

  test('go along its meetings, from one day to the next', () => {
    expect(['ArrowUp', 'ArrowDown', 'Home', 'End'].map(from('c'))).toEqual(['b', 'd', 'a', 'f']);
    expect([from('a')('ArrowUp'), from('f')('ArrowDown')]).toEqual([null, null]);
  });

  test('go aside to the day before or after that has some, at the same place or the last', () => {
    expect(['ArrowLeft', 'ArrowRight'].map(from('d'))).toEqual(['a', 'e']);
    expect(from('c')('ArrowRight')).toBe('d');
    expect(from('f')('ArrowLeft')).toBe('d');
    expect([from('a')('ArrowLeft'), from('e')('ArrowRight'), from('a')('x')]).toEqual([null, null, null]);
  });
});
