import type { Deadline, Facts, FieldName, SupportMode } from '../../shared/domain/case-file/case-file.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** What a line of the portfolio is made of, besides the rules that read it. */
export interface PortfolioSource {
  readonly id: string;
  readonly advisorId: string;
  readonly standInId: string | null;
  /** The last day of it: past it, it is of no effect. */
  readonly standInUntil: string | null;
  readonly createdAt: number;
  readonly closedOn: string | null;
  readonly archivedOn: string | null;
  readonly tagIds: readonly string[];
  readonly isComputingOff: boolean;
  /** Only the facts that a line shows. */
  readonly facts: Facts;
  readonly lastContactOn: string | null;
  readonly nextAppointmentAt: number | null;
  readonly openActions: number;
  readonly promise: { readonly text: string; readonly dueOn: string | null } | null;
  readonly retained: number;
  /** Employers to call back, or whose answer is awaited. */
  readonly reminders: readonly Deadline[];
  /** The end of the contract of which there is a copy. */
  readonly contractEnds: string | null;
}

export interface FileActivity {
  readonly lastContactOn: string | null;
  readonly nextAppointment: { readonly id: string; readonly startsAt: number } | null;
}

/** What supervision counts, one file at a time. */
export interface CountedFile {
  readonly createdAt: number;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  readonly supportMode: SupportMode | null;
  readonly lastContactOn: string | null;
  readonly hasNextAppointment: boolean;
}

export interface PortfolioRepository {
  /**
   * The files of an advisor, or those of them asked for. Appointments count as coming from the instant `from`; `dayOf`
   * turns an instant into its day.
   */
  ofAdvisor(advisorId: string, period: Period, only?: readonly string[]): readonly PortfolioSource[];
  activity(caseId: string, period: Period): FileActivity;
  counted(period: Period): readonly CountedFile[];
  /** Where the log stands: nothing in a store changes without it. */
  lastOperation(): number;
  /** The files that something happened to after that. */
  changedAfter(operation: number): readonly string[];
}

export interface Period {
  readonly from: number;
  readonly dayOf: (instant: number) => string;
}

const SHOWN: readonly FieldName[] = [
  'name',
  'birthDate',
  'project1.occupation',
  'project1.place',
  'project1.reach',
  'project1.travel',
  'supportMode',
  'credentials',
  'conditions',
  'allowanceEnds',
  'contractOn',
  'rightToWorkCheckBy',
];

/**
 * Each is found by an index that holds all it needs (migrations.ts): scanning the tables would decipher every note and
 * every snapshot of the store for one list.
 *
 * A contact is an exchange, an appointment that was held or a note: an unanswered call is an attempt and does not count.
 */
const EXCHANGED_ON = `
  (SELECT max(day) FROM contact WHERE case_id = case_file.id AND is_exchange = 1 AND is_withdrawn = 0)`;
const NOTED_ON = `(SELECT max(day) FROM note
  WHERE case_id = case_file.id AND withdrawn_at IS NULL AND template NOT IN ('not-held', 'employer'))`;
const HELD_AT = `(SELECT max(starts_at) FROM appointment WHERE case_id = case_file.id AND presence = 'held')`;
const NEXT_AT = `
  (SELECT min(starts_at) FROM appointment WHERE case_id = case_file.id AND presence = 'planned' AND starts_at >= @from)`;
/** As in its partial index, or SQLite would not use it. */
const IS_OPEN = `is_withdrawn = 0 AND state IN ('not-yet', 'in-progress')`;
const CONTACTS = `${EXCHANGED_ON} AS exchangedOn, ${NOTED_ON} AS notedOn, ${HELD_AT} AS heldAt, ${NEXT_AT} AS nextAt`;

interface Contacts {
  readonly exchangedOn: string | null;
  readonly notedOn: string | null;
  readonly heldAt: number | null;
  readonly nextAt: number | null;
}

interface Line extends Contacts {
  readonly id: string;
  readonly advisorId: string;
  readonly standInId: string | null;
  readonly standInUntil: string | null;
  readonly createdAt: number;
  readonly closedOn: string | null;
  readonly archivedOn: string | null;
  readonly tags: string;
  readonly isComputingOff: number;
  readonly openActions: number;
  readonly retained: number;
  readonly promise: string | null;
  readonly reminders: string;
  readonly contractEnds: string | null;
  readonly fields: string;
}

/** The files that an account holds today: its own, and those of the colleagues that it stands in for. */
const HELD = 'SELECT case_id FROM holding WHERE account_id = @advisorId AND until >= @today';

type CountedLine = Contacts &
  Pick<CountedFile, 'createdAt' | 'closedOn' | 'outcome'> & { readonly mode: string | null };

