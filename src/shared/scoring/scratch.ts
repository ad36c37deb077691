import { BLOCK_ROWS } from './blocks.ts';
import { BAND_FACTS } from './employer-columns.ts';

/** Words kept of an employer with several sites during a search. */
export const UNIT_WORDS = 4;
/** The search that last met it: other words mean nothing until it is this one. */
export const UNIT_SEARCH = 0;
/** What was counted of it already: a bit for each section, size class and group. */
export const UNIT_SEEN = 1;
/** Sites that match. */
export const UNIT_SITES = 2;
/** Whether it is among the first already. */
export const UNIT_IS_LISTED = 3;

export const PRIORITIES = 1024;
/** Rows kept from the survey to the reading, for all blocks: a megabyte. */
const ROWS_KEPT = 262_144;

/** Memory that searches use in turn, so that none asks for any. */
export interface Scratch {
  search: number;
  /** See `rowsByRank`. */
  rowOfRank: Uint32Array | null;
  readonly units: Uint32Array;
  /** Best key of an employer with several sites, for a list that holds everyone; Infinity between searches. */
  readonly unitKey: Float64Array;
  /** Rows of a block that are in. */
  readonly rows: Uint32Array;
  /** Their points without distance. */
  readonly points: Float64Array;
  /** Blocks that hold a row left out. */
  readonly hasExcluded: Uint8Array;
  /** Blocks with rows that match, its sector, whether each row is inside, the least key a row of it may have. */
  readonly foundBlock: Uint32Array;
  readonly foundSector: Uint32Array;
  readonly isFoundInside: Uint8Array;
  readonly foundKey: Float64Array;
  /** Rows selected of found blocks, as long as there is room: where those of each begin, and how many. */
  readonly keptRows: Uint32Array;
  readonly keptFrom: Uint32Array;
  readonly keptCount: Int32Array;
  /** Chains of found blocks by priority. */
  readonly nextFound: Int32Array;
  readonly firstFound: Int32Array;
  /** Points for potential of each band of each sector. */
  readonly potentialOfBand: Float64Array;
  /** A bound of it. */
  readonly mostOfBand: Float64Array;
}

export function makeScratch(sizes: {
  readonly blocks: number;
  readonly units: number;
  readonly sectors: number;
}): Scratch {
  return {
    search: 0,
    rowOfRank: null,
    units: new Uint32Array(sizes.units * UNIT_WORDS),
    unitKey: new Float64Array(sizes.units).fill(Infinity),
    rows: new Uint32Array(BLOCK_ROWS),
    points: new Float64Array(BLOCK_ROWS),
    hasExcluded: new Uint8Array(sizes.blocks),
    foundBlock: new Uint32Array(sizes.blocks),
    foundSector: new Uint32Array(sizes.blocks),
    isFoundInside: new Uint8Array(sizes.blocks),
    foundKey: new Float64Array(sizes.blocks),
    keptRows: new Uint32Array(Math.min(ROWS_KEPT, sizes.blocks * BLOCK_ROWS)),
    keptFrom: new Uint32Array(sizes.blocks),
    keptCount: new Int32Array(sizes.blocks),
    nextFound: new Int32Array(sizes.blocks),
    firstFound: new Int32Array(PRIORITIES),
    potentialOfBand: new Float64Array(sizes.sectors * BAND_FACTS.length),
    mostOfBand: new Float64Array(sizes.sectors * BAND_FACTS.length),
  };
}

/** Begins a search: what an earlier one left means nothing. */
export function beginSearch(scratch: Scratch): number {
  if (scratch.search === 0xffffffff) {
    scratch.units.fill(0);
    scratch.search = 0;
  }
  scratch.search += 1;
  return scratch.search;
}
