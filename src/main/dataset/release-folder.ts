import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { manifestSchema, type Manifest } from '../../shared/domain/dataset/dataset.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { flushFolder, writeFileAtomic } from '../platform/files/atomic-write.ts';
import { POINTER, readPointer } from './current-release.use-cases.ts';

/**
 * A reference folder: `releases/<version>/` holds what was published, `current.json` points to the one in use. Only the
 * pointer changes, by renaming a file over it, so that the current release is whole at every instant.
 */
const RELEASES_KEPT = 2;

/** Whether a release was ever put in use here, even one that is no longer found. */
export function wasPublished(root: string): boolean {
  return existsSync(join(root, POINTER));
}

export function readManifest(release: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(release, 'manifest.json'), 'utf8')));
  } catch {
    throw new AppError('DATASET_UNREADABLE', 'The manifest of the reference data cannot be read.');
  }
}

const STAGING = '.staging-';

/** A folder beside the releases to build the next one in. Leftovers of processes that died are swept first. */
export function createStaging(root: string): string {
  const releases = join(root, 'releases');
  mkdirSync(releases, { recursive: true });
  for (const name of readdirSync(releases)) {
    const owner = Number(name.startsWith(STAGING) ? name.slice(STAGING.length) : Number.NaN);
    if (owner === process.pid || (owner > 0 && !isRunning(owner))) {
      rmSync(join(releases, name), { recursive: true, force: true });
    }
  }
  const staging = join(releases, `${STAGING}${process.pid}`);
  mkdirSync(staging);
  return staging;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process cannot be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Puts a finished staging folder under its version and makes it the current release; the one before is kept. The same
 * content has the same version: a release that is already there, and whole, is kept rather than replaced under its reader,
 * unless its employers are laid out as another version of the application did.
 */
export function publishStaging(root: string, staging: string, version: string): string {
  const releases = join(root, 'releases');
  const release = join(releases, version);
  if (existsSync(release) && isWhole(release) && hasSameEmployers(release, staging)) {
    rmSync(staging, { recursive: true, force: true });
  } else {
    rmSync(release, { recursive: true, force: true });
    renameSync(staging, release);
    flushFolder(releases);
  }
  const before = readPointer(root);
  writeFileAtomic(join(root, POINTER), `${JSON.stringify({ version })}\n`);
  try {
    dropOldReleases(releases, [version, before]);
  } catch {
    // The new release is in use: an old one that a reader still holds (Windows) goes at the next import.
  }
  return release;
}

function hasSameEmployers(release: string, staging: string): boolean {
  const [kept, made] = [release, staging].map((folder) =>
    readManifest(folder).files.find(({ name }) => name === 'employers.bin'),
  );
  return kept?.sha256 === made?.sha256;
}

/** True when each file of the release is the one its manifest was signed for. */
export function isWhole(release: string): boolean {
  try {
    return readManifest(release).files.every(({ name, sha256 }) => sha256OfFile(join(release, name)) === sha256);
  } catch {
    return false;
  }
}

export function sha256OfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function dropOldReleases(releases: string, kept: readonly (string | null)[]): void {
  const others = readdirSync(releases).filter((name) => !kept.includes(name) && !name.startsWith(STAGING));
  const spare = RELEASES_KEPT - new Set(kept.filter((name) => name !== null)).size;
  for (const name of others.slice(Math.max(0, spare))) rmSync(join(releases, name), { recursive: true, force: true });
}
