import Database from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';

/** A connection that may only read; a connection that may write is a `WriteDb`, so that one cannot pass for the other. */
export type ReadDb = Pick<Database.Database, 'prepare' | 'close'> & { readonly __mode?: 'read' };
export type WriteDb = Database.Database;

/**
 * Opens a database to read. `temp_store=MEMORY` on every connection: big sorts would otherwise spill plain text to the
 * temp folder.
 */
export function openToRead(path: string): ReadDb {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  return db;
}

/** Creates a database that is written once by a single process, checked, then only read: no journal to leave behind. */
export function createForBuild(path: string): WriteDb {
  const db = new Database(path);
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = ON');
  return db;
}

/**
 * A file that is damaged where nobody looked yet is found at the question that reads there: an expected failure with
 * words of its own; anything else goes on as it came.
 */
export function asDamageError(error: unknown): unknown {
  const code = String((error as { code?: unknown } | null)?.code);
  if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return error;
  return new AppError('DATASET_UNREADABLE', 'The reference data are damaged.');
}

/** True when SQLite finds the file whole. */
export function isIntact(db: ReadDb): boolean {
  return db.prepare('PRAGMA quick_check').pluck().get() === 'ok';
}
