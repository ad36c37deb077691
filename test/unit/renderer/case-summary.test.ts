/** What is read before a meeting: what changed since the last one, what to ask, what may leave on paper. */
import { describe, expect, test } from 'vitest';
import { outcomesFor } from '../../../src/renderer/features/case-file/closing-choices.ts';
import { blocksToAskFirst, factsToConfirm } from '../../../src/renderer/features/case-file/known-facts.ts';
import { changesSince, lastMeeting } from '../../../src/renderer/features/case-file/last-meeting.ts';
import { PRINTED_SITUATION } from '../../../src/renderer/features/case-file/printed.ts';
import { hasProject, removal, swapWithFirst } from '../../../src/renderer/features/case-file/project-moves.ts';
import {
  filterTimeline,
  timelineLines,
  timelineWords,
} from '../../../src/renderer/features/case-file/timeline-words.ts';
import { printedActions } from '../../../src/shared/domain/action/on-paper.rules.ts';
import type { Action } from '../../../src/shared/domain/action/action.schema.ts';
import type { Facts, FieldName } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import type { TimelineEntry } from '../../../src/shared/domain/case-file/timeline.schema.ts';
import { frenchWords } from './french-words.ts';

const TODAY = '2026-11-27';
const where = { today: TODAY, zone: 'Europe/Paris' };
const at = (day: string): number => Date.parse(`${day}T10:00:00Z`);

const entry = (kind: TimelineEntry['kind'], day: string, more: object = {}): TimelineEntry =>
  ({ id: `${kind} ${day}`, kind, at: at(day), on: day, startsAt: at(day), actorName: '', ...more }) as never;
const contact = (day: string, isExchange = true): TimelineEntry => entry('contact', day, { isExchange });
const meeting = (day: string, presence = 'held'): TimelineEntry => entry('appointment', day, { presence });

const facts = (said: Partial<Record<FieldName, unknown>>, saidOn = '2026-06-01', revision = 7): Facts =>
  Object.fromEntries(
    Object.entries(said).map(([field, value]) => [
      field,
      { value, saidBy: 'person', saidOn, actorId: '', at: at(saidOn), revision },
    ]),
  );

describe('the last meeting', () => {
  test('is the last note or held meeting before today, whatever was exchanged since', () => {
    const entries = [entry('note', TODAY), contact('2026-11-20'), meeting('2026-11-10'), entry('note', '2026-11-05')];
    expect(lastMeeting(entries, where)).toEqual({ on: '2026-11-10', kind: 'meeting' });
  });

  test('is the last exchange where the two have not met, and none where nobody answered', () => {
    const exchanges = [contact('2026-11-20'), contact('2026-11-02')];
    expect(lastMeeting(exchanges, where)).toEqual({ on: '2026-11-20', kind: 'exchange' });
    expect(lastMeeting([contact('2026-11-20', false), meeting('2026-11-21', 'missed')], where)).toBeNull();
  });
});

