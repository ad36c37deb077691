import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { flushFolder, writeFileAtomic } from './atomic-write.ts';

/**
 * The data of a workstation may be moved to another folder than the one it starts in. The starting folder then says where
 * they are (`moved-to.json`), and the other one where it was started from (`moved-from.json`) under the same identifier:
 * an empty folder where a disk was unplugged is never taken for the data.
 */
const TO = 'moved-to.json';
const FROM = 'moved-from.json';
const JOURNAL = 'move.json';

/** What the starting folder keeps wherever the data are: what is of this machine, and the lines above. */
export const STAYING: ReadonlySet<string> = new Set(
  ['chromium', 'logs', 'window-state.json', TO, FROM, JOURNAL].flatMap((name) => [name, `${name}.tmp`]),
);

/** Where the data are; `missing` is the place that should hold them and does not, null when even that cannot be read. */
export type Whereabouts =
  | { readonly isThere: true; readonly startDir: string; readonly dataDir: string }
  | { readonly isThere: false; readonly startDir: string; readonly missing: string | null };

/** A move as it was begun, kept until its end: whoever starts after a power cut finishes it or takes it back. */
export interface MoveJournal {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What is moved, relative to the folder. */
  readonly files: readonly string[];
}

/** Where the data are of whoever starts with this folder; both the starting folder and the other name each other. */
export function locateData(wanted: string): Whereabouts {
  const startDir = startOf(wanted);
  const pointer = readPlace(join(startDir, TO), 'path');
  if (pointer === null) return { isThere: true, startDir, dataDir: startDir };
  if (pointer === 'damaged') return { isThere: false, startDir, missing: null };
  const marker = readPlace(join(pointer.place, FROM), 'start');
  const isTheirs = marker !== null && marker !== 'damaged' && marker.id === pointer.id;
  return isTheirs
    ? { isThere: true, startDir, dataDir: pointer.place }
    : { isThere: false, startDir, missing: pointer.place };
}

/** The folder of the data of whoever starts with this one. @throws AppError FOLDER_UNREADABLE when it is not there */
export function dataFolderOf(wanted: string): string {
  const whereabouts = locateData(wanted);
  if (whereabouts.isThere) return whereabouts.dataDir;
  throw new AppError('FOLDER_UNREADABLE', 'The data were moved to a folder that is not there.');
}

/** Marks an empty folder as the place of a move that begins. */
export function markPlace({ id, to }: MoveJournal, startDir: string): void {
  writeFileAtomic(join(to, FROM), `${JSON.stringify({ version: 1, id, start: startDir })}\n`);
}

/** Whether the new place of a move was marked for it, by the folder that starts. */
export function isMarked({ id, to }: MoveJournal, startDir: string): boolean {
  const marker = readPlace(join(to, FROM), 'start');
  return marker !== null && marker !== 'damaged' && marker.id === id && marker.place === startDir;
}

/** Whether a folder is the one that starts, or was marked by it: no list of files counts anywhere else. */
export function isOwnFolder(folder: string, startDir: string): boolean {
  if (folder === startDir) return true;
  const marker = readPlace(join(folder, FROM), 'start');
  return marker !== null && marker !== 'damaged' && marker.place === startDir;
}

export function unmarkPlace(folder: string): void {
  rmSync(join(folder, FROM), { force: true });
}

/** From here on the data are at the new place, for whoever starts: one rename, or one removal when they come back. */
export function pointTo({ id, to }: MoveJournal, startDir: string): void {
  if (to !== startDir) {
    writeFileAtomic(join(startDir, TO), `${JSON.stringify({ version: 1, id, path: to })}\n`);
    return;
  }
  rmSync(join(startDir, TO), { force: true });
  flushFolder(startDir);
}

/** Whether the data are at the new place, for whoever starts. */
export function isPointedTo({ id, to }: MoveJournal, startDir: string): boolean {
  const pointer = readPlace(join(startDir, TO), 'path');
  if (to === startDir) return pointer === null;
  return pointer !== null && pointer !== 'damaged' && pointer.id === id;
}

export function writeJournal(startDir: string, journal: MoveJournal): void {
  writeFileAtomic(join(startDir, JOURNAL), `${JSON.stringify({ version: 1, ...journal })}\n`);
}

/** The move that did not come to its end; null when there is none, or when what is there cannot be read. */
export function readJournal(startDir: string): MoveJournal | null {
  const read = readObject(join(startDir, JOURNAL));
  if (read === null || read === 'damaged') return null;
  const { id, from, to, files } = read;
  const isWell =
    typeof id === 'string' && isPlace(from) && isPlace(to) && Array.isArray(files) && files.every(isInside);
  return isWell ? { id, from, to, files } : null;
}

export function removeJournal(startDir: string): void {
  rmSync(join(startDir, JOURNAL), { force: true });
}

/** The folder that says where the data are, when this one holds them; else itself. */
function startOf(wanted: string): string {
  const marker = readPlace(join(wanted, FROM), 'start');
  if (marker === null || marker === 'damaged') return wanted;
  const pointer = readPlace(join(marker.place, TO), 'path');
  const isMutual = pointer !== null && pointer !== 'damaged' && pointer.id === marker.id;
  return isMutual && isSameFolder(pointer.place, wanted) ? marker.place : wanted;
}

function isSameFolder(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return resolve(one) === resolve(other);
  }
}

type Place = { readonly id: string; readonly place: string } | 'damaged' | null;

function readPlace(file: string, field: 'path' | 'start'): Place {
  const read = readObject(file);
  if (read === null || read === 'damaged') return read;
  const { id, [field]: place } = read;
  return typeof id === 'string' && isPlace(place) ? { id, place } : 'damaged';
}

function readObject(file: string): Readonly<Record<string, unknown>> | 'damaged' | null {
  if (!existsSync(file)) return null;
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof read !== 'object' || read === null) return 'damaged';
    const found: Readonly<Record<string, unknown>> = { ...read };
    return found['version'] === 1 ? found : 'damaged';
  } catch {
    return 'damaged';
  }
}

function isPlace(value: unknown): value is string {
  return typeof value === 'string' && isAbsolute(value);
}

/** A file of the folder, and nothing above it. */
function isInside(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !isAbsolute(value) && !value.split(/[\\/]/).includes('..');
}
