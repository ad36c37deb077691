import { seededStream } from '../../../shared/kernel/hash.ts';

/** Draws from one deterministic stream: the same seed and the same questions give the same answers. */
export interface Draw {
  readonly unit: () => number;
  /** A whole number from 0 to `bound` − 1. */
  readonly below: (bound: number) => number;
  readonly percent: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
}

export function drawFrom(seed: number): Draw {
  const unit = seededStream(seed);
  const below = (bound: number): number => Math.floor(unit() * bound);
  return {
    unit,
    below,
    percent: (percent) => unit() * 100 < percent,
    pick: (items) => at(items, below(items.length)),
    weighted: (items) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0);
      let rest = unit() * total;
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return at(items, items.length - 1)[0];
    },
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('nothing to draw from');
  return item;
}
