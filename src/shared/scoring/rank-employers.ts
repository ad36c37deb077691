import { expectedHires } from '../domain/market/expected-hires.rules.ts';
import {
  bandAt,
  BAND_FACTS,
  forecastAt,
  isApproximateAt,
  yearlyHiresAt,
  type EmployerColumns,
} from './employer-columns.ts';
import type { EmployerQuestion, SectorPotential } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import { weighedDistance, weighedPotential, weighedSize, WEIGHTS, type Weights } from './employers.v1.ts';
import { matchEmployers, type MatchedEmployer, type PlaceOf } from './match-employers.ts';
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
  const { top, placeOf } = placesByScore(columns, weights);
  return matchEmployers(columns, question, placeOf, ({ row, siret, distanceM, otherSites }, place): RankedEmployer => ({
    row,
    siret,
    distanceM,
    score: top - place,
    otherSites,
  }));
}

/** The best score comes first: a place is how far below the top a score is. */
export function placesByScore(
  columns: EngineColumns,
  weights: Weights,
): { readonly top: number; readonly placeOf: PlaceOf } {
  const bounds = new ScoreBounds(columns, weights);
  let prepared = -1;
  return {
    top: bounds.top,
    placeOf: (row, naf, sector, distanceM) => {
      if (prepared !== naf) bounds.prepare(sector, naf);
      prepared = naf;
      return bounds.top - bounds.withoutDistance(row, naf, sector.affinity) - bounds.ofDistance(row, distanceM);
    },
  };
}

/** The contributions of one establishment, in the order potential, distance, size. */
export function contributionsOf(
  columns: EmployerColumns,
  row: number,
  sector: SectorPotential,
  distanceM: number,
  weights: Weights,
): readonly [number, number, number] {
  const band = BAND_FACTS[bandAt(columns, row)] as (typeof BAND_FACTS)[number];
  return [
    weighedPotential(expectedHiresOfRow(columns, row, sector).expected, weights.potential),
    weighedDistance(distanceM, isApproximateAt(columns, row), weights.distance),
    weighedSize(band.rank, weights.size),
  ];
}

export function expectedHiresOfRow(
  columns: EmployerColumns,
  row: number,
  sector: SectorPotential,
): ReturnType<typeof expectedHires> {
  const known = { yearlyHires: yearlyHiresAt(columns, row), forecast: forecastAt(columns, row) };
  const band = BAND_FACTS[bandAt(columns, row)] as (typeof BAND_FACTS)[number];
  return expectedHires(sector.affinity, known, band.range, sector.yearlyEntryRate);
}
