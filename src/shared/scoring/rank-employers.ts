import { expectedHires } from '../domain/market/expected-hires.rules.ts';
import { chordSquared, metresFromChordSquared, toUnitVector, EARTH_RADIUS_M, type Position } from '../kernel/geo.ts';
import { at, BAND_FACTS, type EngineColumns } from './employer-columns.ts';
import { distanceContribution, potentialContribution, sizeContribution } from './employers.v1.ts';

/** What one sector brings to the occupations searched; null sectors take no part. */
export interface SectorPotential {
  readonly affinity: number;
  readonly yearlyEntryRate: number | null;
}

export interface EmployerQuestion {
  readonly centre: Position;
  readonly radiusM: number;
  /** By index of `nafCodes`. */
  readonly sectors: readonly (SectorPotential | null)[];
  /** Index in GROUP_ORDER. */
  readonly group: number;
  /** Bit masks over SECTION_CODES and SIZE_CLASSES; 0 keeps all. */
  readonly sectionMask: number;
  readonly sizeMask: number;
}

/** One employer of a list: its best matching site, and how many other sites match. */
export interface RankedEmployer {
  readonly row: number;
  readonly siret: number;
  readonly distanceM: number;
  readonly score: number;
  readonly otherSites: number;
}

export interface EmployerRanking {
  /** In plain order: by score, ties by SIRET. */
  readonly employers: readonly RankedEmployer[];
  /** Employers of each group under the same filters, by index in GROUP_ORDER. */
  readonly groupCounts: readonly number[];
  /** What the list would count if only this section (or size) were kept, the other filter unchanged. */
  readonly sectionCounts: readonly number[];
  readonly sizeCounts: readonly number[];
}

const SECTION_COUNT = 21;
const SIZE_COUNT = 4;

interface UnitMatch {
  best: number;
  score: number;
  distanceM: number;
  sites: number;
  sectionsSeen: number;
  sizesSeen: number;
}

/**
 * Every employer that answers the question, exactly: the same as scoring each establishment of the release one by one
 * (`test/unit/scoring` holds the brute force it is compared with). Cost: the rows of the occupation's sectors, plus a
 * sort of the employers found.
 */
export function rankEmployers(columns: EngineColumns, question: EmployerQuestion): EmployerRanking {
  const units = new Map<number, UnitMatch>();
  const groupCounts = [0, 0, 0].map((_, group) => (group === question.group ? 0 : countOtherGroup(group)));
  forEachNearbyRow(columns, question, question.group, (row, nafIndex, sector, distanceM) => {
    const band = BAND_FACTS[at(columns.band, row)] as (typeof BAND_FACTS)[number];
    const section = 1 << at(columns.nafSection, nafIndex);
    const size = band.size < 0 ? 0 : 1 << band.size;
    const keepsSection = question.sectionMask === 0 || (question.sectionMask & section) !== 0;
    const keepsSize = question.sizeMask === 0 || (question.sizeMask & size) !== 0;
    if (!keepsSection && !keepsSize) return;
    const unit = at(columns.legalUnit, row);
    const match = units.get(unit) ?? { best: -1, score: -1, distanceM: 0, sites: 0, sectionsSeen: 0, sizesSeen: 0 };
    if (match.sectionsSeen === 0 && match.sizesSeen === 0) units.set(unit, match);
    if (keepsSize) match.sectionsSeen |= section;
    if (keepsSection) match.sizesSeen |= size;
    if (!keepsSection || !keepsSize) return;
    match.sites += 1;
    const score = scoreRow(columns, row, sector, distanceM);
    if (score > match.score || (score === match.score && at(columns.siret, row) < at(columns.siret, match.best))) {
      match.best = row;
      match.score = score;
      match.distanceM = distanceM;
    }
  });

  const employers: RankedEmployer[] = [];
  const sectionCounts = new Array<number>(SECTION_COUNT).fill(0);
  const sizeCounts = new Array<number>(SIZE_COUNT).fill(0);
  for (const match of units.values()) {
    addBits(sectionCounts, match.sectionsSeen);
    addBits(sizeCounts, match.sizesSeen);
    if (match.sites === 0) continue;
    employers.push({
      row: match.best,
      siret: at(columns.siret, match.best),
      distanceM: match.distanceM,
      score: match.score,
      otherSites: match.sites - 1,
    });
  }
  employers.sort((a, b) => b.score - a.score || a.siret - b.siret);
  groupCounts[question.group] = employers.length;
  return { employers, groupCounts, sectionCounts, sizeCounts };

  function countOtherGroup(group: number): number {
    return countEmployers(columns, { ...question, group });
  }
}

