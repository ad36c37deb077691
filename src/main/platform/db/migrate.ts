import { createHash } from 'node:crypto';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { asDatabaseError, copyDatabase } from './encrypted-database.ts';
import type { WriteDb } from './open-database.ts';

/** One step of a schema. Once published it is never edited: its checksum is kept in each database it was applied to. */
export interface Migration {
  /** 10, 20, 30…: tens, growing. */
  readonly version: number;
  readonly name: string;
  /** Statements, without BEGIN or COMMIT: each migration is one transaction. */
  readonly sql: string;
  /** What SQL alone cannot compute of what is there, in the same transaction. */
  readonly fill?: (db: WriteDb) => void;
}

export interface MigrateOptions {
  /** Where to copy a database that holds something before it changes; `version` is the one it has. Null: no copy. */
  readonly copyTo: (version: number) => string | null;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

interface Applied {
  readonly version: number;
  readonly checksum: string;
}

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_at INTEGER NOT NULL
) STRICT`;

/**
 * Brings a database to the last version known, and says which one. Each migration is a transaction: one that fails
 * leaves the database at the version before it.
 * @throws AppError CASES_FROM_FUTURE when the database is newer than this application, CASES_UNREADABLE when its history
 * is not ours or it is damaged, DISK_FULL
 */
export function migrate(db: WriteDb, migrations: readonly Migration[], options: MigrateOptions): number {
  assertNumbered(migrations);
  const known = migrations.at(-1)?.version ?? 0;
  try {
    const applied = readApplied(db);
    assertOurHistory(applied, migrations, known);
    const version = applied.at(-1)?.version ?? 0;
    const pending = migrations.filter((migration) => migration.version > version);
    if (pending.length > 0 && !isEmpty(db)) copyBefore(db, version, options.copyTo);
    applyAll(db, pending, options.now);
    return known;
  } catch (error) {
    throw asDatabaseError(error);
  }
}

/**
 * References are checked at the end of each migration rather than at each statement: with them on, dropping a table that
 * is being rebuilt would erase the rows that point to it (https://www.sqlite.org/lang_altertable.html#otheralter).
 */
function applyAll(db: WriteDb, pending: readonly Migration[], now: number): void {
  db.pragma('foreign_keys = OFF');
  try {
    for (const migration of pending) apply(db, migration, now);
  } finally {
    db.pragma('foreign_keys = ON');
  }
}

function apply(db: WriteDb, { version, name, sql, fill }: Migration, now: number): void {
  const applyOne = db.transaction(() => {
    db.exec(CREATE_TABLE);
    db.exec(sql);
    fill?.(db);
    // A statement of the migration that ended the transaction would leave half of it behind.
    if (!db.inTransaction) throw new Error(`Migration ${version} ends its own transaction.`);
    if (db.prepare('PRAGMA foreign_key_check').get() !== undefined) {
      throw new Error(`Migration ${version} leaves rows that point nowhere.`);
    }
    db.prepare('INSERT INTO migration (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)').run(
      version,
      name,
      checksumOf(sql),
      now,
    );
  });
  applyOne.immediate();
}

function copyBefore(db: WriteDb, version: number, copyTo: MigrateOptions['copyTo']): void {
  const path = copyTo(version);
  if (path !== null) copyDatabase(db, path);
}

function isEmpty(db: WriteDb): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

function readApplied(db: WriteDb): readonly Applied[] {
  const hasTable = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`).get();
  if (hasTable === undefined) return [];
  return db.prepare<[], Applied>('SELECT version, checksum FROM migration ORDER BY version').all();
}

/** The future first: a newer application may have a history that this one cannot judge. */
function assertOurHistory(applied: readonly Applied[], migrations: readonly Migration[], known: number): void {
  const version = applied.at(-1)?.version ?? 0;
  if (version > known) {
    throw new AppError('CASES_FROM_FUTURE', 'The database was written by a newer version.', { version, known });
  }
  applied.forEach((past, index) => {
    const ours = migrations[index];
    if (ours?.version !== past.version || checksumOf(ours.sql) !== past.checksum) {
      throw new AppError('CASES_UNREADABLE', `Migration ${past.version} of the database is not the one known here.`);
    }
  });
}

/** A bug of ours, not of the database: numbers are tens and grow. */
function assertNumbered(migrations: readonly Migration[]): void {
  let before = 0;
  for (const { version } of migrations) {
    if (version % 10 !== 0 || version <= before) throw new Error(`Migration ${version} comes after ${before}.`);
    before = version;
  }
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}
