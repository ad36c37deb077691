import { describe, expect, test } from 'vitest';
import { stillThere, takenOut } from '../../../src/renderer/ui/text-marks.ts';

const read = {
  text: 'Elle est lasse, un peu.',
  marks: [{ start: 9, end: 14, kind: 'mood', suggestion: null, isBlocking: false }],
};
const places = (text: string): readonly (readonly [number, number])[] =>
  stillThere(read, text).map(({ start, end }) => [start, end]);

describe('the marks of a field while one goes on typing', () => {
  test('stay where they are when letters come after them', () => {
    expect(places('Elle est lasse, un peu plus.')).toEqual([[9, 14]]);
  });

  test('move with what is typed before them', () => {
    expect(places('Elle est très lasse, un peu.')).toEqual([[14, 19]]);
    expect(places('est lasse, un peu.')).toEqual([[4, 9]]);
  });

  test('go with their words', () => {
    expect(places('Elle est là, un peu.')).toEqual([]);
    expect(places('')).toEqual([]);
  });
});

describe('words that are taken out', () => {
  test.each([
    ['dépressive, mari en prison', 'dépressive', 'mari en prison'],
    ['dépressive, mari en prison', 'mari en prison', 'dépressive'],
    ['Libre mardi, mari en prison, a le permis.', 'mari en prison', 'Libre mardi, a le permis.'],
    ['Vient avec son mari en prison.', 'mari en prison', 'Vient avec son.'],
    ['Le matin.\nEnceinte, préfère le matin.', 'Enceinte', 'Le matin.\npréfère le matin.'],
    ['enceinte', 'enceinte', ''],
  ])('of "%s": "%s" leaves no comma and no space of theirs', (text, words, left) => {
    const at = text.indexOf(words);
    const { start, end } = takenOut(text, {
      start: at,
      end: at + words.length,
      kind: 'any',
      suggestion: null,
      isBlocking: false,
    });
    expect(text.slice(0, start) + text.slice(end)).toBe(left);
  });
});
