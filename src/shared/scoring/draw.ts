import { hashText, mix } from '../kernel/hash.ts';
import { siretAt } from './employer-columns.ts';
import { doublingGrains, leastOnesOf, lotOf, luckBoundOf, luckOf, mostLuck, ticketOf } from './employers.v2.ts';
import type { Weights } from './employers.v1.ts';
import type { EngineColumns } from './engine-columns.ts';

/** The luck of rows under a seed. Lots are numbers of employers, kept from one search to the next. */
export class Draw {
  readonly #columns: EngineColumns;
  /** 0 where none is known yet. */
  readonly #lots: Uint32Array;
  readonly #seedHash: number;
  readonly #doubling: number;
  /** In grains. */
  readonly most: number;

  constructor(columns: EngineColumns, seed: string, weights: Weights) {
    this.#columns = columns;
    this.#lots = columns.scratch.lots ??= new Uint32Array(columns.count);
    this.#seedHash = hashText(seed);
    this.#doubling = doublingGrains(weights);
    this.most = mostLuck(this.#doubling);
  }

  /** In grains. */
  luckOf(row: number): number {
    return luckOf(this.#ticketOf(row), this.#doubling);
  }

  /** What it is at most, quicker. */
  luckBoundOf(row: number): number {
    return luckBoundOf(this.#ticketOf(row), this.#doubling);
  }

  /**
   * Writes into `rows` those from `start` to `end` that may have as much luck as `least`.
   * @returns how many
   */
  select(start: number, end: number, least: number, rows: Uint32Array): number {
    const lots = this.#lots;
    const seedHash = this.#seedHash;
    const leastOnes = leastOnesOf(least, this.#doubling);
    let found = 0;
    for (let row = start; row < end; row += 1) {
      const lot = (lots[row] as number) === 0 ? this.#drawLot(row) : (lots[row] as number);
      rows[found] = row;
      found += Number(Math.clz32(~mix(lot ^ seedHash)) >= leastOnes);
    }
    return found;
  }

  #ticketOf(row: number): number {
    const known = this.#lots[row] as number;
    return ticketOf(known === 0 ? this.#drawLot(row) : known, this.#seedHash);
  }

  #drawLot(row: number): number {
    const lot = lotOf(siretAt(this.#columns, row));
    this.#lots[row] = lot;
    return lot;
  }
}
