import { expectedHires } from '../domain/market/expected-hires.rules.ts';
import { at, bandAt, BAND_FACTS, isApproximateAt, type EmployerColumns } from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import {
  distanceContribution,
  potentialContribution,
  sizeContribution,
  WEIGHTS,
  type Weights,
} from './employers.v1.ts';
import { matchEmployers, type MatchedEmployer } from './match-employers.ts';
import { ScoreBounds } from './score-bounds.ts';
import type { EmployerCounts } from './survey.ts';

/** One employer of a list: its best matching site, and how many other sites match. */
export interface RankedEmployer extends MatchedEmployer {
  readonly score: number;
}

export interface EmployerRanking extends EmployerCounts {
  /** In plain order: by score, ties by SIRET. */
  readonly employers: readonly RankedEmployer[];
}

/**
 * Every employer that answers the question, exactly: the same as scoring each establishment of the release one by one
 * (`test/unit/scoring` holds the brute force it is compared with). What needs only the first ones asks
 * `firstEmployers`.
 */
export function rankEmployers(
  columns: EngineColumns,
  question: EmployerQuestion,
  weights: Weights = WEIGHTS,
): EmployerRanking {
  const bounds = new ScoreBounds(columns, weights);
  let prepared = -1;
  return matchEmployers(
    columns,
    question,
    (row, naf, sector, distanceM) => {
      if (prepared !== naf) bounds.prepare(sector, naf);
      prepared = naf;
      return bounds.top - bounds.withoutDistance(row, naf, sector.affinity) - bounds.ofDistance(row, distanceM);
    },
    ({ row, siret, distanceM, otherSites }, place): RankedEmployer => ({
      row,
      siret,
      distanceM,
      score: bounds.top - place,
      otherSites,
    }),
  );
}

/** The contributions of one establishment, in the order potential, distance, size. */
export function contributionsOf(
  columns: EmployerColumns,
  row: number,
  sector: SectorPotential,
  distanceM: number,
): readonly [number, number, number] {
  const band = BAND_FACTS[bandAt(columns, row)] as (typeof BAND_FACTS)[number];
  return [
    potentialContribution(expectedHiresOfRow(columns, row, sector).expected),
    distanceContribution(distanceM, isApproximateAt(columns, row)),
    sizeContribution(band.rank),
  ];
}

export function expectedHiresOfRow(
  columns: EmployerColumns,
  row: number,
  sector: SectorPotential,
): ReturnType<typeof expectedHires> {
  const counted = at(columns.yearlyHires, row);
  const band = BAND_FACTS[bandAt(columns, row)] as (typeof BAND_FACTS)[number];
  return expectedHires(sector.affinity, counted < 0 ? null : counted, band.range, sector.yearlyEntryRate);
}
