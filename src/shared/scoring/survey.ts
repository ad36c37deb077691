import {
  BANDS_PRESENT,
  BLOCK_FIELDS,
  BLOCK_ROWS,
  BLOCKS_PER_REGION,
  GROUPS_PRESENT,
  KIND_OF_TRAITS,
  KIND_STRIDE,
  KINDS,
  SIZE_KINDS,
} from './blocks.ts';
import { INSIDE, OUTSIDE, type SearchArea } from './circle-area.ts';
import { GROUP_ORDER, MANY_SITES_BIT, nafIndexOf } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import { blockOf, rowOfSiret, rowsBeside, rowsOfUnit, type EngineColumns } from './engine-columns.ts';
import { bitsOfTraits, isSizeKept, keptTraits, SECTION_BIT, SECTION_COUNT, SIZE_COUNT } from './kept-traits.ts';
import { beginSearch, SEARCH_SHIFT, SECTION_SHIFT } from './scratch.ts';

export interface EmployerCounts {
  /** Employers of each group under the same filters, by index in GROUP_ORDER. */
  readonly groupCounts: readonly number[];
  /** What the list would count if only this section (or size) were kept, the other filter unchanged. */
  readonly sectionCounts: readonly number[];
  readonly sizeCounts: readonly number[];
}

/** Called for each block that may hold rows of the list, when one is to be made. */
export type OnFound = (block: number, naf: number, sector: SectorPotential) => void;

/**
 * Counts the employers that answer a question, exactly, and finds the blocks they are in.
 *
 * A block that lies inside the area is counted from its counters without a look at its rows, as long as each row is an
 * employer of its own. Only blocks that cross the edge, that hold a row left out, or whose employers have other sites
 * are read.
 */
export class Survey {
  readonly #columns: EngineColumns;
  readonly #question: EmployerQuestion;
  readonly #area: SearchArea;
  readonly #excluded: ReadonlySet<number>;
  /** Rows of the current sector by kind. */
  readonly #kinds = new Int32Array(KINDS);
  readonly #bitsIfSection: Uint8Array;
  readonly #bitsIfNoSection: Uint8Array;
  /** How many employers with several sites began to count for each set of size classes and groups. */
  readonly #seenTogether = new Int32Array(1 << (SIZE_COUNT + GROUP_ORDER.length));
  readonly #groupCounts = new Int32Array(GROUP_ORDER.length);
  readonly #sectionCounts = new Int32Array(SECTION_COUNT);
  readonly #sizeCounts = new Int32Array(SIZE_COUNT);
  /** Bands that the size filter keeps, a bit each. */
  readonly bandsKept: number;
  /** 1 for the traits that the group and the size filter keep. */
  readonly isKept: Uint8Array;

  constructor(columns: EngineColumns, question: EmployerQuestion, area: SearchArea) {
    this.#columns = columns;
    this.#question = question;
    this.#area = area;
    this.#excluded = excludedRows(columns, question);
    this.#bitsIfSection = bitsOfTraits(question, true);
    this.#bitsIfNoSection = question.sectionMask === 0 ? this.#bitsIfSection : bitsOfTraits(question, false);
    const { bands, isKept } = keptTraits(question);
    this.bandsKept = bands;
    this.isKept = isKept;
  }

