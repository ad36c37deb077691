import { SECTION_CODES, sectionOf } from '../domain/sector/sector.ts';
import { BLOCK_ROWS, makeBlocks, type Blocks } from './blocks.ts';
import {
  at,
  BAND_FACTS,
  GROUP_BITS,
  GROUP_ORDER,
  GROUP_SHIFT,
  lastNotAfter,
  legalUnitOf,
  MANY_SITES_BIT,
  nafIndexOf,
  NO_DEPARTEMENT,
  type EmployerColumns,
} from './employer-columns.ts';
import { makeScratch, type Scratch } from './scratch.ts';

/** The columns with what the engine derives from them once. */
export interface EngineColumns extends EmployerColumns {
  /** Row of each rank of `sirets`. */
  readonly rowOfRank: Uint32Array;
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

/** Columns that no writer of ours made: what is wrong with them, in a word for the report. */
export class MalformedColumns extends Error {
  override readonly name = 'MalformedColumns';
}

/**
 * Derives blocks and employers from the columns, and checks on the way all that an answer depends on. The order along
 * the curve is not checked: another one would be slower, not wrong.
 * @throws MalformedColumns
 */
export function toEngineColumns(columns: EmployerColumns): EngineColumns {
  checkSectors(columns);
  checkRows(columns);
  const { count, nafCodes, nafStart, traits } = columns;
  const segmentRow = new Uint32Array(nafCodes.length * 2 + 1);
  const segmentBlock = new Uint32Array(nafCodes.length * 2 + 1);
  const manyShift = new Int32Array(nafCodes.length);
  let many = 0;
  nafCodes.forEach((_, naf) => {
    const [start, end] = [at(nafStart, naf), at(nafStart, naf + 1)];
    let firstOfMany = start;
    while (firstOfMany < end && (at(traits, firstOfMany) & MANY_SITES_BIT) === 0) firstOfMany += 1;
    manyShift[naf] = firstOfMany - many;
    many += end - firstOfMany;
    const segment = naf * 2;
    segmentRow.set([start, firstOfMany, end], segment);
    const firstBlock = at(segmentBlock, segment);
    const middleBlock = firstBlock + Math.ceil((firstOfMany - start) / BLOCK_ROWS);
    segmentBlock.set([middleBlock, middleBlock + Math.ceil((end - firstOfMany) / BLOCK_ROWS)], segment + 1);
  });
  for (let row = 0, segment = 0; row < count; segment += 1) {
    const bit = segment % 2 === 0 ? 0 : MANY_SITES_BIT;
    for (const end = at(segmentRow, segment + 1); row < end; row += 1) {
      if ((at(traits, row) & MANY_SITES_BIT) !== bit) throw new MalformedColumns('single-sites');
    }
  }
  const rowOfRank = rowsByRank(columns);
  const { unitOfRank, manyUnits } = unitsOf(columns, rowOfRank);
  const manyUnit = new Uint32Array(many);
  // Numbered as the rows meet them, so that employers of one place and sector have their marks side by side.
  const numbers = new Uint32Array(manyUnits);
  let met = 0;
  for (let naf = 0, next = 0; naf < nafCodes.length; naf += 1) {
    const end = segmentRow[naf * 2 + 2] as number;
    for (let row = segmentRow[naf * 2 + 1] as number; row < end; row += 1) {
      const unit = unitOfRank[columns.siretRank[row] as number] as number;
      let number = numbers[unit] as number;
      if (number === 0) {
        met += 1;
        number = met;
        numbers[unit] = number;
      }
      manyUnit[next] = number - 1;
      next += 1;
    }
  }
  const nafSection = Uint8Array.from(nafCodes, (naf) => {
    const section = sectionOf(naf);
    return section === null ? SECTION_CODES.length : SECTION_CODES.indexOf(section);
  });
  const blocks = makeBlocks(columns, segmentRow, segmentBlock);
  const scratch = makeScratch({ blocks: blocks.count, units: manyUnits, sectors: nafCodes.length });
  return {
    ...columns,
    ...{ rowOfRank, segmentRow, segmentBlock, blocks, manyUnit, manyShift, manyUnits, nafSection, scratch },
  };
}

/** Null when no row has this SIRET. */
export function rowOfSiret({ sirets, rowOfRank, count }: EngineColumns, siret: number): number | null {
  if (count === 0) return null;
  const rank = lastNotAfter(sirets, siret, count - 1);
  return at(sirets, rank) === siret ? at(rowOfRank, rank) : null;
}

/** Rows of an employer, as `legalUnitOf` names it. */
export function rowsOfUnit(columns: EngineColumns, unit: number): readonly number[] {
  const { sirets, rowOfRank, count } = columns;
  if (count === 0) return [];
  const first = unit < 0 ? 0 - unit : unit * 1e5;
  const rows: number[] = [];
  let rank = lastNotAfter(sirets, first, count - 1);
  if (at(sirets, rank) < first) rank += 1;
  for (; rank < count && legalUnitOf(at(sirets, rank)) === unit; rank += 1) rows.push(at(rowOfRank, rank));
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

const MICRO = 1e6;
const MOST_SIRET = 99_999_999_999_999;

function checkRows({
  count,
  latMicro,
  lonMicro,
  yearlyHires,
  traits,
  departement,
  departements,
}: EmployerColumns): void {
  const isGroup = Uint8Array.from({ length: 256 }, (_, of) =>
    ((of >> GROUP_SHIFT) & GROUP_BITS) < GROUP_ORDER.length && (of & 15) < BAND_FACTS.length ? 1 : 0,
  );
  for (let row = 0; row < count; row += 1) {
    const lat = latMicro[row] as number;
    const lon = lonMicro[row] as number;
    if (lat < -90 * MICRO || lat > 90 * MICRO || lon < -180 * MICRO || lon > 180 * MICRO) {
      throw new MalformedColumns('positions');
    }
    if ((yearlyHires[row] as number) < -1) throw new MalformedColumns('hires');
    if (isGroup[traits[row] as number] !== 1) throw new MalformedColumns('traits');
    const where = departement[row] as number;
    if (where !== NO_DEPARTEMENT && where >= departements.length) throw new MalformedColumns('departements');
  }
}

/** Ranks are each given to one row. */
function rowsByRank({ count, siretRank }: EmployerColumns): Uint32Array {
  const rowOfRank = new Uint32Array(count).fill(count);
  for (let row = 0; row < count; row += 1) {
    const rank = siretRank[row] as number;
    if (rank >= count || rowOfRank[rank] !== count) throw new MalformedColumns('siret-ranks');
    rowOfRank[rank] = row;
  }
  return rowOfRank;
}

/** Numbers the employers that have several sites; a site said to be alone, or not, must be what it is said to be. */
function unitsOf(
  { count, sirets, traits }: EmployerColumns,
  rowOfRank: Uint32Array,
): { readonly unitOfRank: Uint32Array; readonly manyUnits: number } {
  const unitOfRank = new Uint32Array(count);
  let manyUnits = 0;
  let before = NaN;
  let unit = NaN;
  let isWithBefore = false;
  for (let rank = 0; rank < count; rank += 1) {
    const siret = sirets[rank] as number;
    if (!(siret >= 0 && siret <= MOST_SIRET) || siret <= before || Math.floor(siret) !== siret) {
      throw new MalformedColumns('sirets');
    }
    before = siret;
    const own = rank === 0 ? legalUnitOf(siret) : unit;
    const next = rank + 1 < count ? legalUnitOf(sirets[rank + 1] as number) : NaN;
    const isWithNext = own === next;
    const hasOthers = isWithBefore || isWithNext;
    if ((traits[rowOfRank[rank] as number] as number) >= MANY_SITES_BIT !== hasOthers) {
      throw new MalformedColumns('single-sites');
    }
    if (hasOthers) {
      if (!isWithBefore) manyUnits += 1;
      unitOfRank[rank] = manyUnits - 1;
    }
    isWithBefore = isWithNext;
    unit = next;
  }
  return { unitOfRank, manyUnits };
}
