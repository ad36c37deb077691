import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { scoreInSql, sectorLines, siteLines, WANTED, type OtherEngine } from './other-engines.ts';

const SETTINGS = 'shared_buffers = 1GB, work_mem = 64MB, jit = off, 2 workers, fsync = off';

/** A server of our own in a temporary folder, on a socket. Null, with a word, where it cannot be had. */
export async function postgisEngine(columns: EngineColumns, folder: string): Promise<OtherEngine | string> {
  const bin = ['15', '16', '17']
    .map((version) => `/usr/lib/postgresql/${version}/bin`)
    .find((dir) => fs.existsSync(dir));
  if (bin === undefined) return 'PostgreSQL is not there (apt-get install postgresql postgis)';
  const isRoot = process.getuid?.() === 0;
  const as = (program: string, args: readonly string[]): [string, string[]] =>
    isRoot ? ['runuser', ['-u', 'postgres', '--', program, ...args]] : [program, [...args]];
  const run = (program: string, args: readonly string[]): string => {
    const [file, all] = as(path.join(bin, program), args);
    return execFileSync(file, all, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' });
  };
  const data = path.join(folder, 'pg');
  fs.mkdirSync(data, { recursive: true });
  fs.chmodSync(folder, 0o755);
  if (isRoot) execFileSync('chown', ['postgres', data]);
  const start = performance.now();
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'bench', '--no-sync']);
  const options =
    `-c listen_addresses= -c unix_socket_directories=${data} -c shared_buffers=1GB -c work_mem=64MB -c jit=off ` +
    '-c fsync=off -c max_wal_size=8GB -c maintenance_work_mem=512MB -c max_parallel_workers_per_gather=2';
  run('pg_ctl', ['-D', data, '-o', options, '-w', '-l', path.join(data, 'log'), 'start']);
  const stop = (): void => void run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
  try {
    const session = new Session(as(path.join(bin, 'psql'), ['-h', data, '-U', 'bench', '-d', 'postgres', '-qAtX']));
    await session.say('CREATE EXTENSION postgis;');
    await fill(session, columns, path.join(data, 'sites.csv'));
    const buildMs = performance.now() - start;
    return {
      ...engineOf(session, { buildMs, stop, counts: false }),
      withCount: engineOf(session, { buildMs, stop, counts: true }),
    };
  } catch (error) {
    stop();
    return `PostGIS: ${String(error).split('\n')[0] ?? ''}`;
  }
}

async function fill(session: Session, columns: EngineColumns, csv: string): Promise<void> {
  const file = fs.openSync(csv, 'w');
  let lines: string[] = [];
  for (const { naf, group, lat, lon, hires, headcount, sizePoints, isApproximate } of siteLines(columns)) {
    lines.push(`${naf},${group},${lat},${lon},${hires},${headcount},${sizePoints},${isApproximate}\n`);
    if (lines.length < 50_000) continue;
    fs.writeSync(file, lines.join(''));
    lines = [];
  }
  fs.writeSync(file, lines.join(''));
  fs.closeSync(file);
  fs.chmodSync(csv, 0o644);
  await session.say(
    'CREATE UNLOGGED TABLE loaded (naf smallint, grp smallint, lat float8, lon float8, hires int, headcount float8, ' +
      'size_points smallint, approximate smallint);',
  );
  await session.say(`COPY loaded FROM '${csv}' CSV;`);
  fs.rmSync(csv);
  // Lambert-93 metres: planar distances are the quicker of its two ways. The curve of the index is the order on disk.
  await session.say(
    'CREATE UNLOGGED TABLE site AS SELECT naf, grp, hires, headcount, size_points, approximate, ' +
      'ST_Transform(ST_SetSRID(ST_MakePoint(lon, lat), 4326), 2154) AS place FROM loaded ' +
      'WHERE lat BETWEEN 40 AND 52 AND lon BETWEEN -6 AND 10.5 ORDER BY place;',
  );
  await session.say(
    'DROP TABLE loaded; CREATE INDEX site_place ON site USING gist (place) INCLUDE (naf, grp); ANALYZE site;',
  );
  await session.say('VACUUM site;');
}

