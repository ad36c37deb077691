import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import type { DataFolderStatus, MoveState, OfferedPlace } from '../../shared/domain/data-folder/data-folder.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { defaultDataDir, thisWorkstation } from '../platform/files/data-dir.ts';
import { bytesOf, filesIn, freeBytesAt, type FolderFile } from '../platform/files/folder-files.ts';
import { markPlace, pointTo, STAYING, writeJournal } from '../platform/files/moved-folder.ts';
import type { Log } from '../platform/log/log.ts';
import { copyFiles } from './copy-files.ts';
import { lookAt, placeIn } from './offered-places.ts';
import { settleMove, type Settled } from './settle-move.ts';

/** Where the data of this workstation are, and how they go elsewhere. */
export interface DataFolder {
  status(): DataFolderStatus;
  /** Whether the data lie in another folder than the one that starts. */
  isMoved(): boolean;
  /** Takes a folder that a person chose, and says whether the data can go there. */
  offer(path: string): OfferedPlace;
  /**
   * Locks, then moves everything to an offered place; the end is told, and the core is to be started again after it. A stop
   * at any moment leaves the data whole, and in use, at one of the two places.
   * @throws AppError NOT_FOUND, MOVE_REFUSED (reason)
   */
  move(folderId: string): void;
  cancel(): void;
  /** Nothing is written while a move is running, nor after its end. @throws AppError NOT_ALLOWED (reason: moving) */
  assertMay(call: string, definition: { readonly kind: 'query' | 'command' }): void;
}

export interface DataFolderOptions {
  /** The folder the application starts in; it says where the data are. */
  readonly startDir: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether something is being written that cannot be stopped. */
  readonly isBusy: () => boolean;
  /** Closes the case files, and answers once nothing is done with them any more. */
  readonly lock: () => Promise<void>;
  readonly onChange: (state: MoveState) => void;
}

/** Progress is told at most this often: a screen cannot show more. */
const PROGRESS_EVERY_MS = 80;

/** Commands that write nothing there. */
const WHILE_MOVING: ReadonlySet<string> = new Set(['dataFolder.cancelMove', 'access.lock']);

export function makeDataFolder(options: DataFolderOptions): DataFolder {
  const { startDir, dataDir, clock, log, isBusy, lock, onChange } = options;
  const places = new Map<string, string>();
  let running: AbortController | null = null;
  let state: MoveState = settled(startDir, log) === 'finished' ? { state: 'done' } : { state: 'idle' };
  let isOver = false;

  const become = (next: MoveState): void => {
    state = next;
    onChange(next);
  };
  const look = (path: string): Omit<OfferedPlace, 'folderId'> =>
    lookAt(path, { startDir, dataDir, neededBytes: bytesOf(filesIn(dataDir, STAYING).files) });

  const moveTo = async (to: string, signal: AbortSignal): Promise<void> => {
    try {
      await lock();
      const { files, others } = filesIn(dataDir, STAYING);
      // A link may lead out of the folder: it is for whoever made it to say what becomes of it.
      if (others.length > 0) throw refused('links');
      const journal = { id: randomUUID(), from: dataDir, to, files: files.map(({ path }) => path) };
      writeJournal(startDir, journal);
      makePlace(to);
      markPlace(journal, startDir);
      const onBytes = progressOf(bytesOf(files), clock, become);
      await copyFiles({ from: dataDir, to, files: journal.files, signal, onBytes });
      assertSameFiles(files, filesIn(dataDir, STAYING).files);
      pointTo(journal, startDir);
      log.info('data-folder.moved', { files: files.length });
    } catch (error) {
      settled(startDir, log);
      running = null;
      become(endOf(error, log));
      return;
    }
    isOver = true;
    running = null;
    become({ state: 'done' });
  };

  return {
    status() {
      return {
        path: dataDir,
        isDefault: dataDir === realPathOr(defaultDataDir(thisWorkstation())),
        bytes: bytesOf(filesIn(dataDir, STAYING).files),
        freeBytes: freeBytesAt(dataDir),
        isMovable: running === null && !isOver && !isBusy(),
        move: state,
      };
    },
    isMoved: () => dataDir !== startDir,
    offer(path) {
      const place = placeIn(path, startDir);
      const folderId = `place-${places.size + 1}`;
      places.set(folderId, place);
      return { folderId, ...look(place) };
    },
    move(folderId) {
      const to = places.get(folderId);
      if (to === undefined) throw new AppError('NOT_FOUND', 'This folder was not offered.', { folderId });
      if (running !== null || isOver) throw refused('running');
      if (isBusy()) throw refused('busy');
      const { refusal, neededBytes } = look(to);
      if (refusal !== null) throw refused(refusal);
      running = new AbortController();
      become({ state: 'running', step: 'copying', done: 0, total: neededBytes });
      void moveTo(to, running.signal);
    },
    cancel: () => running?.abort(),
    assertMay(call, { kind }) {
      if (kind === 'query' || WHILE_MOVING.has(call) || (running === null && !isOver)) return;
      throw new AppError('NOT_ALLOWED', 'The data are being moved.', { reason: 'moving' });
    },
  };
}

function refused(reason: string): AppError {
  return new AppError('MOVE_REFUSED', 'The data cannot be moved there now.', { reason });
}

/** What is in the way of the end of a move waits for the next start: both places are whole. */
function settled(startDir: string, log: Log): Settled {
  try {
    const end = settleMove(startDir);
    if (end !== 'nothing') log.info('data-folder.settled', { end });
    return end;
  } catch (error) {
    log.warn('data-folder.not-settled', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
    return 'nothing';
  }
}

/** Nobody but its owner looks into the folder, where the system knows owners. */
function makePlace(to: string): void {
  const made = mkdirSync(to, { recursive: true, mode: 0o700 });
  if (made !== undefined) chmodSync(to, 0o700);
}

function assertSameFiles(before: readonly FolderFile[], after: readonly FolderFile[]): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  throw new AppError('MOVE_REFUSED', 'The data changed while they were copied.', { reason: 'changed' });
}

function progressOf(
  total: number,
  clock: Clock,
  become: (state: MoveState) => void,
): (step: 'copying' | 'checking', bytes: number) => void {
  const done = { copying: 0, checking: 0 };
  let toldAt = -Infinity;
  return (step, bytes) => {
    done[step] += bytes;
    const now = clock.now();
    if (now - toldAt < PROGRESS_EVERY_MS && done[step] < total) return;
    toldAt = now;
    become({ state: 'running', step, done: done[step], total });
  };
}

function endOf(error: unknown, log: Log): MoveState {
  const expected = asDiskError(error);
  if (expected instanceof AppError) {
    if (expected.code === 'CANCELLED') return { state: 'cancelled' };
    const { reason } = expected.details;
    return { state: 'failed', code: expected.code, reason: typeof reason === 'string' ? reason : null };
  }
  // Of the disk or of the rights: the code of the system tells whoever helps, and no path goes with it.
  log.warn('data-folder.not-moved', { code: (error as NodeJS.ErrnoException).code ?? 'unknown' });
  return { state: 'failed', code: 'MOVE_REFUSED', reason: 'disk' };
}

function realPathOr(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
