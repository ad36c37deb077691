import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { EARTH_RADIUS_M, toUnitVector } from '../../src/shared/kernel/geo.ts';
import { scoreInSql, sectorLines, siteLines, WANTED, type OtherEngine } from './other-engines.ts';

/** Cells of about 5 km: rows of a cell lie together, and in a cell by sector. */
const CELL = 0.05;
const ROW_OF_CELLS = 10_000;

const cellRow = (lat: number): number => Math.floor((lat + 90) / CELL);
const cellColumn = (lon: number): number => Math.floor((lon + 180) / CELL);

export function sqliteEngine(columns: EngineColumns, file: string): OtherEngine {
  const start = performance.now();
  const db = new Database(file);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('temp_store = MEMORY');
  // Left to itself it builds an index of every row for one question.
  db.pragma('automatic_index = OFF');
  db.pragma('cache_size = -1000000');
  db.exec(
    'CREATE TABLE site (cell INTEGER, naf INTEGER, id INTEGER, grp INTEGER, x REAL, y REAL, z REAL, hires INTEGER, ' +
      'headcount REAL, size_points INTEGER, approximate INTEGER, PRIMARY KEY (cell, naf, id)) WITHOUT ROWID',
  );
  db.exec('CREATE TEMP TABLE loaded AS SELECT * FROM site');
  const insert = db.prepare('INSERT INTO temp.loaded VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  db.transaction(() => {
    let id = 0;
    for (const { naf, group, lat, lon, hires, headcount, sizePoints, isApproximate } of siteLines(columns)) {
      const { x, y, z } = toUnitVector({ lat, lon });
      const cell = cellRow(lat) * ROW_OF_CELLS + cellColumn(lon);
      insert.run(cell, naf, id, group, x, y, z, hires, headcount, sizePoints, isApproximate);
      id += 1;
    }
  })();
  db.exec('INSERT INTO site SELECT * FROM temp.loaded ORDER BY cell, naf, id; DROP TABLE temp.loaded; ANALYZE');
  db.exec('CREATE TEMP TABLE span (low INTEGER, high INTEGER)');
  db.exec('CREATE TEMP TABLE sector (naf INTEGER PRIMARY KEY, affinity REAL, rate REAL)');
  const d2 = `(((x - :x) * (x - :x) + (y - :y) * (y - :y) + (z - :z) * (z - :z)) * ${EARTH_RADIUS_M * EARTH_RADIUS_M})`;
  const sql =
    `SELECT ${scoreInSql({ affinity: 'sector.affinity', rate: 'sector.rate', d2 })} AS score ` +
    'FROM span CROSS JOIN site ON site.cell BETWEEN span.low AND span.high CROSS JOIN sector ON sector.naf = site.naf ' +
    `WHERE grp = :group AND ${d2} <= :reach ORDER BY score DESC LIMIT ${WANTED}`;
  const best = db.prepare(sql).pluck();
  const addSpan = db.prepare('INSERT INTO temp.span VALUES (?, ?)');
  const addSector = db.prepare('INSERT INTO temp.sector VALUES (?, ?, ?)');

  const fill = (question: EmployerQuestion): Readonly<Record<string, number>> => {
    const { lat, lon } = question.centre;
    const north = question.radiusM / 111_000;
    const east = north / Math.max(0.2, Math.cos(((Math.abs(lat) + north) * Math.PI) / 180));
    db.exec('DELETE FROM temp.span; DELETE FROM temp.sector');
    for (let row = cellRow(lat - north); row <= cellRow(lat + north); row += 1) {
      addSpan.run(row * ROW_OF_CELLS + cellColumn(lon - east), row * ROW_OF_CELLS + cellColumn(lon + east));
    }
    for (const line of sectorLines(question)) addSector.run(...line);
    const reach = question.radiusM * question.radiusM;
    return { ...toUnitVector(question.centre), group: question.group, reach };
  };
  return {
    name: 'SQLite',
    settings:
      `clustered by cells of 5 km then sector, WITHOUT ROWID, 1 GB of cache, prepared, one transaction a question; ` +
      `${Math.round(statSync(file).size / 1e6)} MB`,
    buildMs: performance.now() - start,
    async ask(question) {
      const begun = performance.now();
      const scores = db.transaction(() => best.all(fill(question)))() as number[];
      return { scores, ms: performance.now() - begun };
    },
    async plan(question) {
      const lines = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(fill(question)) as { readonly detail: string }[];
      return lines.map(({ detail }) => detail).join('; ');
    },
    close: () => db.close(),
  };
}
