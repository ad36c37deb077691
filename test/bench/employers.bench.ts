/**
 * The engine against the plain way (objects, filter, score, sort), on the same generated establishments, rotated query
 * by query in one run: `npm run bench -- employers`. Figures are ratios first; milliseconds are of this machine.
 */
import { HEADCOUNT_BANDS } from '../../src/shared/domain/employer/headcount.ts';
import { distanceMetres } from '../../src/shared/kernel/geo.ts';
import { seededStream } from '../../src/shared/kernel/hash.ts';
import { at, toEngineColumns, type EngineColumns } from '../../src/shared/scoring/employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from '../../src/shared/scoring/employer-question.ts';
import { contributionsOf, rankEmployers } from '../../src/shared/scoring/rank-employers.ts';
import { milliseconds, percentile, printTable, ratio } from './report.ts';

const SIZES = [15_000, 100_000, 500_000] as const;
const QUERIES = 60;
const SECTORS = 600;

/** Towns with the share of establishments each holds: density is what makes a query hard. */
const TOWNS = Array.from({ length: 400 }, (_, index) => ({ weight: 1 / (index + 1), index }));

export function benchEmployers(): void {
  const rows = SIZES.map((size) => {
    const columns = generate(size);
    const objects = toObjects(columns);
    const questions = Array.from({ length: QUERIES }, (_, index) => question(columns, index));
    const engine: number[] = [];
    const plain: number[] = [];
    let candidates = 0;
    for (const [index, asked] of questions.entries()) {
      const runs = [
        () => engine.push(milliseconds(() => (candidates += rankEmployers(columns, asked).employers.length))),
        () => plain.push(milliseconds(() => plainRanking(columns, objects, asked))),
      ];
      // Turn about, so that neither always finds the caches warm.
      for (const run of index % 2 === 0 ? runs : runs.reverse()) run();
    }
    return {
      establishments: size.toLocaleString('en'),
      'engine p50 ms': percentile(engine, 50),
      'engine p95 ms': percentile(engine, 95),
      'engine worst ms': percentile(engine, 100),
      'plain p50 ms': percentile(plain, 50),
      'plain / engine p50': ratio(percentile(plain, 50), percentile(engine, 50)),
      'employers found, mean': Math.round(candidates / QUERIES),
    };
  });
  printTable('Ranking employers: exact list, counts and facets', rows);
}

interface PlainEmployer {
  readonly row: number;
  readonly siret: number;
  readonly naf: number;
  readonly group: number;
  readonly unit: number;
  readonly lat: number;
  readonly lon: number;
}

function toObjects(columns: EngineColumns): readonly PlainEmployer[] {
  const objects: PlainEmployer[] = [];
  columns.nafCodes.forEach((_, naf) => {
    for (let row = at(columns.nafStart, naf); row < at(columns.nafStart, naf + 1); row += 1) {
      objects.push({
        row,
        naf,
        siret: at(columns.siret, row),
        group: at(columns.group, row),
        unit: at(columns.legalUnit, row),
        lat: at(columns.latMicro, row) / 1e6,
        lon: at(columns.lonMicro, row) / 1e6,
      });
    }
  });
  return objects;
}

/** What application code usually does, with the same scoring functions. */
function plainRanking(columns: EngineColumns, objects: readonly PlainEmployer[], asked: EmployerQuestion): number {
  const scored = objects
    .filter((employer) => employer.group === asked.group && asked.sectors[employer.naf] !== null)
    .map((employer) => ({ employer, distanceM: distanceMetres(asked.centre, employer) }))
    .filter(({ distanceM }) => distanceM <= asked.radiusM)
    .map(({ employer, distanceM }) => {
      const sector = asked.sectors[employer.naf] as SectorPotential;
      const [potential, distance, size] = contributionsOf(columns, employer.row, sector, distanceM);
      return { employer, score: potential + distance + size };
    })
    .sort((a, b) => b.score - a.score || a.employer.siret - b.employer.siret);
  return new Set(scored.map(({ employer }) => employer.unit)).size;
}

function question(columns: EngineColumns, index: number): EmployerQuestion {
  const draw = seededStream(1000 + index);
  const kept = 10 + Math.floor(draw() * 80);
  const sectors = columns.nafCodes.map(() =>
    draw() < kept / SECTORS ? { affinity: draw() * 0.4, yearlyEntryRate: 0.2 + draw() * 0.6 } : null,
  );
  const radius = [5, 10, 20, 30, 50, 100][Math.floor(draw() * 6)] ?? 30;
  const unfiltered = {
    group: 0,
    sectionMask: 0,
    sizeMask: 0,
    hiddenSites: new Set<number>(),
    setAsideUnits: new Set<number>(),
  };
  return { centre: town(draw), radiusM: radius * 1000, sectors, ...unfiltered };
}

const TOWN_TOTAL = TOWNS.reduce((sum, { weight }) => sum + weight, 0);

function town(draw: () => number): { readonly lat: number; readonly lon: number } {
  let left = draw() * TOWN_TOTAL;
  const found = TOWNS.find(({ weight }) => (left -= weight) <= 0) ?? { index: 0 };
  const place = seededStream(found.index + 1);
  return { lat: 43 + place() * 7.5, lon: -1.5 + place() * 8.5 };
}

function generate(size: number): EngineColumns {
  const draw = seededStream(size);
  const nafCodes = Array.from({ length: SECTORS }, (_, index) => {
    const division = 1 + Math.floor((index * 98) / SECTORS);
    return `${String(division).padStart(2, '0')}${String(index % 100).padStart(2, '0')}Z`;
  }).sort();
  const nafStart = new Uint32Array(SECTORS + 1);
  for (let index = 0; index <= SECTORS; index += 1) nafStart[index] = Math.floor((index * size) / SECTORS);
  const places = Array.from({ length: size }, () => {
    const { lat, lon } = town(draw);
    return { lat: lat + (draw() - 0.5) * 0.2, lon: lon + (draw() - 0.5) * 0.3 };
  });
  return toEngineColumns({
    count: size,
    nafCodes,
    nafStart,
    siret: Float64Array.from(
      { length: size },
      (_, row) => (300_000_000 + Math.floor(draw() * size)) * 1e5 + (row % 1e5),
    ),
    latMicro: Int32Array.from(places, ({ lat }) => Math.round(lat * 1e6)),
    lonMicro: Int32Array.from(places, ({ lon }) => Math.round(lon * 1e6)),
    band: Uint8Array.from({ length: size }, () => 2 + Math.floor(draw() * draw() * (HEADCOUNT_BANDS.length - 2))),
    group: Uint8Array.from({ length: size }, () => (draw() < 0.9 ? 0 : draw() < 0.8 ? 1 : 2)),
    yearlyHires: Int32Array.from({ length: size }, () => (draw() < 0.25 ? Math.floor(draw() * 40) : -1)),
    isApproximate: Uint8Array.from({ length: size }, () => (draw() < 0.02 ? 1 : 0)),
  });
}