  /** May be run once. */
  run(onFound: OnFound | null): EmployerCounts & { readonly eligible: number } {
    const { sectors, group } = this.#question;
    const search = beginSearch(this.#columns.scratch);
    for (const row of this.#excluded) this.#columns.scratch.hasExcluded[blockOf(this.#columns, row)] = 1;
    for (let naf = 0; naf < sectors.length; naf += 1) {
      const sector = sectors[naf];
      if (sector !== null && sector !== undefined) this.#surveySector(naf, sector, search, onFound);
    }
    this.#addSeen();
    return {
      eligible: this.#groupCounts[group] as number,
      groupCounts: [...this.#groupCounts],
      sectionCounts: [...this.#sectionCounts],
      sizeCounts: [...this.#sizeCounts],
    };
  }

  /**
   * Writes the rows of a block that are in the area and not left out into `scratch.rows`, whatever the filters.
   * @returns how many
   */
  select(block: number, naf: number): number {
    const { scratch, segmentBlock } = this.#columns;
    const { rows } = scratch;
    const segment = block < (segmentBlock[naf * 2 + 1] as number) ? naf * 2 : naf * 2 + 1;
    const start = rowOf(this.#columns, segment, block);
    const found = this.#area.select(block, start, endOf(this.#columns, segment, start), rows);
    if (scratch.hasExcluded[block] === 0) return found;
    let kept = 0;
    for (let index = 0; index < found; index += 1) {
      const row = rows[index] as number;
      if (this.#excluded.has(row)) continue;
      rows[kept] = row;
      kept += 1;
    }
    return kept;
  }

  /** Whole metres to any row of the list, −1 for another one. */
  metresToAny(row: number): number {
    return this.#takesPart(nafIndexOf(this.#columns, row)) ? this.metresTo(row) : -1;
  }

  /** Whole metres to a row of the list, −1 for another one; its sector takes part. */
  metresTo(row: number): number {
    const isIn = this.isKept[this.#columns.traits[row] as number] === 1 && !this.#excluded.has(row);
    return isIn ? this.#area.metresTo(row) : -1;
  }

  /** Matching sites of the employer of a listed row beside that one. */
  otherSitesOf(row: number): number {
    if (((this.#columns.traits[row] as number) & MANY_SITES_BIT) === 0) return 0;
    const sites = rowsBeside(this.#columns, row);
    return sites.filter((site) => this.metresToAny(site) >= 0).length - 1;
  }

  /** Forgets the rows left out, which `select` looks at until then. */
  end(): void {
    for (const row of this.#excluded) this.#columns.scratch.hasExcluded[blockOf(this.#columns, row)] = 0;
  }

  #takesPart(naf: number): boolean {
    const sector = this.#question.sectors[naf];
    return sector !== null && sector !== undefined && this.#isSectionKept(naf);
  }

  #isSectionKept(naf: number): boolean {
    const { sectionMask } = this.#question;
    return sectionMask === 0 || (sectionMask & (1 << (this.#columns.nafSection[naf] as number))) !== 0;
  }

  #surveySector(naf: number, sector: SectorPotential, search: number, onFound: OnFound | null): void {
    const { segmentBlock } = this.#columns;
    // Where the sector is filtered out, its rows count only beside the sections, under the size filter alone.
    const isSectionKept = this.#isSectionKept(naf);
    this.#kinds.fill(0);
    const middle = segmentBlock[naf * 2 + 1] as number;
    const end = segmentBlock[naf * 2 + 2] as number;
    for (let block = segmentBlock[naf * 2] as number; block < end; block += 1) {
      if (block % BLOCKS_PER_REGION === 0 && !this.#area.mayReachRegion(block / BLOCKS_PER_REGION)) {
        block += BLOCKS_PER_REGION - 1;
        continue;
      }
      const relation = this.#area.relationTo(block);
      if (relation === OUTSIDE) continue;
      const isWhole = relation === INSIDE && this.#columns.scratch.hasExcluded[block] === 0;
      const found =
        block >= middle
          ? this.#countMany(block, naf, { search, isSectionKept, isWhole })
          : isWhole
            ? this.#addCounters(block)
            : this.#countAlone(block, naf);
      if (onFound !== null && found > 0 && isSectionKept && this.#mayBeListed(block)) onFound(block, naf, sector);
    }
    this.#addKinds(this.#columns.nafSection[naf] as number, isSectionKept);
  }

  #mayBeListed(block: number): boolean {
    const { fields } = this.#columns.blocks;
    const groups = fields[block * BLOCK_FIELDS + GROUPS_PRESENT] as number;
    const bands = fields[block * BLOCK_FIELDS + BANDS_PRESENT] as number;
    return (groups & (1 << this.#question.group)) !== 0 && (bands & this.bandsKept) !== 0;
  }

  /** @returns 1, for a block has a row at least */
  #addCounters(block: number): number {
    const counters = this.#columns.blocks.kinds;
    const kinds = this.#kinds;
    const from = block * KIND_STRIDE;
    for (let kind = 0; kind < KINDS; kind += 1) {
      kinds[kind] = (kinds[kind] as number) + (counters[from + kind] as number);
    }
    return 1;
  }

  /** @returns how many rows of the block are in */
  #countAlone(block: number, naf: number): number {
    const { scratch, traits } = this.#columns;
    const { rows } = scratch;
    const kinds = this.#kinds;
    const found = this.select(block, naf);
    for (let index = 0; index < found; index += 1) {
      const kind = KIND_OF_TRAITS[traits[rows[index] as number] as number] as number;
      kinds[kind] = (kinds[kind] as number) + 1;
    }
    return found;
  }

  /**
   * Rows whose employer has others: what each counts for is a set of bits, and what of these its employer did not have
   * yet is counted. No branch depends on the row, for a processor would guess it wrong.
   * @returns how many rows of the block are in
   */
  #countMany(block: number, naf: number, { search, isSectionKept, isWhole }: ManyRows): number {
    const { scratch, traits, manyUnit, manyShift, nafSection } = this.#columns;
    const { rows, units } = scratch;
    const bitsOf = isSectionKept ? this.#bitsIfSection : this.#bitsIfNoSection;
    const seenTogether = this.#seenTogether;
    const shift = manyShift[naf] as number;
    const section = nafSection[naf] as number;
    const sectionBit = section < SECTION_COUNT ? 1 << SECTION_BIT : 0;
    const found = isWhole ? this.#wholeBlock(block, naf) : this.select(block, naf);
    let inSection = 0;
    for (let index = 0; index < found; index += 1) {
      const row = rows[index] as number;
      const unit = manyUnit[row - shift] as number;
      const word = units[unit] as number;
      // Nothing where another search wrote it.
      const known = word & (0 - Number(word >> SEARCH_SHIFT === search));
      const seen = known & COUNTED_BITS;
      const counted = bitsOf[traits[row] as number] as number;
      const inLast = (known >> SECTION_SHIFT) & SECTION_BITS;
      const isNew = ((counted & sectionBit) >> SECTION_BIT) & Number(inLast !== section + 1);
      inSection += isNew;
      const last = inLast + isNew * (section + 1 - inLast);
      units[unit] = seen | (counted & COUNTED_BITS) | (last << SECTION_SHIFT) | (search << SEARCH_SHIFT);
      const together = counted & ~seen & COUNTED_BITS;
      seenTogether[together] = (seenTogether[together] as number) + 1;
    }
    if (inSection > 0) this.#sectionCounts[section] = (this.#sectionCounts[section] as number) + inSection;
    return found;
  }

  /** Writes all the rows of a block of employers with several sites into `scratch.rows`. @returns how many */
  #wholeBlock(block: number, naf: number): number {
    const { rows } = this.#columns.scratch;
    const start = rowOf(this.#columns, naf * 2 + 1, block);
    const count = endOf(this.#columns, naf * 2 + 1, start) - start;
    for (let index = 0; index < count; index += 1) rows[index] = start + index;
    return count;
  }

  /** What employers with several sites count for, size classes and groups. */
  #addSeen(): void {
    this.#seenTogether.forEach((employers, bits) => {
      for (let bit = 0; bit < SIZE_COUNT; bit += 1) {
        if ((bits & (1 << bit)) !== 0) this.#sizeCounts[bit] = (this.#sizeCounts[bit] as number) + employers;
      }
      for (let group = 0; group < GROUP_ORDER.length; group += 1) {
        if ((bits & (1 << (SIZE_COUNT + group))) === 0) continue;
        this.#groupCounts[group] = (this.#groupCounts[group] as number) + employers;
      }
    });
  }

  /** Rows that are alone of their employer: each counts for one wherever it counts. */
  #addKinds(section: number, isSectionKept: boolean): void {
    const { group: asked } = this.#question;
    for (let kind = 0; kind < KINDS; kind += 1) {
      const rows = this.#kinds[kind] as number;
      if (rows === 0) continue;
      const group = Math.floor(kind / SIZE_KINDS);
      const size = kind - group * SIZE_KINDS;
      const isOfSize = isSizeKept(this.#question, size);
      if (isSectionKept && isOfSize) this.#groupCounts[group] = (this.#groupCounts[group] as number) + rows;
      if (group !== asked) continue;
      if (isOfSize && section < SECTION_COUNT) {
        this.#sectionCounts[section] = (this.#sectionCounts[section] as number) + rows;
      }
      if (isSectionKept && size < SIZE_COUNT) this.#sizeCounts[size] = (this.#sizeCounts[size] as number) + rows;
    }
  }
}

/** Size classes and groups. */
const COUNTED_BITS = (1 << SECTION_SHIFT) - 1;
const SECTION_BITS = 31;

interface ManyRows {
  readonly search: number;
  readonly isSectionKept: boolean;
  /** Whether every row of the block is in. */
  readonly isWhole: boolean;
}

/** First row of a block of a segment. */
export function rowOf({ segmentRow, segmentBlock }: EngineColumns, segment: number, block: number): number {
  return (segmentRow[segment] as number) + (block - (segmentBlock[segment] as number)) * BLOCK_ROWS;
}

/** The row after the last one of a block that begins at `start`. */
export function endOf({ segmentRow }: EngineColumns, segment: number, start: number): number {
  return Math.min(start + BLOCK_ROWS, segmentRow[segment + 1] as number);
}

/** Rows left out: hidden ones, and all those of an employer that is set aside. */
function excludedRows(columns: EngineColumns, { hiddenSites, setAsideUnits }: EmployerQuestion): ReadonlySet<number> {
  const rows = new Set<number>();
  for (const siret of hiddenSites) {
    const row = rowOfSiret(columns, siret);
    if (row !== null) rows.add(row);
  }
  for (const unit of setAsideUnits) for (const row of rowsOfUnit(columns, unit)) rows.add(row);
  return rows;
}
