import { expect, test } from 'vitest';
import { groupActions, isLate, planOf } from '../../../src/renderer/features/action/action-groups.ts';
import type { Action } from '../../../src/shared/domain/action/action.schema.ts';

const action = (id: string, owner: Action['owner'], state: Action['state'] = 'not-yet'): Action =>
  ({
    id,
    owner,
    state,
    kind: 'action',
    serves: null,
    isWithdrawn: id === 'withdrawn',
    dueOn: null,
  }) as unknown as Action;

test('open things are told by whose they are; what was just done here stays in sight', () => {
  const all = [
    action('letter', 'advisor'),
    action('call', 'person', 'in-progress'),
    action('visit', 'partner'),
    action('done', 'advisor', 'done'),
    action('just-done', 'person', 'done'),
    action('withdrawn', 'advisor'),
  ];
  const { mine, theirs } = groupActions(all, new Set(['just-done']));
  expect(mine.map(({ id }) => id)).toEqual(['letter']);
  expect(theirs.map(({ id }) => id)).toEqual(['call', 'visit', 'just-done']);
});

test('only what is open and due before today is late', () => {
  const due = (dueOn: string | null, state: Action['state'] = 'not-yet') => ({ dueOn, state, isWithdrawn: false });
  expect(isLate(due('2026-11-26'), '2026-11-27')).toBe(true);
  expect(isLate(due('2026-11-27'), '2026-11-27')).toBe(false);
  expect(isLate(due('2026-11-26', 'done'), '2026-11-27')).toBe(false);
  expect(isLate(due(null), '2026-11-27')).toBe(false);
});

test('the plan is one list: an objective, what is done for it, then the rest; what is over is apart', () => {
  const objective = (id: string, state: Action['state'] = 'not-yet'): Action => ({
    ...action(id, 'person', state),
    kind: 'objective',
  });
  const serving = (id: string, serves: string): Action => ({ ...action(id, 'person'), serves });
  const all = [
    action('letter', 'advisor'),
    objective('day-job'),
    serving('call', 'day-job'),
    action('done', 'person', 'done'),
    objective('licence', 'no-longer-useful'),
    serving('lesson', 'licence'),
    action('withdrawn', 'advisor'),
  ];
  const { current, over } = planOf(all, new Set());
  expect(current.map(({ id }) => id)).toEqual(['day-job', 'call', 'letter', 'lesson']);
  expect(over.map(({ id }) => id)).toEqual(['done', 'licence']);
  expect(planOf(all, new Set(['done'])).current.map(({ id }) => id)).toContain('done');
});
