import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusedNumbersIn } from '../../../src/shared/domain/guard/numbers.rules.ts';
import { luhnDigit } from '../../../src/shared/kernel/luhn.ts';

const found = (text: string): readonly (readonly [string, string])[] =>
  refusedNumbersIn(text).map(({ start, end, number }) => [number, text.slice(start, end)]);

/** A social security number with its key; those of commune 999 are nobody’s. */
function withKey(figures: string): string {
  const counted = Number(figures.replace('2A', '19').replace('2B', '18'));
  return figures + String(97 - (counted % 97)).padStart(2, '0');
}

describe('the numbers that no note may hold', () => {
  const nir = withKey('1850578999999');

  test('are a social security number with its key, however its figures are grouped', () => {
    const [sex, year, month, place, town, order, key] = [1, 85, '05', 78, 999, 999, nir.slice(13)];
    for (const written of [
      nir,
      [sex, year, month, place, town, order, key].join(' '),
      [sex, year, month, place, town, order, key].join('\u00a0'),
      `${nir.slice(0, 13)} ${key}`,
      `${nir.slice(0, 13)}-${key}`,
      [nir.slice(0, 5), nir.slice(5, 10), nir.slice(10)].join('.'),
    ]) {
      expect(found(`n° sécu : ${written}, à recopier`), written).toEqual([['social-security', written]]);
    }
  });

  test('are those of Corsica and of months that are not known too', () => {
    for (const figures of ['2850220999999', '285022A999999', '285022B999999', '1855078999999']) {
      expect(found(withKey(figures).toLowerCase()), figures).toHaveLength(1);
    }
  });

  test('are payment cards, grouped by four or not, with what is written after', () => {
    for (const written of ['4111 1111 1111 1111', '4111111111111111', '5500-0000-0000-0004', '3400 000000 00009']) {
      expect(found(`carte ${written} 12/27`), written).toEqual([['payment-card', written]]);
    }
  });

  test('are each found where there are several', () => {
    expect(found(`12 ${nir} puis 4111 1111 1111 1111`).map(([number]) => number)).toEqual([
      'social-security',
      'payment-card',
    ]);
  });

  test('are not those of telephones, establishments, bank accounts, dates, ROME codes and amounts', () => {
    for (const text of [
      ...[
        '06 39 98 12 34 ou 01 99 00 12 34',
        '732 829 320 00074',
        '73282932000074',
        'FR76 3000 6000 0112 3456 7890 189',
      ],
      ...[
        'du 12/05/2026 au 15.06.2026',
        'K1304, 1 430 €',
        '1 900 € nets, 35 h, 9 h 30',
        '4111 1111 1111 1112',
        nir.slice(0, 13),
      ],
    ]) {
      expect(found(text), text).toEqual([]);
    }
  });

  test('lose their meaning with one wrong figure: a wrong key is refused nowhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const wrong = (Number(nir.charAt(at)) + by) % 10;
        const figures = `${nir.slice(0, at)}${wrong}${nir.slice(at + 1)}`;
        expect(found(figures)).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^4\d{14}$/), (figures) => {
        const digit = luhnDigit(figures);
        expect(found(`${figures}${digit}`)).toHaveLength(1);
        expect(found(`${figures}${(digit + 1) % 10}`)).toEqual([]);
      }),
    );
  });

  test('take no time on long rows of figures', () => {
    const start = performance.now();
    refusedNumbersIn('4111 1111 1111 1112 '.repeat(500));
    refusedNumbersIn('1'.repeat(10_000));
    refusedNumbersIn('1 '.repeat(5_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
