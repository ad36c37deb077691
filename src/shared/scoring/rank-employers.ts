import { expectedHires } from '../domain/market/expected-hires.rules.ts';
import { at, BAND_FACTS, type EngineColumns } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import { distanceContribution, potentialContribution, sizeContribution } from './employers.v1.ts';
import { matchEmployers, type EmployerCounts } from './match-employers.ts';

/** One employer of a list: its best matching site, and how many other sites match. */
export interface RankedEmployer {
  readonly row: number;
  readonly siret: number;
  readonly distanceM: number;
  readonly score: number;
  readonly otherSites: number;
}

export interface EmployerRanking extends EmployerCounts {
  /** In plain order: by score, ties by SIRET. */
  readonly employers: readonly RankedEmployer[];
}

/**
 * Every employer that answers the question, exactly: the same as scoring each establishment of the release one by one
 * (`test/unit/scoring` holds the brute force it is compared with). Cost: the rows of the occupation's sectors, plus a
 * sort of the employers found.
 */
export function rankEmployers(columns: EngineColumns, question: EmployerQuestion): EmployerRanking {
  const matches = matchEmployers(
    columns,
    question,
    (row, sector, distanceM) => scoreRow(columns, row, sector, distanceM),
    ({ row, merit, distanceM, sites }): RankedEmployer => ({
      row,
      siret: at(columns.siret, row),
      distanceM,
      score: merit,
      otherSites: sites - 1,
    }),
  );
  matches.employers.sort((a, b) => b.score - a.score || a.siret - b.siret);
  return matches;
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
