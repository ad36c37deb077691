import type { Snapshot } from '../../shared/domain/suggestion/snapshot.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { ENGINES, type Engines } from '../../shared/scoring/engines.ts';
import { replaySnapshot, type Replay } from '../../shared/scoring/replay.ts';
import { readingKey, type Reader } from '../access/reading-key.use-cases.ts';
import { openCasesToRead } from '../operation/reading-store.use-cases.ts';
import { readDecisions } from './decision.repository.ts';

/** `not-computed`: nothing was shown that an engine had made, so there is nothing to compute again. */
export type ReplayVerdict = Replay | 'not-computed';

export interface ReplayedDecision {
  readonly id: string;
  readonly verdict: ReplayVerdict;
}

/**
 * Computes again what decisions kept of what was shown (rule R6), those undone included: the case files are read and
 * nothing is written.
 *
 * @param decisionId null for all of them, in the order in which they were made
 * @throws AppError NOT_FOUND, WRONG_PASSPHRASE, INVALID_INPUT, CASES_FROM_FUTURE, CASES_UNREADABLE
 */
export async function replayIn(
  folder: string,
  reader: Reader,
  decisionId: string | null,
  engines: Engines = ENGINES,
): Promise<readonly ReplayedDecision[]> {
  const key = await readingKey(folder, reader);
  try {
    const db = openCasesToRead(folder, key);
    try {
      const decisions = readDecisions(db, decisionId);
      if (decisionId !== null && decisions.length === 0) {
        throw new AppError('NOT_FOUND', 'No decision has this identifier.');
      }
      return decisions.map(({ id, snapshot }) => ({ id, verdict: verdictOn(snapshot, engines) }));
    } finally {
      db.close();
    }
  } finally {
    key.fill(0);
  }
}

function verdictOn(snapshot: Snapshot, engines: Engines): ReplayVerdict {
  return snapshot.kind === 'suggested' ? replaySnapshot(snapshot, engines) : 'not-computed';
}
