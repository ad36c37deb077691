import { HEADCOUNT_BANDS, type HeadcountBand } from '../../../../shared/domain/employer/headcount.ts';
import { EMPLOYER_GROUPS } from '../../../../shared/domain/employer/employer.schema.ts';
import { numberOf, type RegisterColumns } from '../../register-columns.ts';

import { standingOf, type RegisteredEmployer } from '../../../../shared/domain/employer/standing.rules.ts';
import { decodeLines } from '../../text-decoding.ts';
import { textOrNull } from './establishment-fields.ts';

/** Where each field of a row begins in its bytes: field `f` ends one byte, its delimiter, before field `f + 1`. */
export interface ByteFields {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
}

const REGISTER_COLUMNS = [
  ...(['siret', 'legalName', 'naf', 'headcount', 'postcode', 'commune', 'longitude', 'latitude'] as const),
  ...(['yearlyHires', 'diffusion', 'state', 'legalCategory'] as const),
] as const;

/** Columns of a register that lists depend on, by their place in the row; −1 for one that the file does not have. */
export type RegisterPlaces = Readonly<Record<(typeof REGISTER_COLUMNS)[number], number>>;

/** Those of any layout: columns of one name say the same in all of them. */
export function placesOfRegister(places: Readonly<Record<string, number>>): RegisterPlaces {
  return Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, places[column] ?? -1])) as RegisterPlaces;
}

const UNKNOWN_STAFF = HEADCOUNT_BANDS.indexOf('NN');

/**
 * Reads the rows of a register that say everything in the plainest way, from their bytes, without making a text of them: ten
 * times quicker. A row it is not sure of is left to the adapter of its layout, which alone knows what is odd, what is
 * refused and why. A test holds the two together.
 */
export class RegisterBytes {
  readonly #columns: RegisterColumns;
  readonly #places: RegisterPlaces;
  /** Index of a NAF class by its digits and letter, and of a commune by its five characters; −1 until it is met. */
  readonly #nafs = new Int32Array(10_000 * 32).fill(-1);
  readonly #communes = new Int32Array(120_000).fill(-1);
  /** The standing of an employer of a class and band whose name says nothing of it, by index × bands + band. */
  readonly #usual: number[] = [];
  /** 1 for a class, by its index, where names tell public bodies. */
  readonly #isNameRead: number[] = [];

  constructor(columns: RegisterColumns, places: RegisterPlaces) {
    this.#columns = columns;
    this.#places = places;
  }

  /** Adds a row to the columns; false, and nothing added, when it is not plain. */
  add(fields: ByteFields): boolean {
    const { bytes, starts } = fields;
    const at = this.#places;
    if (at.legalName < 0) return false;
    const siret = digitsAt(bytes, starts, at.siret, 14);
    const naf = this.#nafAt(bytes, starts);
    const commune = this.#communeAt(bytes, starts);
    const band = bandAt(bytes, starts, at.headcount);
    const diffusion = at.diffusion < 0 ? SAID_NOTHING : letterAt(bytes, starts, at.diffusion);
    const state = at.state < 0 ? SAID_NOTHING : letterAt(bytes, starts, at.state);
    if (siret < 0 || naf < 0 || commune < 0 || band < 0 || digitsAt(bytes, starts, at.postcode, 5) < 0) return false;
    if (IS_DIFFUSION[diffusion] !== 1 || (state !== SAID_NOTHING && state !== LETTER_A)) return false;
    const hires = at.yearlyHires < 0 ? -1 : countAt(bytes, starts, at.yearlyHires);
    const lat = at.latitude < 0 ? NaN : decimalAt(bytes, starts, at.latitude);
    const lon = at.longitude < 0 ? NaN : decimalAt(bytes, starts, at.longitude);
    if (hires === NOT_PLAIN || lat === NOT_PLAIN || lon === NOT_PLAIN) return false;
    const standing = this.#standing(fields, naf, band);
    if (standing < 0) return false;

    const columns = this.#columns;
    const row = columns.next();
    // (0, 0) stands for "unknown", and so does a position that cannot be.
    const isPoint = (lat !== 0 || lon !== 0) && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180;
    columns.siret[row] = siret;
    columns.naf[row] = naf;
    columns.commune[row] = commune;
    columns.lat[row] = isPoint ? lat : NaN;
    columns.lon[row] = isPoint ? lon : NaN;
    columns.yearlyHires[row] = hires;
    columns.band[row] = band;
    columns.group[row] = standing >> 8;
    columns.unranked[row] = diffusion === SAID_NOTHING || diffusion === LETTER_O ? standing & 255 : NON_DIFFUSIBLE;
    return true;
  }

