import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareText, fold } from '../../../src/shared/kernel/text.ts';

describe('folding a text', () => {
  it.each([
    ['Saint-Julien-lès-Metz', 'saint julien les metz'],
    ['  Maçon / Maçonne  ', 'macon maconne'],
    ['MANŒUVRE bâtiment', 'manoeuvre batiment'],
    ['Ægidius', 'aegidius'],
    ["L'Haÿ-les-Roses", 'l hay les roses'],
    ['Aide à domicile', 'aide a domicile'],
    ['Cafe\u0301', 'cafe'],
    ['3D, 2B & 57', '3d 2b 57'],
    ['…!?', ''],
    ['', ''],
  ])('%j gives %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('keeps only lower-case letters and digits, one space between words, whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const folded = fold(text);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
        expect(folded.toLowerCase()).toBe(folded);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('comparing two texts', () => {
  it('goes by code unit, in the same way on every machine', () => {
    expect(['é', 'z', 'Z', 'a'].sort(compareText)).toEqual(['Z', 'a', 'z', 'é']);
    expect(compareText('a', 'a')).toBe(0);
  });
});
