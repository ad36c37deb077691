import { ERASED } from '../../shared/domain/operation/operation.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { openCaseStore, type CaseStore } from '../operation/operation.use-cases.ts';
import type { WriteDb } from '../platform/db/open-database.ts';
import { erasuresAfter, lastNumber, lastShared } from './compare-logs.ts';
import type { OpenSpaceOptions } from './open-space.ts';
import { takeOver } from './refill.ts';

export interface Prepared {
  readonly lostOperations: number;
  readonly erasedAgain: number;
}

/**
 * What stays as it is now: who looked at what, what each screen remembers, and what is of no log, where what was put right
 * or taken away must not come back: whom to ask for at companies, and lines of preparation.
 */
const NOT_OF_A_COPY = ['access_log', 'preference', 'employer_contact', 'private_line'] as const;

/**
 * Makes a staged copy ready to take the place of what is there: of this version's shape, without what was erased since,
 * with what is of no copy, and a line of the access log that says so.
 * @throws AppError CASES_FROM_FUTURE, BACKUP_UNREADABLE, DISK_FULL
 */
export function prepareStaged(
  staging: string,
  key: Uint8Array,
  { now, actorId, takenAt }: { readonly now: CaseStore; readonly actorId: string; readonly takenAt: number },
  options: OpenSpaceOptions,
): Prepared {
  const store = openStaged(staging, key, options);
  try {
    const shared = lastShared(now.db, store.db);
    const lostOperations = lastNumber(now.db) - shared;
    const erased = erasuresAfter(now.db, shared).filter(({ opId }) => eraseAgain(store, now, opId));
    takeOver(now.db, store.db, NOT_OF_A_COPY);
    store.db
      .prepare(
        `INSERT INTO access_log (at, actor_id, case_id, act, reason, count) VALUES (?, ?, NULL, 'restored', ?, ?)`,
      )
      .run(options.clock.now(), actorId, new Date(takenAt).toISOString(), lostOperations);
    return { lostOperations, erasedAgain: erased.length };
  } finally {
    store.close();
  }
}

/** Does an erasure again in a copy that still has the file. False when there is nothing to erase. */
function eraseAgain(copy: CaseStore, now: CaseStore, opId: string): boolean {
  const op = now.log.find(opId);
  const { caseId } = op ?? {};
  if (op === null || typeof caseId !== 'string' || !isHeld(copy.db, caseId)) return false;
  copy.log.erase({ ...op, caseId, kind: ERASED, baseRevision: null }, 'all', () => {
    for (const table of ['draft', 'draft_mark']) copy.db.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
  });
  return true;
}

function isHeld(db: WriteDb, caseId: string): boolean {
  return db.prepare('SELECT 1 FROM op WHERE case_id = ? AND payload IS NOT NULL LIMIT 1').get(caseId) !== undefined;
}

/** Damage is that of the copy. */
function openStaged(staging: string, key: Uint8Array, options: OpenSpaceOptions): CaseStore {
  try {
    return openCaseStore(staging, key, false, options);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CASES_UNREADABLE') throw error;
    throw new AppError('BACKUP_UNREADABLE', 'This copy cannot be read.');
  }
}
