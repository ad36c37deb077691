import { hashText, unitFromHash } from '../kernel/hash.ts';
import { log2 } from '../kernel/log2.ts';

/** All that the draw reads of an employer. */
interface Drawn {
  readonly siret: number;
  readonly score: number;
}

/**
 * The varied order of `employers.v1`: a weighted draw without replacement (Efraimidis and Spirakis, 2006), so that everyone is not sent to
 * the same place. An employer comes first with a probability proportional to the cube of its score: in proportion to
 * the score itself, the many companies that are only near would fill the top of the list. Their key U^(1/w), largest
 * first, orders like −log2(U)/w, smallest first, which needs no power function. The same seed gives the same order.
 */
export function spreadOrder<T extends Drawn>(employers: readonly T[], seed: string): readonly T[] {
  const seedHash = hashText(seed);
  return employers
    .map((employer) => ({ employer, key: spreadKey(drawOf(employer.siret, seedHash), employer.score) }))
    .sort((a, b) => a.key - b.key || a.employer.siret - b.employer.siret)
    .map(({ employer }) => employer);
}

/** The draw of an employer, strictly between 0 and 1. */
function drawOf(siret: number, seedHash: number): number {
  const high = Math.floor(siret / 4294967296);
  return unitFromHash(seedHash ^ ((siret - high * 4294967296) | 0), high + 1);
}

/** Its place in the varied order: the smallest first. */
function spreadKey(drawn: number, score: number): number {
  const weight = Math.max(score, 1);
  return -log2(drawn) / (weight * weight * weight);
}
