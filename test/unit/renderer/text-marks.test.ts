import { describe, expect, test } from 'vitest';
import { stillThere } from '../../../src/renderer/ui/text-marks.ts';

const read = {
  text: 'Elle est lasse, un peu.',
  marks: [{ start: 9, end: 14, kind: 'mood', suggestion: null }],
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
