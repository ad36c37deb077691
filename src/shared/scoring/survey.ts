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
import {
  BAND_BITS,
  BAND_FACTS,
  GROUP_BITS,
  GROUP_ORDER,
  GROUP_SHIFT,
  MANY_SITES_BIT,
  nafIndexOf,
} from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import { blockOf, rowOfSiret, rowsOfUnit, type EngineColumns } from './engine-columns.ts';
import { beginSearch, UNIT_IS_LISTED, UNIT_SEARCH, UNIT_SEEN, UNIT_SITES, UNIT_WORDS } from './scratch.ts';
import { INSIDE, OUTSIDE, type SearchArea } from './search-area.ts';

export interface EmployerCounts {
  /** Employers of each group under the same filters, by index in GROUP_ORDER. */
  readonly groupCounts: readonly number[];
  /** What the list would count if only this section (or size) were kept, the other filter unchanged. */
  readonly sectionCounts: readonly number[];
  readonly sizeCounts: readonly number[];
}

export const SECTION_COUNT = 21;
export const SIZE_COUNT = 4;

/**
 * Called for each block that may hold rows of the list, when one is to be made.
 * @param selected how many rows of the block `scratch.rows` holds at that moment, those of the area that are not left
 * out; NOT_SELECTED where the whole block is inside
 */
