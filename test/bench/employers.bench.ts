/**
 * The engine at the scale of a country, against a plain scan and three databases on the same establishments:
 * `npm run bench -- employers [--n 500000,2000000,3000000] [--json]`. Two hundred questions asked where people live and
 * the hardest ones, engine after engine in turning order, caches swept before each. Ratios travel; milliseconds are of
 * this machine, and each engine's is the best of several passes so that its neighbours count less.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readEmployersFile, writeEmployersFile } from '../../src/main/dataset/employers-file.ts';
import { seededStream } from '../../src/shared/kernel/hash.ts';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { firstDrawn, firstEmployers } from '../../src/shared/scoring/first-employers.ts';
import { plainColumns, rankPlainly } from '../support/plain-ranking.ts';
import { duckdbEngine } from './duckdb-engine.ts';
import { aQuestion, generateEmployers, readCountry, type Country } from './national-country.ts';
import { WANTED, type OtherEngine } from './other-engines.ts';
import { postgisEngine } from './postgis-engine.ts';
import { percentile, printTable, ratio } from './report.ts';
import { sqliteEngine } from './sqlite-engine.ts';

const SIZES = [15_000, 500_000, 3_000_000];
const QUESTIONS = 200;
const PASSES = 3;
/** Databases take seconds where the engine takes none: they are asked a part of the questions. */
const QUESTIONS_OF_OTHERS = 40;
const RADII_KM = [5, 10, 15, 20, 30, 50, 100];

export interface EmployersOptions {
  readonly sizes?: readonly number[];
  readonly isJson?: boolean;
}

interface Timed {
  readonly name: string;
  readonly settings: string;
  readonly usual: number[];
  readonly worst: number;
  readonly worstPlan: string;
  readonly agrees: string;
}

interface SizeResult {
  readonly count: number;
  readonly fileMb: number;
  readonly readMs: number;
  readonly loadMs: number;
  readonly memoryMb: number;
  readonly candidates: { readonly median: number; readonly worst: number };
  readonly engines: readonly Timed[];
  readonly skipped: readonly string[];
}

export async function benchEmployers({ sizes = SIZES, isJson = false }: EmployersOptions = {}): Promise<void> {
  const country = readCountry();
  const results: SizeResult[] = [];
  for (const size of sizes) results.push(await benchSize(country, size));
  const exponents = exponentsOf(results);
  if (isJson) process.stdout.write(`${JSON.stringify({ source: country.source, results, exponents })}\n`);
  else print(country, results, exponents);
}

