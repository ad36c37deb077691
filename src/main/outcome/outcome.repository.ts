import type { Precaution } from '../../shared/domain/case-file/case-file.schema.ts';
import { outcomeIdOf, type ToldOutcome } from '../../shared/domain/outcome/outcome.rules.ts';
import type { OutcomeToAsk } from '../../shared/domain/outcome/outcome.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface Asked {
  readonly advisorId: string;
  readonly today: string;
  readonly from: string;
  readonly to: string;
}

interface ToAskRow extends Omit<OutcomeToAsk, 'precautions'> {
  readonly precautions: string | null;
}

const COLUMNS = `case_id AS caseId, closed_on AS closedOn, situation, day AS "on", actor_id AS actorId, at, revision`;

export function outcomeRepository(db: WriteDb) {
  const one = db.prepare<[string], ToldOutcome>(`SELECT ${COLUMNS} FROM outcome WHERE id = ?`);
  const all = db.prepare<[string], ToldOutcome>(`SELECT ${COLUMNS} FROM outcome WHERE case_id = ? ORDER BY closed_on`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO outcome (id, case_id, closed_on, situation, day, actor_id, at, revision)
    VALUES (@id, @caseId, @closedOn, @situation, @on, @actorId, @at, @revision)`);
  // Whoever asked for the end, or said no to computing, is not followed any further.
  const toAsk = db.prepare<Asked, ToAskRow>(`
    SELECT case_file.id AS caseId, case_file.closed_on AS closedOn, coalesce(outcome.revision, 0) AS revision,
      (SELECT value FROM case_field WHERE case_id = case_file.id AND field = 'precautions') AS precautions
    FROM case_file LEFT JOIN outcome ON outcome.id = case_file.id || '/' || case_file.closed_on
    WHERE case_file.id IN (SELECT case_id FROM holding WHERE account_id = @advisorId AND until >= @today)
      AND case_file.closed_on BETWEEN @from AND @to
      AND case_file.is_computing_off = 0 AND coalesce(case_file.outcome, '') <> 'person-request'
      AND coalesce(case_file.closing_reason, '') NOT IN ('person-request', 'mistake') AND outcome.situation IS NULL
    ORDER BY case_file.closed_on, case_file.id`);
  return {
    read: (id: string): ToldOutcome | null => one.get(id) ?? null,
    /** By the closing they are told of, the first before. */
    ofCase: (caseId: string): readonly ToldOutcome[] => all.all(caseId),
    write(told: ToldOutcome): void {
      put.run({ ...told, id: outcomeIdOf(told.caseId, told.closedOn) });
    },
    toAsk: (asked: Asked): readonly OutcomeToAsk[] =>
      toAsk.all(asked).map((row) => ({
        ...row,
        precautions: row.precautions === null ? [] : ((JSON.parse(row.precautions) as Precaution[] | null) ?? []),
      })),
  };
}
