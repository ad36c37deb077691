import { describe, expect, it } from 'vitest';
import { hashText, mix, seededStream, unitFromHash } from '../../../src/shared/kernel/hash.ts';

const BUCKETS = 64;

/** Pearson's chi-square of counts that should be equal. With 63 degrees of freedom, 120 is beyond one in 100,000. */
function chiSquare(values: Iterable<number>): number {
  const counts = new Array<number>(BUCKETS).fill(0);
  let total = 0;
  for (const value of values) {
    counts[Math.floor(value * BUCKETS)]! += 1;
    total += 1;
  }
  const expected = total / BUCKETS;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);

describe('the hash', () => {
  it('is the same on every machine: these values were computed once', () => {
    expect([hashText(''), hashText('2026-W36'), mix(1), mix(-1)]).toEqual([
      2872998923, 2746180021, 1364076727, 2180083513,
    ]);
  });

  it('spreads neighbouring texts evenly', () => {
    expect(chiSquare(range(20_000).map((n) => hashText(`seed ${n}`) / 2 ** 32))).toBeLessThan(120);
  });

  it('spreads neighbouring seeds and neighbouring salts evenly', () => {
    expect(chiSquare(range(20_000).map((n) => unitFromHash(n, 7)))).toBeLessThan(120);
    expect(chiSquare(range(20_000).map((n) => unitFromHash(7, n)))).toBeLessThan(120);
  });

  it('gives units strictly between 0 and 1, so that their logarithm exists', () => {
    for (const n of range(10_000)) {
      const unit = unitFromHash(n * 2654435761, n);
      expect(unit > 0 && unit < 1).toBe(true);
    }
  });

  it('streams evenly, the same for the same seed and differently for another', () => {
    const draw = (seed: number): readonly number[] => {
      const next = seededStream(seed);
      return range(20_000).map(() => next());
    };
    expect(chiSquare(draw(1))).toBeLessThan(120);
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1).slice(0, 5)).not.toEqual(draw(2).slice(0, 5));
  });
});
