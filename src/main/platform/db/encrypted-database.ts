import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { asDiskError, flushFile, flushFolder } from '../files/atomic-write.ts';
import type { ReadDb, WriteDb } from './open-database.ts';

/** Bytes of a data key: the cipher takes it as it is, nothing is derived, so that opening takes a millisecond. */
export const KEY_BYTES = 32;

/** Pages kept in memory, in KiB. Each page read again is deciphered again: a cache below the hot set makes scans 4 to 6 times slower. */
const CACHE_KIB = 65_536;

/** How long a statement waits for another connection of ours (a copy, a reader), in milliseconds. */
const BUSY_MS = 5_000;

/** Creates an encrypted database. @throws AppError DISK_FULL; Error when the file is there: nothing is written over */
export function createEncrypted(path: string, key: Uint8Array): WriteDb {
  if (existsSync(path)) throw new Error('There is a file where the database was to be created.');
  try {
    return ready(() => new Database(path), key, setWriting);
  } catch (error) {
    for (const file of filesOf(path)) rmSync(file, { force: true });
    throw error;
  }
}

/** What a database is made of on the disk: the file itself, its log and the index of its log. */
export function filesOf(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`];
}

/**
 * Opens an encrypted database to read and write.
 * @throws AppError CASES_UNREADABLE when there is no database with that key, DISK_FULL; the file is left as it is
 */
export function openEncrypted(path: string, key: Uint8Array): WriteDb {
  assertSomething(path);
  return ready(() => new Database(path, { fileMustExist: true }), key, setWriting);
}

/** The same, to read only. @throws AppError CASES_UNREADABLE */
export function openEncryptedToRead(path: string, key: Uint8Array): ReadDb {
  assertSomething(path);
  return ready(() => new Database(path, { fileMustExist: true, readonly: true }), key, setReading);
}

/**
 * Puts a copy beside, checked and on the disk before it takes its name: the same cipher, the same key. (The backup
 * of SQLite refuses encrypted databases; `VACUUM INTO` does not.)
 * @throws AppError DISK_FULL, CASES_UNREADABLE when what was copied is damaged; what had the name is then kept
 */
export function copyDatabase(db: ReadDb, toPath: string): void {
  // One name, whoever writes: what a crash leaves is replaced by the next copy rather than kept for ever.
  const beside = `${toPath}.tmp`;
  try {
    mkdirSync(dirname(toPath), { recursive: true });
    rmSync(beside, { force: true });
    db.prepare('VACUUM INTO ?').run(beside);
    assertCopyIsWhole(db, beside);
    flushFile(beside);
    renameSync(beside, toPath);
    flushFolder(dirname(toPath));
  } catch (error) {
    rmSync(beside, { force: true });
    throw asDatabaseError(error);
  }
}

/**
 * True when SQLite finds the file whole. Each page carries the cipher's own proof (Poly1305), verified as it is read:
 * this build has no check of its own beside that one.
 */
export function isWhole(db: ReadDb): boolean {
  try {
    return db.prepare('PRAGMA quick_check').pluck().get() === 'ok';
  } catch (error) {
    if (!isDamage(error)) throw error;
    return false;
  }
}

/**
 * The expected failures of a database, with words of their own: damage or another key, a full disk. Anything else goes on
 * as it came.
 */
export function asDatabaseError(error: unknown): unknown {
  if (isDamage(error)) return new AppError('CASES_UNREADABLE', 'The database cannot be read with this key.');
  // The index of the log is the first file that a full disk has no room for.
  if (codeOf(error) === 'SQLITE_IOERR_SHMSIZE') {
    return new AppError('DISK_FULL', 'There is no space left on the disk.');
  }
  return asDiskError(error);
}

function isDamage(error: unknown): boolean {
  return /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error));
}

function codeOf(error: unknown): string {
  return String((error as { readonly code?: unknown }).code);
}

/** Opens, gives the key, and reads once: a wrong key shows at the first read and not before. */
function ready(open: () => WriteDb, key: Uint8Array, prepare: (db: WriteDb) => void): WriteDb {
  let db: WriteDb | null = null;
  try {
    db = opened(open);
    giveKey(db, key);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    prepare(db);
    return db;
  } catch (error) {
    db?.close();
    throw asDatabaseError(error);
  }
}

/** A file that this person may not read is, for them, one that cannot be read. */
function opened(open: () => WriteDb): WriteDb {
  try {
    return open();
  } catch (error) {
    if (codeOf(error) !== 'SQLITE_CANTOPEN') throw error;
    throw new AppError('CASES_UNREADABLE', 'The file of the database cannot be opened.');
  }
}

/** By its bytes and not by a statement: a key in a text of ours could not be erased afterwards. */
function giveKey(db: WriteDb, key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new Error(`A data key has ${KEY_BYTES} bytes.`);
  db.pragma(`cipher = 'chacha20'`);
  const raw = Buffer.concat([Buffer.from('raw:'), key]);
  try {
    db.key(raw);
  } finally {
    raw.fill(0);
  }
}

/** What is told to every connection. Without `temp_store`, big sorts spill plain text to the temp folder. */
function setReading(db: WriteDb): void {
  db.pragma('temp_store = MEMORY');
  db.pragma('trusted_schema = OFF');
  db.pragma('foreign_keys = ON');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  db.pragma(`busy_timeout = ${BUSY_MS}`);
}

function setWriting(db: WriteDb): void {
  setReading(db);
  db.pragma('journal_mode = WAL');
  // The default of WAL (NORMAL) can lose the last commits in a power cut.
  db.pragma('synchronous = FULL');
  // Only macOS heeds it: there, fsync alone leaves data in the memory of the disk.
  db.pragma('fullfsync = ON');
  // What is erased is overwritten, for whoever has the key too; measured: costs nothing.
  db.pragma('secure_delete = ON');
}

/** SQLite takes an empty file for a new database: where there should be one, it is damage, not a fresh start. */
function assertSomething(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) {
    throw new AppError('CASES_UNREADABLE', 'The database is not there, or is empty.');
  }
}

/** Attached without a key of its own, a database is read with the key of the first: a copy in clear is refused. */
function assertCopyIsWhole(db: ReadDb, path: string): void {
  db.prepare('ATTACH ? AS copied').run(path);
  try {
    if (db.prepare('PRAGMA copied.quick_check').pluck().get() !== 'ok') {
      throw new AppError('CASES_UNREADABLE', 'The copy of the database is damaged.');
    }
  } finally {
    db.prepare('DETACH copied').run();
  }
}
