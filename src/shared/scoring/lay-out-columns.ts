import { hilbertIndex } from '../kernel/hilbert.ts';
import { legalUnitOf, MANY_SITES_BIT, type EmployerColumns } from './employer-columns.ts';

/** The same establishments in any order, each with the index of its sector. */
export interface UnorderedEmployers {
  readonly count: number;
  readonly siret: Float64Array;
  readonly naf: Uint32Array;
  readonly latMicro: Int32Array;
  readonly lonMicro: Int32Array;
  readonly yearlyHires: Float32Array;
  readonly forecastLow: Int32Array;
  readonly forecastHigh: Int32Array;
  /** As `traitsOf` gives them. */
  readonly traits: Uint8Array;
  readonly departement: Uint8Array;
  readonly departements: readonly string[];
  /** Sorted, each with a row at least. */
  readonly nafCodes: readonly string[];
}

/** Puts establishments in the order of the columns; ties along the curve go by SIRET, so that the order is one. */
export function layOutColumns(rows: UnorderedEmployers): EmployerColumns {
  const { count, naf, nafCodes, departements } = rows;
  const bySiret = orderBySiret(rows.siret);
  const traits = withManySites(rows, bySiret);
  const curve = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    curve[row] = hilbertIndex(rows.latMicro[row] as number, rows.lonMicro[row] as number);
  }
  const segment = (row: number): number => (naf[row] as number) * 2 + ((traits[row] as number) >> 7);
  const along = [1, 65_536].reduce<Uint32Array>(
    (sorted, unit) => regrouped(sorted, 65_536, (row) => Math.floor((curve[row] as number) / unit) % 65_536),
    bySiret,
  );
  const order = regrouped(along, nafCodes.length * 2, segment);

  const rank = new Uint32Array(count);
  bySiret.forEach((row, place) => (rank[row] = place));
  const nafStart = new Uint32Array(nafCodes.length + 1);
  for (let row = 0; row < count; row += 1)
    nafStart[(naf[row] as number) + 1] = (nafStart[(naf[row] as number) + 1] ?? 0) + 1;
  for (let index = 0; index < nafCodes.length; index += 1) {
    nafStart[index + 1] = (nafStart[index + 1] as number) + (nafStart[index] as number);
  }
  return {
    count,
    departements,
    nafCodes,
    nafStart,
    sirets: moved(rows.siret, bySiret, Float64Array),
    siretRank: moved(rank, order, Uint32Array),
    latMicro: moved(rows.latMicro, order, Int32Array),
    lonMicro: moved(rows.lonMicro, order, Int32Array),
    yearlyHires: moved(rows.yearlyHires, order, Float32Array),
    forecastLow: rows.forecastLow.length === 0 ? rows.forecastLow : moved(rows.forecastLow, order, Int32Array),
    forecastHigh: rows.forecastHigh.length === 0 ? rows.forecastHigh : moved(rows.forecastHigh, order, Int32Array),
    traits: moved(traits, order, Uint8Array),
    departement: moved(rows.departement, order, Uint8Array),
  };
}

/** A SIRET has 14 digits, 47 bits: three passes of 16. */
function orderBySiret(siret: Float64Array): Uint32Array {
  const rows = Uint32Array.from(siret, (_, row) => row);
  return [1, 65_536, 4_294_967_296].reduce<Uint32Array>(
    (sorted, unit) => regrouped(sorted, 65_536, (row) => Math.floor((siret[row] as number) / unit) % 65_536),
    rows,
  );
}

/** One pass of a radix sort: rows by their digit, those of one digit in the order they came. */
function regrouped(rows: Uint32Array, digits: number, digitOf: (row: number) => number): Uint32Array {
  const next = new Uint32Array(digits + 1);
  for (const row of rows) {
    const digit = digitOf(row) + 1;
    next[digit] = (next[digit] as number) + 1;
  }
  for (let digit = 1; digit <= digits; digit += 1) {
    next[digit] = (next[digit] as number) + (next[digit - 1] as number);
  }
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = digitOf(row);
    const place = next[digit] as number;
    next[digit] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}

/** Employers with several sites are found in one walk by SIRET, where their sites follow each other. */
function withManySites({ siret, traits }: UnorderedEmployers, bySiret: Uint32Array): Uint8Array {
  const marked = traits.slice();
  for (let place = 1; place < bySiret.length; place += 1) {
    const [before, row] = [bySiret[place - 1] as number, bySiret[place] as number];
    if (legalUnitOf(siret[before] as number) !== legalUnitOf(siret[row] as number)) continue;
    marked[before] = (marked[before] as number) | MANY_SITES_BIT;
    marked[row] = (marked[row] as number) | MANY_SITES_BIT;
  }
  return marked;
}

type Column = Float64Array | Float32Array | Int32Array | Uint32Array | Uint8Array;

function moved<T extends Column>(column: T, order: Uint32Array, Type: new (length: number) => T): T {
  const result = new Type(order.length);
  for (let place = 0; place < order.length; place += 1) result[place] = column[order[place] as number] as number;
  return result;
}