  /**
   * A standing as one number. Where number, sector and name leave no doubt it is that of any employer of the sector and band;
   * a name that might say a public body, a syndicate of co-owners or a property company is read by the rules.
   * @returns −1 when the name is none
   */
  #standing(fields: ByteFields, naf: number, band: number): number {
    if (this.#isPlainEmployer(fields, naf)) return this.#usual[naf * HEADCOUNT_BANDS.length + band] as number;
    const { siret, legalName, legalCategory } = this.#places;
    const name = textOrNull(this.#textOf(fields, legalName));
    if (name === null) return -1;
    const category = legalCategory < 0 ? null : textOrNull(this.#textOf(fields, legalCategory));
    return this.#standingOf(naf, band, {
      siret: this.#textOf(fields, siret),
      legalName: name,
      legalCategory: category,
    });
  }

  #standingOf(
    naf: number,
    band: number,
    of: Pick<RegisteredEmployer, 'siret' | 'legalName' | 'legalCategory'>,
  ): number {
    const { group, unranked } = standingOf({
      ...of,
      // Read for the public employment service alone, whose rows are not plain.
      sign: null,
      naf: this.#columns.nafCodes[naf] as string,
      headcountBand: HEADCOUNT_BANDS[band] as HeadcountBand,
      isDiffusible: true,
    });
    return (EMPLOYER_GROUPS.indexOf(group) << 8) | numberOf(unranked);
  }

  #textOf({ bytes, starts }: ByteFields, field: number): string {
    return decodeLines(bytes.subarray(starts[field], (starts[field + 1] as number) - 1));
  }

  #isPlainEmployer({ bytes, starts }: ByteFields, naf: number): boolean {
    const { siret, legalCategory, legalName } = this.#places;
    // A SIREN of the State or of a local body; a legal category is read by the rules.
    const lead = bytes[starts[siret] as number];
    if (lead === DIGIT_1 || lead === DIGIT_2 || legalCategory >= 0 || this.#isNameRead[naf] === 1) return false;
    const start = starts[legalName] as number;
    const end = (starts[legalName + 1] as number) - 1;
    if (end - start < 3) return false;
    const first = LOWER[bytes[start] as number] as number;
    const last = LOWER[bytes[end - 1] as number] as number;
    if (first === 0 || last === 0 || last === LETTER_i) return false;
    // "NULL"; then "copro…"; "synd…", "sdc", "sci", "soc…", "ste…"; "immeuble…", "indivision".
    if (first === LETTER_n && end - start === 4) return false;
    const next = bytes[start + 1] as number;
    if (first === LETTER_s) return IS_SAFE_AFTER_S[next] === 1;
    if (first === LETTER_i) return IS_SAFE_AFTER_I[next] === 1;
    return first !== LETTER_c || IS_SAFE_AFTER_C[next] === 1;
  }

  #nafAt(bytes: Buffer, starts: Int32Array): number {
    const start = starts[this.#places.naf] as number;
    const length = (starts[this.#places.naf + 1] as number) - 1 - start;
    // "1071C", or "10.71C" in the register itself.
    const dot = length === 6 && bytes[start + 2] === DOT ? 1 : 0;
    if (length !== 5 + dot) return -1;
    const high = digits(bytes, start, start + 2);
    const low = digits(bytes, start + 2 + dot, start + 4 + dot);
    const letter = (bytes[start + 4 + dot] as number) - LETTER_A;
    if (high < 0 || low < 0 || letter < 0 || letter > 25) return -1;
    const key = (high * 100 + low) * 32 + letter;
    const known = this.#nafs[key] as number;
    return known >= 0 ? known : this.#meetNaf(key, bytes.toString('latin1', start, start + 5 + dot).replace('.', ''));
  }

  #meetNaf(key: number, code: string): number {
    if (code === EMPLOYMENT_SERVICE_CLASS) return -1;
    const index = this.#columns.nafIndex(code);
    this.#isNameRead[index] = NAMES_READ.test(code) ? 1 : 0;
    HEADCOUNT_BANDS.forEach((_, band) => {
      this.#usual[index * HEADCOUNT_BANDS.length + band] = this.#standingOf(index, band, ANY_EMPLOYER);
    });
    this.#nafs[key] = index;
    return index;
  }

  #communeAt(bytes: Buffer, starts: Int32Array): number {
    const start = starts[this.#places.commune] as number;
    if ((starts[this.#places.commune + 1] as number) - 1 - start !== 5) return -1;
    let key = digits(bytes, start, start + 5);
    if (key < 0) {
      // Corsica: 2A004.
      const side = (bytes[start + 1] as number) - LETTER_A;
      const rest = digits(bytes, start + 2, start + 5);
      if (bytes[start] !== DIGIT_2 || (side !== 0 && side !== 1) || rest < 0) return -1;
      key = 100_000 + side * 1_000 + rest;
    }
    const known = this.#communes[key] as number;
    if (known >= 0) return known;
    const index = this.#columns.communeIndex(bytes.toString('latin1', start, start + 5));
    this.#communes[key] = index;
    return index;
  }
}

const NOT_PLAIN = Infinity;
const NON_DIFFUSIBLE = numberOf('non-diffusible');

const [DIGIT_0, DIGIT_1, DIGIT_2, DOT, MINUS, LETTER_A, LETTER_N, LETTER_O] = [
  0x30, 0x31, 0x32, 0x2e, 0x2d, 0x41, 0x4e, 0x4f,
];
const [LETTER_c, LETTER_i, LETTER_n, LETTER_s] = [0x63, 0x69, 0x6e, 0x73];

/** Small letters and digits by byte, 0 for anything else. */
const LOWER = Uint8Array.from({ length: 256 }, (_, byte) => {
  const text = String.fromCharCode(byte).toLowerCase();
  return /^[a-z0-9]$/.test(text) ? text.charCodeAt(0) : 0;
});
/** What may follow the first letter of a name that is none of those: letters and digits only, for accents are two bytes. */
const IS_SAFE_AFTER_S = allowed(/[abe-np-su-xz0-9]/i);
const IS_SAFE_AFTER_I = allowed(/[a-lo-z0-9]/i);
const IS_SAFE_AFTER_C = allowed(/[a-np-z0-9]/i);

function allowed(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    byte < 128 && characters.test(String.fromCharCode(byte)) ? 1 : 0,
  );
}

/** Teaching, care and culture. */
const NAMES_READ = /^(?:8[5-8]|91)/;
const ANY_EMPLOYER = { siret: '30000791900013', legalName: 'X', legalCategory: null };
/** That of the public employment service, told by its sign too: left to the adapter. */
const EMPLOYMENT_SERVICE_CLASS = '8413Z';
/** Band by its two characters, −1 for none. */
const BAND_OF_DIGITS = Int8Array.from({ length: 100 }, (_, code) =>
  HEADCOUNT_BANDS.findIndex((band) => band === String(code).padStart(2, '0')),
);

/** The number that these bytes write in digits, −1 when there are others. */
function digits(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - DIGIT_0;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function digitsAt(bytes: Buffer, starts: Int32Array, field: number, length: number): number {
  const start = starts[field] as number;
  const end = (starts[field + 1] as number) - 1;
  return end - start === length ? digits(bytes, start, end) : -1;
}

/** A whole number of nine digits at most, −1 where nothing is written. */
function countAt(bytes: Buffer, starts: Int32Array, field: number): number {
  const start = starts[field] as number;
  const end = (starts[field + 1] as number) - 1;
  if (start === end) return -1;
  const value = end - start <= 9 ? digits(bytes, start, end) : -1;
  return value < 0 ? NOT_PLAIN : value;
}

/** The one letter of a field; SAID_NOTHING for an empty one, −1 for anything longer. */
function letterAt(bytes: Buffer, starts: Int32Array, field: number): number {
  const start = starts[field] as number;
  const length = (starts[field + 1] as number) - 1 - start;
  if (length === 0) return SAID_NOTHING;
  return length === 1 ? (bytes[start] as number) : -1;
}

const SAID_NOTHING = 0;
/** O for whole diffusion, which nothing means too; P for partial, N for none. */
const IS_DIFFUSION = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte === SAID_NOTHING || 'OPN'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

function bandAt(bytes: Buffer, starts: Int32Array, field: number): number {
  const start = starts[field] as number;
  const length = (starts[field + 1] as number) - 1 - start;
  if (length === 0) return UNKNOWN_STAFF;
  if (length !== 2) return -1;
  if (bytes[start] === LETTER_N && bytes[start + 1] === LETTER_N) return UNKNOWN_STAFF;
  const code = digits(bytes, start, start + 2);
  return code < 0 ? -1 : (BAND_OF_DIGITS[code] as number);
}

const POWERS_OF_TEN = Float64Array.from({ length: 16 }, (_, power) => Number(`1e${power}`));

/**
 * A number with a point and fifteen digits at most, NaN where nothing is written: a whole number of fifteen digits divided by
 * a power of ten is rounded once, so that it is the very number that `Number` reads.
 */
function decimalAt(bytes: Buffer, starts: Int32Array, field: number): number {
  let at = starts[field] as number;
  const end = (starts[field + 1] as number) - 1;
  if (at === end) return NaN;
  const isNegative = bytes[at] === MINUS;
  if (isNegative) at += 1;
  if (end - at < 1 || end - at > 16) return NOT_PLAIN;
  let value = 0;
  let point = -1;
  for (let place = at; place < end; place += 1) {
    const digit = (bytes[place] as number) - DIGIT_0;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (bytes[place] === DOT && point < 0) point = place;
    else return NOT_PLAIN;
  }
  const count = end - at - (point < 0 ? 0 : 1);
  if (count < 1 || count > 15 || point === at) return NOT_PLAIN;
  const size = point < 0 ? value : value / (POWERS_OF_TEN[end - 1 - point] as number);
  return isNegative ? -size : size;
}
