import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchExpression, noteQueryOf, passageOf } from '../../../src/shared/domain/note/note-search.rules.ts';
import { oddText } from '../../support/odd-text.ts';

const query = (text: string) => noteQueryOf(text, () => true);
const passage = (text: string, searched: string): string =>
  passageOf([text], query(searched))
    .map((part) => (part.isMatch ? `[${part.text}]` : part.text))
    .join('');
describe('what is searched in notes', () => {
  test('is words without their accents, the last one from its beginning', () => {
    expect(matchExpression(query('Bûcheron à  l’Ét'))).toBe('"bucheron" AND "a" AND "l et" *');
  });

  test('is as it follows between quotes, French ones too', () => {
    expect(matchExpression(query('« tout de suite » matin'))).toBe('"tout de suite" AND "matin" *');
    expect(matchExpression(query('"tout de su'))).toBe('"tout de su"');
  });

  test('takes no word for an operator, whatever is typed', () => {
    expect(matchExpression(query('AND OR NOT NEAR( * ^'))).toBe('"and" AND "or" AND "not" AND "near"');
    fc.assert(
      fc.property(oddText(40), (text) => {
        expect(matchExpression(query(text))).toMatch(/^(?:"[\p{L}\p{N} ]+"(?: \*)?(?: AND |$))*$/u);
      }),
    );
  });

  test('is nothing under two letters', () => {
    for (const text of ['', ' ', 'a', '’', '""']) expect(query(text)).toEqual([]);
    expect(query('au')).toHaveLength(1);
  });

  test('is whole words where one may not search by a beginning, and after a space', () => {
    expect(matchExpression(noteQueryOf('dépr', () => false))).toBe('"depr"');
    expect(matchExpression(query('matin '))).toBe('"matin"');
  });
});

describe('the passage of a note around what was found', () => {
  test('marks the words found, whatever their accents', () => {
    expect(passage('Préfère les matinées, à Metz.', 'prefere matin')).toBe('[Préfère] les [matinées], à Metz.');
    expect(passage('La main-d’œuvre manque.', 'oeuvre')).toBe('La main-d’[œuvre] manque.');
  });

  test('marks words between quotes where they follow each other only', () => {
    expect(passage('Tout va. Peut venir tout de suite.', '"tout de suite"')).toBe(
      'Tout va. Peut venir [tout de suite].',
    );
  });

  test('is cut between words around the first one found, and says so', () => {
    const long = `${'Un début de note assez long. '.repeat(12)}La boulangerie rappelle. ${'Et une fin. '.repeat(30)}`;
    const shown = passage(long, 'boulangerie');
    expect(shown).toMatch(/^… [\p{L} .]+La \[boulangerie\] rappelle\. .+ …$/u);
    expect(shown.length).toBeLessThan(220);
  });

  test('is that of the heading where most of what was searched stands', () => {
    const parts = passageOf(['Un matin à Metz.', 'La boulangerie, le matin.'], query('boulangerie matin'));
    expect(parts[1]).toEqual({ text: 'boulangerie', isMatch: true });
  });

  test('is the beginning of the note where nothing of it can be shown', () => {
    expect(passageOf(['', 'Autre chose.'], query('boulangerie'))).toEqual([{ text: 'Autre chose.', isMatch: false }]);
    expect(passageOf([], query('boulangerie'))).toEqual([{ text: '', isMatch: false }]);
  });

  test('loses nothing of a text that is short enough', () => {
    const texts = fc.array(fc.constantFrom('le', 'matin', 'é', '🙂', ',', '\n', 'boulangerie'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (all) => {
        const text = all.join(' ');
        const shown = passageOf([text], query('matin boul'))
          .map((part) => part.text)
          .join('');
        expect(shown).toBe(text);
      }),
    );
  });
});
