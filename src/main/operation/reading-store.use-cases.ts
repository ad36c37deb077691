import { AppError } from '../../shared/kernel/app-error.ts';
import { openEncryptedToRead } from '../platform/db/encrypted-database.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { MIGRATIONS } from './migrations.ts';
import { casesFile } from './operation.use-cases.ts';

/**
 * Opens the case files of a workspace to read only, where they are: the application may have them open, and goes on
 * writing. They are not brought to the shape of this version, which would be writing.
 *
 * @throws AppError CASES_FROM_FUTURE, CASES_UNREADABLE, also when they are of an earlier version
 */
export function openCasesToRead(folder: string, key: Uint8Array): ReadDb {
  const db = openEncryptedToRead(casesFile(folder), key);
  try {
    assertThisVersion(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function assertThisVersion(db: ReadDb): void {
  const known = MIGRATIONS.at(-1)?.version ?? 0;
  const version = versionOf(db);
  if (version > known) {
    throw new AppError('CASES_FROM_FUTURE', 'The database was written by a newer version.', { version, known });
  }
  if (version < known) {
    throw new AppError('CASES_UNREADABLE', 'The database is of an earlier version: open it in the application first.');
  }
}

function versionOf(db: ReadDb): number {
  const history = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`).get();
  if (history === undefined) return 0;
  return Number(db.prepare('SELECT coalesce(max(version), 0) FROM migration').pluck().get());
}
