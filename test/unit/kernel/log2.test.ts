import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { log2 } from '../../../src/shared/kernel/log2.ts';

/** Numbers of every magnitude up to 1e12, not only the large ones that a uniform draw gives. */
const positive = fc.oneof(
  fc.double({ min: Number.MIN_VALUE, max: 1e12, noNaN: true }),
  fc
    .tuple(fc.integer({ min: -80, max: 38 }), fc.double({ min: 1, max: 2, noNaN: true }))
    .map(([exponent, mantissa]) => mantissa * 2 ** exponent),
);

/** The distance from a result to the next double: the best that two ways of computing it can agree on. */
function lastDigit(value: number): number {
  return 2 ** (Math.floor(Math.log2(Math.abs(value))) - 52);
}

describe('the base-2 logarithm', () => {
  it('is within 4e-15 of the one of the machine up to 1e12, or one last digit where that is more', () => {
    fc.assert(
      fc.property(positive, (value) => {
        const exact = Math.log2(value);
        expect(Math.abs(log2(value) - exact)).toBeLessThanOrEqual(Math.max(4e-15, lastDigit(exact)));
      }),
      { numRuns: 20_000 },
    );
  });

  it('is exact for powers of two, down to the smallest number', () => {
    for (let exponent = -1074; exponent <= 1023; exponent += 1) expect(log2(2 ** exponent)).toBe(exponent);
  });

  it('never decreases from a number to the next, around the places where the mantissa is cut', () => {
    for (const start of [Math.SQRT1_2, 1, Math.SQRT2, 2, 3, 1000]) {
      const values = Array.from({ length: 200 }, (_, index) => start * (1 + (index - 100) * Number.EPSILON * 4));
      const logs = values.map(log2);
      expect(logs).toEqual([...logs].sort((a, b) => a - b));
    }
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (value) => {
    expect(() => log2(value)).toThrow(RangeError);
  });
});
