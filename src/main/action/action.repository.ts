import type { Action } from '../../shared/domain/action/action.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface ActionRow extends Omit<Action, 'isWithdrawn' | 'isTogether'> {
  readonly isWithdrawn: number;
  readonly isTogether: number;
}

const COLUMNS = `id, case_id AS caseId, kind, owner, partner, text, due_on AS dueOn, serves, decision_id AS decisionId,
  is_together AS isTogether, state, actor_id AS actorId, added_at AS addedAt, changed_at AS changedAt,
  is_withdrawn AS isWithdrawn, revision`;

export function actionRepository(db: WriteDb) {
  const one = db.prepare<[string], ActionRow>(`SELECT ${COLUMNS} FROM action WHERE id = ?`);
  const ofCase = db.prepare<[string], ActionRow>(`
    SELECT ${COLUMNS} FROM action WHERE case_id = ? AND is_withdrawn = 0
    ORDER BY state NOT IN ('not-yet', 'in-progress'), due_on IS NULL, due_on, added_at DESC`);
  // As in its partial index, or SQLite would not use it.
  const due = db.prepare<{ advisorId: string; today: string; until: string }, ActionRow>(`
    SELECT ${COLUMNS} FROM action
    WHERE is_withdrawn = 0 AND state IN ('not-yet', 'in-progress') AND due_on <= @until AND kind = 'action'
      AND case_id IN (SELECT id FROM case_file WHERE closed_on IS NULL AND id IN
        (SELECT case_id FROM holding WHERE account_id = @advisorId AND until >= @today))
    ORDER BY due_on, added_at, id`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO action
      (id, case_id, kind, owner, partner, text, due_on, serves, decision_id, is_together, state, actor_id, added_at,
        changed_at, is_withdrawn, revision)
    VALUES (@id, @caseId, @kind, @owner, @partner, @text, @dueOn, @serves, @decisionId, @isTogether, @state, @actorId,
      @addedAt, @changedAt, @isWithdrawn, @revision)`);
  const toAction = (row: ActionRow): Action => ({
    ...row,
    isTogether: row.isTogether === 1,
    isWithdrawn: row.isWithdrawn === 1,
  });
  return {
    read(id: string): Action | null {
      const row = one.get(id);
      return row === undefined ? null : toAction(row);
    },
    write(action: Action): void {
      put.run({ ...action, isTogether: Number(action.isTogether), isWithdrawn: Number(action.isWithdrawn) });
    },
    ofCase: (caseId: string): readonly Action[] => ofCase.all(caseId).map(toAction),
    due: (advisorId: string, today: string, until: string): readonly Action[] =>
      due.all({ advisorId, today, until }).map(toAction),
  };
}
