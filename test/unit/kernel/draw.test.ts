import { describe, expect, it } from 'vitest';
import { deckOf, drawFrom } from '../../../src/shared/kernel/draw.ts';

describe('a draw', () => {
  it('answers the same to the same questions, and otherwise to another seed', () => {
    const answers = (seed: number): unknown[] => {
      const draw = drawFrom(seed);
      return [draw.between(1, 100), draw.pick(['a', 'b', 'c']), draw.shuffled([1, 2, 3, 4, 5, 6, 7, 8])];
    };
    expect(answers(1)).toEqual(answers(1));
    expect(answers(1)).not.toEqual(answers(2));
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const draw = drawFrom(3);
    const drawn = new Set(Array.from({ length: 500 }, () => draw.between(-2, 2)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('shuffles without losing or favouring anything', () => {
    const draw = drawFrom(4);
    const first = new Map<number, number>();
    for (let time = 0; time < 4_000; time += 1) {
      const order = draw.shuffled([0, 1, 2, 3]);
      expect([...order].sort()).toEqual([0, 1, 2, 3]);
      first.set(order[0]!, (first.get(order[0]!) ?? 0) + 1);
    }
    for (const count of first.values()) expect(Math.abs(count - 1_000)).toBeLessThan(120);
  });
});

describe('a deck', () => {
  it('gives everything once before anything again', () => {
    const next = deckOf(['a', 'b', 'c'], drawFrom(5));
    for (let round = 0; round < 3; round += 1) expect([next(), next(), next()].sort()).toEqual(['a', 'b', 'c']);
  });

  it('refuses to be empty', () => {
    expect(() => deckOf([], drawFrom(6))()).toThrow(RangeError);
  });
});
