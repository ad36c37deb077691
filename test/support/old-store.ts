import { MIGRATIONS } from '../../src/main/operation/migrations.ts';
import type { WriteDb } from '../../src/main/platform/db/open-database.ts';

/** Takes a store back to what the version before last left: nothing of what came since may be in it. */
export function backToSecondVersion(db: WriteDb): void {
  const [first, second] = MIGRATIONS;
  const made = [...`${first.sql} ${second.sql}`.matchAll(/CREATE TABLE (\w+)/g)].map(([, table]) => table);
  const kept = new Set<string | undefined>([...made, 'migration']);
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  db.transaction(() => {
    for (const table of tables) if (!kept.has(table)) db.exec(`DROP TABLE ${table}`);
    db.prepare('DELETE FROM migration WHERE version > ?').run(second.version);
  })();
}
