import type { CaseFileState } from '../../shared/domain/case-file/case-file.rules.ts';
import type {
  ClosingReason,
  Fact,
  FieldName,
  Outcome,
  SaidBy,
} from '../../shared/domain/case-file/case-file.schema.ts';
import type { AbsenceReason } from '../../shared/domain/hand-over/hand-over.ts';
import type { Holders } from '../../shared/domain/hand-over/holding.rules.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface CaseFileRow {
  readonly id: string;
  readonly advisor_id: string;
  readonly stand_in_id: string | null;
  readonly stand_in_until: string | null;
  readonly stand_in_reason: string | null;
  readonly created_at: number;
  readonly closed_on: string | null;
  readonly closed_at: number | null;
  readonly outcome: string | null;
  readonly closing_reason: string | null;
  readonly archived_on: string | null;
  readonly tags: string;
  readonly is_computing_off: number;
  readonly revision: number;
}

type HoldersRow = Pick<CaseFileRow, 'advisor_id' | 'stand_in_id' | 'stand_in_until' | 'stand_in_reason'>;

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
  holdersOf(id: string): Holders | null;
  isClosed(id: string): boolean;
  erase(id: string): void;
}

export function caseFileRepository(db: WriteDb): CaseFileRepository {
  const one = db.prepare<[string], CaseFileRow>('SELECT * FROM case_file WHERE id = ?');
  const fields = db.prepare<[string], FieldRow>('SELECT * FROM case_field WHERE case_id = ?');
  const holders = db.prepare<[string], HoldersRow>(
    'SELECT advisor_id, stand_in_id, stand_in_until, stand_in_reason FROM case_file WHERE id = ?',
  );
  const isClosed = db.prepare<[string], number>('SELECT closed_on IS NOT NULL FROM case_file WHERE id = ?').pluck();
  const erase = db.prepare('DELETE FROM case_file WHERE id = ?');
  const put = db.prepare(`
    INSERT INTO case_file (id, advisor_id, stand_in_id, stand_in_until, stand_in_reason, created_at, closed_on, closed_at, outcome, closing_reason, archived_on, tags,
      is_computing_off, revision)
    VALUES (@id, @advisorId, @standInId, @standInUntil, @standInReason, @createdAt, @closedOn, @closedAt, @outcome, @closingReason, @archivedOn, @tags,
      @isComputingOff, @revision)
    ON CONFLICT (id) DO UPDATE SET advisor_id = excluded.advisor_id, stand_in_id = excluded.stand_in_id,
      stand_in_until = excluded.stand_in_until, stand_in_reason = excluded.stand_in_reason, closed_on = excluded.closed_on, closed_at = excluded.closed_at,
      outcome = excluded.outcome, closing_reason = excluded.closing_reason, archived_on = excluded.archived_on,
      tags = excluded.tags, is_computing_off = excluded.is_computing_off, revision = excluded.revision`);
  const putField = db.prepare(`
    INSERT OR REPLACE INTO case_field (case_id, field, value, said_by, said_on, actor_id, at, revision)
    VALUES (@caseId, @field, @value, @saidBy, @saidOn, @actorId, @at, @revision)`);

  return {
    read(id) {
      const row = one.get(id);
      return row === undefined ? null : toState(row, fields.all(id));
    },
    write(state, previous) {
      const { facts: _, tagIds, standIn, ...rest } = state;
      const { accountId: standInId = null, until: standInUntil = null, reason: standInReason = null } = standIn ?? {};
      put.run({
        ...rest,
        standInId,
        standInUntil,
        standInReason,
        tags: JSON.stringify(tagIds),
        isComputingOff: state.isComputingOff ? 1 : 0,
      });
      for (const [field, fact] of Object.entries(state.facts) as [FieldName, Fact][]) {
        if (fact === previous?.facts[field]) continue;
        putField.run({ ...fact, caseId: state.id, field, value: JSON.stringify(fact.value) });
      }
    },
    holdersOf(id) {
      const row = holders.get(id);
      return row === undefined ? null : toHolders(row);
    },
    isClosed: (id) => isClosed.get(id) === 1,
    erase: (id) => void erase.run(id),
  };
}

function toState(row: CaseFileRow, fields: readonly FieldRow[]): CaseFileState {
  return {
    id: row.id,
    ...toHolders(row),
    createdAt: row.created_at,
    closedOn: row.closed_on,
    closedAt: row.closed_at,
    outcome: row.outcome as Outcome | null,
    closingReason: row.closing_reason as ClosingReason | null,
    archivedOn: row.archived_on,
    tagIds: JSON.parse(row.tags) as readonly string[],
    isComputingOff: row.is_computing_off === 1,
    revision: row.revision,
    facts: Object.fromEntries(fields.map((field) => [field.field, toFact(field)])),
  };
}

function toHolders({
  advisor_id: advisorId,
  stand_in_id: accountId,
  stand_in_until: until,
  ...row
}: HoldersRow): Holders {
  if (accountId === null || until === null) return { advisorId, standIn: null };
  return { advisorId, standIn: { accountId, until, reason: row.stand_in_reason as AbsenceReason } };
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
