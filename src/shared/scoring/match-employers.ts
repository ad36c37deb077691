import { chordSquared, metresFromChordSquared, toUnitVector, EARTH_RADIUS_M } from '../kernel/geo.ts';
import { at, BAND_FACTS, type EngineColumns } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';

/** One legal unit that answers a question, by the best of its matching sites. */
export interface MatchedUnit {
  readonly row: number;
  readonly merit: number;
  readonly distanceM: number;
  /** Sites that match, the best one included. */
  readonly sites: number;
}

export interface EmployerCounts {
  /** Employers of each group under the same filters, by index in GROUP_ORDER. */
  readonly groupCounts: readonly number[];
  /** What the list would count if only this section (or size) were kept, the other filter unchanged. */
  readonly sectionCounts: readonly number[];
  readonly sizeCounts: readonly number[];
}

/** What makes one site of an employer better than another; ties by SIRET. */
export type MeritOf = (row: number, sector: SectorPotential, distanceM: number) => number;

const SECTION_COUNT = 21;
const SIZE_COUNT = 4;

interface UnitMatch {
  row: number;
  merit: number;
  distanceM: number;
  sites: number;
  sectionsSeen: number;
  sizesSeen: number;
}

/**
 * Every employer that answers the question, exactly, in no particular order, with the counts. Cost: the rows of the
 * occupation's sectors.
 */
export function matchEmployers<T>(
  columns: EngineColumns,
  question: EmployerQuestion,
  meritOf: MeritOf,
  toEmployer: (match: MatchedUnit) => T,
): EmployerCounts & { readonly employers: T[] } {
  const units = new Map<number, UnitMatch>();
  const groupCounts = [0, 0, 0].map((_, group) =>
    group === question.group ? 0 : countEmployers(columns, { ...question, group }),
  );
  forEachNearbyRow(columns, question, (row, nafIndex, sector, distanceM) => {
    const band = BAND_FACTS[at(columns.band, row)] as (typeof BAND_FACTS)[number];
    const section = 1 << at(columns.nafSection, nafIndex);
    const size = band.size < 0 ? 0 : 1 << band.size;
    const keepsSection = question.sectionMask === 0 || (question.sectionMask & section) !== 0;
    const keepsSize = question.sizeMask === 0 || (question.sizeMask & size) !== 0;
    if (!keepsSection && !keepsSize) return;
    const unit = at(columns.legalUnit, row);
    const match = units.get(unit) ?? { row: -1, merit: 0, distanceM: 0, sites: 0, sectionsSeen: 0, sizesSeen: 0 };
    if (match.sectionsSeen === 0 && match.sizesSeen === 0) units.set(unit, match);
    if (keepsSize) match.sectionsSeen |= section;
    if (keepsSection) match.sizesSeen |= size;
    if (!keepsSection || !keepsSize) return;
    match.sites += 1;
    const merit = meritOf(row, sector, distanceM);
    const isBetter =
      match.row < 0 ||
      merit > match.merit ||
      (merit === match.merit && at(columns.siret, row) < at(columns.siret, match.row));
    if (!isBetter) return;
    match.row = row;
    match.merit = merit;
    match.distanceM = distanceM;
  });

  const employers: T[] = [];
  const sectionCounts = new Array<number>(SECTION_COUNT).fill(0);
  const sizeCounts = new Array<number>(SIZE_COUNT).fill(0);
  for (const match of units.values()) {
    addBits(sectionCounts, match.sectionsSeen);
    addBits(sizeCounts, match.sizesSeen);
    if (match.sites > 0) employers.push(toEmployer(match));
  }
  groupCounts[question.group] = employers.length;
  return { employers, groupCounts, sectionCounts, sizeCounts };
}

/** How many employers answer the question, without comparing them. */
export function countEmployers(columns: EngineColumns, question: EmployerQuestion): number {
  const units = new Set<number>();
  forEachNearbyRow(columns, question, (row, nafIndex) => {
    const band = BAND_FACTS[at(columns.band, row)] as (typeof BAND_FACTS)[number];
    if (question.sectionMask !== 0 && (question.sectionMask & (1 << at(columns.nafSection, nafIndex))) === 0) return;
    if (question.sizeMask !== 0 && (band.size < 0 || (question.sizeMask & (1 << band.size)) === 0)) return;
    units.add(at(columns.legalUnit, row));
  });
  return units.size;
}

/** Calls back each establishment of the group inside the radius whose sector takes part and that nothing excludes. */
function forEachNearbyRow(
  columns: EngineColumns,
  { centre, radiusM, sectors, group, hiddenSites, setAsideUnits }: EmployerQuestion,
  visit: (row: number, nafIndex: number, sector: SectorPotential, distanceM: number) => void,
): void {
  const from = toUnitVector(centre);
  // A cheap bound first: a chord is never longer than its arc, so a chord beyond the radius (and a metre) is outside.
  const chord = (radiusM + 1) / EARTH_RADIUS_M;
  const bound = chord * chord;
  const point = { x: 0, y: 0, z: 0 };
  const hasExclusions = hiddenSites.size > 0 || setAsideUnits.size > 0;
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
      if (distanceM > radiusM) continue;
      // Last, for the few rows that are near.
      if (hasExclusions) {
        if (hiddenSites.has(at(columns.siret, row)) || setAsideUnits.has(at(columns.legalUnit, row))) continue;
      }
      visit(row, nafIndex, sector, distanceM);
    }
  });
}

function addBits(counts: number[], mask: number): void {
  for (let bit = 0; bit < counts.length; bit += 1) {
    if ((mask & (1 << bit)) !== 0) counts[bit] = (counts[bit] as number) + 1;
  }
}
