import { hashText } from '../kernel/hash.ts';
import type { EmployerQuestion } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import { WEIGHTS, type Weights } from './employers.v1.ts';
import { readKeys } from './match-employers.ts';
import { placesByScore, type RankedEmployer } from './rank-employers.ts';
import { drawOf, spreadKey, spreadWeight } from './spread-order.ts';
import type { EmployerCounts } from './survey.ts';

/** An employer with its place in the plain order, from 1. */
export interface DrawnEmployer {
  readonly employer: RankedEmployer;
  readonly rank: number;
}

/** The beginning of the varied order, with the counts of the whole list. */
export interface FirstDrawn extends EmployerCounts {
  readonly eligible: number;
  readonly employers: readonly DrawnEmployer[];
}

/**
 * The first `wanted` of `spreadOrder`, the same to the last tie, without ordering the rest: a row is scored, drawn, and
 * forgotten unless it comes before the last one kept. Meant for a page: what is kept is a short list, gone through for
 * each that enters it.
 */
export function firstDrawn(
  columns: EngineColumns,
  question: EmployerQuestion,
  { wanted, seed }: { readonly wanted: number; readonly seed: string },
  weights: Weights = WEIGHTS,
): FirstDrawn {
  const { top, placeOf } = placesByScore(columns, weights);
  return readKeys(columns, question, placeOf, (keys, matchOf) => {
    const drawn = firstKeys(columns, keys, { wanted: Math.min(wanted, keys.length), seedHash: hashText(seed), top });
    const ranks = ranksAmong(keys, drawn, { count: columns.count, top });
    return Array.from(drawn, (key, index) => ({
      employer: { ...matchOf(key), score: top - Math.floor(key / columns.count) },
      rank: ranks[index] as number,
    }));
  });
}

/** −log2(u) is at least (1 − u) / ln 2; a little less leaves room for rounding. */
const LEAST_LOG2 = 1.4426;

interface Drawing {
  readonly wanted: number;
  readonly seedHash: number;
  readonly top: number;
}

/** The keys of those drawn first, in the order of the draw. */
function firstKeys(
  { sirets, count }: EngineColumns,
  keys: Float64Array,
  { wanted, seedHash, top }: Drawing,
): Float64Array {
  const kept = new Float64Array(wanted);
  const places = new Float64Array(wanted);
  const ranks = new Uint32Array(wanted);
  let length = 0;
  let worst = wanted === 0 ? 0 : Infinity;
  const fetched = new Float64Array(FETCHED_TOGETHER);
  for (let index = 0; index < keys.length; index += 1) {
    const inBatch = index % FETCHED_TOGETHER;
    if (inBatch === 0) fetchSirets(sirets, keys, { from: index, count }, fetched);
    const key = keys[index] as number;
    const place = Math.floor(key / count);
    const siretRank = key - place * count;
    const drawn = drawOf(fetched[inBatch] as number, seedHash);
    if ((1 - drawn) * LEAST_LOG2 >= worst * spreadWeight(top - place)) continue;
    const own = spreadKey(drawn, top - place);
    const isFull = length === wanted;
    if (isFull && (own > worst || (own === worst && siretRank > (ranks[length - 1] as number)))) continue;
    let at = isFull ? length - 1 : length;
    while (at > 0 && comesAfter(places[at - 1] as number, ranks[at - 1] as number, own, siretRank)) {
      kept[at] = kept[at - 1] as number;
      places[at] = places[at - 1] as number;
      ranks[at] = ranks[at - 1] as number;
      at -= 1;
    }
    kept[at] = key;
    places[at] = own;
    ranks[at] = siretRank;
    length = isFull ? length : length + 1;
    if (length === wanted) worst = places[length - 1] as number;
  }
  return kept;
}

/** SIRETs lie far apart in memory: fetched with nothing else to do between them, they are waited for together. */
const FETCHED_TOGETHER = 1_024;

function fetchSirets(
  sirets: Float64Array,
  keys: Float64Array,
  { from, count }: { readonly from: number; readonly count: number },
  fetched: Float64Array,
): void {
  const end = Math.min(keys.length, from + FETCHED_TOGETHER);
  for (let index = from; index < end; index += 1) {
    const key = keys[index] as number;
    fetched[index - from] = sirets[key - Math.floor(key / count) * count] as number;
  }
}

function comesAfter(place: number, rank: number, otherPlace: number, otherRank: number): boolean {
  return place > otherPlace || (place === otherPlace && rank > otherRank);
}

/** The rank of some keys among all of them, from 1: those of a better place are counted by place, the others one by one. */
function ranksAmong(
  keys: Float64Array,
  some: Float64Array,
  { count, top }: { readonly count: number; readonly top: number },
): Uint32Array {
  const placeOf = (key: number): number => Math.floor(key / count);
  const upTo = new Uint32Array(top + 2);
  const sharing = new Map<number, number[]>();
  some.forEach((key, index) => sharing.set(placeOf(key), [...(sharing.get(placeOf(key)) ?? []), index]));
  const isShared = new Uint8Array(top + 1);
  for (const place of sharing.keys()) isShared[place] = 1;
  const ranks = new Uint32Array(some.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as number;
    const place = placeOf(key);
    upTo[place + 1] = (upTo[place + 1] as number) + 1;
    if (isShared[place] === 0) continue;
    for (const other of sharing.get(place) ?? []) {
      if (key <= (some[other] as number)) ranks[other] = (ranks[other] as number) + 1;
    }
  }
  for (let place = 1; place < upTo.length; place += 1)
    upTo[place] = (upTo[place] as number) + (upTo[place - 1] as number);
  return ranks.map((rank, index) => rank + (upTo[placeOf(some[index] as number)] as number));
}