export type OnFound = (block: number, naf: number, sector: SectorPotential, selected: number) => void;
export const NOT_SELECTED = -1;

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
  readonly #search: number;
  /** Rows of the current sector by kind. */
  readonly #kinds = new Int32Array(KINDS);
  readonly #bitsIfSection: Int32Array;
  readonly #bitsIfNoSection: Int32Array;
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
    this.#search = beginSearch(columns.scratch);
    this.#bitsIfSection = bitsByTraits(question, true);
    this.#bitsIfNoSection = question.sectionMask === 0 ? this.#bitsIfSection : bitsByTraits(question, false);
    this.bandsKept = bandsOf(question.sizeMask);
    this.isKept = new Uint8Array(256);
    for (let of = 0; of < 256; of += 1) {
      const isOfGroup = ((of >> GROUP_SHIFT) & GROUP_BITS) === question.group;
      if (isOfGroup && (this.bandsKept & (1 << (of & BAND_BITS))) !== 0) this.isKept[of] = 1;
    }
  }

  /** May be run once. */
  run(onFound: OnFound | null): EmployerCounts & { readonly eligible: number } {
    const { sectors, group } = this.#question;
    for (const row of this.#excluded) this.#columns.scratch.hasExcluded[blockOf(this.#columns, row)] = 1;
    for (let naf = 0; naf < sectors.length; naf += 1) {
      const sector = sectors[naf];
      if (sector !== null && sector !== undefined) this.#surveySector(naf, sector, onFound);
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
  select(block: number, naf: number, isInside: boolean): number {
    const { scratch } = this.#columns;
    const { rows } = scratch;
    const start = this.#startOf(block, naf);
    const found = isInside
      ? this.#rowsOf(block, naf)
      : this.#area.select(block, start, this.#endOf(block, naf, start), rows);
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

  /** Writes all the rows of a block into `scratch.rows`. @returns how many */
  #rowsOf(block: number, naf: number): number {
    const { rows } = this.#columns.scratch;
    const start = this.#startOf(block, naf);
    const count = this.#endOf(block, naf, start) - start;
    for (let index = 0; index < count; index += 1) rows[index] = start + index;
    return count;
  }

  #startOf(block: number, naf: number): number {
    const { segmentRow, segmentBlock } = this.#columns;
    const segment = block < (segmentBlock[naf * 2 + 1] as number) ? naf * 2 : naf * 2 + 1;
    return (segmentRow[segment] as number) + (block - (segmentBlock[segment] as number)) * BLOCK_ROWS;
  }

  #endOf(block: number, naf: number, start: number): number {
    const { segmentRow, segmentBlock } = this.#columns;
    const segment = block < (segmentBlock[naf * 2 + 1] as number) ? naf * 2 : naf * 2 + 1;
    return Math.min(start + BLOCK_ROWS, segmentRow[segment + 1] as number);
  }

  /** Forgets the rows left out, which `select` looks at until then. */
  end(): void {
    for (const row of this.#excluded) this.#columns.scratch.hasExcluded[blockOf(this.#columns, row)] = 0;
  }

  #surveySector(naf: number, sector: SectorPotential, onFound: OnFound | null): void {
    const { segmentBlock, nafSection } = this.#columns;
    const { sectionMask } = this.#question;
    const section = nafSection[naf] as number;
    const isSectionKept = sectionMask === 0 || (sectionMask & (1 << section)) !== 0;
    // Where the sector is filtered out, its rows count only beside the sections, under the size filter alone.
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
      const isInside = relation === INSIDE;
      const found =
        block >= middle ? this.#countMany(block, naf, isSectionKept, isInside) : this.#countAlone(block, naf, isInside);
      if (onFound !== null && found !== 0 && isSectionKept && this.#mayBeListed(block))
        onFound(block, naf, sector, isInside ? NOT_SELECTED : found);
    }
    this.#addKinds(section, isSectionKept);
  }

  #mayBeListed(block: number): boolean {
    const { fields } = this.#columns.blocks;
    const groups = fields[block * BLOCK_FIELDS + GROUPS_PRESENT] as number;
    const bands = fields[block * BLOCK_FIELDS + BANDS_PRESENT] as number;
    return (groups & (1 << this.#question.group)) !== 0 && (bands & this.bandsKept) !== 0;
  }

  #countAlone(block: number, naf: number, isInside: boolean): number {
    const { blocks, scratch, traits } = this.#columns;
    const kinds = this.#kinds;
    if (isInside && scratch.hasExcluded[block] === 0) {
      const from = block * KIND_STRIDE;
      for (let kind = 0; kind < KINDS; kind += 1) {
        kinds[kind] = (kinds[kind] as number) + (blocks.kinds[from + kind] as number);
      }
      return NOT_SELECTED;
    }
    const { rows } = scratch;
    const found = this.select(block, naf, isInside);
    for (let index = 0; index < found; index += 1) {
      const kind = KIND_OF_TRAITS[traits[rows[index] as number] as number] as number;
      kinds[kind] = (kinds[kind] as number) + 1;
    }
    return found;
  }

  /**
   * Rows whose employer has others: what each counts for is a set of bits, and what of these its employer did not have
   * yet is counted. No branch depends on the row, for a processor would guess it wrong.
   */
  #countMany(block: number, naf: number, isSectionKept: boolean, isInside: boolean): number {
    const { scratch, traits, manyUnit, manyShift, nafSection } = this.#columns;
    const { rows, units } = scratch;
    const bitsOf = isSectionKept ? this.#bitsIfSection : this.#bitsIfNoSection;
    const search = this.#search;
    const seenTogether = this.#seenTogether;
    const shift = manyShift[naf] as number;
    const ownSection = nafSection[naf] as number;
    const hasSection = ownSection < SECTION_COUNT ? 1 : 0;
    const section = ownSection * hasSection;
    const found = this.select(block, naf, isInside);
    let inSection = 0;
    for (let index = 0; index < found; index += 1) {
      const row = rows[index] as number;
      const bits = bitsOf[traits[row] as number] as number;
      const unit = (manyUnit[row - shift] as number) * UNIT_WORDS;
      const other = (units[unit + UNIT_SEARCH] as number) ^ search;
      // All ones when this search met the employer before, else all zeros.
      const isMet = ~((other | (0 - other)) >> 31);
      const sectionBit = ((bits >>> SECTION_FLAG) & hasSection) << section;
      const counted = (bits & COUNTED_BITS) | sectionBit;
      const seen = (units[unit + UNIT_SEEN] as number) & isMet;
      const fresh = counted & ~seen;
      units[unit + UNIT_SEARCH] = search;
      units[unit + UNIT_SEEN] = seen | counted;
      units[unit + UNIT_SITES] = ((units[unit + UNIT_SITES] as number) & isMet) + ((bits >>> SITE_FLAG) & 1);
      units[unit + UNIT_IS_LISTED] = 0;
      inSection += (fresh >>> section) & hasSection;
      const together = fresh >>> SECTION_COUNT;
      seenTogether[together] = (seenTogether[together] as number) + 1;
    }
    this.#sectionCounts[section] = (this.#sectionCounts[section] as number) + inSection;
    return found;
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
    const { group: asked, sizeMask } = this.#question;
    for (let kind = 0; kind < KINDS; kind += 1) {
      const rows = this.#kinds[kind] as number;
      if (rows === 0) continue;
      const group = Math.floor(kind / SIZE_KINDS);
      const size = kind - group * SIZE_KINDS;
      const isSizeKept = sizeMask === 0 || (size < SIZE_COUNT && (sizeMask & (1 << size)) !== 0);
      if (isSectionKept && isSizeKept) this.#groupCounts[group] = (this.#groupCounts[group] as number) + rows;
      if (group !== asked) continue;
      if (isSizeKept && section < SECTION_COUNT) {
        this.#sectionCounts[section] = (this.#sectionCounts[section] as number) + rows;
      }
      if (isSectionKept && size < SIZE_COUNT) this.#sizeCounts[size] = (this.#sizeCounts[size] as number) + rows;
    }
  }
}

