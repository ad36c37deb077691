import { listBackups, backupFile } from './backup-folder.ts';
import type { Backup } from '../../shared/domain/backup/backup.schema.ts';
import { casesFile } from '../operation/operation.use-cases.ts';
import { isWhole, openEncryptedToRead } from '../platform/db/encrypted-database.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { orOnDamage, readableRows, type Row } from '../platform/db/salvage.ts';
import { isGapless } from './case-jobs.ts';
import { lastNumber } from './compare-logs.ts';

/** What can be read of the log of a damaged file. */
export interface ReadableLog {
  /** False when the file does not open at all. */
  readonly isOpen: boolean;
  readonly byNumber: ReadonlyMap<number, Row>;
  /** The highest number that was read; 0 when there is none. */
  readonly last: number;
  /** Up to this number nothing is missing. */
  readonly unbroken: number;
  readonly isWhole: boolean;
  /** True when the last line of the log is among those that were read. */
  readonly isEndRead: boolean;
}

/** Of a file that does not open. */
export const NO_LOG: ReadableLog = {
  isOpen: false,
  byNumber: new Map(),
  last: 0,
  unbroken: 0,
  isWhole: false,
  isEndRead: false,
};

/** A damaged file, open to read what can be; null when it does not open. Whoever asked closes it. */
export function openDamaged(folder: string, key: Uint8Array): ReadDb | null {
  return orOnDamage(() => openEncryptedToRead(casesFile(folder), key), null);
}

export function readableLog(folder: string, key: Uint8Array): ReadableLog {
  const db = openDamaged(folder, key);
  if (db === null) return NO_LOG;
  try {
    return logOf(db);
  } finally {
    db.close();
  }
}

export function logOf(db: ReadDb): ReadableLog {
  const { rows, isWhole: isReadWhole } = readableRows(db, 'op');
  const byNumber = new Map(rows.map((row) => [Number(row['device_seq']), row]));
  let last = 0;
  for (const number of byNumber.keys()) if (number > last) last = number;
  const unbroken = unbrokenFrom(0, byNumber);
  const end = orOnDamage(
    () =>
      db.prepare<[], number>('SELECT device_seq FROM op NOT INDEXED ORDER BY rowid DESC LIMIT 1').pluck().get() ?? 0,
    null,
  );
  return {
    ...{ isOpen: true, byNumber, last, unbroken },
    isWhole: isReadWhole && unbroken === last,
    isEndRead: isReadWhole || (end !== null && end <= last),
  };
}

/** The last number of those that follow each other after `from`. */
export function unbrokenFrom(from: number, byNumber: ReadonlyMap<number, Row>): number {
  let number = from;
  while (byNumber.has(number + 1)) number += 1;
  return number;
}

/** A copy that was read whole, and where its log ends. */
export interface WholeCopy {
  readonly backup: Backup;
  readonly last: number;
  readonly lastOpId: string | null;
  readonly lastAt: number | null;
}

/**
 * The newest copy that opens with this key and is whole. Not what an earlier restore replaced: somebody chose to leave it.
 */
export function newestWholeCopy(folder: string, key: Uint8Array): WholeCopy | null {
  for (const backup of listBackups(folder)) {
    if (backup.kind === 'before-restore') continue;
    const copy = wholeCopy(folder, key, backup);
    if (copy !== null) return copy;
  }
  return null;
}

/** Null when the copy is damaged, or is not of this space. */
export function wholeCopy(folder: string, key: Uint8Array, backup: Backup): WholeCopy | null {
  return orOnDamage(() => {
    const db = openEncryptedToRead(backupFile(folder, backup.backupId), key);
    try {
      if (!isWhole(db) || !isGapless(db)) return null;
      const last = lastNumber(db);
      const end = db.prepare<[number], { id: string; at: number }>(
        'SELECT op_id AS id, at FROM op WHERE device_seq = ?',
      );
      const op = end.get(last);
      return { backup, last, lastOpId: op?.id ?? null, lastAt: op?.at ?? null };
    } finally {
      db.close();
    }
  }, null);
}

/**
 * Up to where the operations of a damaged file carry on from a copy without a gap; the end of the copy when they are not
 * its continuation.
 */
export function reachOf(copy: WholeCopy, log: ReadableLog): number {
  const same = log.byNumber.get(copy.last);
  if (same !== undefined && same['op_id'] !== copy.lastOpId) return copy.last;
  return unbrokenFrom(copy.last, log.byNumber);
}
