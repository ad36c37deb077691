import { perStore, type Desk } from '../operation/operation.use-cases.ts';

/** What is done with a case file that is not a change: changes are in the log of operations. */
interface Accessed {
  readonly act: 'opened' | 'copied' | 'exported' | 'printed' | 'searched' | 'restored' | 'erased';
  /** Null for a list of people. */
  readonly caseId: string | null;
  readonly reason?: string;
  /** How many people were in what was exported. */
  readonly count?: number;
}

export interface AccessLogUseCases {
  /** Writes it down; a file that stays open is one opening, not one at each look. @throws AppError DISK_FULL */
  record(accessed: Accessed): void;
  /** Lines that are past their term go. @throws AppError DISK_FULL */
  forgetBefore(instant: number): void;
}

/** Looks at the same file within this time are one opening. */
const ONE_OPENING_MS = 10 * 60_000;

export function makeAccessLogUseCases(desk: Desk): AccessLogUseCases {
  const statements = perStore(desk.store, (db) => ({
    insert: db.prepare(
      'INSERT INTO access_log (at, actor_id, case_id, act, reason, count) VALUES (@at, @actorId, @caseId, @act, @reason, @count)',
    ),
    forget: db.prepare('DELETE FROM access_log WHERE at < ?'),
    lastOpening: db
      // One of the future, after the clock was put back, says nothing of this one.
      .prepare<[string, string, number], number | null>(
        `SELECT max(at) FROM access_log WHERE case_id = ? AND actor_id = ? AND act = 'opened' AND at <= ?`,
      )
      .pluck(),
  }));
  return {
    record({ act, caseId, reason, count }) {
      const at = desk.clock.now();
      const actorId = desk.account().id;
      if (act === 'opened' && caseId !== null) {
        const last = statements().lastOpening.get(caseId, actorId, at) ?? null;
        if (last !== null && at - last < ONE_OPENING_MS) return;
      }
      statements().insert.run({ at, actorId, caseId, act, reason: reason ?? null, count: count ?? null });
    },
    forgetBefore: (instant) => void statements().forget.run(instant),
  };
}
