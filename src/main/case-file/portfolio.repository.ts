import type { Facts, FieldName, SupportMode } from '../../shared/domain/case-file/case-file.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** What a line of the portfolio is made of, besides the rules that read it. */
export interface PortfolioSource {
  readonly id: string;
  readonly createdAt: number;
  readonly closedOn: string | null;
  readonly isComputingOff: boolean;
  /** Only the facts that a line shows. */
  readonly facts: Facts;
  readonly lastContactOn: string | null;
  readonly nextAppointmentAt: number | null;
  readonly openActions: number;
  readonly promise: { readonly text: string; readonly dueOn: string | null } | null;
  readonly retained: number;
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
  /** The files of an advisor. Appointments count as coming from the instant `from`; `dayOf` turns an instant into its day. */
  ofAdvisor(advisorId: string, from: number, dayOf: (instant: number) => string): readonly PortfolioSource[];
  activity(caseId: string, from: number, dayOf: (instant: number) => string): FileActivity;
  counted(from: number, dayOf: (instant: number) => string): readonly CountedFile[];
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
];

/** A contact is an exchange, an appointment that was held or a note: an unanswered call is an attempt and does not count. */
const LAST_CONTACT = `
  SELECT case_id, max(day) AS day FROM (
    SELECT case_id, day FROM contact WHERE is_exchange = 1 AND is_withdrawn = 0
    UNION ALL SELECT case_id, day FROM note)
  GROUP BY case_id`;
const LAST_HELD = `SELECT case_id, max(starts_at) AS at FROM appointment WHERE presence = 'held' GROUP BY case_id`;
const NEXT = `
  SELECT case_id, min(starts_at) AS at FROM appointment WHERE presence = 'planned' AND starts_at >= @from GROUP BY case_id`;
const OPEN_ACTIONS = `
  SELECT case_id, count(*) AS n FROM action
  WHERE is_withdrawn = 0 AND state IN ('not-yet', 'in-progress') GROUP BY case_id`;
const RETAINED = `
  SELECT case_id, count(*) AS n FROM decision WHERE is_current = 1 AND outcome = 'retained' GROUP BY case_id`;

interface Line {
  readonly id: string;
  readonly created_at: number;
  readonly closed_on: string | null;
  readonly outcome: string | null;
  readonly is_computing_off: number;
  readonly last_on: string | null;
  readonly held_at: number | null;
  readonly next_at: number | null;
  readonly open_actions: number | null;
  readonly retained: number | null;
}

export function portfolioRepository(db: WriteDb): PortfolioRepository {
  const lines = db.prepare<{ advisorId: string | null; from: number }, Line>(`
    SELECT case_file.*, last.day AS last_on, held.at AS held_at, next.at AS next_at, open.n AS open_actions,
      retained.n AS retained
    FROM case_file
    LEFT JOIN (${LAST_CONTACT}) last ON last.case_id = case_file.id
    LEFT JOIN (${LAST_HELD}) held ON held.case_id = case_file.id
    LEFT JOIN (${NEXT}) next ON next.case_id = case_file.id
    LEFT JOIN (${OPEN_ACTIONS}) open ON open.case_id = case_file.id
    LEFT JOIN (${RETAINED}) retained ON retained.case_id = case_file.id
    WHERE @advisorId IS NULL OR advisor_id = @advisorId
    ORDER BY case_file.created_at, case_file.id`);
  const fields = db.prepare<[string], { case_id: string; fields: string }>(`
    SELECT case_id, json_group_object(field, json(value)) AS fields FROM case_field
    WHERE case_id IN (SELECT id FROM case_file WHERE advisor_id = ?)
      AND field IN (${SHOWN.map((field) => `'${field}'`).join()})
    GROUP BY case_id`);
  const promises = db.prepare<[], { case_id: string; text: string; due_on: string | null }>(`
    SELECT case_id, text, due_on FROM action
    WHERE owner = 'advisor' AND is_withdrawn = 0 AND state IN ('not-yet', 'in-progress')
    ORDER BY due_on IS NULL DESC, due_on DESC, added_at DESC`);
  const modes = db.prepare<[], { case_id: string; value: string }>(
    `SELECT case_id, value FROM case_field WHERE field = 'supportMode'`,
  );
  const lastContact = db
    .prepare<{ caseId: string }, string | null>(
      `
    SELECT max(day) FROM (
      SELECT day FROM contact WHERE case_id = @caseId AND is_exchange = 1 AND is_withdrawn = 0
      UNION ALL SELECT day FROM note WHERE case_id = @caseId)`,
    )
    .pluck();
  const lastHeld = db
    .prepare<[string], number | null>(`SELECT max(starts_at) FROM appointment WHERE case_id = ? AND presence = 'held'`)
    .pluck();
  const next = db.prepare<[string, number], { id: string; startsAt: number }>(`
    SELECT id, starts_at AS startsAt FROM appointment WHERE case_id = ? AND presence = 'planned' AND starts_at >= ?
    ORDER BY starts_at LIMIT 1`);

  return {
    ofAdvisor(advisorId, from, dayOf) {
      const facts = new Map(fields.all(advisorId).map((row) => [row.case_id, toFacts(row.fields)]));
      const promised = new Map(promises.all().map((row) => [row.case_id, { text: row.text, dueOn: row.due_on }]));
      return lines.all({ advisorId, from }).map((line) => ({
        id: line.id,
        createdAt: line.created_at,
        closedOn: line.closed_on,
        isComputingOff: line.is_computing_off === 1,
        facts: facts.get(line.id) ?? {},
        lastContactOn: latest(line.last_on, line.held_at, dayOf),
        nextAppointmentAt: line.next_at,
        openActions: line.open_actions ?? 0,
        promise: promised.get(line.id) ?? null,
        retained: line.retained ?? 0,
      }));
    },
    activity: (caseId, from, dayOf) => ({
      lastContactOn: latest(lastContact.get({ caseId }) ?? null, lastHeld.get(caseId) ?? null, dayOf),
      nextAppointment: next.get(caseId, from) ?? null,
    }),
    counted(from, dayOf) {
      const modeOf = new Map(modes.all().map((row) => [row.case_id, JSON.parse(row.value) as SupportMode | null]));
      return lines.all({ advisorId: null, from }).map((line) => ({
        createdAt: line.created_at,
        closedOn: line.closed_on,
        outcome: line.outcome,
        supportMode: modeOf.get(line.id) ?? null,
        lastContactOn: latest(line.last_on, line.held_at, dayOf),
        hasNextAppointment: line.next_at !== null,
      }));
    },
  };
}

/** The values alone are read here: who said them is not on a line. */
function toFacts(json: string): Facts {
  const values = JSON.parse(json) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value }]));
}

function latest(on: string | null, heldAt: number | null, dayOf: (instant: number) => string): string | null {
  const held = heldAt === null ? null : dayOf(heldAt);
  if (on === null || held === null) return on ?? held;
  return on > held ? on : held;
}
