import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interval } from '../../../src/shared/domain/forecast/negative-binomial.rules.ts';
import { headcountRange, HEADCOUNT_BANDS } from '../../../src/shared/domain/employer/headcount.ts';
import { expectedHires, NOTHING_COUNTED } from '../../../src/shared/domain/market/expected-hires.rules.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.option(fc.integer({ min: 0, max: 100_000 }));
const band = fc.constantFrom(...HEADCOUNT_BANDS);
const rate = fc.option(fc.double({ min: 0.01, max: 5, noNaN: true }));

const counted = (yearlyHires: number | null) => ({ yearlyHires, forecast: null });

describe('the hires expected over six months', () => {
  it('are half of the hires counted over a year, for the share of the occupation', () => {
    const { basis, expected, low, high } = expectedHires(0.25, counted(80), headcountRange('12'), 0.5);
    expect([basis, expected]).toEqual(['counts', 10]);
    expect(low).toBeCloseTo(10 - 1.645 * Math.sqrt(10), 12);
    expect(high).toBeCloseTo(10 + 1.645 * Math.sqrt(10), 12);
  });

  it('are estimated from the headcount and the sector where nobody counts', () => {
    // 20 to 49 employees, 50 entries a year for 100 employees, a quarter of them in the occupation.
    const estimate = expectedHires(0.25, NOTHING_COUNTED, headcountRange('12'), 0.5);
    expect(estimate).toEqual({ basis: 'estimate', expected: 2.15625, low: 1.25, high: 3.0625 });
  });

  it('are unknown without a headcount or without a published rate', () => {
    const unknown = { basis: 'none', expected: null, low: null, high: null };
    expect(expectedHires(0.25, NOTHING_COUNTED, null, 0.5)).toEqual(unknown);
    expect(expectedHires(0.25, NOTHING_COUNTED, headcountRange('NN'), 0.5)).toEqual(unknown);
    expect(expectedHires(0.25, NOTHING_COUNTED, headcountRange('12'), null)).toEqual(unknown);
  });

  it('are nothing, and known to be, where a year was counted without a hire', () => {
    expect(expectedHires(0.25, counted(0), null, null)).toEqual({ basis: 'counts', expected: 0, low: 0, high: 0 });
  });

  it('lie between their bounds, none below nothing, and say what they rest on', () => {
    fc.assert(
      fc.property(share, count, band, rate, (affinity, yearlyHires, headcountBand, yearlyRate) => {
        const range = headcountRange(headcountBand);
        const { basis, expected, low, high } = expectedHires(affinity, counted(yearlyHires), range, yearlyRate);
        const known = yearlyHires !== null ? 'counts' : range !== null && yearlyRate !== null ? 'estimate' : 'none';
        expect(basis).toBe(known);
        expect([expected, low, high].every((value) => (value === null) === (basis === 'none'))).toBe(true);
        if (expected === null || low === null || high === null) return;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(expected);
        expect(expected).toBeLessThanOrEqual(high);
      }),
      { numRuns: 1_000 },
    );
  });

  describe('where a source forecasts them', () => {
    it('are the share of the occupation, in the interval of the whole when all of them are for it', () => {
      const forecast = { yearlyHires: 9.4, forecast: { low: 2, high: 8 } };
      expect(expectedHires(1, forecast, null, null)).toEqual({ basis: 'forecast', expected: 4.7, low: 2, high: 8 });
      expect(expectedHires(0.25, forecast, null, null)).toMatchObject({ basis: 'forecast', expected: 1.175, low: 0 });
      expect(expectedHires(0, forecast, null, null)).toEqual({ basis: 'forecast', expected: 0, low: 0, high: 0 });
    });

    it('keep about nine chances in ten whatever the share: hires drawn among those of a law follow a law of its size', () => {
      const [means, sizes, shares] = [
        [3, 12, 60, 400],
        [1.5, 6, 40],
        [1, 0.6, 0.25, 0.1],
      ];
      for (const mean of means) {
        for (const size of sizes) {
          const known = { yearlyHires: mean * 2, forecast: interval(0.9, mean, size) };
          for (const affinity of shares) {
            const { low, high } = expectedHires(affinity, known, null, null);
            const exact = interval(0.9, mean * affinity, size);
            const width = Math.max(1, exact.high - exact.low);
            expect([mean, size, affinity, Math.abs(low! - exact.low) <= 1 + 0.12 * width]).toEqual([
              mean,
              size,
              affinity,
              true,
            ]);
            expect([mean, size, affinity, Math.abs(high! - exact.high) <= 1 + 0.12 * width]).toEqual([
              mean,
              size,
              affinity,
              true,
            ]);
          }
        }
      }
    });

    it('say no more of a few than of none: an interval that misses what is expected is not widened below nothing', () => {
      const { expected, low, high } = expectedHires(0.5, { yearlyHires: 1, forecast: { low: 2, high: 5 } }, null, null);
      expect([low! >= 0, low! <= expected!, expected! <= high!]).toEqual([true, true, true]);
    });
  });
});
