/** The best keys met, ascending, one an employer. */
export class BestEmployers {
  readonly #keys: Float64Array;
  readonly #rows: Uint32Array;
  /** Number of the employer among those with several sites, −1 for the others. */
  readonly #units: Int32Array;
  #length = 0;
  /** A key must be under this one to be among the best. */
  worstKey = Infinity;

  constructor(wanted: number) {
    this.#keys = new Float64Array(wanted);
    this.#rows = new Uint32Array(wanted);
    this.#units = new Int32Array(wanted);
  }

  /** Their rows, best first. */
  rows(): Uint32Array {
    return this.#rows.slice(0, this.#length);
  }

  map<T>(make: (row: number) => T): T[] {
    return Array.from(this.#rows.subarray(0, this.#length), make);
  }

  /**
   * A row met before changes nothing: no two rows have the same key.
   * @param key under `worstKey`
   * @param unit −1 for an employer of one site
   */
  add(key: number, row: number, unit: number): void {
    const known = unit < 0 ? -1 : this.#placeOf(unit);
    if (known >= 0) {
      if ((this.#keys[known] as number) <= key) return;
      this.#remove(known);
    }
    let place = this.#length;
    while (place > 0 && (this.#keys[place - 1] as number) > key) place -= 1;
    if (place > 0 && this.#keys[place - 1] === key) return;
    if (this.#length === this.#keys.length) this.#length -= 1;
    this.#keys.copyWithin(place + 1, place, this.#length);
    this.#rows.copyWithin(place + 1, place, this.#length);
    this.#units.copyWithin(place + 1, place, this.#length);
    this.#keys[place] = key;
    this.#rows[place] = row;
    this.#units[place] = unit;
    this.#length += 1;
    if (this.#length === this.#keys.length) this.worstKey = this.#keys[this.#length - 1] as number;
  }

  #placeOf(unit: number): number {
    for (let place = 0; place < this.#length; place += 1) if (this.#units[place] === unit) return place;
    return -1;
  }

  #remove(place: number): void {
    this.#keys.copyWithin(place, place + 1, this.#length);
    this.#rows.copyWithin(place, place + 1, this.#length);
    this.#units.copyWithin(place, place + 1, this.#length);
    this.#length -= 1;
  }
}
