import type { HiresInterval } from '../domain/market/expected-hires.rules.ts';
import { bandRank, HEADCOUNT_BANDS, headcountRange, sizeClassOf, SIZE_CLASSES } from '../domain/employer/headcount.ts';

/** The groups in the order of their number in the columns. */
export const GROUP_ORDER = ['private', 'public', 'agency'] as const;

/**
 * The ranked establishments of a release as columns. Rows go by sector; in a sector, first the establishments that are
 * alone of their employer, then the others; then along a Hilbert curve, so that a run of rows is a patch of land. Rows
 * have a fixed width, so that the file is the memory.
 */
export interface EmployerColumns {
  readonly count: number;
  /** Every SIRET, ascending: the place of a SIRET here is its rank. */
  readonly sirets: Float64Array;
  /** Rank of the SIRET of each row. */
  readonly siretRank: Uint32Array;
  /** WGS84 in millionths of a degree. */
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
  /** Hires of twelve months, counted or twice the six that are forecast; −1 when neither is known. */
  readonly yearlyHires: Float32Array;
  /** Bounds of the six months forecast, all occupations, −1 where there is no forecast; empty where nobody has one. */
  readonly forecastLow: Int32Array;
  readonly forecastHigh: Int32Array;
  /** What fits in bits: see `traitsOf`. */
  readonly traits: Uint8Array;
  /** Index in `departements`, or NO_DEPARTEMENT. */
  readonly departement: Uint8Array;
  readonly departements: readonly string[];
  /** NAF codes present, sorted; rows of `nafCodes[i]` are `nafStart[i]` to `nafStart[i + 1]` (excluded). */
  readonly nafCodes: readonly string[];
  readonly nafStart: Uint32Array;
}

export const NO_DEPARTEMENT = 255;

/** Bits of a row: headcount band, group, whether its position is its commune's centre, whether its employer has others. */
export const BAND_BITS = 15;
export const GROUP_SHIFT = 4;
export const GROUP_BITS = 3;
export const APPROXIMATE_BIT = 64;
export const MANY_SITES_BIT = 128;

interface Traits {
  /** Index in HEADCOUNT_BANDS. */
  readonly band: number;
  /** Index in GROUP_ORDER. */
  readonly group: number;
  /** The centre of the commune stands for a position the source does not give. */
  readonly isApproximate: boolean;
}

export function traitsOf({ band, group, isApproximate }: Traits): number {
  return band | (group << GROUP_SHIFT) | (isApproximate ? APPROXIMATE_BIT : 0);
}

export function bandAt({ traits }: EmployerColumns, row: number): number {
  return at(traits, row) & BAND_BITS;
}

export function groupAt({ traits }: EmployerColumns, row: number): number {
  return (at(traits, row) >> GROUP_SHIFT) & GROUP_BITS;
}

export function isApproximateAt({ traits }: EmployerColumns, row: number): boolean {
  return (at(traits, row) & APPROXIMATE_BIT) !== 0;
}

/** Hires of twelve months of a row, null when they are not known. */
export function yearlyHiresAt({ yearlyHires }: EmployerColumns, row: number): number | null {
  const hires = at(yearlyHires, row);
  return hires < 0 ? null : hires;
}

/** The interval of the six months forecast for a row, all occupations; null without a forecast. */
export function forecastAt({ forecastLow, forecastHigh }: EmployerColumns, row: number): HiresInterval | null {
  if (forecastHigh.length === 0 || at(forecastHigh, row) < 0) return null;
  return { low: at(forecastLow, row), high: at(forecastHigh, row) };
}

export function siretAt({ sirets, siretRank }: EmployerColumns, row: number): number {
  return at(sirets, at(siretRank, row));
}

/** The employer a site belongs to: `legalUnitOf` its SIRET. */
export function legalUnitAt(columns: EmployerColumns, row: number): number {
  return legalUnitOf(siretAt(columns, row));
}

/** The employer a SIRET belongs to: its SIREN; −SIRET where the source has no SIREN, so that such sites stand alone. */
export function legalUnitOf(siret: number): number {
  const siren = Math.floor(siret / 1e5);
  return siren === 0 ? -siret : siren;
}

/** The sector of a row, as an index of `nafCodes`: rows are in ranges by sector. */
export function nafIndexOf({ nafStart }: Pick<EmployerColumns, 'nafStart'>, row: number): number {
  return lastNotAfter(nafStart, row, nafStart.length - 2);
}

/** The last place, up to `last`, whose value is at most `value`; values ascend. */
export function lastNotAfter(values: Float64Array | Uint32Array, value: number, last: number): number {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(values, middle) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Typed arrays answer `undefined` out of bounds in types only: a row index always comes from the same columns. */
export function at(
  column: Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array,
  row: number,
): number {
  return column[row] as number;
}

/** Facts of each headcount band, by index, so that the inner loop makes no look-up by text. */
export const BAND_FACTS = HEADCOUNT_BANDS.map((code) => {
  const size = sizeClassOf(code);
  return {
    code,
    rank: bandRank(code),
    range: headcountRange(code),
    size: size === null ? -1 : SIZE_CLASSES.indexOf(size),
  };
});

/** Columns that no writer of ours made: the message is what is wrong with them, in a word for the report. */
export class MalformedColumns extends Error {
  override readonly name = 'MalformedColumns';
}