interface Asked {
  readonly buildMs: number;
  readonly stop: () => void;
  /** Whether the number of sites found is asked too, whatever the limit. */
  readonly counts: boolean;
}

function engineOf(session: Session, { buildMs, stop, counts }: Asked): OtherEngine {
  const d2 = '((ST_X(place) - ST_X(centre)) ^ 2 + (ST_Y(place) - ST_Y(centre)) ^ 2)';
  const score = scoreInSql({ affinity: 'affinities[naf + 1]', rate: 'rates[naf + 1]', d2 });
  const sqlOf = (question: EmployerQuestion): string => {
    const lines = new Map(sectorLines(question).map(([naf, affinity, rate]) => [naf, { affinity, rate }]));
    const arrayOf = (value: (naf: number) => number): string =>
      `{${question.sectors.map((_, naf) => value(naf)).join()}}`;
    const { lat, lon } = question.centre;
    const found =
      `SELECT ${score} AS score FROM site, (SELECT ST_Transform(ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), 2154) ` +
      `AS centre, '${arrayOf((naf) => lines.get(naf)?.affinity ?? 0)}'::float8[] AS affinities, ` +
      `'${arrayOf((naf) => lines.get(naf)?.rate ?? -1)}'::float8[] AS rates OFFSET 0) AS asked ` +
      `WHERE ST_DWithin(place, centre, ${question.radiusM}) AND grp = ${question.group} ` +
      `AND naf = ANY ('{${[...lines.keys()].join()}}'::smallint[])`;
    const first = `ORDER BY score DESC LIMIT ${WANTED};`;
    // Scores alone are kept for the count: a window over the rows would carry all they are made of.
    return counts
      ? `WITH found AS MATERIALIZED (${found}) SELECT score, (SELECT count(*) FROM found) FROM found ${first}`
      : `${found} ${first}`;
  };
  return {
    name: counts ? 'PostGIS, with the exact count' : 'PostGIS',
    settings: `planar Lambert-93, table in the order of the index, GiST with sector and group; ${SETTINGS}`,
    buildMs,
    async ask(question) {
      const sql = sqlOf(question);
      const begun = performance.now();
      const lines = await session.say(sql);
      return { scores: lines.map((line) => Number(line.split('|')[0])), ms: performance.now() - begun };
    },
    plan: async (question) =>
      (await session.say(`EXPLAIN ${sqlOf(question)}`)).map((line) => line.trim().slice(0, 90)).join('; '),
    close() {
      session.end();
      stop();
    },
  };
}

/** One psql that stays open: what it costs is a pipe, not a start. */
class Session {
  readonly #psql: ChildProcessWithoutNullStreams;
  #lines: string[] = [];
  #errors = '';
  #waiting: { readonly resolve: (lines: string[]) => void; readonly reject: (error: Error) => void } | null = null;

  constructor([program, args]: [string, string[]]) {
    this.#psql = spawn(program, args, { cwd: '/' });
    this.#psql.stderr.on('data', (text: Buffer) => (this.#errors += text.toString('utf8')));
    createInterface({ input: this.#psql.stdout }).on('line', (line) => {
      if (line !== END) this.#lines.push(line);
      else this.#settle();
    });
  }

  say(sql: string): Promise<string[]> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#psql.stdin.write(`${sql}\n\\echo ${END}\n`);
    });
  }

  end(): void {
    this.#psql.stdin.end();
  }

  #settle(): void {
    const lines = this.#lines;
    const errors = this.#errors;
    this.#lines = [];
    this.#errors = '';
    if (/ERROR/.test(errors)) this.#waiting?.reject(new Error(errors));
    else this.#waiting?.resolve(lines);
  }
}

const END = 'end-of-answer';
