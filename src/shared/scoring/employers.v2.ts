import { hashText, mix } from '../kernel/hash.ts';
import { log2 } from '../kernel/log2.ts';
import { legalUnitOf } from './employer-columns.ts';
import type { Weights } from './employers.v1.ts';

/**
 * Second formula: the score is that of the first (`employers.v1.ts`), the varied order is another. A formula that
 * decisions cite is never edited: its successor stands beside it.
 *
 * The varied order adds points drawn at random, its luck, to the score of each employer, and sorts by the sum. Luck follows the law of
 * Gumbel, which makes of it a weighted draw without replacement: an employer comes first with a probability proportional to
 * 2^(score / D), where D is a fortieth of the weights: 25 points of 1,000. Twenty-five points more are twice the chance,
 * a hundred are sixteen times; equal scores are equal chances, however many share them. A far tail, thousands of times
 * larger than the head, weighs nothing beside it: the first page is drawn among the best.
 *
 * Luck belongs to an employer, not to one of its sites, and to a seed: the same seed gives the same order.
 */
export const ENGINE_VERSION = 'employers.v2';

/** A point of a score is cut in as many grains, so that luck seldom makes two employers equal. */
export const GRAIN = 256;

const DOUBLINGS_IN_WEIGHTS = 40;

/** Grains of a score that double a chance. */
export function doublingGrains({ potential, distance, size }: Weights): number {
  return (GRAIN * Math.max(1, potential + distance + size)) / DOUBLINGS_IN_WEIGHTS;
}

/** All that the draw reads of an employer. */
interface Drawn {
  readonly siret: number;
  readonly score: number;
}

/** Employers in their varied order; ties by SIRET. */
export function variedOrder<T extends Drawn>(employers: readonly T[], seed: string, weights: Weights): readonly T[] {
  const seedHash = hashText(seed);
  const doubling = doublingGrains(weights);
  return employers
    .map((employer) => ({
      employer,
      grains: employer.score * GRAIN + luckOf(ticketOf(lotOf(employer.siret), seedHash), doubling),
    }))
    .sort((a, b) => b.grains - a.grains || a.employer.siret - b.employer.siret)
    .map(({ employer }) => employer);
}

/** A number of 32 bits of the employer of a site, the same for each of its sites. */
export function lotOf(siret: number): number {
  const unit = Math.abs(legalUnitOf(siret));
  const high = Math.floor(unit / 4294967296);
  return mix(mix(unit - high * 4294967296) ^ Math.imul(high + 1, 0x9e3779b1));
}

/** What a lot draws under a seed: a number of 32 bits, the larger the luckier. */
export function ticketOf(lot: number, seedHash: number): number {
  return mix(lot ^ seedHash);
}

/**
 * Whole grains of luck. With U the ticket as a number between 0 and 1, −log2(−log2 U) doublings: half of the tickets are
 * worth 0.5 and more, one in a thousand 9.4 and more.
 */
export function luckOf(ticket: number, doubling: number): number {
  return Math.round(0 - doubling * log2(0 - log2((ticket + 0.5) / 4294967296)));
}

/** Of 32 bits: −log2(−log2(1 − 2^−33)) is under 33. */
const MOST_DOUBLINGS = 33;

export function mostLuck(doubling: number): number {
  return Math.ceil(MOST_DOUBLINGS * doubling);
}

/**
 * What the luck of a ticket is at most: with k ones at its head, 1 − U is over 2^−(k + 1), and −log2 U is at least
 * (1 − U) / ln 2.
 */
export function luckBoundOf(ticket: number, doubling: number): number {
  return (Math.clz32(~ticket) + BEYOND_ONES) * doubling + 1;
}

/** Ones at the head of a ticket under which its luck is less than `luck`. */
export function leastOnesOf(luck: number, doubling: number): number {
  return Math.ceil((luck - 1) / doubling - BEYOND_ONES);
}

/** 1 + log2(ln 2), and a little. */
const BEYOND_ONES = 0.4713;
