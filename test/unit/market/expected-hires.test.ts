import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headcountRange, HEADCOUNT_BANDS } from '../../../src/shared/domain/employer/headcount.ts';
import { expectedHires } from '../../../src/shared/domain/market/expected-hires.rules.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.option(fc.integer({ min: 0, max: 100_000 }));
const band = fc.constantFrom(...HEADCOUNT_BANDS);
const rate = fc.option(fc.double({ min: 0.01, max: 5, noNaN: true }));

describe('the hires expected over six months', () => {
  it('are half of the hires counted over a year, for the share of the occupation', () => {
    const { basis, expected, low, high } = expectedHires(0.25, 80, headcountRange('12'), 0.5);
    expect([basis, expected]).toEqual(['counts', 10]);
    expect(low).toBeCloseTo(10 - 1.645 * Math.sqrt(10), 12);
    expect(high).toBeCloseTo(10 + 1.645 * Math.sqrt(10), 12);
  });

  it('are estimated from the headcount and the sector where nobody counts', () => {
    // 20 to 49 employees, 50 entries a year for 100 employees, a quarter of them in the occupation.
    const estimate = expectedHires(0.25, null, headcountRange('12'), 0.5);
    expect(estimate).toEqual({ basis: 'estimate', expected: 2.15625, low: 1.25, high: 3.0625 });
  });

  it('are unknown without a headcount or without a published rate', () => {
    const unknown = { basis: 'none', expected: null, low: null, high: null };
    expect(expectedHires(0.25, null, null, 0.5)).toEqual(unknown);
    expect(expectedHires(0.25, null, headcountRange('NN'), 0.5)).toEqual(unknown);
    expect(expectedHires(0.25, null, headcountRange('12'), null)).toEqual(unknown);
  });

  it('are nothing, and known to be, where a year was counted without a hire', () => {
    expect(expectedHires(0.25, 0, null, null)).toEqual({ basis: 'counts', expected: 0, low: 0, high: 0 });
  });

  it('lie between their bounds, none below nothing, and say what they rest on', () => {
    fc.assert(
      fc.property(share, count, band, rate, (affinity, yearlyHires, headcountBand, yearlyRate) => {
        const range = headcountRange(headcountBand);
        const { basis, expected, low, high } = expectedHires(affinity, yearlyHires, range, yearlyRate);
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
});
