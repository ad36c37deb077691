import { BLOCK_FIELDS, LAT_MAX, LAT_MIN, LON_MAX, LON_MIN } from './blocks.ts';
import { DistanceGauge, leastMetresOf } from './distance-gauge.ts';
import { siretAt } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import { WEIGHTS, type Weights } from './employers.v1.ts';
import type { RankedEmployer } from './rank-employers.ts';
import { ScoreBounds } from './score-bounds.ts';
import { PRIORITIES, UNIT_IS_LISTED, UNIT_WORDS } from './scratch.ts';
import { searchArea } from './search-area.ts';
import { NOT_SELECTED, otherSitesOf, Survey, type EmployerCounts, type OnFound } from './survey.ts';

/** The beginning of a ranking, with the counts of the whole. */
export interface FirstEmployers extends EmployerCounts {
  /** How many employers the whole ranking holds. */
  readonly eligible: number;
  /** In plain order: by score, ties by SIRET. */
  readonly employers: readonly RankedEmployer[];
}

/**
 * The first `wanted` employers of `rankEmployers`, and its counts, the same to the last tie, without ranking the rest:
 * blocks are taken by the best score they may hold, and none is read once that is worse than the last one kept.
 */
export function firstEmployers(
  columns: EngineColumns,
  question: EmployerQuestion,
  wanted: number,
  weights: Weights = WEIGHTS,
): FirstEmployers {
  const gauge = new DistanceGauge(question.centre);
  const survey = new Survey(columns, question, searchArea(columns, question, gauge));
  const bounds = new ScoreBounds(columns, weights);
  const queue = new BlockQueue(columns, bounds, gauge, survey.bandsKept);
  const onFound: OnFound = (block, naf, sector, selected) => queue.add(block, naf, sector, selected);
  const counts = survey.run(wanted > 0 ? onFound : null);
  const best = new BestEmployers(columns, Math.min(wanted, counts.eligible));
  if (wanted > 0 && counts.eligible > 0) {
    queue.take((place, leastKey) => {
      if (leastKey < best.worstKey) readBlock(columns, question, { survey, bounds, gauge, best, queue }, place);
    });
  }
  survey.end();
  return { ...counts, employers: best.map((row, key) => employerOf(columns, gauge, row, bounds.scoreOf(key))) };
}

interface Reading {
  readonly survey: Survey;
  readonly bounds: ScoreBounds;
  readonly gauge: DistanceGauge;
  readonly best: BestEmployers;
  readonly queue: BlockQueue;
}

function readBlock(
  columns: EngineColumns,
  question: EmployerQuestion,
  { survey, bounds, gauge, best, queue }: Reading,
  place: number,
): void {
  const { scratch, segmentBlock, latMicro, lonMicro, manyUnit, manyShift } = columns;
  const { rows } = scratch;
  const block = scratch.foundBlock[place] as number;
  const naf = scratch.foundSector[place] as number;
  const { affinity } = question.sectors[naf] as SectorPotential;
  const isMany = block >= (segmentBlock[naf * 2 + 1] as number);
  const shift = manyShift[naf] as number;
  const least = bounds.leastWithoutDistance(best.worstKey, queue.leastMetresTo(block));
  const selected = queue.selectedAgain(place);
  const inside = selected === NOT_SELECTED ? survey.select(block, naf, scratch.isFoundInside[place] === 1) : selected;
  const good = bounds.keepBest(rows, inside, { naf, affinity, least, isKept: survey.isKept }, scratch.points);
  for (let index = 0; index < good; index += 1) {
    const row = rows[index] as number;
    const metres = gauge.metresTo(latMicro[row] as number, lonMicro[row] as number);
    const key = bounds.keyOf((scratch.points[index] as number) + bounds.ofDistance(row, metres), row);
    if (key < best.worstKey) best.add(key, row, isMany ? (manyUnit[row - shift] as number) : -1);
  }
}

function employerOf(columns: EngineColumns, gauge: DistanceGauge, row: number, score: number): RankedEmployer {
  const distanceM = gauge.metresTo(columns.latMicro[row] as number, columns.lonMicro[row] as number);
  return { row, siret: siretAt(columns, row), distanceM, score, otherSites: otherSitesOf(columns, row) };
}

/** Blocks by the best place a row of theirs may have, in rough order: chains of those of about the same. */
class BlockQueue {
  readonly #columns: EngineColumns;
  readonly #bounds: ScoreBounds;
  readonly #gauge: DistanceGauge;
  readonly #bands: number;
  #prepared = -1;
  #kept = 0;
  #length = 0;

  constructor(columns: EngineColumns, bounds: ScoreBounds, gauge: DistanceGauge, bands: number) {
    this.#columns = columns;
    this.#bounds = bounds;
    this.#gauge = gauge;
    this.#bands = bands;
    columns.scratch.firstFound.fill(-1);
  }

