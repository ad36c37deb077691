import { describe, expect, it, test } from 'vitest';
import {
  cumulative,
  interval,
  logGamma,
  logProbability,
  quantiles,
} from '../../../src/shared/domain/forecast/negative-binomial.rules.ts';

const probability = (count: number, mean: number, size: number): number => Math.exp(logProbability(count, mean, size));

describe('log Γ', () => {
  test.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1, 0],
    [2, 0],
    [10, 12.801827480081469],
    [100, 359.1342053695754],
    [1e6, 12815504.569147611],
  ])('of %d is %d', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-13 * Math.max(1, expected) * 10);
  });
});

describe('the negative binomial law', () => {
  // Size 2, mean 3: success ⅖, so that P(k) = (k + 1) · 0.16 · 0.6ᵏ.
  test.each([0, 1, 2, 5, 12, 13, 40])('gives %d hires what the formula of whole sizes gives', (count) => {
    expect(probability(count, 3, 2)).toBeCloseTo((count + 1) * 0.16 * 0.6 ** count, 14);
  });

  it('is the Poisson law when its size is infinite', () => {
    expect(probability(0, 2, Infinity)).toBeCloseTo(0.1353352832366127, 14);
    expect(probability(3, 2, Infinity)).toBeCloseTo(0.1804470443154836, 14);
    expect(probability(3, 2, 1e7)).toBeCloseTo(0.1804470443154836, 6);
  });

  it('of a mean of 0 is 0 for sure', () => {
    expect([probability(0, 0, 1), probability(1, 0, 1)]).toEqual([1, 0]);
  });

  test.each([
    [0.2, 0.3],
    [3, 2],
    [80, 0.7],
    [2500, 6],
    [900, Infinity],
  ])('adds up to 1 with mean %d and size %d', (mean, size) => {
    const { upTo } = cumulative(Math.ceil(mean + 60 * Math.sqrt(mean + (mean * mean) / size)), mean, size);
    expect(upTo).toBeCloseTo(1, 9);
  });

  it('says how likely fewer are, and up to as many', () => {
    const { below, upTo } = cumulative(1, 3, 2);
    expect(below).toBeCloseTo(0.16, 14);
    expect(upTo).toBeCloseTo(0.352, 14);
  });
});

describe('quantiles', () => {
  it('of the Poisson law are those of the tables', () => {
    expect(quantiles([0.05, 0.5, 0.95], 10, Infinity)).toEqual([5, 10, 15]);
  });

  it('are the first counts that reach the probability', () => {
    // 0.16, 0.352, 0.5248, 0.66304, 0.76672 …
    expect(quantiles([0.1, 0.159, 0.161, 0.5, 0.7], 3, 2)).toEqual([0, 0, 1, 2, 4]);
  });

  it('end, even where rounding keeps the sum under the probability', () => {
    expect(quantiles([1], 4, 2)[0]).toBeLessThan(300);
  });

  it('make wider intervals as the size falls, and as the level grows', () => {
    const width = (level: number, size: number): number => {
      const { low, high } = interval(level, 20, size);
      return high - low;
    };
    expect(width(0.9, 1)).toBeGreaterThan(width(0.9, 5));
    expect(width(0.9, 5)).toBeGreaterThan(width(0.9, Infinity));
    expect(width(0.9, 5)).toBeGreaterThan(width(0.5, 5));
  });
});
