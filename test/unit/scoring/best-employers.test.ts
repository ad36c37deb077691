import { describe, expect, it } from 'vitest';
import { BestEmployers } from '../../../src/shared/scoring/best-employers.ts';

const ALONE = -1;

describe('the best employers met', () => {
  it('are the same when a row is met twice, which happens to those that a list begins with', () => {
    const best = new BestEmployers(3);
    for (const [key, row] of [
      [20, 2],
      [10, 1],
      [20, 2],
      [10, 1],
    ] as const)
      best.add(key, row, ALONE);
    expect([...best.rows()]).toEqual([1, 2]);
    expect(best.worstKey).toBe(Infinity);
    best.add(30, 3, ALONE);
    expect(best.worstKey).toBe(30);
    best.add(20, 2, ALONE);
    expect([...best.rows()]).toEqual([1, 2, 3]);
  });

  it('hold an employer of several sites once, by its best one, and let the worst go when they are full', () => {
    const best = new BestEmployers(2);
    best.add(40, 4, 7);
    best.add(30, 3, 7);
    best.add(35, 5, 7);
    best.add(50, 6, ALONE);
    best.add(10, 1, ALONE);
    expect([...best.rows()]).toEqual([1, 3]);
    expect(best.worstKey).toBe(30);
  });
});
