/**
 * Who is seen: how often each employer of one list stands on the first page, over many cases, against how often its weight
 * says that it should.
 */
import { seededStream } from '../../src/shared/kernel/hash.ts';

export const FIRST_PAGE = 20;

export interface Exposed {
  readonly siret: number;
  readonly score: number;
}

/** The list that one case is shown. */
export type OrderOf<T extends Exposed> = (employers: readonly T[], index: number) => readonly T[];

export interface Exposure {
  /** Of each employer, in the order given: cases in which it comes first, and in which it is on the first page. */
  readonly first: Float64Array;
  readonly onPage: Float64Array;
  readonly cases: number;
}

export function exposureOf<T extends Exposed>(employers: readonly T[], cases: number, order: OrderOf<T>): Exposure {
  const places = new Map(employers.map(({ siret }, place) => [siret, place]));
  const first = new Float64Array(employers.length);
  const onPage = new Float64Array(employers.length);
  for (let index = 0; index < cases; index += 1) {
    const page = order(employers, index).slice(0, FIRST_PAGE);
    page.forEach(({ siret }, rank) => {
      const place = places.get(siret)!;
      if (rank === 0) first[place]! += 1;
      onPage[place]! += 1;
    });
  }
  return { first, onPage, cases };
}

/** A sum of squared gaps over their variances; `z` is how many standard deviations it is above what chance gives. */
export interface Gap {
  readonly chiSquared: number;
  readonly degrees: number;
  readonly z: number;
}

/** Beyond this, chance is no explanation: it happens once in thirty thousand. */
export const BY_CHANCE_Z = 4;

/**
 * First places against shares of the weight, and first pages against the law of a weighted draw without replacement: an
 * employer of weight w is among the first n with probability 1 − exp(−w·t), t being what makes these add up to n (Rosén,
 * 1997). It is proportional to the weight as far as a place can be: nobody is on a page twice.
 */
export function gapsOf(
  { first, onPage, cases }: Exposure,
  weights: readonly number[],
): { readonly first: Gap; readonly page: Gap } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const pages = pageLaw(weights);
  return {
    first: gap(cells(first, shares, cases)),
    page: pageGap(onPage, pages, cases),
  };
}

/** Neighbours in weight are put together until chance moves their count by some: a law says nothing of a single place. */
function pageGap(onPage: Float64Array, chances: readonly number[], cases: number): Gap {
  const order = chances.map((_, place) => place).sort((a, b) => chances[b]! - chances[a]!);
  const together = [{ off: 0, variance: 0 }];
  for (const place of order) {
    if (together.at(-1)!.variance >= LEAST_VARIANCE) together.push({ off: 0, variance: 0 });
    together.at(-1)!.off += onPage[place]! - cases * chances[place]!;
    together.at(-1)!.variance += cases * chances[place]! * (1 - chances[place]!);
  }
  const cells = together.filter(({ variance }) => variance >= LEAST_VARIANCE);
  return gapOf(
    cells.reduce((sum, { off, variance }) => sum + (off * off) / variance, 0),
    cells.length - 1,
  );
}

const LEAST_VARIANCE = 5;

/** The chance of each to be on the first page, by that law. There are more employers than places. */
export function pageLaw(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const chances = (t: number): readonly number[] => weights.map((weight) => 1 - Math.exp((-weight / total) * t));
  const isShort = (t: number): boolean => chances(t).reduce((sum, chance) => sum + chance, 0) < FIRST_PAGE;
  let [low, high] = [0, 1];
  while (isShort(high)) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (isShort(middle)) low = middle;
    else high = middle;
  }
  return chances(high);
}

/** Counts and expectations, neighbours in weight put together until ten are expected: rarer ones follow no such law. */
function cells(
  counts: Float64Array,
  shares: readonly number[],
  cases: number,
): readonly { readonly count: number; readonly expected: number }[] {
  const order = shares.map((_, place) => place).sort((a, b) => shares[b]! - shares[a]!);
  const together: { count: number; expected: number }[] = [{ count: 0, expected: 0 }];
  for (const place of order) {
    if (together.at(-1)!.expected >= 10) together.push({ count: 0, expected: 0 });
    together.at(-1)!.count += counts[place]!;
    together.at(-1)!.expected += shares[place]! * cases;
  }
  return together;
}

function gap(groups: readonly { readonly count: number; readonly expected: number }[]): Gap {
  const chiSquared = groups.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  return gapOf(chiSquared, groups.length - 1);
}

function gapOf(chiSquared: number, degrees: number): Gap {
  return { chiSquared, degrees, z: (chiSquared - degrees) / Math.sqrt(2 * degrees) };
}

/** Employers that no case of them all was shown, and the part of first pages that goes to the tenth most shown. */
export function spreadOf({ onPage, cases }: Exposure): { readonly never: number; readonly topTenth: number } {
  const most = Float64Array.from(onPage).sort().reverse();
  const tenth = most.subarray(0, Math.round(most.length / 10)).reduce((sum, count) => sum + count, 0);
  return { never: onPage.filter((count) => count === 0).length, topTenth: tenth / (cases * FIRST_PAGE) };
}

/**
 * The order of the reference: its score, 20 to 100, times a draw of the day, the same for everybody, plus a hundred where
 * there is an e-mail address.
 */
export function referenceOrder<T extends Exposed>(
  employers: readonly T[],
  { seed, hasEmail }: { readonly seed: number; readonly hasEmail: (employer: T) => boolean },
): readonly T[] {
  const draw = seededStream(seed);
  return referenceScores(employers)
    .map((score, place) => {
      const employer = employers[place]!;
      return { employer, key: score * draw() + (hasEmail(employer) ? 100 : 0) };
    })
    .sort((a, b) => b.key - a.key)
    .map(({ employer }) => employer);
}

/** The same employers on the scale of the reference, which shows none under 20. */
export function referenceScores(employers: readonly Exposed[]): readonly number[] {
  const scores = employers.map(({ score }) => score);
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return scores.map((score) => 20 + (80 * (score - least)) / Math.max(1, most - least));
}
