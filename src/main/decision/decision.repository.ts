import {
  currentDecision,
  itemKey,
  type DecisionThread,
  type ThreadedDecision,
} from '../../shared/domain/decision/decision.rules.ts';
import type {
  Decision,
  DecisionItem,
  DecisionOutcome,
  SetAsideReason,
} from '../../shared/domain/decision/decision.schema.ts';
import type { Snapshot } from '../../shared/domain/suggestion/snapshot.schema.ts';
import type { ReadDb, WriteDb } from '../platform/db/open-database.ts';

interface DecisionRow {
  readonly id: string;
  readonly case_id: string;
  readonly item: string;
  readonly outcome: string;
  readonly reasons: string;
  readonly words: string;
  readonly snapshot: string;
  readonly actor_id: string;
  readonly at: number;
  readonly made_seq: number;
  readonly is_withdrawn: number;
  readonly revision: number;
}

/** What holds now on an item, named by `itemKey`. */
export interface HoldingDecision {
  readonly id: string;
  readonly itemKey: string;
  readonly outcome: DecisionOutcome;
  readonly revision: number;
}

export interface DecisionRepository {
  read(threadId: string): DecisionThread | null;
  write(thread: DecisionThread): void;
  /** What holds now in a case file, newest first. */
  currentOf(caseId: string): readonly Decision[];
  /** The same without what was said and shown: what a list asks of every file it is made for. */
  holdingIn(caseId: string): readonly HoldingDecision[];
  /** All that was decided in a case file, what was taken back included, oldest first. */
  madeIn(caseId: string): readonly Decision[];
  /** How many other people each establishment was retained for since an instant. */
  retainedFor(sirets: readonly string[], since: number, exceptCase: string): ReadonlyMap<string, number>;
  /** The files that an establishment is retained in, of every portfolio. */
  casesRetaining(siret: string): readonly string[];
}

export function decisionRepository(db: WriteDb): DecisionRepository {
  const thread = db.prepare<[string, string], DecisionRow>(
    'SELECT * FROM decision WHERE case_id = ? AND item_key = ? ORDER BY made_seq',
  );
  const current = db.prepare<[string], DecisionRow>(
    'SELECT * FROM decision WHERE case_id = ? AND is_current = 1 ORDER BY at DESC, made_seq DESC',
  );
  const holding = db.prepare<[string], HoldingDecision>(
    `SELECT id, item_key AS itemKey, outcome, revision FROM decision
    WHERE case_id = ? AND is_current = 1 ORDER BY at DESC, made_seq DESC`,
  );
  const made = db.prepare<[string], DecisionRow>('SELECT * FROM decision WHERE case_id = ? ORDER BY made_seq');
  const retained = db.prepare<{ keys: string; since: number; caseId: string }, { item_key: string; n: number }>(`
    SELECT item_key, count(DISTINCT case_id) AS n FROM decision
    WHERE is_current = 1 AND outcome = 'retained' AND at >= @since AND case_id <> @caseId
      AND item_key IN (SELECT value FROM json_each(@keys))
    GROUP BY item_key`);
  const retaining = db
    .prepare<[string], string>(
      `SELECT DISTINCT case_id FROM decision WHERE item_key = ? AND is_current = 1 AND outcome = 'retained'`,
    )
    .pluck();
  const put = db.prepare(`
    INSERT OR REPLACE INTO decision (id, case_id, item_key, item, outcome, reasons, words, snapshot, name, actor_id, at,
      made_seq, is_withdrawn, is_current, revision)
    VALUES (@id, @caseId, @itemKey, @item, @outcome, @reasons, @words, @snapshot, @name, @actorId, @at,
      @madeSeq, @isWithdrawn, @isCurrent, @revision)`);

  return {
    read(threadId) {
      const [caseId, key] = parts(threadId);
      const decisions = thread.all(caseId, key).map(toDecision);
      const [first] = decisions;
      return first === undefined ? null : { caseId, item: first.item, decisions };
    },
    write(state) {
      const holds = currentDecision(state);
      for (const decision of state.decisions) {
        put.run({
          ...decision,
          itemKey: itemKey(decision.item),
          item: JSON.stringify(decision.item),
          reasons: JSON.stringify(decision.reasons),
          snapshot: JSON.stringify(decision.snapshot),
          name: decision.snapshot.name,
          isWithdrawn: Number(decision.isWithdrawn),
          isCurrent: Number(decision === holds),
        });
      }
    },
    currentOf: (caseId) => current.all(caseId).map(toDecision),
    holdingIn: (caseId) => holding.all(caseId),
    madeIn: (caseId) => made.all(caseId).map(toDecision),
    retainedFor(sirets, since, exceptCase) {
      const keys = JSON.stringify(sirets.map((siret) => `siret:${siret}`));
      const rows = retained.all({ keys, since, caseId: exceptCase });
      return new Map(rows.map((row) => [row.item_key.slice('siret:'.length), row.n]));
    },
    casesRetaining: (siret) => retaining.all(`siret:${siret}`),
  };
}

/** One decision, or all of them, for whoever only reads: the command line. */
export function readDecisions(
  db: ReadDb,
  id: string | null,
): readonly { readonly id: string; readonly snapshot: Snapshot }[] {
  const rows = (
    id === null
      ? db.prepare('SELECT id, snapshot FROM decision ORDER BY made_seq').all()
      : db.prepare('SELECT id, snapshot FROM decision WHERE id = ?').all(id)
  ) as { id: string; snapshot: string }[];
  return rows.map((row) => ({ id: row.id, snapshot: JSON.parse(row.snapshot) as Snapshot }));
}

function parts(threadId: string): readonly [string, string] {
  const slash = threadId.indexOf('/');
  return [threadId.slice(0, slash), threadId.slice(slash + 1)];
}

function toDecision(row: DecisionRow): ThreadedDecision {
  return {
    id: row.id,
    caseId: row.case_id,
    item: JSON.parse(row.item) as DecisionItem,
    outcome: row.outcome as DecisionOutcome,
    reasons: JSON.parse(row.reasons) as SetAsideReason[],
    words: row.words,
    snapshot: JSON.parse(row.snapshot) as Snapshot,
    actorId: row.actor_id,
    at: row.at,
    madeSeq: row.made_seq,
    isWithdrawn: row.is_withdrawn === 1,
    revision: row.revision,
  };
}
