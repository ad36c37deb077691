import { asDatabaseError } from './encrypted-database.ts';
import type { ReadDb } from './open-database.ts';
import { AppError } from '../../../shared/kernel/app-error.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Salvaged {
  readonly rows: readonly Row[];
  /** False when something of the table could not be read. */
  readonly isWhole: boolean;
}

/** Rows tried one by one after one that cannot be read, before the rest is given up: some pages' worth. */
const MOST_TRIED = 20_000;

/** The rows of a table that can be read, by themselves where pages between them are damaged. */
export function readableRows(db: ReadDb, table: string): Salvaged {
  const columns = columnsOf(db, table);
  if (columns.length === 0) return { rows: [], isWhole: false };
  return hasRowid(db, table) ? byRowid(db, table) : inOrder(db, table);
}

/** The names of a table's columns; none when it is not there, or cannot be read. */
export function columnsOf(db: ReadDb, table: string): readonly string[] {
  return orOnDamage(() => db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table), []);
}

/** Runs a read; the other value when the file is damaged there. Anything else that goes wrong goes on. */
export function orOnDamage<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    const told = asDatabaseError(error);
    if (told instanceof AppError && told.code === 'CASES_UNREADABLE') return otherwise;
    throw error;
  }
}

function hasRowid(db: ReadDb, table: string): boolean {
  return db.prepare<[string], number>('SELECT wr FROM pragma_table_list(?)').pluck().get(table) === 0;
}

/** A table without row numbers is read up to where it cannot be. */
function inOrder(db: ReadDb, table: string): Salvaged {
  const rows: Row[] = [];
  const isWhole = orOnDamage(() => {
    for (const row of db.prepare<[], Row>(`SELECT * FROM ${table}`).iterate()) rows.push(row);
    return true;
  }, false);
  return { rows, isWhole };
}

function byRowid(db: ReadDb, table: string): Salvaged {
  const after = db.prepare<[number], Row & { readonly salvage_id: number }>(
    `SELECT rowid AS salvage_id, * FROM ${table} NOT INDEXED WHERE rowid > ? ORDER BY rowid`,
  );
  const one = db.prepare<[number], Row & { readonly salvage_id: number }>(
    `SELECT rowid AS salvage_id, * FROM ${table} NOT INDEXED WHERE rowid = ?`,
  );
  const top = db
    .prepare<[], number | null>(`SELECT rowid FROM ${table} NOT INDEXED ORDER BY rowid DESC LIMIT 1`)
    .pluck();
  const rows: Row[] = [];
  let last = 0;
  const keep = ({ salvage_id, ...row }: Row & { readonly salvage_id: number }): void => {
    rows.push(row);
    last = salvage_id;
  };
  const readOn = (): boolean =>
    orOnDamage(() => {
      for (const row of after.iterate(last)) keep(row);
      return true;
    }, false);
  if (readOn()) return { rows, isWhole: true };
  const end = Math.min(
    orOnDamage(() => top.get() ?? 0, Number.POSITIVE_INFINITY),
    last + MOST_TRIED,
  );
  let tried = last + 1;
  while (tried <= end) {
    const row = orOnDamage(() => one.get(tried), undefined);
    tried += 1;
    if (row === undefined) continue;
    keep(row);
    if (readOn()) break;
    tried = last + 1;
  }
  return { rows, isWhole: false };
}
