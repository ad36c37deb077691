import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { AppError } from '../../shared/kernel/app-error.ts';
import { MalformedColumns, type EmployerColumns } from '../../shared/scoring/employer-columns.ts';
import { toEngineColumns, type EngineColumns } from '../../shared/scoring/engine-columns.ts';

/**
 * `employers.bin`: eight bytes of magic, the length of a JSON header, the CRC-32 of all that follows, the header, then
 * one column after the other, each aligned on eight bytes, little-endian. Reading is one read: its memory is what the
 * engine scans. Blocks and their bounds are not in the file: they are computed from the rows as it is read.
 */
const MAGIC = 'VAVEMP04';
const LENGTH_AT = MAGIC.length;
const CRC_AT = LENGTH_AT + 4;
const HEADER_AT = CRC_AT + 4;

const COLUMNS = [
  'sirets',
  'siretRank',
  'latMicro',
  'lonMicro',
  'yearlyHires',
  'nafStart',
  'traits',
  'departement',
  'forecastLow',
  'forecastHigh',
] as const satisfies readonly (keyof EmployerColumns)[];

/** More establishments than any register has, and sectors than any nomenclature: what claims more is no file of ours. */
const MOST_ROWS = 50_000_000;
const MOST_SECTORS = 10_000;
const MOST_DEPARTEMENTS = 255;

interface Header extends Pick<EmployerColumns, 'count' | 'nafCodes' | 'departements'> {
  /** Whether the two columns of forecasts are there: most releases have none. */
  readonly hasForecasts: boolean;
}

export function writeEmployersFile(path: string, columns: EmployerColumns): void {
  const { count, nafCodes, departements } = columns;
  const hasForecasts = columns.forecastHigh.length > 0;
  const header = Buffer.from(JSON.stringify({ count, nafCodes, departements, hasForecasts } satisfies Header));
  const start = Buffer.alloc(aligned(HEADER_AT + header.length));
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(header.length, LENGTH_AT);
  header.copy(start, HEADER_AT);
  const parts = COLUMNS.map((name) => {
    const column = columns[name];
    const part = Buffer.alloc(aligned(column.byteLength));
    Buffer.from(column.buffer, column.byteOffset, column.byteLength).copy(part);
    return part;
  });
  const file = Buffer.concat([start, ...parts]);
  file.writeUInt32LE(crc32(file.subarray(HEADER_AT)), CRC_AT);
  writeFileSync(path, file);
}

/**
 * @throws AppError DATASET_UNREADABLE when the file is not a whole employers file; `details.problem` says in a word what
 * is wrong with it
 */
export function readEmployersFile(path: string): EngineColumns {
  return parseEmployers(readFileSync(path));
}

/** The same of bytes in memory, which the columns then are. @throws AppError DATASET_UNREADABLE */
export function parseEmployers(file: Buffer): EngineColumns {
  // A small file may be read into a pool, anywhere in it: typed columns need the alignment of a buffer of their own.
  const { buffer, byteOffset, byteLength } = file;
  const bytes = byteOffset === 0 ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  if (byteLength < HEADER_AT) throw unreadable('too-short');
  if (file.toString('latin1', 0, MAGIC.length) !== MAGIC) throw unreadable('magic');
  const headerLength = file.readUInt32LE(LENGTH_AT);
  if (headerLength > byteLength - HEADER_AT) throw unreadable('header-length');
  if (crc32(file.subarray(HEADER_AT)) !== file.readUInt32LE(CRC_AT)) throw unreadable('checksum');
  const header = parseHeader(file.toString('utf8', HEADER_AT, HEADER_AT + headerLength));
  let offset = aligned(HEADER_AT + headerLength);
  const take = <T>(type: Column<T>, length: number): T => {
    const end = offset + length * type.BYTES_PER_ELEMENT;
    if (end > byteLength) throw unreadable('size');
    const column = new type(bytes, offset, length);
    offset = aligned(end);
    return column;
  };
  const { count, nafCodes, departements, hasForecasts } = header;
  const columns: EmployerColumns = {
    ...{ count, nafCodes, departements },
    sirets: take(Float64Array, count),
    siretRank: take(Uint32Array, count),
    latMicro: take(Int32Array, count),
    lonMicro: take(Int32Array, count),
    yearlyHires: take(Float32Array, count),
    nafStart: take(Uint32Array, nafCodes.length + 1),
    traits: take(Uint8Array, count),
    departement: take(Uint8Array, count),
    forecastLow: take(Int32Array, hasForecasts ? count : 0),
    forecastHigh: take(Int32Array, hasForecasts ? count : 0),
  };
  if (offset !== byteLength) throw unreadable('size');
  try {
    return toEngineColumns(columns);
  } catch (error) {
    if (error instanceof MalformedColumns) throw unreadable(error.message);
    throw error;
  }
}

interface Column<T> {
  new (bytes: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

function parseHeader(text: string): Header {
  const { count, nafCodes, departements, hasForecasts } = asObject(text);
  if (!Number.isInteger(count) || Number(count) < 0 || Number(count) > MOST_ROWS) throw unreadable('count');
  if (!isTexts(nafCodes, MOST_SECTORS)) throw unreadable('sectors');
  if (!isTexts(departements, MOST_DEPARTEMENTS)) throw unreadable('departements');
  if (typeof hasForecasts !== 'boolean') throw unreadable('forecasts');
  return { count: Number(count), nafCodes, departements, hasForecasts };
}

function asObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const header: unknown = JSON.parse(text);
    if (typeof header === 'object' && header !== null) return header as Readonly<Record<string, unknown>>;
  } catch {
    // Falls through to the same refusal as a header of the wrong shape.
  }
  throw unreadable('header');
}

function isTexts(value: unknown, most: number): value is readonly string[] {
  return Array.isArray(value) && value.length <= most && value.every((item) => typeof item === 'string');
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function unreadable(problem: string): AppError {
  return new AppError('DATASET_UNREADABLE', 'The employers file of the reference data cannot be read.', { problem });
}
