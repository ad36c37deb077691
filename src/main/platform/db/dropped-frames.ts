import { existsSync, readFileSync } from 'node:fs';
import { openEncryptedToRead } from './encrypted-database.ts';

/** Sizes in the file format of the log (https://www.sqlite.org/walformat.html). */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/**
 * How many pages of the log beside a database were written, up to its last commit, and are dropped at its opening: SQLite
 * reads the log up to the first page whose sum is wrong, and says nothing of what comes after. It must be asked before the
 * database is opened to write, which would write over them.
 *
 * Headers of pages are not encrypted: those of this generation of the log share one of two salts with its header, so that
 * one altered byte hides none of them. A transaction that a power cut tore looks the same as one that was altered after:
 * it is counted too.
 *
 * @throws AppError CASES_UNREADABLE
 */
export function droppedFrames(path: string, key: Uint8Array): number {
  const log = `${path}-wal`;
  if (!existsSync(log)) return 0;
  const committed = committedFrames(readFileSync(log));
  if (committed === 0) return 0;
  const db = openEncryptedToRead(path, key);
  try {
    const { log: read } = db.prepare<[], { log: number }>('PRAGMA wal_checkpoint(NOOP)').get() ?? { log: 0 };
    return Math.max(0, committed - Math.max(0, read));
  } finally {
    db.close();
  }
}

/** The number of the last page of this generation that ends a transaction; 0 when there is none. */
function committedFrames(log: Buffer): number {
  if (log.length < HEADER_BYTES + FRAME_HEADER_BYTES) return 0;
  const pageBytes = log.readUInt32BE(8);
  const frameBytes = FRAME_HEADER_BYTES + (isPageSize(pageBytes) ? pageBytes : 4096);
  const salts = saltsOf(log);
  let last = 0;
  for (let frame = 1; HEADER_BYTES + frame * frameBytes <= log.length; frame += 1) {
    const at = HEADER_BYTES + (frame - 1) * frameBytes;
    const isOfThisGeneration = log.readUInt32BE(at + 8) === salts.first || log.readUInt32BE(at + 12) === salts.second;
    if (isOfThisGeneration && log.readUInt32BE(at + 4) !== 0) last = frame;
  }
  return last;
}

function saltsOf(log: Buffer): { readonly first: number; readonly second: number } {
  return { first: log.readUInt32BE(16), second: log.readUInt32BE(20) };
}

function isPageSize(bytes: number): boolean {
  return bytes >= 512 && bytes <= 65_536 && (bytes & (bytes - 1)) === 0;
}
