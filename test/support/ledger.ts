import type { ReadDb } from '../../src/main/platform/db/open-database.ts';

/** One value that operations change, and what it becomes. */
export interface Change {
  readonly target: string;
  readonly value: string;
  /** The revision it then shows, where that is not the one of the operation. */
  readonly revision?: number;
}

/** What a command does once it is done: an operation with its changes, the text of a draft, or both at once. */
export interface Effect {
  readonly opId: string | null;
  readonly changes: readonly Change[];
  /** The draft of a case file: its text, or null when it is gone. */
  readonly draft: { readonly caseId: string; readonly text: string | null } | null;
}

interface Entry {
  readonly opId: string;
  readonly revision: number;
  readonly value: string;
  readonly isUndo: boolean;
}

interface Undoable {
  readonly opId: string;
  readonly value: string;
  /** The revision of the value of before. */
  readonly revision: number;
}

/** What a store shows: each value with the revision it has. */
export type Shown = Readonly<Record<string, string>>;

/** What somebody was told is written down, kept by them and not by the store. */
export interface Ledger {
  /** Notes what was acknowledged, with the revision that was told. */
  add(effect: Effect, revision: number, isUndo?: boolean): void;
  /** The revision of a value, 0 where it has none. */
  revisionOf(target: string): number;
  valueOf(target: string): string | undefined;
  /** The last change of a value, where it can be undone, and what undoing it gives; null elsewhere. */
  undoable(target: string, initial: string): Undoable | null;
  readonly operations: ReadonlyMap<string, number>;
  shown(): Shown;
  drafts(): Readonly<Record<string, string>>;
}

export function makeLedger(): Ledger {
  const histories = new Map<string, Entry[]>();
  const drafts = new Map<string, string>();
  const operations = new Map<string, number>();
  const last = (target: string): Entry | undefined => histories.get(target)?.at(-1);
  return {
    operations,
    add({ opId, changes, draft }, revision, isUndo = false) {
      if (opId !== null) operations.set(opId, revision);
      for (const { target, value, revision: shown = revision } of changes) {
        const history = histories.get(target) ?? [];
        history.push({ opId: opId ?? '', revision: shown, value, isUndo });
        histories.set(target, history);
      }
      if (draft?.text === null) drafts.delete(draft.caseId);
      else if (draft !== null) drafts.set(draft.caseId, draft.text);
    },
    revisionOf: (target) => last(target)?.revision ?? 0,
    valueOf: (target) => last(target)?.value,
    undoable(target, initial) {
      const entry = last(target);
      if (entry === undefined || entry.isUndo) return null;
      const before = histories.get(target)?.at(-2);
      return { opId: entry.opId, value: before?.value ?? initial, revision: before?.revision ?? 0 };
    },
    shown: () => Object.fromEntries([...histories.keys()].sort().map((target) => [target, told(last(target))])),
    drafts: () => Object.fromEntries([...drafts].sort()),
  };
}

function told(entry: Entry | undefined): string {
  return `${entry?.revision} ${entry?.value}`;
}

/** One line for each value that the projections show, the day support began aside: it is that of the workstation. */
const SHOWN = `
  SELECT 'file ' || id AS target, revision || ' ' || is_computing_off AS told FROM case_file
  UNION ALL SELECT 'field ' || case_id || ' ' || field, revision || ' ' || value FROM case_field
    WHERE field <> 'supportSince'
  UNION ALL SELECT 'contact ' || id, revision || ' ' || iif(is_withdrawn, 'withdrawn', line) FROM contact
  UNION ALL SELECT 'action ' || id, revision || ' ' || iif(is_withdrawn, 'withdrawn', state) FROM action
  UNION ALL SELECT 'own ' || id, revision || ' ' || iif(is_withdrawn, 'withdrawn', name) FROM own_employer
  UNION ALL SELECT 'appointment ' || id, revision || ' ' || presence FROM appointment
  UNION ALL SELECT 'reading ' || case_id || ' ' || said_by, revision || ' ' || text FROM reading
  UNION ALL SELECT 'note ' || id, revision || ' ' || json_extract(sections, '$.personSays') FROM note
  UNION ALL SELECT 'decision ' || case_id || ' ' || item_key,
    coalesce(max(CASE WHEN is_current THEN revision || ' ' || outcome || ' ' || id END), '0 none')
    FROM decision GROUP BY case_id, item_key`;

/** What somebody who opens a store finds in it. */
export interface Found {
  /** The log, by its sequence. */
  readonly operations: readonly { readonly opId: string; readonly seq: number }[];
  readonly shown: Shown;
  /** The text of the last version kept, by case file. */
  readonly drafts: Readonly<Record<string, string>>;
}

export function foundIn(db: ReadDb): Found {
  const shown = db.prepare<[], { target: string; told: string }>(`SELECT * FROM (${SHOWN}) ORDER BY target`).all();
  const drafts = db
    .prepare<[], { caseId: string; text: string }>(
      `SELECT case_id AS caseId, json_extract(body, '$.sections.personSays') AS text, max(version) FROM draft
       GROUP BY case_id ORDER BY case_id`,
    )
    .all();
  return {
    operations: db
      .prepare<[], { opId: string; seq: number }>('SELECT op_id AS opId, device_seq AS seq FROM op ORDER BY device_seq')
      .all(),
    shown: Object.fromEntries(shown.map(({ target, told: value }) => [target, value])),
    drafts: Object.fromEntries(drafts.map(({ caseId, text }) => [caseId, text])),
  };
}
