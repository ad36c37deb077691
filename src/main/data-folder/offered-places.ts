import { mkdtempSync, readdirSync, realpathSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { OfferedPlace, PlaceRefusal } from '../../shared/domain/data-folder/data-folder.schema.ts';
import { isIn, placeWarnings } from '../../shared/domain/data-folder/place.rules.ts';
import { fileSystemAt, filesIn, freeBytesAt } from '../platform/files/folder-files.ts';
import { STAYING } from '../platform/files/moved-folder.ts';

/** What is left free beside the data, so that work can begin there. */
const ROOM_BYTES = 50_000_000;

/** Folder made in a chosen one that holds something else. */
const NAME = 'vis-a-vis';

/** What systems write by themselves at the top of a disk or of a folder. */
const OF_THE_SYSTEM = new Set([
  '.DS_Store',
  'desktop.ini',
  'Thumbs.db',
  'lost+found',
  'System Volume Information',
  '$RECYCLE.BIN',
]);

interface Around {
  readonly startDir: string;
  readonly dataDir: string;
  readonly neededBytes: number;
}

/**
 * Where the data would go: a chosen folder that is empty, or the one that starts, is taken as it is; in another, a folder
 * of their own is made.
 */
export function placeIn(chosen: string, startDir: string): string {
  const folder = realPathOf(chosen);
  return folder === startDir || isEmpty(folder, startDir) ? folder : join(folder, NAME);
}

/** Looks at a place and says whether the data can go there; it makes nothing that stays. */
export function lookAt(path: string, { startDir, dataDir, neededBytes }: Around): Omit<OfferedPlace, 'folderId'> {
  const freeBytes = freeBytesAt(path);
  const fileSystem = fileSystemAt(path);
  const { platform } = process;
  return {
    path,
    freeBytes,
    neededBytes,
    refusal: refusalOf(path, { startDir, dataDir, neededBytes }, freeBytes),
    warnings: placeWarnings({ path, platform, temporaryFolder: tmpdir(), fileSystem }),
  };
}

function refusalOf(
  path: string,
  { startDir, dataDir, neededBytes }: Around,
  freeBytes: number | null,
): PlaceRefusal | null {
  const { platform } = process;
  if (path === dataDir) return 'same';
  const isNested = [startDir, dataDir].some(
    (folder) => folder !== path && (isIn(path, folder, platform) || isIn(folder, path, platform)),
  );
  if (isNested) return 'nested';
  if (!isEmpty(path, startDir)) return 'not-empty';
  if (!isWritable(path)) return 'not-writable';
  return freeBytes !== null && freeBytes < neededBytes + ROOM_BYTES ? 'no-room' : null;
}

/**
 * True of a folder that is not there yet. What the folder that starts keeps for itself does not count, nor the empty
 * folders that an earlier move left in it.
 */
function isEmpty(folder: string, startDir: string): boolean {
  try {
    if (folder !== startDir) return readdirSync(folder).every((name) => OF_THE_SYSTEM.has(name));
    const { files, others } = filesIn(folder, new Set([...STAYING, ...OF_THE_SYSTEM]));
    return files.length + others.length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Asking the system is not enough: on Windows it answers for the attribute of the file, not for the person. */
function isWritable(folder: string): boolean {
  const existing = nearestFolder(folder);
  try {
    rmdirSync(mkdtempSync(join(existing, '.vis-a-vis-')));
    return true;
  } catch {
    return false;
  }
}

function nearestFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false }) !== undefined || dirname(folder) === folder) return folder;
  return nearestFolder(dirname(folder));
}

/** One name for a folder, even for one that is not there yet. */
function realPathOf(path: string): string {
  const folder = resolve(path);
  try {
    return realpathSync(folder);
  } catch {
    return dirname(folder) === folder ? folder : join(realPathOf(dirname(folder)), basename(folder));
  }
}
