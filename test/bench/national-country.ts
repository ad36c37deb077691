/**
 * A whole country of establishments for benches: real communes, drawn by their population; sectors drawn by the hires
 * the public counts give them; everything of an establishment (size, hires, employer) is invented.
 */
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { readEntryRates } from '../../src/main/dataset/entry-rates.ts';
import {
  sectorPotentialRepository,
  type KnownPotential,
} from '../../src/main/suggestion/sector-potential.repository.ts';
import type { Position } from '../../src/shared/kernel/geo.ts';
import { seededStream } from '../../src/shared/kernel/hash.ts';
import type { EmployerQuestion } from '../../src/shared/scoring/employer-question.ts';
import { traitsOf, type EmployerColumns } from '../../src/shared/scoring/employer-columns.ts';
import { layOutColumns } from '../../src/shared/scoring/lay-out-columns.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface BenchTown {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly centre: Position;
  readonly population: number;
}

export interface Country {
  /** What the draws are from, for the printed settings. */
  readonly source: string;
  readonly towns: readonly BenchTown[];
  readonly nafCodes: readonly string[];
  readonly romes: readonly string[];
  /** By index of `nafCodes`. */
  potentials(romes: readonly string[]): readonly (KnownPotential | null)[];
  /** A town, each as often as its population says. */
  drawTown(draw: () => number): BenchTown;
  drawNaf(draw: () => number): number;
}

export function readCountry(): Country {
  const geography = JSON.parse(fs.readFileSync(path.join(ROOT, 'out/resources/geography.json'), 'utf8')) as {
    readonly communes: {
      readonly rows: readonly (readonly [string, string, string, unknown, number, number, number])[];
    };
  };
  // Paris, Lyon and Marseille stand here through their arrondissements.
  const towns = geography.communes.rows
    .filter(([code, , , , , , population]) => population > 0 && !['75056', '69123', '13055'].includes(code))
    .map(([code, name, departement, , lat, lon, population]) => ({
      ...{ code, name, departement, population },
      centre: { lat, lon },
    }));
  const { pairs, source } = readPairs();
  const hiresOfNaf = new Map<string, number>();
  for (const { naf, hires } of pairs) hiresOfNaf.set(naf, (hiresOfNaf.get(naf) ?? 0) + hires);
  const nafCodes = [...hiresOfNaf.keys()].sort();
  const repository = sectorPotentialRepository(databaseOf(pairs));
  // Sectors have employers in proportion to a root of their hires: temporary work hires much with few agencies.
  const nafWeights = cumulated(nafCodes.map((naf) => Math.sqrt(hiresOfNaf.get(naf) ?? 0)));
  const townWeights = cumulated(towns.map(({ population }) => population));
  return {
    source,
    towns,
    nafCodes,
    romes: [...new Set(pairs.map(({ rome }) => rome))].sort(),
    potentials: (romes) => repository.potentials(nafCodes, romes),
    drawTown: (draw) => towns[pick(townWeights, draw())]!,
    drawNaf: (draw) => pick(nafWeights, draw()),
  };
}

/** The employers of the private sector around a place, for some occupations. */
export function aQuestion(
  country: Country,
  romes: readonly string[],
  centre: EmployerQuestion['centre'],
  radiusKm: number,
): EmployerQuestion {
  return {
    ...{ centre, radiusM: radiusKm * 1000, departements: new Set<string>(), sectors: country.potentials(romes) },
    ...{ group: 0, sectionMask: 0, sizeMask: 0, hiddenSites: new Set<number>(), setAsideUnits: new Set<number>() },
  };
}

/** How many employers of a hundred have each band, 01 to 53. */
const BAND_SHARES = cumulated([40, 24, 14, 10, 7, 2.6, 1.3, 0.35, 0.4, 0.2, 0.08, 0.04, 0.02, 0.01]);
/** Employers of one site; the others have two and more, so that three sites in ten share their employer. */
const ALONE = 0.91;

