import { ERASED } from '../../shared/domain/operation/operation.ts';
import type { Projection } from '../operation/operation.use-cases.ts';
import type { ReadDb, WriteDb } from '../platform/db/open-database.ts';
import { columnsOf, readableRows, type Row } from '../platform/db/salvage.ts';
import type { ReadableLog } from './readable-log.ts';

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

/** Puts these in the place of those of a copy wherever they can be read whole: they are newer. Says where they cannot. */
export function replaceFrom(damaged: ReadDb, copy: WriteDb, projections: Projections): readonly string[] {
  return beside(copy, projections)
    .filter((table) => table !== 'device')
    .filter((table) => {
      const { rows, isWhole } = readableRows(damaged, table);
      if (!isWhole) return true;
      copy.exec(`DELETE FROM ${table}`);
      insertRows(copy, table, rows);
      return false;
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
    insertRows(db, 'op', rows);
    for (const row of log.byNumber.values()) if (isErasure(row)) emptyErased(db, row);
  });
  add.immediate();
}

/** The tables that are neither the log, nor made of it, nor SQLite's own. */
function beside(db: ReadDb, projections: Projections): readonly string[] {
  const made = new Set(['op', 'migration', ...projections.flatMap(({ tables }) => tables)]);
  return db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all()
    .filter((table) => !made.has(table));
}

function insertRows(db: WriteDb, table: string, rows: readonly Row[]): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = columnsOf(db, table).filter((column) => column in first);
  const insert = db.prepare(
    `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
  );
  const insertAll = db.transaction(() => {
    for (const row of rows) insert.run(row);
  });
  insertAll();
}

function isErasure({ kind }: Row): boolean {
  return kind === ERASED || kind === 'caseFile.eraseWords';
}

function emptyErased(db: WriteDb, { case_id: caseId, kind, device_seq: number }: Row): void {
  const ofWords = kind === ERASED ? '' : `AND entity IN ('note', 'contact')`;
  db.prepare(
    `UPDATE op SET payload = NULL
     WHERE case_id = ? AND device_seq < ? AND kind <> '${ERASED}' AND payload IS NOT NULL ${ofWords}`,
  ).run(caseId, number);
  for (const table of ['draft', 'draft_mark']) db.prepare(`DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
}