async function benchSize(country: Country, count: number): Promise<SizeResult> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  const file = path.join(folder, 'employers.bin');
  writeEmployersFile(file, generateEmployers(country, count));
  const [reads, loads] = [[] as number[], [] as number[]];
  for (let pass = 0; pass < 5; pass += 1) {
    reads.push(timed(() => fs.readFileSync(file)));
    loads.push(timed(() => readEmployersFile(file)));
  }
  const columns = readEmployersFile(file);
  const found = [
    sqliteEngine(columns, path.join(folder, 'sites.sqlite')),
    await duckdbEngine(columns, folder),
    await postgisEngine(columns, folder),
  ];
  const others = found.flatMap((engine) => (typeof engine === 'string' ? [] : [engine, ...counting(engine)]));
  try {
    const usual = usualQuestions(country);
    const worst = worstQuestion(country);
    const eligible = usual.map((question) => firstEmployers(columns, question, 0).eligible);
    return {
      count,
      fileMb: Math.round(fs.statSync(file).size / 1e5) / 10,
      readMs: percentile(reads, 0),
      loadMs: percentile(loads, 0),
      memoryMb: Math.round(bytesOf(columns) / 1e6),
      candidates: { median: percentile(eligible, 50), worst: firstEmployers(columns, worst, 0).eligible },
      engines: await timeAll(columns, { usual, worst, others }),
      skipped: found.filter((engine) => typeof engine === 'string'),
    };
  } finally {
    for (const engine of found) if (typeof engine !== 'string') engine.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function counting({ withCount }: OtherEngine): readonly OtherEngine[] {
  return withCount === undefined ? [] : [withCount];
}

interface Asked {
  readonly usual: readonly EmployerQuestion[];
  readonly worst: EmployerQuestion;
  readonly others: readonly OtherEngine[];
}

async function timeAll(columns: EngineColumns, { usual, worst, others }: Asked): Promise<readonly Timed[]> {
  const plain = plainColumns(columns);
  const own: readonly OtherEngine[] = [
    inProcess(
      'engine',
      'first 50, exact count, groups and facets',
      (question) => firstEmployers(columns, question, WANTED).employers,
    ),
    inProcess('engine, varied order', 'the same of a seed', (question) => {
      firstDrawn(columns, question, { wanted: WANTED, seed: 'Paris 2026-W48' });
      return [];
    }),
    inProcess('plain scan', 'every row of the sectors, the same counts', (question) =>
      rankPlainly(plain, question).employers.slice(0, WANTED),
    ),
  ];
  const engines = [...own, ...others];
  const best = engines.map(() => usual.map(() => Infinity));
  const worstBest = engines.map(() => Infinity);
  const sums = engines.map(() => [] as number[]);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [index, question] of [...usual, worst].entries()) {
      for (let turn = 0; turn < engines.length; turn += 1) {
        const which = (turn + index + pass) % engines.length;
        const isAsked = which <= 1 || index >= usual.length || index % (usual.length / QUESTIONS_OF_OTHERS) === 0;
        if (!isAsked) continue;
        sweep();
        const { ms, scores } = await engines[which]!.ask(question);
        if (index < usual.length) best[which]![index] = Math.min(best[which]![index]!, ms);
        else worstBest[which] = Math.min(worstBest[which]!, ms);
        if (pass === 0) sums[which]![index] = scores.reduce((sum, score) => sum + score, 0);
      }
    }
  }
  const result: Timed[] = [];
  for (const [which, engine] of engines.entries()) {
    result.push({
      ...{ name: engine.name, settings: `${engine.settings}; built in ${(engine.buildMs / 1000).toFixed(1)} s` },
      usual: best[which]!.filter((ms) => ms !== Infinity),
      worst: worstBest[which]!,
      worstPlan: await engine.plan(worst),
      agrees: agreement(sums[0]!, sums[which]!),
    });
  }
  return result;
}

function inProcess(
  name: string,
  settings: string,
  answer: (question: EmployerQuestion) => readonly { readonly score: number }[],
): OtherEngine {
  return {
    ...{ name, settings, buildMs: 0 },
    async ask(question) {
      const begun = performance.now();
      const employers = answer(question);
      const ms = performance.now() - begun;
      return { ms, scores: employers.map(({ score }) => score) };
    },
    plan: async () => '',
    close: () => undefined,
  };
}

/** Databases list sites, not employers, and round a distance by another formula: their sums may be a little more. */
function agreement(own: readonly number[], other: readonly number[]): string {
  if (other.every((sum) => sum === 0)) return 'another order';
  const gaps = other.flatMap((sum, index) =>
    own[index] === undefined ? [] : [Math.abs(sum - own[index]) / Math.max(1, own[index])],
  );
  const close = gaps.filter((gap) => gap <= 0.02).length;
  return `${close}/${gaps.length} within 2 %`;
}

function usualQuestions(country: Country): readonly EmployerQuestion[] {
  const draw = seededStream(2_026);
  return Array.from({ length: QUESTIONS }, () => {
    const romes = Array.from({ length: 1 + Math.floor(draw() * 3) }, () => pickFrom(country.romes, draw));
    return aQuestion(country, romes, country.drawTown(draw).centre, pickFrom(RADII_KM, draw));
  });
}

