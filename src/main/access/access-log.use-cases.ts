import type { AbsenceReason, VisitReason } from '../../shared/domain/hand-over/hand-over.ts';
import type { Medium, PaperKind } from '../../shared/domain/paper/paper.schema.ts';
import { perStore, type Desk } from '../operation/operation.use-cases.ts';

/** What is done with a case file that is not a change: changes are in the log of operations. */
interface Accessed {
  readonly act: 'opened' | 'copied' | 'exported' | 'printed' | 'searched' | 'restored' | 'erased';
  /** Null for a list of people. */
  readonly caseId: string | null;
  readonly reason?: string;
  /** How many people were in what was exported. */
  readonly count?: number;
  /** What left the file, and how; for what is printed or exported of one file. */
  readonly paper?: PaperKind;
  readonly medium?: Medium;
}

export interface AccessLine {
  readonly at: number;
  readonly actorId: string;
  readonly act: Accessed['act'];
  readonly reason: string | null;
  readonly paper: PaperKind | null;
  readonly medium: Medium | null;
}

/** What the reason of an opening begins with, when the file is that of a colleague. */
const VISIT = 'visit ';

/** As the access log keeps why a file of a colleague is opened. */
export function visitReason(why: VisitReason, words: string): string {
  return `${VISIT}${why} ${words}`.trim();
}

/** The reason alone, of the list of reasons. */
function withoutWords(reason: string): string {
  const [why = ''] = reason.slice(VISIT.length).split(' ');
  return `${VISIT}${why}`;
}

export function standInReason(why: AbsenceReason): string {
  return `stand-in ${why}`;
}

export interface AccessLogUseCases {
  /** Writes it down; a file that stays open is one opening, not one at each look. @throws AppError DISK_FULL */
  record(accessed: Accessed): void;
  /** Whether whoever is at the keyboard said since then why they open this file, which is not theirs. */
  hasVisited(caseId: string, since: number): boolean;
  /** What was done with a file without changing it, newest first. */
  ofCase(caseId: string): readonly AccessLine[];
  /** What somebody wrote to say why they opened a file, or took it out whole, goes with the file: that they did stays. */
  forgetWords(caseId: string): void;
  /** Lines that are past their term go. @throws AppError DISK_FULL */
  forgetBefore(instant: number): void;
}

/** Looks at the same file within this time are one opening. */
const ONE_OPENING_MS = 10 * 60_000;

export function makeAccessLogUseCases(desk: Desk): AccessLogUseCases {
  const statements = perStore(desk.store, (db) => ({
    insert: db.prepare(
      `INSERT INTO access_log (at, actor_id, case_id, act, reason, count, paper, medium)
      VALUES (@at, @actorId, @caseId, @act, @reason, @count, @paper, @medium)`,
    ),
    forget: db.prepare('DELETE FROM access_log WHERE at < ?'),
    reasons: db.prepare<[string], { readonly id: number; readonly reason: string }>(
      `SELECT id, reason FROM access_log WHERE case_id = ? AND act = 'opened' AND reason LIKE '${VISIT}%'`,
    ),
    setReason: db.prepare('UPDATE access_log SET reason = ? WHERE id = ?'),
    forgetWhy: db.prepare(`UPDATE access_log SET reason = NULL WHERE case_id = ? AND paper = 'file'`),
    // One of the future, after the clock was put back, opens nothing.
    visited: db
      .prepare<[string, string, number, number], number>(
        `SELECT 1 FROM access_log WHERE case_id = ? AND actor_id = ? AND at BETWEEN ? AND ? AND act = 'opened'
           AND reason LIKE '${VISIT}%'`,
      )
      .pluck(),
    ofCase: db.prepare<[string], AccessLine>(
      'SELECT at, actor_id AS actorId, act, reason, paper, medium FROM access_log WHERE case_id = ? ORDER BY at DESC, id DESC',
    ),
    lastOpening: db
      // One of the future, after the clock was put back, says nothing of this one.
      .prepare<[string, string, number], number | null>(
        `SELECT max(at) FROM access_log WHERE case_id = ? AND actor_id = ? AND act = 'opened' AND at <= ?`,
      )
      .pluck(),
  }));
  return {
    record({ act, caseId, reason, count, paper, medium }) {
      const at = desk.clock.now();
      const actorId = desk.account().id;
      if (act === 'opened' && caseId !== null && reason?.startsWith(VISIT) !== true) {
        const last = statements().lastOpening.get(caseId, actorId, at) ?? null;
        if (last !== null && at - last < ONE_OPENING_MS) return;
      }
      statements().insert.run({
        ...{ at, actorId, caseId, act, reason: reason ?? null, count: count ?? null },
        ...{ paper: paper ?? null, medium: medium ?? null },
      });
    },
    hasVisited: (caseId, since) => statements().visited.get(caseId, desk.account().id, since, desk.clock.now()) === 1,
    ofCase: (caseId) => statements().ofCase.all(caseId),
    forgetWords(caseId) {
      const { reasons, setReason, forgetWhy } = statements();
      forgetWhy.run(caseId);
      for (const { id, reason } of reasons.all(caseId)) setReason.run(withoutWords(reason), id);
    },
    forgetBefore: (instant) => void statements().forget.run(instant),
  };
}
