/** What is begun and not sent: it waits for its file and its account, and for nobody else. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { toAction } from '../../../src/renderer/features/action/half-typed-actions.ts';
import { forgetEverybody, forgetFile } from '../../../src/renderer/platform/forgetting.ts';
import {
  foundAgainNow,
  heldTyped,
  holdTyped,
  keepTyped,
  leaveFoundAgain,
  packedTyped,
  releaseTyped,
  unpackTyped,
} from '../../../src/renderer/platform/half-typed.ts';
import { preferenceValueSchema } from '../../../src/shared/domain/preference/preference.schema.ts';

const typed = { owner: 'person', text: 'Appeler', dueOn: '' };

/** The preferences of the account at the keyboard, as the core keeps them. */
let kept: unknown;
let stop: () => void = () => undefined;

/** The account comes, and what it had begun is read. */
async function arrive(): Promise<void> {
  stop = keepTyped();
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(() => {
  vi.useFakeTimers();
  kept = null;
  const answers = {
    'preference.get': () => ({ value: kept }),
    'preference.set': ({ value }: { readonly value: unknown }) => {
      kept = value;
      return {};
    },
  };
  vi.stubGlobal('window', {
    vav: {
      call: (name: keyof typeof answers, input: { readonly value: unknown }) =>
        Promise.resolve({ ok: true, data: answers[name](input) }),
    },
  });
  forgetEverybody();
});

afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a cut takes at most two seconds of typing, and nothing of what was kept before it', async () => {
  await arrive();
  holdTyped('action', 'one', { ...typed, text: 'App' });
  await vi.advanceTimersByTimeAsync(1500);
  holdTyped('action', 'one', typed);
  await vi.advanceTimersByTimeAsync(500);
  expect(kept).toEqual({ 'action one': typed });
  // The machine starts again, and is cut again before anything is typed.
  for (const _ of ['a cut', 'another one']) {
    stop();
    forgetEverybody();
    expect(kept).toEqual({ 'action one': typed });
    await arrive();
    expect(heldTyped('action', 'one')).toEqual(typed);
  }
});

test('what is sent or given up is kept no longer, at once', async () => {
  await arrive();
  holdTyped('action', 'one', typed);
  await vi.advanceTimersByTimeAsync(2000);
  releaseTyped('action', 'one');
  await vi.advanceTimersByTimeAsync(0);
  expect(kept).toBeNull();
});

test('what was begun before is told once, until it is sent or given up', async () => {
  kept = { 'action one': typed, 'contact two': { line: 'Elle rappelle' }, 'contact three': { line: ' ' } };
  await arrive();
  expect(foundAgainNow()).toEqual([
    { form: 'action', caseId: 'one' },
    { form: 'contact', caseId: 'two' },
  ]);
  leaveFoundAgain('contact');
  expect(foundAgainNow()).toEqual([{ form: 'action', caseId: 'one' }]);
  releaseTyped('action', 'one');
  expect(foundAgainNow()).toEqual([]);
});

test('what is half typed waits for its form in its file, and for nobody else', () => {
  holdTyped('action', 'one', typed);
  expect(heldTyped('action', 'one')).toEqual(typed);
  expect([heldTyped('action', 'other'), heldTyped('contact', 'one')]).toEqual([null, null]);
  releaseTyped('action', 'one');
  expect(heldTyped('action', 'one')).toBeNull();
  holdTyped('action', 'one', typed);
  forgetEverybody();
  expect(heldTyped('action', 'one')).toBeNull();
});

test('it is there again after a lock, save where something was typed since', () => {
  holdTyped('action', 'one', typed);
  holdTyped('contact', 'two', { line: 'Elle rappelle' });
  const packed = packedTyped();
  forgetEverybody();
  holdTyped('contact', 'two', { line: 'Autre chose' });
  unpackTyped(packed);
  expect(heldTyped('action', 'one')).toEqual(typed);
  expect(heldTyped('contact', 'two')).toEqual({ line: 'Autre chose' });
});

test('the last ones begun are kept where there is too much for a preference', () => {
  const files = Array.from({ length: 30 }, (_, at) => `file ${at}`);
  for (const file of files) holdTyped('contact', file, { line: 'é'.repeat(200) });
  holdTyped('contact', 'file 0', { line: 'touched last' });
  const packed = packedTyped();
  expect(preferenceValueSchema.safeParse(packed).success).toBe(true);
  expect(Object.keys(packed)).toContain('contact file 0');
  expect(Object.keys(packed)).not.toContain('contact file 1');
});

test('what an earlier version kept otherwise is left out', () => {
  unpackTyped('nothing of ours');
  unpackTyped({ 'action one': { text: 3 }, 'action two': { text: 'Appeler', owner: 'nobody' } });
  expect(heldTyped('action', 'one')).toBeNull();
  expect(toAction(heldTyped('action', 'two') ?? {})).toMatchObject({ owner: 'advisor', text: 'Appeler', dueOn: '' });
});

test('a file that is erased takes what was begun in it, and nothing else', () => {
  holdTyped('action', 'one', typed);
  holdTyped('contact', 'one', { line: 'Elle rappelle' });
  holdTyped('action', 'two', typed);
  forgetFile('one');
  expect([heldTyped('action', 'one'), heldTyped('contact', 'one')]).toEqual([null, null]);
  expect(heldTyped('action', 'two')).toEqual(typed);
});
