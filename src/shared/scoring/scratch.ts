import { BLOCK_ROWS } from './blocks.ts';
import { BAND_FACTS } from './employer-columns.ts';

/**
 * The word kept of an employer with several sites: what it was counted for already, then the last section it was counted
 * in, one more than its index (sectors come in the order of sections), under the number of the search that says so: what
 * another search wrote means nothing.
 */
export const SECTION_SHIFT = 7;
export const SEARCH_SHIFT = 12;
const SEARCHES = 16;

export const PRIORITIES = 1024;

/** Memory that searches use in turn, so that none asks for any. */
export interface Scratch {
  search: number;
  /** See `rowsByRank`. */
  rowOfRank: Uint32Array | null;
  /** See `Draw`; made when a varied order is first asked for. */
  lots: Uint32Array | null;
  /** The first rows of the last list, best first: the next question is most often like that one. */
  lastFirst: Uint32Array;
  readonly units: Uint16Array;
  /** Best key of an employer with several sites, for a list that holds everyone; Infinity between searches. */
  readonly unitKey: Float64Array;
  /** Rows of a block that are in. */
  readonly rows: Uint32Array;
  /** Blocks that hold a row left out. */
  readonly hasExcluded: Uint8Array;
  /** Blocks with rows that match, their sectors, the most a row of theirs may score. */
  readonly foundBlock: Uint32Array;
  readonly foundSector: Uint32Array;
  readonly foundMost: Float64Array;
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
    lots: null,
    lastFirst: new Uint32Array(0),
    units: new Uint16Array(sizes.units),
    unitKey: new Float64Array(sizes.units).fill(Infinity),
    rows: new Uint32Array(BLOCK_ROWS),
    hasExcluded: new Uint8Array(sizes.blocks),
    foundBlock: new Uint32Array(sizes.blocks),
    foundSector: new Uint32Array(sizes.blocks),
    foundMost: new Float64Array(sizes.blocks),
    nextFound: new Int32Array(sizes.blocks),
    firstFound: new Int32Array(PRIORITIES),
    potentialOfBand: new Float64Array(sizes.sectors * BAND_FACTS.length),
    mostOfBand: new Float64Array(sizes.sectors * BAND_FACTS.length),
  };
}

/** Begins a search: what an earlier one left means nothing. @returns its number, from 1 */
export function beginSearch(scratch: Scratch): number {
  scratch.search += 1;
  if (scratch.search === SEARCHES) {
    scratch.units.fill(0);
    scratch.search = 1;
  }
  return scratch.search;
}
