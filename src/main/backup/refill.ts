import { ENTITIES_OF_WORDS, ERASED, WORDS_ERASED } from '../../shared/domain/operation/operation.ts';
import { sealedAfter, type Projection } from '../operation/operation.use-cases.ts';
import type { ReadDb, WriteDb } from '../platform/db/open-database.ts';
import { columnsOf, readableRows, type Row } from '../platform/db/salvage.ts';
import type { ReadableLog } from './readable-log.ts';

/** The numbers that the search gives to notes: triggers make them as notes are made. */
const NOTE_NUMBERS = 'searched_note';

type Projections = readonly Projection<never>[];

/**
 * Fills a new store with all that is neither the log nor made of it: drafts, the access log, preferences. Says the tables
 * of which something could not be read.
 */
export function fillFrom(damaged: ReadDb, fresh: WriteDb, projections: Projections): readonly string[] {
  return beside(fresh, projections).filter((table) => {
    const { rows, isWhole } = readableRows(damaged, table);
    insertRows(fresh, table, rows);
    return !isWhole;
  });
}

/** Puts these in the place of those of a copy: they are newer. Says the tables of which something could not be read. */
export function replaceFrom(damaged: ReadDb, copy: WriteDb, projections: Projections): readonly string[] {
  const tables = beside(copy, projections).filter((table) => table !== 'device');
  return takeOver(damaged, copy, tables);
}

/**
 * Puts the lines of these tables in the place of those that are there; over them, where a table cannot be read whole. Says
 * where it cannot.
 */
export function takeOver(from: ReadDb, to: WriteDb, tables: readonly string[]): readonly string[] {
  return tables.filter((table) => {
    const { rows, isWhole } = readableRows(from, table);
    if (isWhole) to.exec(`DELETE FROM ${table}`);
    insertRows(to, table, rows, 'REPLACE');
    return !isWhole;
  });
}

/** Adds operations as they were written, and takes out again what those that were read say was erased. */
export function addOperations(
  db: WriteDb,
  log: ReadableLog,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): void {
  const rows: Row[] = [];
  for (let number = after + 1; number <= upTo; number += 1) rows.push(log.byNumber.get(number) ?? {});
  const add = db.transaction(() => {
    const known = db.prepare('INSERT OR IGNORE INTO device (id, created_at) VALUES (?, ?)');
    for (const { device_id: id, at } of rows) known.run(id, at);
    insertRows(db, 'op', sealedAfter(db, after, rows));
    for (const row of log.byNumber.values()) if (isErasure(row)) emptyErased(db, row);
  });
  add.immediate();
}

/** The tables that are neither the log, nor made of it, nor SQLite's own. */
export function beside(db: ReadDb, projections: Projections): readonly string[] {
  const made = new Set(['op', 'migration', NOTE_NUMBERS, ...projections.flatMap(({ tables }) => tables)]);
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all()
    .filter((table) => !made.has(table));
}

function insertRows(
  db: WriteDb,
  table: string,
  rows: readonly Row[],
  whereThere: 'IGNORE' | 'REPLACE' = 'IGNORE',
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = columnsOf(db, table).filter((column) => column in first);
  const insert = db.prepare(
    `INSERT OR ${whereThere} INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  const insertAll = db.transaction(() => {
    for (const row of rows) insert.run(row);
  });
  insertAll();
}

function isErasure({ kind }: Row): boolean {
  return kind === ERASED || kind === WORDS_ERASED;
}

function emptyErased(db: WriteDb, { case_id: caseId, kind, device_seq: number, at }: Row): void {
  if (kind === ERASED) {
    // Whatever its number: nothing follows the erasure of a file, save in a copy that went on in its own way.
    db.prepare(
      `UPDATE op SET payload = NULL, salt = NULL WHERE case_id = ? AND kind <> '${ERASED}' AND payload IS NOT NULL`,
    ).run(caseId);
    for (const table of ['draft', 'draft_mark', 'private_line'])
      db.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
    return;
  }
  db.prepare(
    `UPDATE op SET payload = NULL, salt = NULL
     WHERE case_id = ? AND device_seq < ? AND payload IS NOT NULL AND entity IN (SELECT value FROM json_each(?))`,
  ).run(caseId, number, JSON.stringify(ENTITIES_OF_WORDS));
  // What was begun afterwards, in a file that was opened again, stays.
  db.prepare('DELETE FROM draft WHERE case_id = ? AND saved_at <= ?').run(caseId, at);
  db.prepare(
    `DELETE FROM draft_mark WHERE case_id = ? AND NOT EXISTS
       (SELECT 1 FROM draft WHERE draft.case_id = draft_mark.case_id AND draft.author_id = draft_mark.author_id)`,
  ).run(caseId);
}
