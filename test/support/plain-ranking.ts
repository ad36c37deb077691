import { SECTION_CODES } from '../../src/shared/domain/sector/sector.ts';
import { chordSquared, EARTH_RADIUS_M, metresFromChordSquared, toUnitVector } from '../../src/shared/kernel/geo.ts';
import {
  bandAt,
  BAND_FACTS,
  GROUP_ORDER,
  groupAt,
  isApproximateAt,
  legalUnitOf,
  siretAt,
} from '../../src/shared/scoring/employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from '../../src/shared/scoring/employer-question.ts';
import {
  weighedDistance,
  weighedPotential,
  weighedSize,
  WEIGHTS,
  type Weights,
} from '../../src/shared/scoring/employers.v1.ts';
import type { EngineColumns } from '../../src/shared/scoring/engine-columns.ts';
import { expectedHiresOfRow, type RankedEmployer } from '../../src/shared/scoring/row-score.ts';
import type { EmployerRanking } from './whole-order.ts';

/**
 * The same answers over the same columns without blocks, bounds, series or counters: every establishment of the sectors
 * is looked at, measured and put with its employer. What the engine is compared with, and timed against.
 */
export interface PlainColumns {
  readonly columns: EngineColumns;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly siret: Float64Array;
  readonly legalUnit: Float64Array;
}

export function plainColumns(columns: EngineColumns): PlainColumns {
  const { count, latMicro, lonMicro } = columns;
  const [x, y, z] = [new Float64Array(count), new Float64Array(count), new Float64Array(count)];
  const siret = Float64Array.from({ length: count }, (_, row) => siretAt(columns, row));
  for (let row = 0; row < count; row += 1) {
    const point = toUnitVector({ lat: latMicro[row]! / 1e6, lon: lonMicro[row]! / 1e6 });
    x[row] = point.x;
    y[row] = point.y;
    z[row] = point.z;
  }
  return { columns, x, y, z, siret, legalUnit: siret.map(legalUnitOf) };
}

interface UnitMatch {
  row: number;
  score: number;
  distanceM: number;
  sites: number;
  sectionsSeen: number;
  sizesSeen: number;
}

export function rankPlainly(
  plain: PlainColumns,
  question: EmployerQuestion,
  weights: Weights = WEIGHTS,
): EmployerRanking {
  const { columns, siret, legalUnit } = plain;
  const units = new Map<number, UnitMatch>();
  const groupCounts = GROUP_ORDER.map((_, group) =>
    group === question.group ? 0 : countPlainly(plain, { ...question, group }),
  );
  forEachRow(plain, question, (row, naf, sector, distanceM) => {
    const { keepsSection, keepsSize, section, size } = filtersOf(columns, question, row, naf);
    if (!keepsSection && !keepsSize) return;
    const unit = legalUnit[row]!;
    const match = units.get(unit) ?? { row: -1, score: 0, distanceM: 0, sites: 0, sectionsSeen: 0, sizesSeen: 0 };
    units.set(unit, match);
    if (keepsSize) match.sectionsSeen |= section;
    if (keepsSection) match.sizesSeen |= size;
    if (!keepsSection || !keepsSize) return;
    match.sites += 1;
    const score = plainScoreOf(columns, row, sector, distanceM, weights);
    const isBetter = match.row < 0 || score > match.score || (score === match.score && siret[row]! < siret[match.row]!);
    if (isBetter) Object.assign(match, { row, score, distanceM });
  });
  const employers: RankedEmployer[] = [];
  const sectionCounts = SECTION_CODES.map(() => 0);
  const sizeCounts = [0, 0, 0, 0];
  for (const { row, score, distanceM, sites, sectionsSeen, sizesSeen } of units.values()) {
    addBits(sectionCounts, sectionsSeen);
    addBits(sizeCounts, sizesSeen);
    if (sites > 0) employers.push({ row, siret: siret[row]!, distanceM, score, otherSites: sites - 1 });
  }
  employers.sort((a, b) => b.score - a.score || a.siret - b.siret);
  groupCounts[question.group] = employers.length;
  return { employers, groupCounts, sectionCounts, sizeCounts };
}

export function countPlainly(plain: PlainColumns, question: EmployerQuestion): number {
  const units = new Set<number>();
  forEachRow(plain, question, (row, naf) => {
    const { keepsSection, keepsSize } = filtersOf(plain.columns, question, row, naf);
    if (keepsSection && keepsSize) units.add(plain.legalUnit[row]!);
  });
  return units.size;
}

export function plainScoreOf(
  columns: EngineColumns,
  row: number,
  sector: SectorPotential,
  distanceM: number,
  weights: Weights,
): number {
  return (
    weighedPotential(expectedHiresOfRow(columns, row, sector).expected, weights.potential) +
    weighedDistance(distanceM, isApproximateAt(columns, row), weights.distance) +
    weighedSize(BAND_FACTS[bandAt(columns, row)]!.rank, weights.size)
  );
}

function filtersOf(columns: EngineColumns, { sectionMask, sizeMask }: EmployerQuestion, row: number, naf: number) {
  const section = 1 << columns.nafSection[naf]!;
  const band = BAND_FACTS[bandAt(columns, row)]!;
  const size = band.size < 0 ? 0 : 1 << band.size;
  return {
    section,
    size,
    keepsSection: sectionMask === 0 || (sectionMask & section) !== 0,
    keepsSize: sizeMask === 0 || (sizeMask & size) !== 0,
  };
}

function forEachRow(
  { columns, x, y, z, siret, legalUnit }: PlainColumns,
  { centre, radiusM, departements, sectors, group, hiddenSites, setAsideUnits }: EmployerQuestion,
  visit: (row: number, naf: number, sector: SectorPotential, distanceM: number) => void,
): void {
  const from = toUnitVector(centre);
  // A cheap bound first: a chord is never longer than its arc, so a chord beyond the radius (and a metre) is outside.
  const chord = (radiusM + 1) / EARTH_RADIUS_M;
  const bound = departements.size === 0 ? chord * chord : Infinity;
  const point = { x: 0, y: 0, z: 0 };
  sectors.forEach((sector, naf) => {
    if (sector === null) return;
    for (let row = columns.nafStart[naf]!; row < columns.nafStart[naf + 1]!; row += 1) {
      if (groupAt(columns, row) !== group) continue;
      point.x = x[row]!;
      point.y = y[row]!;
      point.z = z[row]!;
      const squared = chordSquared(from, point);
      if (squared > bound) continue;
      const distanceM = metresFromChordSquared(squared);
      const isAsked = departements.has(columns.departements[columns.departement[row]!] ?? '');
      if (distanceM > radiusM && !isAsked) continue;
      if (hiddenSites.has(siret[row]!) || setAsideUnits.has(legalUnit[row]!)) continue;
      visit(row, naf, sector, distanceM);
    }
  });
}

function addBits(counts: number[], mask: number): void {
  for (let bit = 0; bit < counts.length; bit += 1) {
    if ((mask & (1 << bit)) !== 0) counts[bit]! += 1;
  }
}
