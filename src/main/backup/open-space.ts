import { existsSync, readdirSync, statSync } from 'node:fs';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { markOfLine } from '../operation/verify-chain.use-cases.ts';
import { casesFile, openCaseStore, type CaseStore, type Projection } from '../operation/operation.use-cases.ts';
import { droppedFrames } from '../platform/db/dropped-frames.ts';
import { asDatabaseError, isWhole } from '../platform/db/encrypted-database.ts';
import { orOnDamage } from '../platform/db/salvage.ts';
import { readKeptState, writeKeptState } from './backup-state.ts';
import { lastNumber } from './compare-logs.ts';
import { diagnose, unreadable } from './diagnose.ts';
import { dropStaging, finishSwitches } from './space-switch.ts';
import { alteredEnd } from './verify.use-cases.ts';
import { openWitness, readWitness, type Witness } from './witness.ts';

export interface OpenSpaceOptions {
  readonly projections: readonly Projection<never>[];
  readonly clock: Clock;
}

/** A file up to this size is read whole at each opening: it takes some milliseconds. A larger one is read meanwhile. */
const READ_AT_ONCE_BYTES = 4 * 1024 * 1024;

/**
 * Opens the case files of a workspace, as `openCaseStore`; what is damaged is found and explained first: `details` then
 * say which repair there is and what it would cost (`RepairOffer`).
 *
 * @throws AppError CASES_UNREADABLE with an offer, CASES_FROM_FUTURE, DISK_FULL
 */
export function openSpace(folder: string, key: Uint8Array, isNew: boolean, options: OpenSpaceOptions): CaseStore {
  if (existsSync(folder)) {
    finishSwitches(folder, readdirSync(folder));
    dropLeftStaging(folder);
  }
  if (isNew) return withWitness(openCaseStore(folder, key, true, options), folder);
  const { store, isTailLost } = openedIfSound(folder, key, options);
  if (store === null) throw unreadable(diagnose(folder, key, { isTailLost }));
  noteOtherHistory(store, folder);
  return withWitness(store, folder);
}

/** It is told and not refused: what the log says can be read. */
function noteOtherHistory({ db }: CaseStore, folder: string): void {
  const alteration = alteredEnd(db, folder);
  if (alteration !== null) writeKeptState(folder, { ...readKeptState(folder), alteration });
}

/** Whether the case files open without a fault: there is then nothing to repair. @throws AppError as `openSpace` */
export function isSound(folder: string, key: Uint8Array, options: OpenSpaceOptions): boolean {
  finishSwitches(folder, readdirSync(folder));
  const { store } = openedIfSound(folder, key, options);
  store?.close();
  return store !== null;
}

interface Sound {
  /** Null when there is a fault. */
  readonly store: CaseStore | null;
  readonly isTailLost: boolean;
}

function openedIfSound(folder: string, key: Uint8Array, options: OpenSpaceOptions): Sound {
  const isTailLost = orOnDamage(() => droppedFrames(casesFile(folder), key) > 0, false);
  const store = isTailLost ? null : openedOrNull(folder, key, options);
  if (store === null || !found(store, folder).fault) return { store, isTailLost };
  store.close();
  return { store: null, isTailLost };
}

/** What a process that ended in the middle of a restore left: nobody needs it, and it holds case files. */
function dropLeftStaging(folder: string): void {
  try {
    dropStaging(folder);
  } catch {
    // A restore that is being cancelled still has it open: it removes it at its end, or the next opening does.
  }
}

function openedOrNull(folder: string, key: Uint8Array, options: OpenSpaceOptions): CaseStore | null {
  try {
    return openCaseStore(folder, key, false, options);
  } catch (error) {
    const told = asDatabaseError(error);
    if (!(told instanceof AppError) || told.code !== 'CASES_UNREADABLE') throw error;
    return null;
  }
}

/** Whether something is wrong with a file that opened: its end is missing, or a page cannot be read. */
function found({ db }: CaseStore, folder: string): { readonly fault: boolean } {
  return orOnDamage(
    () => {
      const witness = readWitness(folder);
      if (witness !== null && witness.deviceId === deviceOf(db) && witness.lastSeq > lastNumber(db))
        return { fault: true };
      const isSmall = statSync(casesFile(folder)).size <= READ_AT_ONCE_BYTES;
      const isSuspect = readKeptState(folder).integrity === 'damaged';
      return { fault: (isSmall || isSuspect) && !isWhole(db) };
    },
    { fault: true },
  );
}

/** The store, each operation of which is noted outside of it. */
function withWitness(store: CaseStore, folder: string): CaseStore {
  const writer = openWitness(folder);
  const deviceId = deviceOf(store.db);
  let lastSeq = lastNumber(store.db);
  const markOf = (number: number): string | undefined => markOfLine(store.db, number) ?? undefined;
  const note = <D extends { readonly revision: number }>(done: D): D => {
    if (done.revision > lastSeq) {
      lastSeq = done.revision;
      writer.write({ deviceId, lastSeq, mark: markOf(lastSeq) });
    }
    return done;
  };
  const { log } = store;
  const start: Witness = { deviceId, lastSeq, mark: markOf(lastSeq) };
  writer.write(start);
  return {
    ...store,
    log: {
      ...log,
      commit: (...args) => note(log.commit(...args)),
      erase: (...args) => note(log.erase(...args)),
    },
    close() {
      writer.close();
      store.close();
    },
  };
}

function deviceOf(db: CaseStore['db']): string {
  return db.prepare<[], string>('SELECT id FROM device ORDER BY created_at LIMIT 1').pluck().get() ?? '';
}
