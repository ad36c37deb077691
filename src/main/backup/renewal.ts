import { ERASED, WORDS_ERASED } from '../../shared/domain/operation/operation.ts';
import type { ReadDb } from '../platform/db/open-database.ts';

/**
 * What goes at its term goes from the copies within so long, all at once: copies replaced at each such day would leave one
 * copy and no past to go back to.
 */
const AT_TERM_MS = 30 * 86_400_000;

/**
 * Whether copies older than an operation are to give way to a fresh one: at once where somebody had a file erased since,
 * within a month where its term had come. Asked of the log: a process that died in between forgets nothing.
 */
export function isRenewalDue(db: ReadDb, { after, now }: { readonly after: number; readonly now: number }): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM op WHERE device_seq > @after AND kind IN ('${ERASED}', '${WORDS_ERASED}')
           AND (at <= @longAgo OR kind = '${ERASED}' AND payload ->> 'why' <> 'term') LIMIT 1`,
      )
      .get({ after, longAgo: now - AT_TERM_MS }) !== undefined
  );
}