describe('what has changed since', () => {
  const entries = [
    contact('2026-11-20', false),
    entry('decision', '2026-11-19', { outcome: 'retained' }),
    entry('decision', '2026-11-19', { outcome: 'set-aside', id: 'refused' }),
    entry('decision', '2026-11-19', { outcome: 'later', id: 'later' }),
    entry('action', '2026-11-18', { state: 'done' }),
    entry('action', '2026-11-18', { state: 'in-progress', id: 'begun' }),
    entry('note', '2026-11-10'),
    contact('2026-11-09'),
  ];

  test('is facts, contacts, companies retained and things done, newest first; never what was set aside', () => {
    const said = {
      ...facts({ email: 'a@b.example' }, '2026-11-15'),
      ...facts({ bestHours: 'le matin' }, '2026-11-10'),
    };
    const changes = changesSince({ facts: said, entries }, '2026-11-10', where);
    expect(changes.map((change) => (change.kind === 'fact' ? change.field : change.entry.id))).toEqual([
      'contact 2026-11-20',
      'decision 2026-11-19',
      'action 2026-11-18',
      'email',
    ]);
  });

  test('says what reads the same once, the last time it happened', () => {
    const call = (day: string, line: string) =>
      entry('contact', day, { channel: 'telephone', isExchange: false, line });
    const calls = [
      call('2026-11-20', 'Sans réponse.'),
      call('2026-11-18', 'Rappelle.'),
      call('2026-11-16', 'Sans réponse.'),
    ];
    const said = facts({ 'project1.contract': ['permanent'], 'project2.contract': ['permanent'] }, '2026-11-15');
    const changes = changesSince({ facts: said, entries: calls }, '2026-11-10', where);
    expect(changes.map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-18', '2026-11-15']);
  });

  test('is not what is said today to whoever reads it', () => {
    expect(changesSince({ facts: facts({ email: 'a' }, TODAY), entries: [] }, '2026-11-10', where)).toEqual([]);
  });
});

describe('what to ask', () => {
  test('first, in the order of a first meeting, as long as nothing is known of it', () => {
    const all = ['identity', 'project', 'skills', 'conditions', 'dates', 'subjects'];
    expect(blocksToAskFirst(facts({ name: { first: 'A', last: '' }, supportMode: 'guided' }))).toEqual(all);
    const notYet = facts({ subjectTravel: { state: 'not-discussed', settledOn: null } });
    expect(blocksToAskFirst(notYet)).toContain('subjects');
    const told = facts({
      phones: [{ number: '06 39 98 00 01' }],
      'project1.occupation': { rome: 'D1106', label: '', title: '' },
      subjectTravel: { state: 'yes', settledOn: null },
    });
    expect(blocksToAskFirst(told)).toEqual(['skills', 'conditions', 'dates']);
  });

  test('again: the three facts said longest ago, a month at least, and none that wears out or is private', () => {
    const known = {
      ...facts({ name: { first: 'A', last: '' }, subjectBudget: { state: 'yes', settledOn: null } }, '2026-01-01'),
      ...facts({ searchSince: '2025-12', address: '1 rue' }, '2026-01-01'),
      ...facts({ cv: 'yes' }, '2026-03-01'),
      ...facts({ email: 'a@b.example', phones: null }, '2026-02-01'),
      ...facts({ transport: 'yes', internet: 'no' }, '2026-04-01'),
      ...facts({ bestHours: 'le soir' }, '2026-11-20'),
    };
    expect(factsToConfirm(known, TODAY)).toEqual(['email', 'cv', 'transport']);
    expect(factsToConfirm(facts({ cv: 'yes' }, '2026-11-20'), TODAY)).toEqual([]);
  });
});

describe('what leaves on paper', () => {
  const printed = PRINTED_SITUATION.flatMap(({ fields }) => fields);

  test('has no subject, nothing of how the search goes, no precaution, no civil status, no right to work', () => {
    for (const field of printed) {
      expect(field).not.toMatch(
        /^(subject|search|interviews|precautions|civil|birthDate|address|rightToWork|allowance)/,
      );
    }
  });

  test('has what is still ahead; what the person has not done in time is told to nobody', () => {
    const action = (id: string, owner: string, dueOn: string | null, state = 'not-yet'): Action =>
      ({ id, kind: 'action', owner, dueOn, state, isWithdrawn: id === 'withdrawn' }) as unknown as Action;
    const all = [
      action('our late promise', 'advisor', '2026-11-01'),
      action('late promise of a partner', 'partner', '2026-11-01'),
      action('ahead', 'person', '2026-12-01'),
      action('without a day', 'person', null, 'in-progress'),
      action('not done in time', 'person', '2026-11-01'),
      action('done', 'advisor', null, 'done'),
      action('withdrawn', 'advisor', null),
    ];
    expect(printedActions(all, TODAY).map(({ id }) => id)).toEqual([
      'our late promise',
      'late promise of a partner',
      'ahead',
      'without a day',
    ]);
  });
});

describe('several projects', () => {
  const known = {
    ...facts({ 'project1.place': { communeCode: '57463', name: 'Metz' } }, '2026-06-01', 3),
    ...facts({ 'project2.schedule': 'le matin' }, '2026-07-01', 5),
  };

  test('change places by ordinary changes, each with who said it, when, and the revision it was made on', () => {
    expect(swapWithFirst(known, 2)).toEqual([
      { field: 'project1.place', value: null, saidBy: 'person', saidOn: '2026-06-01', baseRevision: 3 },
      {
        field: 'project2.place',
        value: { communeCode: '57463', name: 'Metz' },
        saidBy: 'person',
        saidOn: '2026-06-01',
        baseRevision: 0,
      },
      { field: 'project1.schedule', value: 'le matin', saidBy: 'person', saidOn: '2026-07-01', baseRevision: 0 },
      { field: 'project2.schedule', value: null, saidBy: 'person', saidOn: '2026-07-01', baseRevision: 5 },
    ]);
  });

  test('are removed one by one', () => {
    expect(hasProject(known, 2)).toBe(true);
    expect(hasProject(known, 3)).toBe(false);
    expect(removal(known, 2, TODAY)).toEqual([
      { field: 'project2.schedule', value: null, saidBy: 'person', saidOn: TODAY, baseRevision: 5 },
    ]);
    expect(removal(known, 3, TODAY)).toEqual([]);
  });
});

describe('the timeline', () => {
  const entries = [
    entry('note', '2026-11-10'),
    contact('2026-11-09'),
    meeting('2026-12-02'),
    entry('created', '2026-06-01'),
  ];

  test('tells the facts of a day in one line, save those the opening of the file said', () => {
    const said = { ...facts({ name: {} }, '2026-06-01'), ...facts({ email: 'a', cv: 'yes' }, '2026-11-01') };
    const lines = timelineLines(entries, said, 'Europe/Paris');
    expect(lines.map(({ kind }) => kind)).toEqual(['appointment', 'note', 'contact', 'facts', 'created']);
    expect(lines[3]).toMatchObject({ fields: ['email', 'cv'] });
  });

  test('names a few facts, and the blocks of many', () => {
    const words = (fields: readonly FieldName[]): string =>
      timelineWords(frenchWords, { kind: 'facts', id: '', at: 0, fields }, { ...where, language: 'fr' }).text;
    expect(words(['cv', 'email', 'project1.place', 'project2.place'])).toBe('CV prêt, courriel et autour de');
    expect(words(['email', 'cv'])).toBe('Courriel et CV prêt');
    expect(words(['transport', 'telephone', 'internet', 'cv', 'proudOf'])).toBe(
      'Ce que la personne sait faire et moyens',
    );
  });

  test('shows one kind of thing alone', () => {
    const lines = timelineLines(entries, facts({ email: 'a' }, '2026-11-01'), 'Europe/Paris');
    const kinds = (filter: Parameters<typeof filterTimeline>[1]): readonly string[] =>
      filterTimeline(lines, filter).map(({ kind }) => kind);
    expect(kinds('meetings')).toEqual(['appointment', 'contact']);
    expect(kinds('situation')).toEqual(['facts', 'created']);
    expect(kinds('plan')).toEqual([]);
    expect(kinds('all')).toHaveLength(5);
  });
});

test('the reason of a closing is an outcome only where it says it all', () => {
  expect(outcomesFor('moved')[0]).toBe('moved');
  expect(outcomesFor('')).not.toContain('moved');
  expect(outcomesFor('project-reached')).toContain('lasting-job');
});
