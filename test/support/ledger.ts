import type { ReadDb } from '../../src/main/platform/db/open-database.ts';

/** One value that operations change, and what it becomes. */
export interface Change {
  readonly target: string;
  readonly value: string;
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
  undoable(target: string, initial: string): { readonly opId: string; readonly value: string } | null;
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
      for (const { target, value } of changes) {
        const history = histories.get(target) ?? [];
        history.push({ opId: opId ?? '', revision, value, isUndo });
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
      return { opId: entry.opId, value: histories.get(target)?.at(-2)?.value ?? initial };
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
  UNION ALL SELECT 'note ' || id, revision || ' ' || json_extract(sections, '$.personSays') FROM note
  UNION ALL SELECT 'decision ' || case_id || ' ' || item_key,
    max(revision) || ' ' || coalesce(max(CASE WHEN is_current THEN outcome || ' ' || id END), 'none')
    FROM decision GROUP BY case_id, item_key`;

/** The same, read from a store. */
export function shownBy(db: ReadDb): Shown {
  const rows = db.prepare<[], { target: string; told: string }>(`SELECT * FROM (${SHOWN}) ORDER BY target`).all();
  return Object.fromEntries(rows.map(({ target, told: value }) => [target, value]));
}

export function draftsIn(db: ReadDb): Readonly<Record<string, string>> {
  const rows = db
    .prepare<[], { caseId: string; text: string }>(
      `SELECT case_id AS caseId, json_extract(body, '$.sections.personSays') AS text, max(version) FROM draft
       GROUP BY case_id ORDER BY case_id`,
    )
    .all();
  return Object.fromEntries(rows.map(({ caseId, text }) => [caseId, text]));
}