/** Paris, 50 km, an occupation of very many sectors: as many of the widest as make four hundred. */
function worstQuestion(country: Country): EmployerQuestion {
  const widest = country.romes
    .map((rome) => ({ rome, sectors: country.potentials([rome]).filter((sector) => sector !== null).length }))
    .sort((a, b) => b.sectors - a.sectors);
  const romes: string[] = [];
  for (const { rome } of widest) {
    if (country.potentials(romes).filter((sector) => sector !== null).length >= 400) break;
    romes.push(rome);
  }
  return aQuestion(country, romes, { lat: 48.8566, lon: 2.3522 }, 50);
}

function pickFrom<T>(items: readonly T[], draw: () => number): T {
  return items[Math.floor(draw() * items.length)]!;
}

/** Twice the largest cache of the processors we know: nothing of the last question is left in it. */
const SWEPT = new Uint8Array(64 * 2 ** 20);

function sweep(): void {
  for (let byte = 0; byte < SWEPT.length; byte += 64) SWEPT[byte] = (SWEPT[byte]! + 1) & 255;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** All the typed arrays of the columns, blocks and marks of searches included. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + bytesOf(item), 0);
}

/** Slope of log time over log rows, least squares. */
function exponentsOf(results: readonly SizeResult[]): { readonly median: number; readonly worst: number } | null {
  if (results.length < 2) return null;
  const slope = (timeOf: (result: SizeResult) => number): number => {
    const points = results.map((result) => [Math.log(result.count), Math.log(timeOf(result))] as const);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const [x, y] = [mean(points.map(([count]) => count)), mean(points.map(([, time]) => time))];
    const rise = points.reduce((sum, [count, time]) => sum + (count - x) * (time - y), 0);
    return Math.round((rise / points.reduce((sum, [count]) => sum + (count - x) ** 2, 0)) * 100) / 100;
  };
  return {
    median: slope(({ engines }) => percentile(engines[0]!.usual, 50)),
    worst: slope(({ engines }) => engines[0]!.worst),
  };
}

function print(country: Country, results: readonly SizeResult[], exponents: ReturnType<typeof exponentsOf>): void {
  process.stdout.write(
    `\nSectors and occupations from ${country.source}; towns by population; caches swept, best of ${PASSES} passes\n`,
  );
  for (const { count, engines, candidates, skipped, fileMb, readMs, loadMs, memoryMb } of results) {
    const [own] = engines;
    printTable(
      `${count.toLocaleString('en')} establishments: ${candidates.median} employers found by the median question, ${candidates.worst} by the hardest`,
      engines.map(({ name, usual, worst, agrees }) => ({
        engine: name,
        'p50 ms': percentile(usual, 50),
        'p95 ms': percentile(usual, 95),
        'most ms': percentile(usual, 100),
        'hardest ms': Math.round(worst * 1000) / 1000,
        'p50 / engine': ratio(percentile(usual, 50), percentile(sameQuestions(own!.usual, usual), 50)),
        'hardest / engine': ratio(worst, own!.worst),
        'sums of scores': agrees,
      })),
    );
    for (const { name, settings, worstPlan } of engines)
      process.stdout.write(`${name}: ${settings}${worstPlan === '' ? '' : `. Plan: ${worstPlan}`}\n`);
    for (const reason of skipped) process.stdout.write(`skipped: ${reason}\n`);
    process.stdout.write(
      `file ${fileMb} MB, read ${readMs} ms, load ${loadMs} ms (${ratio(loadMs, readMs)}), memory ${memoryMb} MB\n`,
    );
  }
  if (exponents !== null)
    process.stdout.write(`\ntime grows as rows to the ${exponents.median} (median), ${exponents.worst} (hardest)\n`);
}

/** The times of the engine for the part of the questions that another one was asked. */
function sameQuestions(own: readonly number[], other: readonly number[]): readonly number[] {
  return other.length === own.length ? own : own.filter((_, index) => index % (own.length / other.length) === 0);
}
