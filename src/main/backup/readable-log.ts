import { listBackups, backupFile } from './backup-folder.ts';
import type { Backup } from '../../shared/domain/backup/backup.schema.ts';
import { casesFile } from '../operation/operation.use-cases.ts';
import { isWhole, openEncryptedToRead } from '../platform/db/encrypted-database.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { orOnDamage, readableRows, type Row } from '../platform/db/salvage.ts';
import { isGapless } from './case-jobs.ts';
import { instantOfNumber, lastNumber } from './compare-logs.ts';

/** What can be read of the log of a damaged file. */
export interface ReadableLog {
  /** False when the file does not open at all. */
  readonly isOpen: boolean;
  readonly byNumber: ReadonlyMap<number, Row>;
  /** The identifiers of its operations: of those that were read, and of those that only its index still names. */
  readonly ids: ReadonlySet<string>;
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
  ids: new Set(),
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
    ...{ isOpen: true, byNumber, ids: idsOf(db, rows), last, unbroken },
    isWhole: isReadWhole && unbroken === last,
    isEndRead: isReadWhole || (end !== null && end <= last),
  };
}

function idsOf(db: ReadDb, rows: readonly Row[]): ReadonlySet<string> {
  const ids = new Set(rows.map((row) => String(row['op_id'])));
  // Read from the index of the identifiers, whose pages are not those of the operations.
  const named = db.prepare<[], string>('SELECT op_id FROM op').pluck();
  orOnDamage(() => {
    for (const id of named.iterate()) ids.add(id);
  }, undefined);
  return ids;
}

/** The last number of those that follow each other after `from`. */
export function unbrokenFrom(from: number, byNumber: ReadonlyMap<number, Row>): number {
  let number = from;
  while (byNumber.has(number + 1)) number += 1;
  return number;
}

/** A copy that was read whole, and what it gives back of a damaged file. */
export interface WholeCopy {
  readonly backup: Backup;
  readonly last: number;
  readonly lastAt: number | null;
  /** Up to where the operations of the damaged file carry on from it without a gap; its own end when none does. */
  readonly reach: number;
  /**
   * The number up to which it gives back what the damaged file had: `reach`, or less when an earlier restore made each of
   * them go on in its own way, so that the same numbers are other operations.
   */
  readonly kept: number;
}

export function isDiverged({ kept, reach }: WholeCopy): boolean {
  return kept < reach;
}

/**
 * The whole copy of which the last operation is the newest, by what it holds: the date of a file does not survive every
 * move. One of another history than the log only where there is no other; what an earlier restore replaced never:
 * somebody chose to leave it.
 */
export function newestWholeCopy(folder: string, key: Uint8Array, log: ReadableLog): WholeCopy | null {
  const copies = listBackups(folder)
    .filter(({ kind }) => kind !== 'before-restore')
    .flatMap((backup) => readCopy(folder, key, { backup, log }) ?? [])
    .toSorted((a, b) => Number(isDiverged(a)) - Number(isDiverged(b)) || (b.lastAt ?? 0) - (a.lastAt ?? 0));
  return copies.find(({ backup }) => isCopyWhole(folder, key, backup)) ?? null;
}

/** Null when the copy is damaged, or is not of this space. */
export function wholeCopy(
  folder: string,
  key: Uint8Array,
  asked: { readonly backup: Backup; readonly log: ReadableLog },
): WholeCopy | null {
  return isCopyWhole(folder, key, asked.backup) ? readCopy(folder, key, asked) : null;
}

function isCopyWhole(folder: string, key: Uint8Array, backup: Backup): boolean {
  return readingCopy(folder, key, backup, (db) => isWhole(db) && isGapless(db)) ?? false;
}

function readCopy(
  folder: string,
  key: Uint8Array,
  { backup, log }: { readonly backup: Backup; readonly log: ReadableLog },
): WholeCopy | null {
  return readingCopy(folder, key, backup, (db) => {
    const last = lastNumber(db);
    const lastAt = instantOfNumber(db, last);
    const agreed = lastAgreed(db, log);
    if (agreed.isCarriedOn) {
      const reach = unbrokenFrom(last, log.byNumber);
      return { backup, last, lastAt, reach, kept: reach };
    }
    return { backup, last, lastAt, reach: last, kept: agreed.number };
  });
}

function readingCopy<T>(folder: string, key: Uint8Array, backup: Backup, read: (db: ReadDb) => T): T | null {
  return orOnDamage(() => {
    const db = openEncryptedToRead(backupFile(folder, backup.backupId), key);
    try {
      return read(db);
    } finally {
      db.close();
    }
  }, null);
}

/**
 * Whether a log carries on from a copy: it has the last operation of it. Otherwise the number of the last one that both
 * have before they differ; the end of the copy where nothing that can be read differs, as when the log is what was lost.
 */
function lastAgreed(copy: ReadDb, log: ReadableLog): { readonly isCarriedOn: boolean; readonly number: number } {
  const last = lastNumber(copy);
  const end = copy.prepare<[number], string>('SELECT op_id FROM op WHERE device_seq = ?').pluck().get(last);
  if (end === undefined || log.ids.has(end)) return { isCarriedOn: true, number: last };
  const operations = copy.prepare<[], { number: number; id: string }>(
    'SELECT device_seq AS number, op_id AS id FROM op ORDER BY device_seq',
  );
  let agreed = 0;
  for (const { number, id } of operations.iterate()) {
    if (log.ids.has(id)) agreed = number;
    else if (log.byNumber.has(number)) return { isCarriedOn: false, number: agreed };
  }
  return { isCarriedOn: false, number: last };
}
