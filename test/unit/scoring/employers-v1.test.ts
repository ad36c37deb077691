import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  distanceContribution,
  ENGINE_VERSION,
  potentialContribution,
  sizeContribution,
  WEIGHTS,
} from '../../../src/shared/scoring/employers.v1.ts';

const hires = fc.double({ min: 0, max: 1e5, noNaN: true });
const metres = fc.integer({ min: 0, max: 20_100_000 });

describe('the contributions of employers.v1', () => {
  it('give these points, which decisions cite: a change of any of them is another version', () => {
    expect(ENGINE_VERSION).toBe('employers.v1');
    expect([0, 0.1, 0.5, 1, 4.5, 1000].map(potentialContribution)).toEqual([0, 100, 300, 400, 540, 600]);
    const kilometres = [0, 1, 3, 5, 10, 30, 200];
    expect(kilometres.map((km) => distanceContribution(km * 1_000, false))).toEqual([300, 297, 275, 240, 150, 30, 1]);
    expect(kilometres.map((km) => distanceContribution(km * 1_000, true))).toEqual([275, 275, 275, 240, 150, 30, 1]);
    expect([0, 1, 2, 7, 13, 14].map(sizeContribution)).toEqual([0, 7, 14, 50, 93, 100]);
  });

  it('are whole, from nothing to their weight', () => {
    fc.assert(
      fc.property(hires, metres, fc.boolean(), fc.integer({ min: 0, max: 14 }), (h, d, isApproximate, rank) => {
        for (const [points, weight] of [
          [potentialContribution(h), WEIGHTS.potential],
          [distanceContribution(d, isApproximate), WEIGHTS.distance],
          [sizeContribution(rank), WEIGHTS.size],
        ] as const) {
          expect(Number.isInteger(points)).toBe(true);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(weight);
        }
      }),
    );
  });

  it('never give less for more expected hires', () => {
    fc.assert(
      fc.property(hires, hires, (a, b) => {
        expect(potentialContribution(Math.max(a, b))).toBeGreaterThanOrEqual(potentialContribution(Math.min(a, b)));
      }),
    );
  });

  it('never give more for a longer way', () => {
    fc.assert(
      fc.property(metres, metres, fc.boolean(), (a, b, isApproximate) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        expect(distanceContribution(far, isApproximate)).toBeLessThanOrEqual(distanceContribution(near, isApproximate));
        expect(distanceContribution(near, true)).toBeLessThanOrEqual(distanceContribution(near, false));
      }),
    );
  });

  it('give nothing for a potential nobody knows', () => {
    expect(potentialContribution(null)).toBe(0);
  });
});