/** Bits of UNIT_SEEN: 21 sections, then the size classes, then the groups; above them, flags of a row. */
const COUNTED_BITS = ((1 << (SIZE_COUNT + GROUP_ORDER.length)) - 1) << SECTION_COUNT;
const SECTION_FLAG = SECTION_COUNT + SIZE_COUNT + GROUP_ORDER.length;
const SITE_FLAG = SECTION_FLAG + 1;

/** What a row counts for, by its traits: a bit for its size class and its group, and the two flags. */
function bitsByTraits({ group: asked, sizeMask }: EmployerQuestion, isSectionKept: boolean): Int32Array {
  const bits = new Int32Array(256);
  for (let of = 0; of < 256; of += 1) {
    const kind = KIND_OF_TRAITS[of] as number;
    const group = Math.floor(kind / SIZE_KINDS);
    const size = kind - group * SIZE_KINDS;
    const isOwn = group === asked;
    const isSizeKept = sizeMask === 0 || (size < SIZE_COUNT && (sizeMask & (1 << size)) !== 0);
    const isKept = isSectionKept && isSizeKept;
    if (group >= GROUP_ORDER.length) continue;
    bits[of] =
      (isKept ? 1 << (SECTION_COUNT + SIZE_COUNT + group) : 0) |
      (isSectionKept && isOwn && size < SIZE_COUNT ? 1 << (SECTION_COUNT + size) : 0) |
      (isSizeKept && isOwn ? 1 << SECTION_FLAG : 0) |
      (isKept && isOwn ? 1 << SITE_FLAG : 0);
  }
  return bits;
}

function bandsOf(sizeMask: number): number {
  return BAND_FACTS.reduce(
    (bands, { size }, band) =>
      sizeMask === 0 || (size >= 0 && (sizeMask & (1 << size)) !== 0) ? bands | (1 << band) : bands,
    0,
  );
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

/** Matching sites of the employer of a listed row beside that one, as the survey before counted them. */
export function otherSitesOf(columns: EngineColumns, row: number): number {
  const { manyUnit, manyShift, traits, scratch } = columns;
  if (((traits[row] as number) & MANY_SITES_BIT) === 0) return 0;
  const unit = manyUnit[row - (manyShift[nafIndexOf(columns, row)] as number)] as number;
  return (scratch.units[unit * UNIT_WORDS + UNIT_SITES] as number) - 1;
}
