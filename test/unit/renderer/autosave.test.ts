import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AutosaveState, makeAutosave } from '../../../src/renderer/features/note/autosave.ts';
import { holdDraft, releaseDraft, unsavedDraft } from '../../../src/renderer/features/note/unsaved-drafts.ts';
import { forgetEverybody } from '../../../src/renderer/platform/forgetting.ts';
import type { DraftBody } from '../../../src/shared/domain/note/note.schema.ts';

const DELAY_MS = 2000;
let saved: string[];
let states: AutosaveState[];
/** How the next saves go: each waits until it is let through or refused. */
let answers: { readonly keep: () => void; readonly fail: () => void }[];

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  states = [];
  answers = [];
});
afterEach(() => vi.useRealTimers());

const onState = (state: AutosaveState): number => states.push(state);
const atOnce = () =>
  makeAutosave<string>({ delayMs: DELAY_MS, save: (value) => Promise.resolve(void saved.push(value)), onState });
const onDemand = () =>
  makeAutosave<string>({
    delayMs: DELAY_MS,
    onState,
    save: (value) =>
      new Promise((resolve, reject) => {
        answers.push({
          keep: () => {
            saved.push(value);
            resolve();
          },
          fail: () => reject(new Error('The disk is full.')),
        });
      }),
  });

describe('a note being written', () => {
  test('is kept two seconds after a change at the latest, however fast one types', async () => {
    const autosave = atOnce();
    for (let key = 1; key <= 30; key += 1) {
      autosave.change('x'.repeat(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved).toEqual(['x'.repeat(20)]);
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    expect(saved).toEqual(['x'.repeat(20), 'x'.repeat(30)]);
    expect(states.at(-1)).toBe('kept');
  });

  test('is kept at once when it is left, and only when it changed', async () => {
    const autosave = atOnce();
    await autosave.flush();
    expect(saved).toEqual([]);
    autosave.change('one');
    await autosave.flush();
    expect(saved).toEqual(['one']);
    await vi.advanceTimersByTimeAsync(10 * DELAY_MS);
    expect(saved).toEqual(['one']);
  });

  test('is kept again when it changed while it was being kept, one save at a time', async () => {
    const autosave = onDemand();
    autosave.change('one');
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    autosave.change('two');
    autosave.change('three');
    expect(answers).toHaveLength(1);
    answers[0]!.keep();
    await vi.advanceTimersByTimeAsync(0);
    answers[1]!.keep();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['one', 'three']);
  });

  test('is tried again when it could not be kept, with what is written by then', async () => {
    const autosave = onDemand();
    autosave.change('one');
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    answers[0]!.fail();
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('failed');
    autosave.change('two');
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    answers[1]!.keep();
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual(['two']);
    expect(states.at(-1)).toBe('kept');
  });

  test('is not kept any more once it is dropped', async () => {
    const autosave = atOnce();
    autosave.change('one');
    autosave.drop();
    await vi.advanceTimersByTimeAsync(10 * DELAY_MS);
    expect(saved).toEqual([]);
  });
});

describe('a save that fails', () => {
  test('is not tried again by itself where somebody must choose first, and is with the next change', async () => {
    let isElsewhere = true;
    const failed: string[] = [];
    const autosave = makeAutosave<string>({
      delayMs: DELAY_MS,
      onState,
      save: (value) => (isElsewhere ? Promise.reject(new Error('Changed.')) : Promise.resolve(void saved.push(value))),
      onFailed: (value) => failed.push(value),
      mayRetry: () => false,
    });
    autosave.change('mine');
    await vi.advanceTimersByTimeAsync(10 * DELAY_MS);
    expect(failed).toEqual(['mine']);
    expect(autosave.isKept()).toBe(false);
    isElsewhere = false;
    await vi.advanceTimersByTimeAsync(10 * DELAY_MS);
    expect(saved).toEqual([]);
    autosave.change('mine, again');
    await vi.advanceTimersByTimeAsync(DELAY_MS);
    expect(saved).toEqual(['mine, again']);
    expect(autosave.isKept()).toBe(true);
  });

  test('tells what was written last, and not what it tried to keep', async () => {
    const failed: string[] = [];
    let refuse = (): void => undefined;
    const autosave = makeAutosave<string>({
      delayMs: DELAY_MS,
      onState,
      onFailed: (value) => failed.push(value),
      save: () =>
        new Promise((_resolve, reject) => {
          refuse = () => reject(new Error('The disk is full.'));
        }),
    });
    autosave.change('one');
    void autosave.flush();
    autosave.change('one, two');
    refuse();
    await vi.advanceTimersByTimeAsync(0);
    expect(failed).toEqual(['one, two']);
    autosave.drop();
  });
});

test('a draft that could not be kept waits for its tab, and is forgotten when the keyboard changes hands', () => {
  const draft = { body: {} as DraftBody, baseVersion: 3 };
  holdDraft('mine', draft);
  holdDraft('other', draft);
  expect(unsavedDraft('mine')).toBe(draft);
  releaseDraft('mine');
  expect(unsavedDraft('mine')).toBeNull();
  forgetEverybody();
  expect(unsavedDraft('other')).toBeNull();
});
