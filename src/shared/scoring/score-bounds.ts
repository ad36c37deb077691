import { hiresFromCount, hiresFromHeadcount } from '../domain/market/expected-hires.rules.ts';
import { BANDS_PRESENT, BLOCK_FIELDS, MOST_HIRES } from './blocks.ts';
import { APPROXIMATE_BIT, BAND_BITS, BAND_FACTS } from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import { GRAIN } from './employers.v2.ts';
import { weighedDistance, weighedPotential, weighedSize, type Weights } from './employers.v1.ts';

const BANDS = BAND_FACTS.length;
/** −1 where the headcount is not known. */
const MIDPOINTS = Float64Array.from(BAND_FACTS, ({ range }) => range?.midpoint ?? -1);

/** Weights beyond this would not leave room for luck and a rank in a key. */
const MOST_WEIGHT = 100_000;

/**
 * The formula over columns, and what no row of a block can exceed. Bounds come from raw columns, so that any weights
 * keep them exact.
 *
 * A place in an order is one number, its key: smaller is better, by grains (those of the score, and of luck where there
 * is any), then by rank of the SIRET. No two rows have the same.
 */
export class ScoreBounds {
  readonly #columns: EngineColumns;
  readonly #weights: Weights;
  readonly #sizeOfBand: Float64Array;
  /** A whole number that no score exceeds. */
  readonly top: number;
  readonly #mostGrains: number;

  /** @param mostLuck what luck adds at most, in grains */
  constructor(columns: EngineColumns, weights: Weights, mostLuck = 0) {
    const { potential, distance, size } = weights;
    const sum = potential + distance + size;
    if (!(potential >= 0 && distance >= 0 && size >= 0 && sum <= MOST_WEIGHT)) {
      throw new Error('Weights are positive, and a hundred thousand at most.');
    }
    this.#columns = columns;
    this.#weights = weights;
    this.#sizeOfBand = Float64Array.from(BAND_FACTS, ({ rank }) => weighedSize(rank, size));
    this.top = Math.ceil(sum) + 3;
    this.#mostGrains = this.top * GRAIN + mostLuck;
  }

  /** Prepares the rows of a sector whose headcount stands for a count; needed before its keys and bounds. */
  prepare(sector: SectorPotential, naf: number): void {
    const { potentialOfBand, mostOfBand } = this.#columns.scratch;
    let most = 0;
    for (let band = 0; band < MIDPOINTS.length; band += 1) {
      const headcount = MIDPOINTS[band] as number;
      const hires =
        headcount < 0 || sector.yearlyEntryRate === null
          ? null
          : hiresFromHeadcount(sector.affinity, headcount, sector.yearlyEntryRate);
      const potential = weighedPotential(hires, this.#weights.potential);
      if (potential > most) most = potential;
      potentialOfBand[naf * BANDS + band] = potential;
      mostOfBand[naf * BANDS + band] = most;
    }
  }

  /** Potential and size of a row. */
  withoutDistance(row: number, naf: number, affinity: number): number {
    const hires = this.#columns.yearlyHires[row] as number;
    const band = (this.#columns.traits[row] as number) & BAND_BITS;
    const potential =
      hires < 0
        ? (this.#columns.scratch.potentialOfBand[naf * BANDS + band] as number)
        : weighedPotential(hiresFromCount(affinity, hires), this.#weights.potential);
    return potential + (this.#sizeOfBand[band] as number);
  }

  /**
   * Writes into `rows` those from `start` to `end` whose potential and size give `least` points at least, or a little less.
   * @returns how many
   */
  select({ start, end, naf, affinity, least }: RowsOfSector, rows: Uint32Array): number {
    const { traits, yearlyHires, scratch } = this.#columns;
    const { potentialOfBand } = scratch;
    const sizeOfBand = this.#sizeOfBand;
    const firstBand = naf * BANDS;
    const fewest = this.#fewestHires(least, affinity);
    let found = 0;
    for (let row = start; row < end; row += 1) {
      const hires = yearlyHires[row] as number;
      const band = (traits[row] as number) & BAND_BITS;
      const estimated = (potentialOfBand[firstBand + band] as number) + (sizeOfBand[band] as number);
      rows[found] = row;
      found += Number(hires < 0 ? estimated >= least : hires >= fewest);
    }
    return found;
  }

  /** Yearly hires counted under which no row has `least` points without distance, whatever its size. */
  #fewestHires(least: number, affinity: number): number {
    const { potential, size } = this.#weights;
    const needed = least - size - 1;
    if (needed <= 0) return 0;
    return needed >= potential ? Infinity : (needed / (potential - needed) / affinity) * FLOOR;
  }

  ofDistance(row: number, metres: number): number {
    const isApproximate = ((this.#columns.traits[row] as number) & APPROXIMATE_BIT) !== 0;
    return weighedDistance(metres, isApproximate, this.#weights.distance);
  }

  /** The most that potential and size give to a row of a block whose band is one of `bands`. */
  mostWithoutDistance(block: number, naf: number, affinity: number, bands: number): number {
    const { fields } = this.#columns.blocks;
    const counted = fields[block * BLOCK_FIELDS + MOST_HIRES] as number;
    const band = 31 - Math.clz32((fields[block * BLOCK_FIELDS + BANDS_PRESENT] as number) & bands);
    // Bands go by headcount, so the last one present gives most.
    const estimated = this.#columns.scratch.mostOfBand[naf * BANDS + band] as number;
    const ofCount = counted < 0 ? 0 : this.#mostOfCount(hiresFromCount(affinity, counted));
    return Math.max(estimated, ofCount) + (this.#sizeOfBand[band] as number);
  }

  /** The most that distance gives from `metres` on. */
  mostOfDistance(metres: number): number {
    return weighedDistance(metres, false, this.#weights.distance * CEILING);
  }

  /** @param grains those of the score, and of luck */
  keyOf(grains: number, row: number): number {
    return this.placeOf(grains) * this.#columns.count + (this.#columns.siretRank[row] as number);
  }

  /** How far below the most there can be. */
  placeOf(grains: number): number {
    return this.#mostGrains - grains;
  }

  /** No row of this score, or of less, has a lesser key, however lucky. */
  leastKeyOf(score: number): number {
    return (this.top - score) * GRAIN * this.#columns.count;
  }

  grainsOf(key: number): number {
    return this.#mostGrains - Math.floor(key / this.#columns.count);
  }

  #mostOfCount(hires: number): number {
    return weighedPotential(hires, this.#weights.potential * CEILING);
  }
}

interface RowsOfSector {
  readonly start: number;
  readonly end: number;
  readonly naf: number;
  readonly affinity: number;
  readonly least: number;
}

/**
 * Contributions grow with hires and fall with distance, but a quotient is rounded to its last bit: a little more than
 * all these roundings makes the bound one.
 */
const CEILING = 1 + 1e-12;
const FLOOR = 1 - 1e-9;
