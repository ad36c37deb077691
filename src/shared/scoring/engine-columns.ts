import { SECTION_CODES, sectionOf } from '../domain/sector/sector.ts';
import { BLOCK_ROWS, makeBlocks, type Blocks } from './blocks.ts';
import {
  at,
  lastNotAfter,
  legalUnitOf,
  MalformedColumns,
  MANY_SITES_BIT,
  nafIndexOf,
  type EmployerColumns,
} from './employer-columns.ts';
import { makeScratch, type Scratch } from './scratch.ts';

/** The columns with what the engine derives from them once. */
export interface EngineColumns extends EmployerColumns {
  /**
   * Two segments a sector: 2·i holds the rows of sector i that are alone of their employer, 2·i + 1 the others. First
   * row and first block of each, then how many rows and blocks there are.
   */
  readonly segmentRow: Uint32Array;
  readonly segmentBlock: Uint32Array;
  readonly blocks: Blocks;
  /** Employers with several sites, numbered: that of row r of segment s is `manyUnit[r − manyShift[s >> 1]]`. */
  readonly manyUnit: Uint32Array;
  readonly manyShift: Int32Array;
  readonly manyUnits: number;
  /** Index in SECTION_CODES for each sector. */
  readonly nafSection: Uint8Array;
  /** Where a search keeps its marks: a search runs to its end before another one begins. */
  readonly scratch: Scratch;
}

/**
 * Derives blocks and employers from the columns, and checks on the way all that an answer depends on. The order along
 * the curve is not checked: another one would be slower, not wrong.
 * @throws MalformedColumns
 */
export function toEngineColumns(columns: EmployerColumns): EngineColumns {
  checkSectors(columns);
  checkForecasts(columns);
  const { segmentRow, segmentBlock, manyShift } = segmentsOf(columns);
  const { manyUnit, manyUnits } = placeRows(columns, segmentRow, numberedBySiret(columns));
  const blocks = makeBlocks(columns, segmentRow, segmentBlock);
  const nafSection = Uint8Array.from(columns.nafCodes, (naf) => {
    const section = sectionOf(naf);
    return section === null ? SECTION_CODES.length : SECTION_CODES.indexOf(section);
  });
  const scratch = makeScratch({ blocks: blocks.count, units: manyUnits, sectors: columns.nafCodes.length });
  return {
    ...columns,
    ...{ segmentRow, segmentBlock, blocks, manyUnit, manyShift, manyUnits, nafSection, scratch },
  };
}

/** The row of each rank of `sirets`; made when first asked for, since a search that leaves nobody out does without. */
export function rowsByRank({ count, siretRank, scratch }: EngineColumns): Uint32Array {
  if (scratch.rowOfRank !== null) return scratch.rowOfRank;
  const rowOfRank = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rowOfRank[siretRank[row] as number] = row;
  scratch.rowOfRank = rowOfRank;
  return rowOfRank;
}

/** Null when no row has this SIRET. */
export function rowOfSiret(columns: EngineColumns, siret: number): number | null {
  const { sirets, count } = columns;
  if (count === 0) return null;
  const rank = lastNotAfter(sirets, siret, count - 1);
  return at(sirets, rank) === siret ? at(rowsByRank(columns), rank) : null;
}

/** Rows of an employer, as `legalUnitOf` names it. */
export function rowsOfUnit(columns: EngineColumns, unit: number): readonly number[] {
  const { sirets, count } = columns;
  if (count === 0) return [];
  const first = unit < 0 ? 0 - unit : unit * 1e5;
  const rows: number[] = [];
  let rank = lastNotAfter(sirets, first, count - 1);
  if (at(sirets, rank) < first) rank += 1;
  for (; rank < count && legalUnitOf(at(sirets, rank)) === unit; rank += 1) rows.push(at(rowsByRank(columns), rank));
  return rows;
}

/** Rows of the employer of a row, in the order of their SIRETs: they follow each other there. */
export function rowsBeside(columns: EngineColumns, row: number): readonly number[] {
  const { sirets, siretRank, count } = columns;
  const rank = at(siretRank, row);
  const unit = legalUnitOf(at(sirets, rank));
  let first = rank;
  while (first > 0 && legalUnitOf(at(sirets, first - 1)) === unit) first -= 1;
  const rowOfRank = rowsByRank(columns);
  const rows: number[] = [];
  for (let other = first; other < count && legalUnitOf(at(sirets, other)) === unit; other += 1) {
    rows.push(at(rowOfRank, other));
  }
  return rows;
}

/** The segment of a row, then its block. */
export function blockOf(columns: EngineColumns, row: number): number {
  const { segmentRow, segmentBlock } = columns;
  const first = nafIndexOf(columns, row) * 2;
  const segment = row < at(segmentRow, first + 1) ? first : first + 1;
  return at(segmentBlock, segment) + Math.floor((row - at(segmentRow, segment)) / BLOCK_ROWS);
}

function checkSectors({ count, nafCodes, nafStart }: EmployerColumns): void {
  if (at(nafStart, 0) !== 0 || at(nafStart, nafCodes.length) !== count) throw new MalformedColumns('sector-rows');
  nafCodes.forEach((naf, index) => {
    if (index > 0 && (nafCodes[index - 1] as string) >= naf) throw new MalformedColumns('sector-order');
    if (at(nafStart, index) > at(nafStart, index + 1)) throw new MalformedColumns('sector-rows');
  });
}

