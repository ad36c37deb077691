import { readFileSync, writeFileSync } from 'node:fs';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { EmployerColumns } from '../../shared/scoring/employer-columns.ts';

/**
 * `employers.bin`: eight bytes of magic, the length of a JSON header, the header, then one column after the other, each
 * aligned on eight bytes, little-endian. Reading is one read: its memory is what the engine scans.
 */
const MAGIC = 'VAVEMP02';
const HEADER_AT = 12;

const COLUMNS = [
  ['siret', Float64Array],
  ['latMicro', Int32Array],
  ['lonMicro', Int32Array],
  ['yearlyHires', Int32Array],
  ['nafStart', Uint32Array],
  ['band', Uint8Array],
  ['group', Uint8Array],
  ['isApproximate', Uint8Array],
] as const;

interface Header {
  readonly count: number;
  readonly nafCodes: readonly string[];
}

export function writeEmployersFile(path: string, columns: EmployerColumns): void {
  const header = Buffer.from(JSON.stringify({ count: columns.count, nafCodes: columns.nafCodes } satisfies Header));
  const start = Buffer.alloc(aligned(HEADER_AT + header.length));
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(header.length, MAGIC.length);
  header.copy(start, HEADER_AT);
  const parts = COLUMNS.map(([name]) => {
    const column = columns[name];
    const part = Buffer.alloc(aligned(column.byteLength));
    Buffer.from(column.buffer, column.byteOffset, column.byteLength).copy(part);
    return part;
  });
  writeFileSync(path, Buffer.concat([start, ...parts]));
}

/** @throws AppError DATASET_UNREADABLE when the file is not a whole employers file */
export function readEmployersFile(path: string): EmployerColumns {
  const file = readFileSync(path);
  // A small file may be read into a pool, anywhere in it: typed columns need the alignment of a buffer of their own.
  const { buffer, byteOffset, byteLength } = file;
  const bytes = byteOffset === 0 ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
  if (file.length < HEADER_AT || file.toString('latin1', 0, MAGIC.length) !== MAGIC) throw unreadable();
  const headerLength = file.readUInt32LE(MAGIC.length);
  const header = parseHeader(file.toString('utf8', HEADER_AT, HEADER_AT + headerLength));
  let offset = aligned(HEADER_AT + headerLength);
  const take = <T extends (typeof COLUMNS)[number][1]>(type: T, length: number): InstanceType<T> => {
    const size = length * type.BYTES_PER_ELEMENT;
    if (offset + size > byteLength) throw unreadable();
    const column = new type(bytes, offset, length) as InstanceType<T>;
    offset = aligned(offset + size);
    return column;
  };
  return {
    count: header.count,
    nafCodes: header.nafCodes,
    siret: take(Float64Array, header.count),
    latMicro: take(Int32Array, header.count),
    lonMicro: take(Int32Array, header.count),
    yearlyHires: take(Int32Array, header.count),
    nafStart: take(Uint32Array, header.nafCodes.length + 1),
    band: take(Uint8Array, header.count),
    group: take(Uint8Array, header.count),
    isApproximate: take(Uint8Array, header.count),
  };
}

function parseHeader(text: string): Header {
  try {
    const { count, nafCodes } = JSON.parse(text) as Header;
    if (Number.isInteger(count) && count >= 0 && Array.isArray(nafCodes)) return { count, nafCodes };
  } catch {
    // Falls through to the same refusal as a header of the wrong shape.
  }
  throw unreadable();
}

function aligned(offset: number): number {
  return Math.ceil(offset / 8) * 8;
}

function unreadable(): AppError {
  return new AppError('DATASET_UNREADABLE', 'The employers file of the reference data cannot be read.');
}
