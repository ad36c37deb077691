/**
 * INSEE headcount bands of an establishment ("tranche d'effectif salarié"), in order. The last one has no upper bound
 * in the nomenclature: it is counted at its lower bound, the only figure known.
 * Source: INSEE, SIRENE documentation, variable trancheEffectifsEtablissement.
 */
const BANDS = [
  { code: 'NN', min: null, max: null },
  { code: '00', min: 0, max: 0 },
  { code: '01', min: 1, max: 2 },
  { code: '02', min: 3, max: 5 },
  { code: '03', min: 6, max: 9 },
  { code: '11', min: 10, max: 19 },
  { code: '12', min: 20, max: 49 },
  { code: '21', min: 50, max: 99 },
  { code: '22', min: 100, max: 199 },
  { code: '31', min: 200, max: 249 },
  { code: '32', min: 250, max: 499 },
  { code: '41', min: 500, max: 999 },
  { code: '42', min: 1000, max: 1999 },
  { code: '51', min: 2000, max: 4999 },
  { code: '52', min: 5000, max: 9999 },
  { code: '53', min: 10000, max: 10000 },
] as const;

export type HeadcountBand = (typeof BANDS)[number]['code'];

export const HEADCOUNT_BANDS: readonly HeadcountBand[] = BANDS.map(({ code }) => code);

/** Size classes of the filter, as an advisor says them. */
export const SIZE_CLASSES = ['1-9', '10-49', '50-249', '250+'] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

export interface HeadcountRange {
  readonly min: number;
  readonly max: number;
  readonly midpoint: number;
}

/** The number of employees a band stands for, or null when it is not known (`NN`) . */
export function headcountRange(band: HeadcountBand): HeadcountRange | null {
  const found = BANDS.find(({ code }) => code === band);
  if (found === undefined || found.min === null) return null;
  return { min: found.min, max: found.max, midpoint: (found.min + found.max) / 2 };
}

/** Position in the order of sizes: 0 for `NN` and `00`, 1 for `01` … 14 for `53`. */
export function bandRank(band: HeadcountBand): number {
  return Math.max(0, HEADCOUNT_BANDS.indexOf(band) - 1);
}

export function sizeClassOf(band: HeadcountBand): SizeClass | null {
  const range = headcountRange(band);
  if (range === null || range.max === 0) return null;
  if (range.max <= 9) return '1-9';
  if (range.max <= 49) return '10-49';
  return range.max <= 249 ? '50-249' : '250+';
}

/**
 * Reads a band as sources write it: the INSEE code, `min-max` ("10-19"), or nothing (`NN`).
 * Returns null for anything else: the row is then refused with its reason.
 */
export function parseHeadcountBand(text: string): HeadcountBand | null {
  const value = text.trim();
  if (value === '' || value === 'NN' || value === 'NULL') return 'NN';
  const code = /^\d$/.test(value) ? `0${value}` : value;
  const byCode = BANDS.find((band) => band.code === code);
  if (byCode !== undefined) return byCode.code;
  const bounds = /^(\d+)\s*-\s*(\d+)$/.exec(value);
  if (bounds === null) return null;
  const byRange = BANDS.find((band) => band.min === Number(bounds[1]) && band.max === Number(bounds[2]));
  return byRange?.code ?? null;
}