/** A forecast has both its bounds, in order, and hires that they are of. */
function checkForecasts({ count, forecastLow, forecastHigh, yearlyHires }: EmployerColumns): void {
  if (forecastHigh.length === 0 && forecastLow.length === 0) return;
  for (let row = 0; row < count; row += 1) {
    const low = forecastLow[row] as number;
    const high = forecastHigh[row] as number;
    const isNone = low === -1 && high === -1;
    const isInterval = low >= 0 && high >= low && (yearlyHires[row] as number) >= 0;
    if (!isNone && !isInterval) throw new MalformedColumns('forecasts');
  }
}

/** In each sector, the rows that stand alone come first. */
function segmentsOf({ nafCodes, nafStart, traits }: EmployerColumns): {
  readonly segmentRow: Uint32Array;
  readonly segmentBlock: Uint32Array;
  readonly manyShift: Int32Array;
} {
  const segmentRow = new Uint32Array(nafCodes.length * 2 + 1);
  const segmentBlock = new Uint32Array(nafCodes.length * 2 + 1);
  const manyShift = new Int32Array(nafCodes.length);
  let many = 0;
  let block = 0;
  for (let naf = 0; naf < nafCodes.length; naf += 1) {
    const [start, end] = [nafStart[naf] as number, nafStart[naf + 1] as number];
    // By halves: where rows are not in that order, one of them is found not to be of its segment.
    let [firstOfMany, notBefore] = [start, end];
    while (firstOfMany < notBefore) {
      const middle = (firstOfMany + notBefore) >> 1;
      if ((traits[middle] as number) < MANY_SITES_BIT) firstOfMany = middle + 1;
      else notBefore = middle;
    }
    segmentRow.set([start, firstOfMany, end], naf * 2);
    const middle = block + Math.ceil((firstOfMany - start) / BLOCK_ROWS);
    segmentBlock.set([block, middle], naf * 2);
    block = middle + Math.ceil((end - firstOfMany) / BLOCK_ROWS);
    manyShift[naf] = firstOfMany - many;
    many += end - firstOfMany;
  }
  segmentBlock[nafCodes.length * 2] = block;
  return { segmentRow, segmentBlock, manyShift };
}

const MOST_SIRET = 99_999_999_999_999;

/** Two bits a rank, four ranks a byte: a small memory, for it is read in the order of rows. */
const IS_SHARED = 1;
const IS_TAKEN = 2;

interface Numbered {
  /** IS_SHARED where the employer of a rank has other sites. */
  readonly flags: Uint8Array;
  /**
   * For 32 ranks, two words: a bit for each that is the first site of such an employer, and how many were before. The
   * number of an employer is read from a small memory then, as are flags.
   */
  readonly firsts: Uint32Array;
  readonly units: number;
}

/** Employers with several sites. SIRETs are whole numbers of 14 digits at most, each greater than the one before. */
function numberedBySiret({ count, sirets }: EmployerColumns): Numbered {
  const flags = new Uint8Array(Math.ceil(count / 4));
  const firsts = new Uint32Array(Math.ceil(count / 32) * 2);
  let units = 0;
  let before = -1;
  let isWithBefore = false;
  for (let rank = 0; rank < count; rank += 1) {
    const siret = sirets[rank] as number;
    if (!(siret > before && siret <= MOST_SIRET) || Math.floor(siret) !== siret) throw new MalformedColumns('sirets');
    before = siret;
    const word = (rank >> 5) * 2;
    if ((rank & 31) === 0) firsts[word + 1] = units;
    const next = rank + 1 < count ? (sirets[rank + 1] as number) : Infinity;
    const isWithNext = next - siret < 1e5 && legalUnitOf(siret) === legalUnitOf(next);
    if (isWithNext && !isWithBefore) {
      units += 1;
      firsts[word] = (firsts[word] as number) | (1 << (rank & 31));
    }
    if (isWithNext || isWithBefore) flags[rank >> 2] = (flags[rank >> 2] as number) | (IS_SHARED << ((rank & 3) * 2));
    isWithBefore = isWithNext;
  }
  return { flags, firsts, units };
}

/** Takes each rank once; a site said to be alone, or not, must be what it is said to be. */
function placeRows(
  { count, siretRank, traits }: EmployerColumns,
  segmentRow: Uint32Array,
  { flags, firsts, units }: Numbered,
): { readonly manyUnit: Uint32Array; readonly manyUnits: number } {
  let shared = 0;
  for (let segment = 1; segment + 1 < segmentRow.length; segment += 2) {
    shared += (segmentRow[segment + 1] as number) - (segmentRow[segment] as number);
  }
  const manyUnit = new Uint32Array(shared);
  let many = 0;
  for (let segment = 0; segment + 1 < segmentRow.length; segment += 1) {
    const isMany = segment % 2;
    const end = segmentRow[segment + 1] as number;
    for (let row = segmentRow[segment] as number; row < end; row += 1) {
      const rank = siretRank[row] as number;
      if (rank >= count) throw new MalformedColumns('siret-ranks');
      const shift = (rank & 3) * 2;
      const four = flags[rank >> 2] as number;
      const flag = (four >> shift) & 3;
      if (flag >= IS_TAKEN) throw new MalformedColumns('siret-ranks');
      if (flag !== isMany || (traits[row] as number) >> 7 !== isMany) throw new MalformedColumns('single-sites');
      flags[rank >> 2] = four | (IS_TAKEN << shift);
      if (isMany === 0) continue;
      const word = (rank >> 5) * 2;
      const upTo = (firsts[word] as number) & (0xffffffff >>> (31 - (rank & 31)));
      manyUnit[many] = (firsts[word + 1] as number) + bitCount(upTo) - 1;
      many += 1;
    }
  }
  return { manyUnit, manyUnits: units };
}

/** How many bits of a word are set. */
function bitCount(word: number): number {
  const twos = word - ((word >>> 1) & 0x55555555);
  const fours = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
