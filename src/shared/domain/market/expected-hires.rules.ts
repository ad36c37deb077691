import type { HeadcountRange } from '../employer/employer.schema.ts';
import type { PotentialBasis } from './market.schema.ts';

/**
 * Expected hires in an occupation over the next six months = affinity × hires of the establishment over six months.
 *
 * - `counts`: a source counts the hires of the last twelve months; half of them are expected again. Bounds: a Poisson
 *   count at 90 % (± 1.645 √h).
 * - `estimate`: middle of the headcount band × yearly entry rate of the sector, halved. Bounds: the two ends of the
 *   band. They cover what is not known of the headcount, not how far one establishment departs from its sector, which
 *   nobody publishes: this is why an estimate is shown in words and never as a promise.
 * - `none`: no count and no published rate for the sector, or an unknown headcount.
 */
export interface ExpectedHires {
  readonly basis: PotentialBasis;
  readonly expected: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const NINETY_PERCENT = 1.645;

export function expectedHires(
  affinity: number,
  yearlyHires: number | null,
  headcount: HeadcountRange | null,
  yearlyEntryRate: number | null,
): ExpectedHires {
  if (yearlyHires !== null) {
    const expected = hiresFromCount(affinity, yearlyHires);
    const margin = NINETY_PERCENT * Math.sqrt(expected);
    return { basis: 'counts', expected, low: expected > margin ? expected - margin : 0, high: expected + margin };
  }
  if (headcount === null || yearlyEntryRate === null) {
    return { basis: 'none', expected: null, low: null, high: null };
  }
  return {
    basis: 'estimate',
    expected: hiresFromHeadcount(affinity, headcount.midpoint, yearlyEntryRate),
    low: hiresFromHeadcount(affinity, headcount.min, yearlyEntryRate),
    high: hiresFromHeadcount(affinity, headcount.max, yearlyEntryRate),
  };
}

/** The expectation of `counts` alone, for those who compare many. */
export function hiresFromCount(affinity: number, yearlyHires: number): number {
  return (affinity * yearlyHires) / 2;
}

/** The expectation of `estimate` alone. */
export function hiresFromHeadcount(affinity: number, headcount: number, yearlyEntryRate: number): number {
  return ((affinity * yearlyEntryRate) / 2) * headcount;
}

/** As shown and kept: in thousandths of a hire. */
export function roundedHires({ basis, expected, low, high }: ExpectedHires): ExpectedHires {
  return { basis, expected: inThousandths(expected), low: inThousandths(low), high: inThousandths(high) };
}

function inThousandths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}