/** How many employers answer the question, without scoring them. */
export function countEmployers(columns: EngineColumns, question: EmployerQuestion): number {
  const units = new Set<number>();
  forEachNearbyRow(columns, question, question.group, (row, nafIndex) => {
    const band = BAND_FACTS[at(columns.band, row)] as (typeof BAND_FACTS)[number];
    if (question.sectionMask !== 0 && (question.sectionMask & (1 << at(columns.nafSection, nafIndex))) === 0) return;
    if (question.sizeMask !== 0 && (band.size < 0 || (question.sizeMask & (1 << band.size)) === 0)) return;
    units.add(at(columns.legalUnit, row));
  });
  return units.size;
}

/** The contributions of one establishment, in the order potential, distance, size. */
export function contributionsOf(
  columns: EngineColumns,
  row: number,
  sector: SectorPotential,
  distanceM: number,
): readonly [number, number, number] {
  const band = BAND_FACTS[at(columns.band, row)] as (typeof BAND_FACTS)[number];
  return [
    potentialContribution(expectedHiresOfRow(columns, row, sector).expected),
    distanceContribution(distanceM, at(columns.isApproximate, row) === 1),
    sizeContribution(band.rank),
  ];
}

export function expectedHiresOfRow(
  columns: EngineColumns,
  row: number,
  sector: SectorPotential,
): ReturnType<typeof expectedHires> {
  const counted = at(columns.yearlyHires, row);
  const band = BAND_FACTS[at(columns.band, row)] as (typeof BAND_FACTS)[number];
  return expectedHires(sector.affinity, counted < 0 ? null : counted, band.range, sector.yearlyEntryRate);
}

function scoreRow(columns: EngineColumns, row: number, sector: SectorPotential, distanceM: number): number {
  const [potential, distance, size] = contributionsOf(columns, row, sector, distanceM);
  return potential + distance + size;
}

/** Calls back each establishment of a group inside the radius whose sector takes part. */
function forEachNearbyRow(
  columns: EngineColumns,
  { centre, radiusM, sectors }: EmployerQuestion,
  group: number,
  visit: (row: number, nafIndex: number, sector: SectorPotential, distanceM: number) => void,
): void {
  const from = toUnitVector(centre);
  // A cheap bound first: a chord is never longer than its arc, so a chord beyond the radius (and a metre) is outside.
  const chord = (radiusM + 1) / EARTH_RADIUS_M;
  const bound = chord * chord;
  const point = { x: 0, y: 0, z: 0 };
  sectors.forEach((sector, nafIndex) => {
    if (sector === null) return;
    const end = at(columns.nafStart, nafIndex + 1);
    for (let row = at(columns.nafStart, nafIndex); row < end; row += 1) {
      if (at(columns.group, row) !== group) continue;
      point.x = at(columns.x, row);
      point.y = at(columns.y, row);
      point.z = at(columns.z, row);
      const squared = chordSquared(from, point);
      if (squared > bound) continue;
      const distanceM = metresFromChordSquared(squared);
      if (distanceM <= radiusM) visit(row, nafIndex, sector, distanceM);
    }
  });
}

function addBits(counts: number[], mask: number): void {
  for (let bit = 0; bit < counts.length; bit += 1) {
    if ((mask & (1 << bit)) !== 0) counts[bit] = (counts[bit] as number) + 1;
  }
}
