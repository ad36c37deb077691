import type { SearchArea } from './circle-area.ts';
import type { SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import type { ScoreBounds } from './score-bounds.ts';
import { PRIORITIES } from './scratch.ts';

/** Blocks by the best score a row of theirs may have, in rough order: chains of those of about the same. */
export class BlockQueue {
  readonly #columns: EngineColumns;
  readonly #bounds: ScoreBounds;
  readonly #area: SearchArea;
  readonly #bands: number;
  #prepared = -1;
  #length = 0;

  /** @param bands those that the filters keep, a bit each */
  constructor(columns: EngineColumns, bounds: ScoreBounds, area: SearchArea, bands: number) {
    this.#columns = columns;
    this.#bounds = bounds;
    this.#area = area;
    this.#bands = bands;
    columns.scratch.firstFound.fill(-1);
  }

  add(block: number, naf: number, sector: SectorPotential): void {
    const { foundBlock, foundSector, foundMost, nextFound, firstFound } = this.#columns.scratch;
    if (this.#prepared !== naf) {
      this.#bounds.prepare(sector, naf);
      this.#prepared = naf;
    }
    const most =
      this.#bounds.mostWithoutDistance(block, naf, sector.affinity, this.#bands) +
      this.#bounds.mostOfDistance(this.#area.leastMetresTo(block));
    const place = this.#length;
    this.#length += 1;
    foundBlock[place] = block;
    foundSector[place] = naf;
    foundMost[place] = most;
    const share = (this.#bounds.top - most) / this.#bounds.top;
    const priority = Math.min(PRIORITIES - 1, Math.max(0, Math.floor(share * PRIORITIES)));
    nextFound[place] = firstFound[priority] as number;
    firstFound[priority] = place;
  }

  /**
   * Until no block left may hold a row that is wanted.
   * @param isWanted whether rows of a score, or of less, may be
   * @param read called with each block that may hold one, its sector and the most that one of its rows may score
   */
  take(isWanted: (score: number) => boolean, read: (block: number, naf: number, most: number) => void): void {
    const { foundBlock, foundSector, foundMost, nextFound, firstFound } = this.#columns.scratch;
    const { top } = this.#bounds;
    for (let priority = 0; priority < PRIORITIES; priority += 1) {
      if ((firstFound[priority] as number) < 0) continue;
      if (!isWanted(Math.ceil(top - (priority * top) / PRIORITIES))) return;
      for (let place = firstFound[priority] as number; place >= 0; place = nextFound[place] as number) {
        const most = foundMost[place] as number;
        if (isWanted(most)) read(foundBlock[place] as number, foundSector[place] as number, most);
      }
    }
  }
}
