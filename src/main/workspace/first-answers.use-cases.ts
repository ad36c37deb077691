import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AccessStatus } from '../../shared/domain/access/access.schema.ts';
import type { Manifest } from '../../shared/domain/dataset/dataset.schema.ts';
import type { Settings } from '../../shared/domain/settings/settings.schema.ts';
import { WORKSPACE_NAMES } from '../../shared/domain/workspace/workspace.ts';
import type { WorkspaceStatus } from '../../shared/domain/workspace/workspace.schema.ts';
import { accessStatusOf, type Holder } from '../access/access-status.use-cases.ts';
import { hasSpace, spaceFiles } from '../access/space-files.use-cases.ts';
import { findRelease } from '../dataset/current-release.use-cases.ts';
import { DEMONSTRATION_PASSPHRASES } from '../demonstration/passphrases.use-cases.ts';
import { readJournal } from '../platform/files/moved-folder.ts';
import { readSettings } from '../settings/read-settings.use-cases.ts';
import { readCurrent, referenceFolder, workspaceFolder } from './workspace-folder.ts';

/** What the unlock screen asks, by call: the answers that the core would give before anybody has unlocked. */
export interface FirstAnswers {
  readonly 'settings.get': Settings;
  readonly 'workspace.status': WorkspaceStatus;
  readonly 'access.status': AccessStatus;
}

/**
 * Read from the files as they lie, before the core is there and without what takes time to load (zod, SQLite). Null unless
 * the start has nothing particular: a space to open, no wrong tries, no move broken off, no demonstration to make again.
 * Where a file does not hold what it seems to, the core says so a moment later.
 */
export function readFirstAnswers({
  dataDir,
  startDir,
}: {
  readonly dataDir: string;
  readonly startDir: string;
}): FirstAnswers | null {
  const current = readCurrent(dataDir);
  const space = spaceFiles(workspaceFolder(dataDir, current));
  const holders = readHolders(space.keyring);
  const manifest = readManifest(findRelease(referenceFolder(dataDir, current)));
  if (holders === null || hasTries(space.attempts) || readJournal(startDir) !== null) return null;
  // One's own files open without data; a demonstration is whole, or made again.
  if (manifest === null && current === 'demonstration') return null;
  const isThere = (name: (typeof WORKSPACE_NAMES)[number]): boolean =>
    findRelease(referenceFolder(dataDir, name)) !== null || hasSpace(workspaceFolder(dataDir, name));
  return {
    'settings.get': readSettings(dataDir),
    'workspace.status': { current, available: WORKSPACE_NAMES.filter(isThere), manifest, preparing: null },
    'access.status': accessStatusOf({
      workspace: current,
      holders,
      session: null,
      demonstrationPassphrases: DEMONSTRATION_PASSPHRASES,
      waitOf: () => 0,
    }),
  };
}

/** Whom a keyring names; null when it is not there, or not as it was written. */
function readHolders(file: string): readonly Holder[] | null {
  const { version, accounts } = objectOf(readJson(file));
  const isWell = version === 1 && Array.isArray(accounts) && accounts.length > 0 && accounts.every(isHolder);
  return isWell ? accounts : null;
}

function isHolder(value: unknown): value is Holder {
  const { id, name, agency, role } = objectOf(value);
  return [id, name, agency].every((text) => typeof text === 'string') && (role === 'advisor' || role === 'supervisor');
}

/** Whether wrong tries are remembered, or what remembers them cannot be read. */
function hasTries(file: string): boolean {
  if (!existsSync(file)) return false;
  const { accounts } = objectOf(readJson(file));
  return Object.keys(objectOf(accounts)).length > 0 || accounts === undefined;
}

function readManifest(release: string | null): Manifest | null {
  const manifest = release === null ? null : readJson(join(release, 'manifest.json'));
  return isManifest(manifest) ? manifest : null;
}

function isManifest(value: unknown): value is Manifest {
  const { formatVersion, version, kind } = objectOf(value);
  return formatVersion === 2 && typeof version === 'string' && (kind === 'demonstration' || kind === 'imported');
}

/** Null when there is nothing to read. */
function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** What a value holds by name; nothing when it is no object. */
function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
