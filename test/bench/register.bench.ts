/**
 * A register of two million establishments, from its CSV to the file the engine scans, against DuckDB reading the same CSV:
 * turn by turn in one run, the best of each. What an import does besides (texts in a database, checks) is in the table after.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeEmployersFile } from '../../src/main/dataset/employers-file.ts';
import { toEmployerColumns } from '../../src/main/dataset/register-rows.ts';
import { readRegister } from '../../src/main/import/read-register.ts';
import { establishmentsExtract } from '../../src/main/import/sources/establishments/establishments.source.ts';
import { loadDuck, NO_DUCK } from './duckdb-engine.ts';
import { readCountry } from './national-country.ts';
import { writeRegisterFile } from './register-file.ts';
import { percentile, printTable, ratio } from './report.ts';

const PASSES = 5;

export async function benchRegister(rows: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  const csv = path.join(folder, 'establishments.csv');
  try {
    const country = readCountry();
    writeRegisterFile(csv, country, rows);
    const centres = new Map(country.towns.map(({ code, centre }) => [code, centre]));
    const steps: Record<string, number[]> = {};
    const timed = async (name: string, work: () => unknown): Promise<void> => {
      const start = performance.now();
      await work();
      (steps[name] ??= []).push(performance.now() - start);
    };
    const toEngineFile = async (): Promise<void> => {
      const hash = createHash('sha256');
      const { columns } = await readRegister(csv, establishmentsExtract, {
        delimiter: ';',
        onBytes: (bytes) => hash.update(bytes),
        onRefused: () => undefined,
      });
      const centreOf = (code: string) => centres.get(code) ?? null;
      writeEmployersFile(
        path.join(folder, 'employers.bin'),
        toEmployerColumns(columns, { centreOf, forecasts: new Map(), sameDoor: new Set() }),
      );
    };
    const duck = await duckReader(folder, csv);
    for (let pass = 0; pass < PASSES; pass += 1) {
      await timed('reading the bytes', () => fs.readFileSync(csv));
      if (duck !== null) await timed('DuckDB: read into a table (2 threads)', duck.toTable);
      await timed('ours: CSV to engine file, checked and hashed (1 thread)', toEngineFile);
      if (duck !== null) await timed('DuckDB: read every column, keep nothing (2 threads)', duck.scan);
    }
    if (duck === null) process.stdout.write(`skipped: ${NO_DUCK}\n`);
    duck?.close();
    const own = percentile(steps['ours: CSV to engine file, checked and hashed (1 thread)']!, 0);
    printTable(
      `${rows.toLocaleString('en')} establishments, ${Math.round(fs.statSync(csv).size / 1e6)} MB of CSV, best and median of ${PASSES}`,
      Object.entries(steps).map(([what, times]) => ({
        what,
        'best ms': Math.round(percentile(times, 0)),
        'median ms': Math.round(percentile(times, 50)),
        'best / ours': ratio(percentile(times, 0), own),
      })),
    );
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function duckReader(folder: string, csv: string) {
  const api = loadDuck();
  if (api === null) return null;
  const instance = await api.DuckDBInstance.create(path.join(folder, 'read.duckdb'), { threads: '2' });
  const db = await instance.connect();
  const read = `read_csv('${csv}', delim=';', header=true)`;
  return {
    toTable: async () => {
      await db.run('DROP TABLE IF EXISTS establishment');
      await db.run(`CREATE TABLE establishment AS SELECT * FROM ${read}`);
    },
    scan: () => db.run(`SELECT max(COLUMNS(*)) FROM ${read}`),
    close: () => db.closeSync(),
  };
}
