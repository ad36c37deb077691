import type { TFunction } from 'i18next';
import { describe, expect, test } from 'vitest';
import { headcountText, publisherText, vintageText } from '../../../src/renderer/i18n/words.ts';

/** Answers the key and the values, so that a test reads what was chosen. */
const t = ((key: string, values: Readonly<Record<string, string>> = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as TFunction;

describe('the words of values', () => {
  test.each([
    ['NN', 'headcount.unknown'],
    ['00', 'headcount.none'],
    ['11', 'headcount.range 10 19'],
    ['53', 'headcount.atLeast 10\u00a0000'],
  ])('the headcount band %s', (band, words) => {
    expect(headcountText(t, band, 'fr')).toBe(words);
  });

  test.each([
    ['unknown', 'vintage.unknown'],
    ['', 'vintage.unknown'],
    ['2026-06', 'juin 2026'],
    ['2026-06-04', '4 juin 2026'],
    ['ROME 3.47, 2021', 'ROME 3.47, 2021'],
    ['Démonstration, données générées', 'vintage.generated'],
    ['Démonstration, rédigé par le projet', 'vintage.authored'],
  ])('the vintage "%s"', (vintage, words) => {
    expect(vintageText(t, vintage, 'fr')).toBe(words);
  });

  test('a publisher nobody names is said unknown', () => {
    expect(publisherText(t, 'unknown')).toBe('data.publisherUnknownLine');
    expect(publisherText(t, 'INSEE')).toBe('INSEE');
  });
});
