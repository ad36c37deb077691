import type { HeadcountRange } from '../employer/employer.schema.ts';
import type { PotentialBasis } from './market.schema.ts';

/**
 * Expected hires in an occupation over the next six months = affinity × hires of the establishment over six months.
 *
 * - `counts`: a source counts the hires of the last twelve months; half of them are expected again. Bounds: a Poisson
 *   count at 90 % (± 1.645 √h).
 * - `forecast`: hires of the six months to come, with the bounds that hold nine times in ten, learned from counts by month.
 *   Those for the occupation are a part drawn among them: their spread is the part of the forecast's, and the chance
 *   that each hire is for the occupation or another (variance p·(1 − p)·h), added as variances are.
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

/** An interval of whole hires, bounds included. */
export interface HiresInterval {
  readonly low: number;
  readonly high: number;
}

/** What a source says of the hires of an establishment. */
export interface KnownHires {
  /** Of twelve months: counted, or twice those forecast. */
  readonly yearlyHires: number | null;
  /** Of the six months forecast, all occupations. */
  readonly forecast: HiresInterval | null;
}

export const NOTHING_COUNTED: KnownHires = { yearlyHires: null, forecast: null };

export function expectedHires(
  affinity: number,
  { yearlyHires, forecast }: KnownHires,
  headcount: HeadcountRange | null,
  yearlyEntryRate: number | null,
): ExpectedHires {
  if (yearlyHires !== null && forecast !== null) return fromForecast(affinity, yearlyHires, forecast);
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

function fromForecast(affinity: number, yearlyHires: number, { low, high }: HiresInterval): ExpectedHires {
  const expected = hiresFromCount(affinity, yearlyHires);
  const drawn = NINETY_PERCENT * NINETY_PERCENT * expected * Math.max(0, 1 - affinity);
  const spread = (part: number): number => Math.sqrt(affinity * affinity * part * part + drawn);
  return {
    basis: 'forecast',
    expected,
    low: Math.max(0, expected - spread(Math.max(0, yearlyHires / 2 - low))),
    high: expected + spread(Math.max(0, high - yearlyHires / 2)),
  };
}

/** The expectation of `counts` and `forecast` alone, for those who compare many. */
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
