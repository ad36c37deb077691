import { hiresFromCount, hiresFromHeadcount } from '../domain/market/expected-hires.rules.ts';
import { BANDS_PRESENT, BLOCK_FIELDS, MOST_HIRES } from './blocks.ts';
import { APPROXIMATE_BIT, BAND_BITS, BAND_FACTS } from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import { weighedDistance, weighedPotential, weighedSize, type Weights } from './employers.v1.ts';

const BANDS = BAND_FACTS.length;
/** −1 where the headcount is not known. */
const MIDPOINTS = Float64Array.from(BAND_FACTS, ({ range }) => range?.midpoint ?? -1);

/** Weights beyond this would not leave room for a rank in a key. */
const MOST_WEIGHT = 1_000_000;

/**
 * The formula over columns, and what no row of a block can exceed. Bounds come from raw columns, so that any weights
 * keep them exact.
 *
 * A place in the plain order is one number, its key: smaller is better, by score then by rank of the SIRET. No two rows
 * have the same.
 */
export class ScoreBounds {
  readonly #columns: EngineColumns;
  readonly #weights: Weights;
  readonly #sizeOfBand: Float64Array;
  /** A whole number that no score exceeds. */
  readonly top: number;

  constructor(columns: EngineColumns, weights: Weights) {
    const { potential, distance, size } = weights;
    const sum = potential + distance + size;
    if (!(potential >= 0 && distance >= 0 && size >= 0 && sum <= MOST_WEIGHT)) {
      throw new Error('Weights are positive, and a million at most.');
    }
    this.#columns = columns;
    this.#weights = weights;
    this.#sizeOfBand = Float64Array.from(BAND_FACTS, ({ rank }) => weighedSize(rank, size));
    this.top = Math.ceil(sum) + 3;
  }

  /** Prepares the rows of a sector whose headcount stands for a count; needed before its keys and bounds. */
  prepare(sector: SectorPotential, naf: number): void {
    const { potentialOfBand, mostOfBand } = this.#columns.scratch;
    for (let band = 0; band < MIDPOINTS.length; band += 1) {
      const headcount = MIDPOINTS[band] as number;
      const hires =
        headcount < 0 || sector.yearlyEntryRate === null
          ? null
          : hiresFromHeadcount(sector.affinity, headcount, sector.yearlyEntryRate);
      potentialOfBand[naf * BANDS + band] = weighedPotential(hires, this.#weights.potential);
      mostOfBand[naf * BANDS + band] = weighedPotential(hires, this.#weights.potential * CEILING);
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
   * Keeps in `rows` those that the filters keep and whose points without distance are at least `least`, and writes these
   * points.
   * @returns how many are kept
   */
  keepBest(rows: Uint32Array, count: number, { naf, affinity, least, isKept }: KeptRows, points: Float64Array): number {
    const { traits, yearlyHires, scratch } = this.#columns;
    const { potentialOfBand } = scratch;
    const sizeOfBand = this.#sizeOfBand;
    const weight = this.#weights.potential;
    const firstBand = naf * BANDS;
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const row = rows[index] as number;
      const of = traits[row] as number;
      if (isKept[of] === 0) continue;
      const hires = yearlyHires[row] as number;
      const band = of & BAND_BITS;
      const potential =
        hires < 0
          ? (potentialOfBand[firstBand + band] as number)
          : weighedPotential(hiresFromCount(affinity, hires), weight);
      const sum = potential + (sizeOfBand[band] as number);
      if (sum < least) continue;
      rows[kept] = row;
      points[kept] = sum;
      kept += 1;
    }
    return kept;
  }

  /** Points without distance under which no row from `metres` on has a key as good as `worstKey`. */
  leastWithoutDistance(worstKey: number, metres: number): number {
    return worstKey === Infinity ? 0 : this.scoreOf(worstKey) - this.mostOfDistance(metres);
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

  keyOf(score: number, row: number): number {
    return (this.top - score) * this.#columns.count + (this.#columns.siretRank[row] as number);
  }

  /** The least key of a score, or of less. */
  leastKeyOf(score: number): number {
    return (this.top - score) * this.#columns.count;
  }

  scoreOf(key: number): number {
    return this.top - Math.floor(key / this.#columns.count);
  }

  #mostOfCount(hires: number): number {
    return weighedPotential(hires, this.#weights.potential * CEILING);
  }
}

interface KeptRows {
  readonly naf: number;
  readonly affinity: number;
  readonly least: number;
  readonly isKept: Uint8Array;
}

/**
 * Contributions grow with hires and fall with distance, but a quotient is rounded to its last bit: a little more than
 * all these roundings makes the bound one.
 */
const CEILING = 1 + 1e-12;