  /** @param selected see OnFound */
  add(block: number, naf: number, sector: SectorPotential, selected: number): void {
    const { foundBlock, foundSector, isFoundInside, foundKey, nextFound, firstFound } = this.#columns.scratch;
    if (this.#prepared !== naf) {
      this.#bounds.prepare(sector, naf);
      this.#prepared = naf;
    }
    const most =
      this.#bounds.mostWithoutDistance(block, naf, sector.affinity, this.#bands) +
      this.#bounds.mostOfDistance(this.leastMetresTo(block));
    const place = this.#length;
    this.#length += 1;
    foundBlock[place] = block;
    foundSector[place] = naf;
    isFoundInside[place] = selected === NOT_SELECTED ? 1 : 0;
    this.#keepSelected(place, selected);
    foundKey[place] = this.#bounds.leastKeyOf(most);
    const share = (this.#bounds.top - most) / this.#bounds.top;
    const priority = Math.min(PRIORITIES - 1, Math.max(0, Math.floor(share * PRIORITIES)));
    nextFound[place] = firstFound[priority] as number;
    firstFound[priority] = place;
  }

  take(read: (place: number, leastKey: number) => void): void {
    const { nextFound, firstFound, foundKey } = this.#columns.scratch;
    for (let priority = 0; priority < PRIORITIES; priority += 1) {
      for (let place = firstFound[priority] as number; place >= 0; place = nextFound[place] as number) {
        read(place, foundKey[place] as number);
      }
    }
  }

  /** Puts the rows selected of a found block back into `scratch.rows`; NOT_SELECTED where they were not kept. */
  selectedAgain(place: number): number {
    const { rows, keptRows, keptFrom, keptCount } = this.#columns.scratch;
    const count = keptCount[place] as number;
    const from = keptFrom[place] as number;
    for (let index = 0; index < count; index += 1) rows[index] = keptRows[from + index] as number;
    return count;
  }

  #keepSelected(place: number, selected: number): void {
    const { rows, keptRows, keptFrom, keptCount } = this.#columns.scratch;
    const isRoom = selected !== NOT_SELECTED && this.#kept + selected <= keptRows.length;
    keptCount[place] = isRoom ? selected : NOT_SELECTED;
    if (!isRoom) return;
    keptFrom[place] = this.#kept;
    for (let index = 0; index < selected; index += 1) keptRows[this.#kept + index] = rows[index] as number;
    this.#kept += selected;
  }

  leastMetresTo(block: number): number {
    const { fields } = this.#columns.blocks;
    const at = block * BLOCK_FIELDS;
    return leastMetresOf(
      this.#gauge.leastTo(
        fields[at + LAT_MIN] as number,
        fields[at + LAT_MAX] as number,
        fields[at + LON_MIN] as number,
        fields[at + LON_MAX] as number,
      ),
    );
  }
}

/** The best keys met, ascending, one an employer. */
class BestEmployers {
  readonly #columns: EngineColumns;
  readonly #keys: Float64Array;
  readonly #rows: Uint32Array;
  /** Number of the employer among those with several sites, −1 for the others. */
  readonly #units: Int32Array;
  #length = 0;
  /** A key must be under this one to be among the best. */
  worstKey = Infinity;

  constructor(columns: EngineColumns, wanted: number) {
    this.#columns = columns;
    this.#keys = new Float64Array(wanted);
    this.#rows = new Uint32Array(wanted);
    this.#units = new Int32Array(wanted);
  }

  map<T>(make: (row: number, key: number) => T): T[] {
    return Array.from({ length: this.#length }, (_, place) =>
      make(this.#rows[place] as number, this.#keys[place] as number),
    );
  }

  /** @param unit −1 for an employer of one site */
  add(key: number, row: number, unit: number): void {
    const { units } = this.#columns.scratch;
    if (unit >= 0) {
      if (units[unit * UNIT_WORDS + UNIT_IS_LISTED] === 1) {
        const known = this.#units.indexOf(unit);
        if ((this.#keys[known] as number) <= key) return;
        this.#remove(known);
      }
      units[unit * UNIT_WORDS + UNIT_IS_LISTED] = 1;
    }
    if (this.#length === this.#keys.length) this.#remove(this.#length - 1);
    let place = this.#length;
    while (place > 0 && (this.#keys[place - 1] as number) > key) {
      this.#keys[place] = this.#keys[place - 1] as number;
      this.#rows[place] = this.#rows[place - 1] as number;
      this.#units[place] = this.#units[place - 1] as number;
      place -= 1;
    }
    this.#keys[place] = key;
    this.#rows[place] = row;
    this.#units[place] = unit;
    this.#length += 1;
    if (this.#length === this.#keys.length) this.worstKey = this.#keys[this.#length - 1] as number;
  }

  #remove(place: number): void {
    const { units } = this.#columns.scratch;
    const unit = this.#units[place] as number;
    if (unit >= 0) units[unit * UNIT_WORDS + UNIT_IS_LISTED] = 0;
    this.#keys.copyWithin(place, place + 1, this.#length);
    this.#rows.copyWithin(place, place + 1, this.#length);
    this.#units.copyWithin(place, place + 1, this.#length);
    this.#length -= 1;
  }
}
