import { expectedHires } from '../domain/market/expected-hires.rules.ts';
import {
  bandAt,
  BAND_FACTS,
  forecastAt,
  isApproximateAt,
  yearlyHiresAt,
  type EmployerColumns,
} from './employer-columns.ts';
import type { SectorPotential } from './employer-question.ts';
import { weighedDistance, weighedPotential, weighedSize, type Weights } from './employers.v1.ts';
import type { MatchedEmployer } from './match-employers.ts';

/** One employer of a ranked list: its best matching site, and how many other sites match. */
export interface RankedEmployer extends MatchedEmployer {
  readonly score: number;
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
