import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RankedEmployer } from '../../../src/shared/scoring/row-score.ts';
import { spreadOrder } from '../../../src/shared/scoring/spread-order.ts';

function employersWith(scores: readonly number[]): readonly RankedEmployer[] {
  return scores.map((score, row) => ({
    row,
    siret: 30_000_000_000_013 + row * 7_919_003,
    distanceM: 0,
    score,
    otherSites: 0,
  }));
}

const lists = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 60, size: 'max' }).map(employersWith);

const sirets = (employers: readonly RankedEmployer[]): readonly number[] => employers.map(({ siret }) => siret);

describe('the varied order', () => {
  it('holds the same employers, each once', () => {
    fc.assert(
      fc.property(lists, fc.string(), (employers, seed) => {
        expect([...sirets(spreadOrder(employers, seed))].sort()).toEqual([...sirets(employers)].sort());
      }),
    );
  });

  it('is the same for the same seed, whatever the order it starts from', () => {
    fc.assert(
      fc.property(lists, fc.string(), (employers, seed) => {
        expect(spreadOrder(employers, seed)).toEqual(spreadOrder(employers, seed));
        expect(spreadOrder([...employers].reverse(), seed)).toEqual(spreadOrder(employers, seed));
      }),
    );
  });

  it('changes from one week to the next', () => {
    const employers = employersWith(Array.from({ length: 30 }, (_, index) => 900 - index * 10));
    const orders = Array.from({ length: 52 }, (_, week) => sirets(spreadOrder(employers, `2026-W${week + 1}`)).join());
    expect(new Set(orders).size).toBe(52);
  });

  it('puts each employer first about as often as its share of the cubed scores', () => {
    const scores = [800, 600, 600, 500, 400, 400];
    const total = scores.reduce((sum, score) => sum + score ** 3, 0);
    const employers = employersWith(scores);
    const draws = 6_000;
    const firsts = scores.map(() => 0);
    for (let seed = 0; seed < draws; seed += 1) firsts[spreadOrder(employers, `seed ${seed}`)[0]!.row]! += 1;
    const chiSquare = scores.reduce((sum, score, index) => {
      const expected = (draws * score ** 3) / total;
      return sum + (firsts[index]! - expected) ** 2 / expected;
    }, 0);
    // Five degrees of freedom: 25 is beyond one in 5,000.
    expect(chiSquare).toBeLessThan(25);
  });

  it('keeps the weights after the first: a double score comes before the other eight times out of nine', () => {
    const employers = employersWith([600, 300, 10_000]);
    const draws = 3_000;
    let before = 0;
    for (let seed = 0; seed < draws; seed += 1) {
      const rows = spreadOrder(employers, `pair ${seed}`).map(({ row }) => row);
      if (rows.indexOf(0) < rows.indexOf(1)) before += 1;
    }
    expect(before / draws).toBeGreaterThan(0.86);
    expect(before / draws).toBeLessThan(0.915);
  });

  it('draws evenly among employers without points', () => {
    const employers = employersWith([0, 0, 0, 0]);
    const firsts = [0, 0, 0, 0];
    for (let seed = 0; seed < 4_000; seed += 1) firsts[spreadOrder(employers, `zero ${seed}`)[0]!.row]! += 1;
    for (const count of firsts) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});
