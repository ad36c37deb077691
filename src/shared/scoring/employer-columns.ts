import { bandRank, HEADCOUNT_BANDS, headcountRange, sizeClassOf, SIZE_CLASSES } from '../domain/employer/headcount.ts';
import { SECTION_CODES, sectionOf } from '../domain/sector/sector.ts';
import { toUnitVector } from '../kernel/geo.ts';

/** The groups in the order of their number in the column. */
export const GROUP_ORDER = ['private', 'public', 'agency'] as const;

/**
 * The ranked establishments of a release as columns, ordered by sector then SIRET: an occupation reads only the ranges
 * of its sectors. Rows are integers of fixed width so that the file is the memory.
 */
export interface EmployerColumns {
  readonly count: number;
  readonly siret: Float64Array;
  /** WGS84 in millionths of a degree. */
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
  /** Index in HEADCOUNT_BANDS. */
  readonly band: Uint8Array;
  /** Index in GROUP_ORDER. */
  readonly group: Uint8Array;
  /** Hires of the last twelve months, −1 when not counted. */
  readonly yearlyHires: Int32Array;
  /** 1 when the centre of the commune stands for a position the source does not give. */
  readonly isApproximate: Uint8Array;
  /** NAF codes present, sorted; rows of `nafCodes[i]` are `nafStart[i]` to `nafStart[i + 1]` (excluded). */
  readonly nafCodes: readonly string[];
  readonly nafStart: Uint32Array;
}

/** What the engine derives once from the columns. */
export interface EngineColumns extends EmployerColumns {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  /** The employer a site belongs to: `legalUnitOf` its SIRET. */
  readonly legalUnit: Float64Array;
  /** Index in SECTION_CODES for each sector. */
  readonly nafSection: Uint8Array;
}

export function toEngineColumns(columns: EmployerColumns): EngineColumns {
  const x = new Float64Array(columns.count);
  const y = new Float64Array(columns.count);
  const z = new Float64Array(columns.count);
  const legalUnit = new Float64Array(columns.count);
  for (let row = 0; row < columns.count; row += 1) {
    const point = toUnitVector({ lat: at(columns.latMicro, row) / 1e6, lon: at(columns.lonMicro, row) / 1e6 });
    x[row] = point.x;
    y[row] = point.y;
    z[row] = point.z;
    legalUnit[row] = legalUnitOf(at(columns.siret, row));
  }
  const nafSection = Uint8Array.from(columns.nafCodes, (naf) => {
    const section = sectionOf(naf);
    return section === null ? SECTION_CODES.length : SECTION_CODES.indexOf(section);
  });
  return { ...columns, x, y, z, legalUnit, nafSection };
}

/** The employer a SIRET belongs to: its SIREN; −SIRET where the source has no SIREN, so that such sites stand alone. */
export function legalUnitOf(siret: number): number {
  const siren = Math.floor(siret / 1e5);
  return siren === 0 ? -siret : siren;
}

/** The sector of a row, as an index of `nafCodes`: rows are in ranges by sector. */
export function nafIndexOf({ nafCodes, nafStart }: EmployerColumns, row: number): number {
  let first = 0;
  let last = nafCodes.length - 1;
  while (first < last) {
    const middle = (first + last + 1) >> 1;
    if (at(nafStart, middle) <= row) first = middle;
    else last = middle - 1;
  }
  return first;
}

/** Typed arrays answer `undefined` out of bounds in types only: a row index always comes from the same columns. */
export function at(column: Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array, row: number): number {
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