/** The same seed: fewer rows are the first of more. */
export function generateEmployers(country: Country, count: number): EmployerColumns {
  const draw = seededStream(20_260_901);
  const departements = [...new Set(country.towns.map(({ departement }) => departement))].sort();
  const indexOf = new Map(departements.map((code, index) => [code, index]));
  const rows = {
    ...{ count, departements, nafCodes: country.nafCodes },
    siret: new Float64Array(count),
    naf: new Uint32Array(count),
    latMicro: new Int32Array(count),
    lonMicro: new Int32Array(count),
    yearlyHires: new Float32Array(count),
    ...{ forecastLow: new Int32Array(0), forecastHigh: new Int32Array(0) },
    traits: new Uint8Array(count),
    departement: new Uint8Array(count),
  };
  let siren = 300_000_000;
  let site = 0;
  let naf = 0;
  for (let row = 0; row < count; row += 1) {
    if (draw() < (site === 0 ? ALONE : 0.3)) {
      siren += 1 + Math.floor(draw() * 150);
      site = 0;
    } else site += 1;
    // Sites of an employer are most often of its sector, and in towns of their own.
    if (site === 0 || draw() < 0.25) naf = country.drawNaf(draw);
    const town = country.drawTown(draw);
    const band = 2 + pick(BAND_SHARES, draw());
    const reach = Math.min(12_000, 300 + 5.5 * Math.sqrt(town.population)) / 111_195;
    const isApproximate = draw() < 0.04;
    const [north, east] = isApproximate ? [0, 0] : [(draw() + draw() - 1) * reach, (draw() + draw() - 1) * reach];
    rows.siret[row] = siren * 1e5 + site;
    rows.naf[row] = naf;
    rows.latMicro[row] = Math.round((town.centre.lat + north) * 1e6);
    rows.lonMicro[row] = Math.round((town.centre.lon + east * 1.45) * 1e6);
    rows.yearlyHires[row] = draw() < 0.25 ? Math.floor(draw() * draw() * 4 * (band - 1) * (band - 1)) : -1;
    rows.traits[row] = traitsOf({ band, group: groupOf(country.nafCodes[naf]!, draw()), isApproximate });
    rows.departement[row] = indexOf.get(town.departement) ?? 255;
  }
  return layOutColumns(rows);
}

function groupOf(naf: string, unit: number): number {
  if (/^78[123]/.test(naf)) return 2;
  return naf.startsWith('84') || unit < 0.03 ? 1 : 0;
}

export interface Pair {
  readonly rome: string;
  readonly naf: string;
  readonly hires: number;
}

/** The public counts where the shared files are, else those written for the demonstration. */
export function readPairs(): { readonly pairs: readonly Pair[]; readonly source: string } {
  const shared = process.env['VAV_SHARED'] ?? path.join(ROOT, '../shared');
  const file = path.join(shared, 'data/employers/rome_naf_mapping.raw.csv');
  if (fs.existsSync(file)) {
    const lines = fs.readFileSync(file, 'utf8').split(/\r?\n/).slice(1).filter(Boolean);
    const pairs = lines.map((line) => {
      const rome = line.slice(0, 5);
      const naf = /,(\d{4}[A-Z]),/.exec(line)?.[1] ?? '';
      return { rome, naf, hires: Number(line.slice(line.lastIndexOf(',') + 1)) };
    });
    return { pairs: pairs.filter(({ naf, hires }) => naf !== '' && hires > 0), source: 'public hires by occupation' };
  }
  const demo = JSON.parse(fs.readFileSync(path.join(ROOT, 'resources/demo/occupations.json'), 'utf8')) as {
    readonly occupations: readonly {
      readonly rome: string;
      readonly affinities: readonly (readonly [string, number])[];
    }[];
  };
  const pairs = demo.occupations.flatMap(({ rome, affinities }) =>
    affinities.map(([naf, hires]) => ({ rome, naf, hires })),
  );
  return { pairs, source: 'hires written for the demonstration' };
}

function databaseOf(pairs: readonly Pair[]): Database.Database {
  const db = new Database(':memory:');
  db.exec(
    'CREATE TABLE hire_pair (rome TEXT, naf TEXT, hires INTEGER); CREATE TABLE entry_rate (naf_prefix TEXT, rate REAL)',
  );
  const pair = db.prepare('INSERT INTO hire_pair VALUES (?, ?, ?)');
  for (const { rome, naf, hires } of pairs) pair.run(rome, naf, hires);
  const rate = db.prepare('INSERT INTO entry_rate VALUES (?, ?)');
  for (const line of readEntryRates(path.join(ROOT, 'resources/tables/entry-rates.csv')))
    rate.run(line.nafPrefix, line.rate);
  return db;
}

function cumulated(weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight / total));
}

function pick(cumulatedShares: Float64Array, unit: number): number {
  let [low, high] = [0, cumulatedShares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulatedShares[middle]! > unit) high = middle;
    else low = middle + 1;
  }
  return low;
}
