import Database from 'better-sqlite3';
import { MIGRATIONS } from '../../src/main/operation/migrations.ts';
import type { WriteDb } from '../../src/main/platform/db/open-database.ts';

/** Takes a store back to what the version before last left: nothing of what came since may be in it. */
export function backToSecondVersion(db: WriteDb): void {
  backTo(db, 20);
}

interface Made {
  readonly name: string;
  readonly table: string;
  readonly sql: string;
}

/** Takes a store back to the shape that a migration left, with what it holds that this shape had room for. */
export function backTo(db: WriteDb, version: number): void {
  const old = shapeAt(version);
  const kept = new Set(['migration', ...old.tables.map(({ name }) => name)]);
  const now = db.prepare<[], Made>(
    `SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
     ORDER BY sql LIKE 'CREATE VIRTUAL TABLE%' DESC`,
  );
  const indexes = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL`)
    .pluck();
  db.transaction(() => {
    for (const name of viewsOf(db)) if (!viewsOf(old.db).includes(name)) db.exec(`DROP VIEW ${name}`);
    for (const name of triggersOf(db)) if (!triggersOf(old.db).includes(name)) db.exec(`DROP TRIGGER ${name}`);
    // What a virtual table is made of goes with it.
    for (const { name } of now.all()) if (!kept.has(name)) db.exec(`DROP TABLE IF EXISTS ${name}`);
    for (const { name, sql } of old.tables) {
      const columns = columnsOf(old.db, name);
      if (columnsOf(db, name).join() === columns.join() && name !== 'access_log') continue;
      db.exec(`CREATE TEMP TABLE put_aside AS SELECT ${columns.join()} FROM ${name}; DROP TABLE ${name}; ${sql}`);
      db.exec(`INSERT INTO ${name} (${columns.join()}) SELECT ${columns.join()} FROM put_aside; DROP TABLE put_aside`);
      for (const index of old.others) if (index.table === name) db.exec(index.sql);
    }
    const known = new Set(old.others.map(({ name }) => name));
    for (const name of indexes.all()) if (!known.has(name)) db.exec(`DROP INDEX ${name}`);
    db.prepare('DELETE FROM migration WHERE version > ?').run(version);
  })();
  old.db.close();
}

function shapeAt(version: number): {
  readonly db: WriteDb;
  readonly tables: readonly Made[];
  readonly others: readonly Made[];
} {
  const db = new Database(':memory:');
  for (const migration of MIGRATIONS) if (migration.version <= version) db.exec(migration.sql);
  const made = db.prepare<[string], Made>(
    `SELECT name, tbl_name AS "table", sql FROM sqlite_schema
     WHERE (type = 'table') = (? = 'table') AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`,
  );
  return { db, tables: made.all('table'), others: made.all('other') };
}

function columnsOf(db: WriteDb, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

function viewsOf(db: WriteDb): readonly string[] {
  return db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'view'`).pluck().all();
}

function triggersOf(db: WriteDb): readonly string[] {
  return db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all();
}
