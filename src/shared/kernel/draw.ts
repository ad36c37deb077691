import { seededStream } from './hash.ts';

/** Draws from one deterministic stream: the same seed and the same questions give the same answers. */
export interface Draw {
  readonly unit: () => number;
  /** A whole number from 0 to `bound` − 1. */
  readonly below: (bound: number) => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  readonly percent: (percent: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly weighted: <T>(items: readonly (readonly [T, number])[]) => T;
  /** The same items in a drawn order. */
  readonly shuffled: <T>(items: readonly T[]) => T[];
}

export function drawFrom(seed: number): Draw {
  const unit = seededStream(seed);
  const below = (bound: number): number => Math.floor(unit() * bound);
  return {
    unit,
    below,
    between: (least, most) => least + below(most - least + 1),
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
    shuffled: (items) => {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [order[last], order[other]] = [at(order, other), at(order, last)];
      }
      return order;
    },
  };
}

/** Gives the items in a drawn order, all of them once before any of them again. */
export function deckOf<T>(items: readonly T[], draw: Draw): () => T {
  let rest: T[] = [];
  return () => {
    if (rest.length === 0) rest = draw.shuffled(items);
    const item = rest.pop();
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  };
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError('nothing to draw from');
  return item;
}
