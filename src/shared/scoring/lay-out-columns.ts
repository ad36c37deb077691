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
  const curveHigh = new Uint32Array(count);
  const curveLow = new Uint32Array(count);
  const segment = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) {
    const curve = hilbertIndex(rows.latMicro[row] as number, rows.lonMicro[row] as number);
    curveHigh[row] = curve >>> 16;
    curveLow[row] = curve & 65_535;
    segment[row] = (naf[row] as number) * 2 + ((traits[row] as number) >> 7);
  }
  const along = regrouped(regrouped(bySiret, 65_536, curveLow), 65_536, curveHigh);
  const order = regrouped(along, nafCodes.length * 2, segment);

  const rank = new Uint32Array(count);
  for (let place = 0; place < count; place += 1) rank[bySiret[place] as number] = place;
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
    sirets: moved64(rows.siret, bySiret),
    siretRank: new Uint32Array(moved32(rank, order)),
    latMicro: new Int32Array(moved32(rows.latMicro, order)),
    lonMicro: new Int32Array(moved32(rows.lonMicro, order)),
    yearlyHires: new Float32Array(moved32(rows.yearlyHires, order)),
    forecastLow: rows.forecastLow.length === 0 ? rows.forecastLow : new Int32Array(moved32(rows.forecastLow, order)),
    forecastHigh:
      rows.forecastHigh.length === 0 ? rows.forecastHigh : new Int32Array(moved32(rows.forecastHigh, order)),
    traits: moved8(traits, order),
    departement: moved8(rows.departement, order),
  };
}

/** A SIRET has 14 digits, 47 bits: three passes of 16, none where they come in order, as those of a register do. */
function orderBySiret(siret: Float64Array): Uint32Array {
  const rows = new Uint32Array(siret.length);
  let isInOrder = true;
  for (let row = 0; row < rows.length; row += 1) {
    rows[row] = row;
    if (row > 0 && (siret[row - 1] as number) > (siret[row] as number)) isInOrder = false;
  }
  if (isInOrder) return rows;
  const digits = new Uint32Array(rows.length);
  return [1, 65_536, 4_294_967_296].reduce<Uint32Array>((sorted, unit) => {
    for (let row = 0; row < rows.length; row += 1) digits[row] = Math.floor((siret[row] as number) / unit) % 65_536;
    return regrouped(sorted, 65_536, digits);
  }, rows);
}

/** One pass of a radix sort: rows by their digit, those of one digit in the order they came. */
function regrouped(rows: Uint32Array, digits: number, digitOf: Uint32Array): Uint32Array {
  const next = new Uint32Array(digits + 1);
  for (let index = 0; index < digitOf.length; index += 1) {
    const digit = (digitOf[index] as number) + 1;
    next[digit] = (next[digit] as number) + 1;
  }
  for (let digit = 1; digit <= digits; digit += 1) {
    next[digit] = (next[digit] as number) + (next[digit - 1] as number);
  }
  const sorted = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const digit = digitOf[row] as number;
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

/** Columns of one width are moved as bits, by one loop that meets one type. */
function moved64(column: Float64Array, order: Uint32Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(order.length);
  for (let place = 0; place < order.length; place += 1) result[place] = column[order[place] as number] as number;
  return result;
}

function moved32(column: Uint32Array | Int32Array | Float32Array, order: Uint32Array): ArrayBuffer {
  const bits = new Uint32Array(column.buffer, column.byteOffset, column.length);
  const result = new Uint32Array(order.length);
  for (let place = 0; place < order.length; place += 1) result[place] = bits[order[place] as number] as number;
  return result.buffer;
}

function moved8(column: Uint8Array, order: Uint32Array): Uint8Array {
  const result = new Uint8Array(order.length);
  for (let place = 0; place < order.length; place += 1) result[place] = column[order[place] as number] as number;
  return result;
}
