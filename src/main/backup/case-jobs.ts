import { rmSync } from 'node:fs';
import type { Alteration } from '../../shared/domain/backup/backup.schema.ts';
import { PROJECTIONS } from '../case-file/cases.use-cases.ts';
import { firstAlteration } from '../operation/verify-chain.use-cases.ts';
import { firstUnfaithful } from '../operation/verify-tables.use-cases.ts';
import { copyDatabase, isWhole, openEncryptedToRead } from '../platform/db/encrypted-database.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

/** A long reading of a file of case files, done beside the core so that the core keeps answering. */
export type CaseJob =
  | { readonly kind: 'copy'; readonly from: string; readonly to: string }
  | { readonly kind: 'check'; readonly from: string }
  /** The chain of the log, then whether what is shown is what it says: a few seconds for the longest. */
  | { readonly kind: 'verify'; readonly from: string };

export interface CaseJobResult {
  /** False when a check found damage, or a number missing in the log. */
  readonly isWhole: boolean;
  /** What of the log is not as it was written; null as well for a copy that was just taken. */
  readonly alteration: Alteration | null;
  /** What was read when it was copied; empty for what only reads. */
  readonly mark: string;
}

/** Runs a job with a key that it erases. @throws AppError CASES_UNREADABLE, DISK_FULL, CANCELLED; nothing is then left */
export type RunCaseJob = (job: CaseJob, key: Uint8Array, signal: AbortSignal) => Promise<CaseJobResult>;

/**
 * The work itself. A statement of SQLite cannot be stopped half-way: whether it was cancelled is asked between them, and
 * what was copied for nothing is removed.
 */
export function doCaseJob(job: CaseJob, key: Uint8Array, isCancelled: () => boolean): CaseJobResult {
  const db = openEncryptedToRead(job.from, key);
  try {
    assertGoesOn(isCancelled);
    if (job.kind === 'verify') {
      return { isWhole: true, alteration: firstAlteration(db) ?? firstUnfaithful(db, PROJECTIONS), mark: '' };
    }
    if (job.kind === 'check') {
      if (!isWhole(db)) return { isWhole: false, alteration: null, mark: '' };
      const alteration = firstAlteration(db);
      return { isWhole: alteration !== null || isGapless(db), alteration, mark: '' };
    }
    const mark = markOf(db);
    copyDatabase(db, job.to);
    if (isCancelled()) rmSync(job.to, { force: true });
    assertGoesOn(isCancelled);
    return { isWhole: true, alteration: null, mark };
  } finally {
    db.close();
  }
}

/** What `markOf` says of a store in which nobody wrote. */
export const EMPTY_MARK = '0/0.0';

/** What a copy would hold that people wrote: the log, and what is begun and not validated. */
export function markOf(db: ReadDb): string {
  const last = db.prepare('SELECT coalesce(max(device_seq), 0) FROM op').pluck().get();
  const drafts = db.prepare(`SELECT count(*) || '.' || coalesce(max(saved_at), 0) FROM draft`).pluck().get();
  return `${String(last)}/${String(drafts)}`;
}

/** Whether no number is missing in the log. */
export function isGapless(db: ReadDb): boolean {
  const row = db
    .prepare<[], { ops: number; last: number }>('SELECT count(*) AS ops, coalesce(max(device_seq), 0) AS last FROM op')
    .get();
  return row !== undefined && row.ops === row.last;
}

/** Runs a job here, without a worker: for tests and the command line. */
export const runCaseJobHere: RunCaseJob = (job, key, signal) =>
  Promise.resolve().then(() => {
    try {
      return doCaseJob(job, key, () => signal.aborted);
    } finally {
      key.fill(0);
    }
  });

function assertGoesOn(isCancelled: () => boolean): void {
  if (isCancelled()) throw new AppError('CANCELLED', 'The case files were locked meanwhile.');
}
