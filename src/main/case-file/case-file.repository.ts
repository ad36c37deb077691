import type { CaseFileState } from '../../shared/domain/case-file/case-file.rules.ts';
import type { Fact, FieldName, Outcome, SaidBy } from '../../shared/domain/case-file/case-file.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface CaseFileRow {
  readonly id: string;
  readonly advisor_id: string;
  readonly created_at: number;
  readonly closed_on: string | null;
  readonly outcome: string | null;
  readonly is_computing_off: number;
  readonly revision: number;
}

interface FieldRow {
  readonly case_id: string;
  readonly field: string;
  readonly value: string;
  readonly said_by: string;
  readonly said_on: string;
  readonly actor_id: string;
  readonly at: number;
  readonly revision: number;
}

export interface CaseFileRepository {
  read(id: string): CaseFileState | null;
  write(state: CaseFileState, previous: CaseFileState | null): void;
  advisorOf(id: string): string | null;
}

export function caseFileRepository(db: WriteDb): CaseFileRepository {
  const one = db.prepare<[string], CaseFileRow>('SELECT * FROM case_file WHERE id = ?');
  const fields = db.prepare<[string], FieldRow>('SELECT * FROM case_field WHERE case_id = ?');
  const advisorOf = db.prepare<[string], string>('SELECT advisor_id FROM case_file WHERE id = ?').pluck();
  const put = db.prepare(`
    INSERT INTO case_file (id, advisor_id, created_at, closed_on, outcome, is_computing_off, revision)
    VALUES (@id, @advisorId, @createdAt, @closedOn, @outcome, @isComputingOff, @revision)
    ON CONFLICT (id) DO UPDATE SET closed_on = excluded.closed_on, outcome = excluded.outcome,
      is_computing_off = excluded.is_computing_off, revision = excluded.revision`);
  const putField = db.prepare(`
    INSERT OR REPLACE INTO case_field (case_id, field, value, said_by, said_on, actor_id, at, revision)
    VALUES (@caseId, @field, @value, @saidBy, @saidOn, @actorId, @at, @revision)`);

  return {
    read(id) {
      const row = one.get(id);
      return row === undefined ? null : toState(row, fields.all(id));
    },
    write(state, previous) {
      put.run({ ...state, facts: null, isComputingOff: state.isComputingOff ? 1 : 0 });
      for (const [field, fact] of Object.entries(state.facts) as [FieldName, Fact][]) {
        if (fact === previous?.facts[field]) continue;
        putField.run({ ...fact, caseId: state.id, field, value: JSON.stringify(fact.value) });
      }
    },
    advisorOf: (id) => advisorOf.get(id) ?? null,
  };
}

function toState(row: CaseFileRow, fields: readonly FieldRow[]): CaseFileState {
  return {
    id: row.id,
    advisorId: row.advisor_id,
    createdAt: row.created_at,
    closedOn: row.closed_on,
    outcome: row.outcome as Outcome | null,
    isComputingOff: row.is_computing_off === 1,
    revision: row.revision,
    facts: Object.fromEntries(fields.map((field) => [field.field, toFact(field)])),
  };
}

function toFact(row: FieldRow): Fact {
  return {
    value: JSON.parse(row.value) as Fact['value'],
    saidBy: row.said_by as SaidBy,
    saidOn: row.said_on,
    actorId: row.actor_id,
    at: row.at,
    revision: row.revision,
  };
}
