import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import { EARTH_RADIUS_M, toUnitVector } from '../../src/shared/kernel/geo.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { scoreInSql, sectorLines, siteLines, WANTED, type OtherEngine } from './other-engines.ts';

interface DuckReader {
  getRows(): readonly (readonly unknown[])[];
}
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<DuckReader>;
  closeSync(): void;
}
interface DuckApi {
  readonly DuckDBInstance: {
    create(file: string, options: Readonly<Record<string, string>>): Promise<{ connect(): Promise<DuckConnection> }>;
  };
}

export const NO_DUCK = 'DuckDB is not there (npm install @duckdb/node-api elsewhere, VAV_BENCH_MODULES=that folder)';

/** Found here or in a folder that VAV_BENCH_MODULES names: it is no dependency of the project. */
export function loadDuck(): DuckApi | null {
  const folders = [process.env['VAV_BENCH_MODULES'], import.meta.dirname].filter((folder) => folder !== undefined);
  for (const folder of folders) {
    try {
      return createRequire(path.join(folder, 'any.js'))('@duckdb/node-api') as DuckApi;
    } catch {
      // Not there: the next folder may have it.
    }
  }
  return null;
}

export async function duckdbEngine(columns: EngineColumns, folder: string): Promise<OtherEngine | string> {
  const api = loadDuck();
  if (api === null) return NO_DUCK;
  const start = performance.now();
  const csv = path.join(folder, 'duck.csv');
  const out = fs.openSync(csv, 'w');
  fs.writeSync(out, 'naf,grp,x,y,z,lat,lon,hires,headcount,size_points,approximate\n');
  let lines: string[] = [];
  for (const { naf, group, lat, lon, hires, headcount, sizePoints, isApproximate } of siteLines(columns)) {
    const { x, y, z } = toUnitVector({ lat, lon });
    lines.push(`${naf},${group},${x},${y},${z},${lat},${lon},${hires},${headcount},${sizePoints},${isApproximate}\n`);
    if (lines.length < 50_000) continue;
    fs.writeSync(out, lines.join(''));
    lines = [];
  }
  fs.writeSync(out, lines.join(''));
  fs.closeSync(out);
  const instance = await api.DuckDBInstance.create(path.join(folder, 'sites.duckdb'), { threads: '2' });
  const db = await instance.connect();
  await db.run(`CREATE TABLE site AS SELECT * FROM read_csv('${csv}') ORDER BY naf, floor(lat * 4), lon`);
  fs.rmSync(csv);
  const sqlOf = (question: EmployerQuestion): string => {
    const { x, y, z } = toUnitVector(question.centre);
    const d2 = `(((x - ${x}) ^ 2 + (y - ${y}) ^ 2 + (z - ${z}) ^ 2) * ${EARTH_RADIUS_M * EARTH_RADIUS_M})`;
    const { lat, lon } = question.centre;
    const north = question.radiusM / 111_000;
    const east = north / Math.max(0.2, Math.cos(((Math.abs(lat) + north) * Math.PI) / 180));
    const sectors = sectorLines(question).map((line) => `(${line.join()})`);
    return (
      `SELECT ${scoreInSql({ affinity: 'affinity', rate: 'rate', d2 })} AS score FROM site ` +
      `JOIN (VALUES ${sectors.join()}) AS sector (naf, affinity, rate) USING (naf) ` +
      `WHERE grp = ${question.group} AND lat BETWEEN ${lat - north} AND ${lat + north} ` +
      `AND lon BETWEEN ${lon - east} AND ${lon + east} AND ${d2} <= ${question.radiusM * question.radiusM} ` +
      `ORDER BY score DESC LIMIT ${WANTED}`
    );
  };
  return {
    name: 'DuckDB',
    settings: 'in the order of sectors then bands of latitude, 2 threads, window of degrees before the distance',
    buildMs: performance.now() - start,
    async ask(question) {
      const sql = sqlOf(question);
      const begun = performance.now();
      const rows = (await db.runAndReadAll(sql)).getRows();
      return { scores: rows.map(([score]) => Number(score)), ms: performance.now() - begun };
    },
    async plan(question) {
      const rows = (await db.runAndReadAll(`EXPLAIN ${sqlOf(question)}`)).getRows();
      return [...JSON.stringify(rows).matchAll(/[A-Z_]{6,}/g)].map(([operator]) => operator).join(' < ');
    },
    close: () => db.closeSync(),
  };
}
