/** Below this a count could point to a person. */
export const SMALLEST_TOLD = 5;

/** A count as supervision sees it. Zero points to nobody; one to four might, and is null. */
export function told(count: number): number | null {
  return count > 0 && count < SMALLEST_TOLD ? null : count;
}

/**
 * Counts whose sum is told beside them. One hidden alone would be what the others lack of the sum: the smallest of those
 * that are not zero is hidden with it.
 */
export function toldTogether(counts: readonly number[]): readonly (number | null)[] {
  const each = counts.map(told);
  if (each.filter((count) => count === null).length !== 1) return each;
  const smallest = Math.min(...each.filter((count) => count !== null && count > 0).map(Number));
  const withIt = each.indexOf(smallest);
  return each.map((count, index) => (index === withIt ? null : count));
}

/** A part of a count that is told beside it: hidden too where what is left of the whole could point to a person. */
export function toldWithin(whole: number, part: number): number | null {
  return told(whole - part) === null ? null : told(part);
}
