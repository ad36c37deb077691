import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/shared/kernel/text.ts';
import { wordsOf } from '../../../src/shared/kernel/words.ts';
import { oddText } from '../../support/odd-text.ts';

describe('the words of a text', () => {
  test('are folded, with where they stand and which clause they are in', () => {
    expect(wordsOf('L’Hôpital, puis\ncœur').map(({ folded, clause }) => [folded, clause])).toEqual([
      ['l', 0],
      ['hopital', 0],
      ['puis', 1],
      ['coeur', 2],
    ]);
  });

  test('keep what they were written with beside what they share with other spellings', () => {
    const [word] = wordsOf('Marie\u0301');
    expect(word).toMatchObject({ folded: 'marie', written: 'marié', isCapital: true, start: 0, end: 6 });
  });

  test('are those of the folded text, whatever the text', () => {
    fc.assert(
      fc.property(oddText(60), (text) => {
        const seen = text.replaceAll(/[\u00ad\u200b-\u200d\u2060]/g, '');
        expect(
          wordsOf(seen)
            .map(({ folded }) => folded)
            .join(' '),
        ).toBe(fold(seen));
        for (const { start, end } of wordsOf(text)) expect(end).toBeGreaterThan(start);
      }),
    );
  });
});
