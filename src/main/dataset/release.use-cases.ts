import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../shared/domain/dataset/dataset.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { EngineColumns } from '../../shared/scoring/engine-columns.ts';
import { openToRead, type ReadDb } from '../platform/db/open-database.ts';
import { findRelease } from './current-release.use-cases.ts';
import { readEmployersFile } from './employers-file.ts';
import { readManifest, wasPublished } from './release-folder.ts';

/** A release of the reference data, open: read-only, whole, replaced by another one but never changed. */
export interface Release {
  readonly path: string;
  readonly manifest: Manifest;
  readonly db: ReadDb;
  readonly columns: EngineColumns;
  readonly close: () => void;
}

/** @throws AppError DATASET_UNREADABLE when a file is missing or is not what the manifest says */
function openRelease(path: string): Release {
  const manifest = readManifest(path);
  try {
    // Sizes tell a file that was cut; hashing the whole database at each start would cost seconds.
    const isCut = manifest.files.some(({ name, bytes }) => statSync(join(path, name)).size !== bytes);
    if (isCut) throw unreadable();
    // The file of the employers has a checksum of its own, and is checked row by row.
    const columns = readEmployersFile(join(path, 'employers.bin'));
    if (columns.count !== manifest.counts.ranked) throw unreadable();
    const db = openDatabase(join(path, 'reference.sqlite'));
    return { path, manifest, db, columns, close: () => db.close() };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable();
  }
}

/** SQLite reads nothing before the first question: a file that is no database is found here, not in a screen. */
function openDatabase(path: string): ReadDb {
  const db = openToRead(path);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function unreadable(): AppError {
  return new AppError('DATASET_UNREADABLE', 'The reference data cannot be opened.');
}

/** Whether a reference folder has a release to open. */
export function hasRelease(root: string): boolean {
  return findRelease(root) !== null;
}

/** What a reference folder holds, said without opening it: a report is asked for when things go wrong. */
export function referenceState(root: string): {
  readonly state: 'none' | 'ready' | 'damaged';
  readonly version: string | null;
} {
  try {
    const path = findRelease(root);
    if (path !== null) return { state: 'ready', version: readManifest(path).version };
    return { state: wasPublished(root) ? 'damaged' : 'none', version: null };
  } catch {
    return { state: 'damaged', version: null };
  }
}

/**
 * Opens the current release of a reference folder, or the release that the folder itself is.
 * @throws AppError NO_DATASET when there is none, DATASET_UNREADABLE when it is not whole
 */
export function openCurrentRelease(root: string): Release {
  const path = findRelease(root);
  if (path === null) throw new AppError('NO_DATASET', 'There are no reference data here yet.');
  return openRelease(path);
}

/** Gives the release in use, or fails with NO_DATASET: what every question about employers starts with. */
export type CurrentRelease = () => Release;

/** Makes a repository once per release: its statements are prepared at the first question, not at each. */
export function perRelease<T>(release: CurrentRelease, make: (db: ReadDb) => T): () => T {
  const made = new WeakMap<Release, T>();
  return () => {
    const current = release();
    const known = made.get(current);
    if (known !== undefined) return known;
    const fresh = make(current.db);
    made.set(current, fresh);
    return fresh;
  };
}
