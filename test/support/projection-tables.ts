import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import type { ReadDb } from '../../src/main/platform/db/open-database.ts';

export const PROJECTION_TABLES: readonly string[] = PROJECTIONS.flatMap(({ tables }) => tables);

/** Every row of every table that operations make, in an order of its own: two equal texts are the same projections. */
export function projectionsOf(db: ReadDb): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    PROJECTION_TABLES.map((table) => [
      table,
      db
        .prepare<[], unknown[]>(`SELECT * FROM ${table}`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}