export function portfolioRepository(db: WriteDb): PortfolioRepository {
  const columns = `
    id, advisor_id AS advisorId, stand_in_id AS standInId, stand_in_until AS standInUntil,
    created_at AS createdAt, closed_on AS closedOn, archived_on AS archivedOn, tags,
    is_computing_off AS isComputingOff, ${CONTACTS},
    (SELECT count(*) FROM action WHERE case_id = case_file.id AND kind = 'action' AND ${IS_OPEN}) AS openActions,
    (SELECT count(*) FROM decision WHERE case_id = case_file.id AND is_current = 1 AND outcome = 'retained') AS retained,
    (SELECT json_object('text', text, 'dueOn', due_on) FROM action
      WHERE case_id = case_file.id AND owner = 'advisor' AND kind = 'action' AND ${IS_OPEN}
      ORDER BY due_on IS NULL, due_on, added_at LIMIT 1) AS promise,
    (SELECT json_group_array(json_object('kind', due_kind, 'label', name, 'on', due_on)) FROM approach
      WHERE case_id = case_file.id AND due_on IS NOT NULL AND EXISTS (SELECT 1 FROM decision
        WHERE case_id = approach.case_id AND item_key = approach.item_key AND is_current = 1 AND outcome = 'retained')
    ) AS reminders,
    (SELECT ends_on FROM engagement WHERE case_id = case_file.id AND ends_on IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM engagement later WHERE later.replaces = engagement.id)
      ORDER BY ends_on DESC LIMIT 1) AS contractEnds,
    (SELECT json_group_object(field, json(value)) FROM case_field
      WHERE case_id = case_file.id AND field IN (${SHOWN.map((field) => `'${field}'`).join()})) AS fields`;
  const all = db.prepare<{ advisorId: string; today: string; from: number }, Line>(
    `SELECT ${columns} FROM case_file WHERE id IN (${HELD})`,
  );
  const some = db.prepare<{ advisorId: string; today: string; from: number; only: string }, Line>(`
    SELECT ${columns} FROM case_file WHERE id IN (SELECT value FROM json_each(@only)) AND id IN (${HELD})`);
  const counted = db.prepare<{ from: number }, CountedLine>(`
    SELECT created_at AS createdAt, closed_on AS closedOn, outcome, ${CONTACTS},
      (SELECT value FROM case_field WHERE case_id = case_file.id AND field = 'supportMode') AS mode
    FROM case_file ORDER BY created_at, id`);
  const contacts = db.prepare<{ caseId: string; from: number }, Contacts>(
    `SELECT ${CONTACTS} FROM case_file WHERE id = @caseId`,
  );
  const next = db.prepare<[string, number], { id: string; startsAt: number }>(`
    SELECT id, starts_at AS startsAt FROM appointment WHERE case_id = ? AND presence = 'planned' AND starts_at >= ?
    ORDER BY starts_at LIMIT 1`);
  // By the number of the line and not of the operation, which each device counts by itself.
  const lastOperation = db.prepare<[], number>('SELECT coalesce(max(rowid), 0) FROM op').pluck();
  // Not by the index on files, which holds the whole log: only what came last is looked at.
  const changed = db.prepare<[number], string | null>('SELECT case_id FROM op NOT INDEXED WHERE rowid > ?').pluck();

  return {
    ofAdvisor(advisorId, { from, dayOf }, only) {
      const asked = { advisorId, from, today: dayOf(from) };
      const lines = only === undefined ? all.all(asked) : some.all({ ...asked, only: JSON.stringify(only) });
      return lines.map((line) => ({
        id: line.id,
        advisorId: line.advisorId,
        standInId: line.standInId,
        standInUntil: line.standInUntil,
        createdAt: line.createdAt,
        closedOn: line.closedOn,
        archivedOn: line.archivedOn,
        tagIds: line.tags === '[]' ? [] : (JSON.parse(line.tags) as readonly string[]),
        isComputingOff: line.isComputingOff === 1,
        facts: toFacts(line.fields),
        lastContactOn: lastContactOf(line, dayOf),
        nextAppointmentAt: line.nextAt,
        openActions: line.openActions,
        promise: line.promise === null ? null : (JSON.parse(line.promise) as PortfolioSource['promise']),
        retained: line.retained,
        reminders: line.reminders === '[]' ? [] : (JSON.parse(line.reminders) as readonly Deadline[]),
        contractEnds: line.contractEnds,
      }));
    },
    activity(caseId, { from, dayOf }) {
      const line = contacts.get({ caseId, from });
      return {
        lastContactOn: line === undefined ? null : lastContactOf(line, dayOf),
        nextAppointment: next.get(caseId, from) ?? null,
      };
    },
    counted: ({ from, dayOf }) =>
      counted.all({ from }).map((line) => ({
        createdAt: line.createdAt,
        closedOn: line.closedOn,
        outcome: line.outcome,
        supportMode: line.mode === null ? null : (JSON.parse(line.mode) as SupportMode | null),
        lastContactOn: lastContactOf(line, dayOf),
        hasNextAppointment: line.nextAt !== null,
      })),
    lastOperation: () => lastOperation.get() ?? 0,
    changedAfter: (operation) => [...new Set(changed.all(operation))].filter((caseId) => caseId !== null),
  };
}

/** The values alone are read here: who said them is not on a line. */
function toFacts(json: string): Facts {
  const values = JSON.parse(json) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value }]));
}

/** The last day on which the two people exchanged. */
function lastContactOf({ exchangedOn, notedOn, heldAt }: Contacts, dayOf: Period['dayOf']): string | null {
  const days = [exchangedOn, notedOn, heldAt === null ? null : dayOf(heldAt)].filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}
