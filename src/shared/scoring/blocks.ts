import {
  BAND_BITS,
  BAND_FACTS,
  GROUP_BITS,
  GROUP_ORDER,
  GROUP_SHIFT,
  MalformedColumns,
  NO_DEPARTEMENT,
  type EmployerColumns,
} from './employer-columns.ts';

/** Rows of a block, at most 255: its counters are bytes. Measured with 64, 128 and 256 (`npm run bench -- employers`). */
export const BLOCK_ROWS = 64;
/** Blocks under one box more, so that a far region is passed over at once. */
export const BLOCKS_PER_REGION = 16;

/** Fields of a block, one line of a processor's cache for each. */
export const BLOCK_FIELDS = 8;
export const LAT_MIN = 0;
export const LAT_MAX = 1;
export const LON_MIN = 2;
export const LON_MAX = 3;
/** Most hires of twelve months, to the next whole number; −1 when none is known. */
export const MOST_HIRES = 4;
/** A bit for each headcount band present, and for each group present. */
export const BANDS_PRESENT = 5;
export const GROUPS_PRESENT = 6;

/** Kinds of rows that are counted apart: group × size class, the last class being "no size". */
export const SIZE_KINDS = 5;
export const KINDS = 3 * SIZE_KINDS;
/** Bytes of counters of a block. */
export const KIND_STRIDE = 16;
/** Kind of a row by its traits. */
export const KIND_OF_TRAITS: Uint8Array = Uint8Array.from({ length: 256 }, (_, traits) => {
  const size = BAND_FACTS[traits & BAND_BITS]?.size ?? -1;
  return ((traits >> GROUP_SHIFT) & GROUP_BITS) * SIZE_KINDS + (size < 0 ? SIZE_KINDS - 1 : size);
});

/** Words of the set of départements of a block: a bit for each, modulo 128. */
export const DEPARTEMENT_WORDS = 4;

/** What is known of each run of rows without looking at them; computed from the rows, so that it cannot lie. */
export interface Blocks {
  readonly count: number;
  readonly fields: Int32Array;
  readonly kinds: Uint8Array;
  readonly departements: Uint32Array;
  /** Boxes (LAT_MIN to LON_MAX) of BLOCKS_PER_REGION blocks. */
  readonly regions: Int32Array;
}

/**
 * Rows are cut in segments that no block crosses.
 * @param segmentRow first row of each segment, and the number of rows
 * @param segmentBlock first block of each segment, and the number of blocks
 * @throws MalformedColumns
 */
export function makeBlocks(columns: EmployerColumns, segmentRow: Uint32Array, segmentBlock: Uint32Array): Blocks {
  const count = segmentBlock[segmentBlock.length - 1] as number;
  const blocks: Blocks = {
    count,
    fields: new Int32Array(count * BLOCK_FIELDS),
    kinds: new Uint8Array(count * KIND_STRIDE),
    departements: new Uint32Array(count * DEPARTEMENT_WORDS),
    regions: new Int32Array(Math.ceil(count / BLOCKS_PER_REGION) * 4),
  };
  for (let segment = 0; segment + 1 < segmentRow.length; segment += 1) {
    const end = segmentRow[segment + 1] as number;
    let block = segmentBlock[segment] as number;
    for (let row = segmentRow[segment] as number; row < end; row += BLOCK_ROWS) {
      fillBlock(columns, blocks, block, row, Math.min(end, row + BLOCK_ROWS));
      block += 1;
    }
  }
  fillRegions(blocks);
  return blocks;
}

/** Bits of what a row shows by its traits: its band, its group, then whether no row of ours has such traits. */
const GROUPS_SHOWN = 16;
const UNKNOWN_SHOWN = 20;
const SHOWN = Int32Array.from({ length: 256 }, (_, traits) => {
  const [band, group] = [traits & BAND_BITS, (traits >> GROUP_SHIFT) & GROUP_BITS];
  const isUnknown = band >= BAND_FACTS.length || group >= GROUP_ORDER.length;
  return (1 << band) | (1 << (group + GROUPS_SHOWN)) | (isUnknown ? 1 << UNKNOWN_SHOWN : 0);
});

