import { describe, expect, test } from 'vitest';
import { GUARD_FAMILIES } from '../../../src/shared/domain/guard/guard.ts';
import { markedOf, sentencesOf, type SentenceSet } from '../../support/guard-sentences.ts';
import { lexicon } from './lexicon.ts';

const SETS: readonly SentenceSet[] = ['tuned', 'held-out'];

describe.each(SETS)('the guard on the %s sentences', (set) => {
  const { slips, clean, missed, elsewhere, wrong } = markedOf(set, lexicon);

  test('sees at least 95 % of the slips, nine in ten of them in their family', () => {
    expect(missed.length / slips, missed.join('\n')).toBeLessThanOrEqual(0.05);
    expect((missed.length + elsewhere.length) / slips, elsewhere.join('\n')).toBeLessThanOrEqual(0.1);
  });

  test('marks at most 1 in 20 of those that hold none', () => {
    expect(wrong.length / clean, wrong.join('\n')).toBeLessThanOrEqual(1 / 20);
  });
});

test('there are enough sentences of both kinds, in every family, each once', () => {
  expect(sentencesOf('tuned').length).toBeGreaterThanOrEqual(300);
  expect(sentencesOf('held-out').length).toBeGreaterThanOrEqual(200);
  for (const set of SETS) {
    const sentences = sentencesOf(set);
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
    expect(sentences.filter(({ family }) => family === null).length / sentences.length).toBeGreaterThan(0.4);
    for (const family of GUARD_FAMILIES) {
      expect(sentences.filter((each) => each.family === family).length, family).toBeGreaterThanOrEqual(7);
    }
  }
  const heldOut = new Set(sentencesOf('held-out').map(({ text }) => text));
  expect(sentencesOf('tuned').filter(({ text }) => heldOut.has(text))).toEqual([]);
});
