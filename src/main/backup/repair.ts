import { copyFileSync } from 'node:fs';
import type { Repaired } from '../../shared/domain/backup/backup.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { casesFile, openCaseStore, type CaseStore } from '../operation/operation.use-cases.ts';
import { droppedFrames } from '../platform/db/dropped-frames.ts';
import { asDatabaseError, isWhole } from '../platform/db/encrypted-database.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { orOnDamage } from '../platform/db/salvage.ts';
import { backupFile, findBackup } from './backup-folder.ts';
import { readKeptState, writeKeptState } from './backup-state.ts';
import { isGapless } from './case-jobs.ts';
import { lastNumber } from './compare-logs.ts';
import { lostAfter, witnessOf } from './diagnose.ts';
import { isSound, type OpenSpaceOptions } from './open-space.ts';
import { logOf, NO_LOG, openDamaged, wholeCopy, type ReadableLog } from './readable-log.ts';
import { addOperations, beside, fillFrom, replaceFrom } from './refill.ts';
import { dropStaging, nextDamagedName, stagingFolder, switchToStaged } from './space-switch.ts';

export interface RepairFrom {
  readonly from: 'operations' | 'backup';
  readonly backupId: string | null;
}

interface Damaged {
  /** Null when it does not open. */
  readonly db: ReadDb | null;
  readonly log: ReadableLog;
}

/**
 * Makes a whole file of what can be read of a damaged one: anew from its log, or from a copy and the operations that
 * carry on from it. The damaged file is kept beside. Nobody may have it open.
 *
 * @throws AppError NOT_ALLOWED (reason) for a file that is not damaged and for a copy that a restore left behind,
 * CASES_UNREADABLE when the log gives nothing back, NOT_FOUND or BACKUP_UNREADABLE for the copy, CASES_FROM_FUTURE,
 * DISK_FULL; nothing is then changed
 */
export function repairSpace(folder: string, key: Uint8Array, asked: RepairFrom, options: OpenSpaceOptions): Repaired {
  if (isSound(folder, key, options)) {
    throw new AppError('NOT_ALLOWED', 'These case files are not damaged.', { reason: 'not-damaged' });
  }
  const isTailLost = orOnDamage(() => droppedFrames(casesFile(folder), key) > 0, false);
  const db = openDamaged(folder, key);
  try {
    const damaged: Damaged = { db, log: db === null ? NO_LOG : logOf(db) };
    const staged = asked.from === 'operations' ? fromOperations : fromBackup;
    const { kept, unreadable } = staged(folder, key, { asked, damaged, options });
    db?.close();
    const witness = witnessOf(folder, damaged.log);
    const keptName = nextDamagedName(folder);
    // What was checked and copied is the file that goes.
    writeKeptState(folder, {
      ...readKeptState(folder),
      integrity: 'unknown',
      checkedAt: null,
      alteration: null,
      copied: null,
    });
    switchToStaged(folder, keptName);
    const lostOperations = lostAfter(kept, damaged.log, { isTailLost, witness });
    return { from: asked.from, lostOperations, unreadable, keptAs: `cases.sqlite.${keptName}` };
  } catch (error) {
    throw asDatabaseError(error);
  } finally {
    db?.close();
    dropStaging(folder);
  }
}

interface Work {
  readonly asked: RepairFrom;
  readonly damaged: Damaged;
  readonly options: OpenSpaceOptions;
}

interface Staged {
  /** The number of the last operation of the damaged file that it gives back. */
  readonly kept: number;
  readonly unreadable: readonly string[];
}

function fromOperations(folder: string, key: Uint8Array, { damaged: { db, log }, options }: Work): Staged {
  if (db === null) throw new AppError('CASES_UNREADABLE', 'The log of the case files cannot be read.');
  return closing(openCaseStore(stagingFolder(folder), key, true, options), (store) => {
    // The one of a store that was just made: the log has its own.
    store.db.exec('DELETE FROM device');
    const unreadable = fillFrom(db, store.db, options.projections);
    addOperations(store.db, log, { after: 0, upTo: log.unbroken });
    store.log.rebuild();
    return unreadable;
  });
}

function fromBackup(folder: string, key: Uint8Array, { asked, damaged: { db, log }, options }: Work): Staged {
  const backup = findBackup(folder, asked.backupId ?? '');
  if (backup.kind === 'before-restore') {
    throw new AppError('NOT_ALLOWED', 'A restore chose to leave what this copy holds.', { reason: 'before-restore' });
  }
  const copy = wholeCopy(folder, key, { backup, log });
  if (copy === null) throw new AppError('BACKUP_UNREADABLE', 'This copy cannot be read.');
  const staging = stagingFolder(folder);
  copyFileSync(backupFile(folder, copy.backup.backupId), casesFile(staging));
  const staged = closing(openCaseStore(staging, key, false, options), (store) => {
    addOperations(store.db, log, { after: copy.last, upTo: copy.reach });
    const unreadable =
      db === null ? beside(store.db, options.projections) : replaceFrom(db, store.db, options.projections);
    store.log.rebuild();
    return unreadable;
  });
  return { ...staged, kept: copy.kept };
}

/** Does the work on a staged store, sees that it is whole, and closes it: it is then ready to take its place. */
function closing(store: CaseStore, work: (store: CaseStore) => readonly string[]): Staged {
  try {
    const unreadable = work(store);
    if (!isWhole(store.db) || !isGapless(store.db)) throw new Error('What was repaired is not whole.');
    return { unreadable, kept: lastNumber(store.db) };
  } finally {
    store.close();
  }
}
