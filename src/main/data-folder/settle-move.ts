import { rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  isMarked,
  isOwnFolder,
  isPointedTo,
  readJournal,
  removeJournal,
  unmarkPlace,
  type MoveJournal,
} from '../platform/files/moved-folder.ts';

export type Settled = 'nothing' | 'finished' | 'undone';

/**
 * Brings a move to its end, however it stopped. Where the pointer says that the data are at the new place, what was moved
 * is removed from the old one; otherwise, from the new one. Only files of the move are removed, one by one. It runs before
 * anything is opened, and again at the next start when something is in the way.
 */
export function settleMove(startDir: string): Settled {
  const journal = readJournal(startDir);
  if (journal === null) {
    // One that cannot be read was never begun: it is written whole before anything is copied.
    removeJournal(startDir);
    return 'nothing';
  }
  if (isPointedTo(journal, startDir)) {
    // Nothing is removed from the old place while the new one is not there to be seen.
    if (journal.to !== startDir && !isMarked(journal, startDir)) return 'nothing';
    finish(journal, startDir);
    return 'finished';
  }
  if (isMarked(journal, startDir) && journal.to !== journal.from) {
    removeMoved(journal.to, journal.files);
    unmarkPlace(journal.to);
  }
  removeJournal(startDir);
  return 'undone';
}

function finish({ from, to, files }: MoveJournal, startDir: string): void {
  if (isOwnFolder(from, startDir) && from !== to) {
    removeMoved(from, files);
    if (from !== startDir) unmarkPlace(from);
  }
  // Back where it starts, the folder has no pointer, and needs no mark.
  if (to === startDir) unmarkPlace(to);
  removeJournal(startDir);
}

function removeMoved(folder: string, files: readonly string[]): void {
  for (const file of files) rmSync(join(folder, file), { force: true });
  const folders = new Set(files.flatMap(foldersAbove));
  // The inner ones first; one that holds something else stays.
  for (const inner of [...folders].sort((one, other) => other.length - one.length)) removeIfEmpty(join(folder, inner));
}

function foldersAbove(file: string): readonly string[] {
  const inner = dirname(file);
  return inner === '.' ? [] : [inner, ...foldersAbove(inner)];
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It holds something that was not moved, or is gone already.
  }
}