/** As many as a count of nine digits can say. */
const MOST_YEARLY_HIRES = 1_000_000_000;

/** @throws MalformedColumns when a row of the block holds what no row of ours does */
function fillBlock(columns: EmployerColumns, blocks: Blocks, block: number, start: number, end: number): void {
  const { latMicro, lonMicro, yearlyHires, traits, departement } = columns;
  const { fields, kinds, departements } = blocks;
  let latMin = latMicro[start] as number;
  let latMax = latMin;
  let lonMin = lonMicro[start] as number;
  let lonMax = lonMin;
  let mostHires = -1;
  let strangeHires = 0;
  let shown = 0;
  let lastDepartement = -1;
  let whereBefore = NO_DEPARTEMENT;
  const firstKind = block * KIND_STRIDE;
  const firstWord = block * DEPARTEMENT_WORDS;
  for (let row = start; row < end; row += 1) {
    const lat = latMicro[row] as number;
    const lon = lonMicro[row] as number;
    const hires = yearlyHires[row] as number;
    const of = traits[row] as number;
    const where = departement[row] as number;
    if (lat < latMin) latMin = lat;
    else if (lat > latMax) latMax = lat;
    if (lon < lonMin) lonMin = lon;
    else if (lon > lonMax) lonMax = lon;
    // Neither under −1 nor between −1 and 0; what is no number stays the most of the block.
    mostHires = Math.max(mostHires, hires);
    strangeHires += Number(hires < 0) - Number(hires === -1);
    shown |= SHOWN[of] as number;
    const kind = firstKind + (KIND_OF_TRAITS[of] as number);
    kinds[kind] = (kinds[kind] as number) + 1;
    // Neighbours are mostly of one département.
    if (where === whereBefore || where === NO_DEPARTEMENT) continue;
    whereBefore = where;
    if (where > lastDepartement) lastDepartement = where;
    const word = firstWord + ((where >> 5) & 3);
    departements[word] = (departements[word] as number) | (1 << (where & 31));
  }
  if (latMin < -90e6 || latMax > 90e6 || lonMin < -180e6 || lonMax > 180e6) throw new MalformedColumns('positions');
  if (strangeHires > 0 || !(mostHires <= MOST_YEARLY_HIRES)) throw new MalformedColumns('hires');
  if (shown >> UNKNOWN_SHOWN !== 0) throw new MalformedColumns('traits');
  if (lastDepartement >= columns.departements.length) throw new MalformedColumns('departements');
  const first = block * BLOCK_FIELDS;
  fields[first + LAT_MIN] = latMin;
  fields[first + LAT_MAX] = latMax;
  fields[first + LON_MIN] = lonMin;
  fields[first + LON_MAX] = lonMax;
  fields[first + MOST_HIRES] = Math.ceil(mostHires);
  fields[first + BANDS_PRESENT] = shown & ((1 << GROUPS_SHOWN) - 1);
  fields[first + GROUPS_PRESENT] = shown >> GROUPS_SHOWN;
}

function fillRegions({ count, fields, regions }: Blocks): void {
  for (let region = 0; region * 4 < regions.length; region += 1) {
    let [latMin, latMax, lonMin, lonMax] = [Infinity, -Infinity, Infinity, -Infinity];
    const end = Math.min(count, (region + 1) * BLOCKS_PER_REGION);
    for (let block = region * BLOCKS_PER_REGION; block < end; block += 1) {
      const at = block * BLOCK_FIELDS;
      latMin = Math.min(latMin, fields[at + LAT_MIN] as number);
      latMax = Math.max(latMax, fields[at + LAT_MAX] as number);
      lonMin = Math.min(lonMin, fields[at + LON_MIN] as number);
      lonMax = Math.max(lonMax, fields[at + LON_MAX] as number);
    }
    regions.set([latMin, latMax, lonMin, lonMax], region * 4);
  }
}
