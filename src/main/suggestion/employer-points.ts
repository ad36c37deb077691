import type { PotentialLevel } from '../../shared/domain/market/market.schema.ts';
import {
  POINTS_AT_MOST,
  type EmployerPoints,
  type ListedPoints,
  type PointsQuery,
} from '../../shared/domain/suggestion/points.schema.ts';
import type { EmployerColumns } from '../../shared/scoring/employer-columns.ts';
import type { NearbyEmployer } from '../../shared/scoring/list-employers.ts';
import { seedOf } from './employer-page.ts';
import { positionAt, potentialOf, siretAt } from './employer-rows.ts';
import type { EmployerSearch } from './employer-search.ts';

/** Where the employers of a list are, and what is expected of each: what a map shows of it. */
export function employerPoints(columns: EmployerColumns, search: EmployerSearch, query: PointsQuery): EmployerPoints {
  const employers = search.first(POINTS_AT_MOST, seedOf(query));
  const levels = employers.map(({ row }): PotentialLevel | null => potentialOf(columns, search, row).level);
  return { ...listedPoints(columns, employers, search.counts().eligible), levels };
}

/** Where they are, and nothing of the engine. */
export function listedPoints(
  columns: EmployerColumns,
  employers: readonly NearbyEmployer[],
  eligible: number,
): ListedPoints {
  const shown = employers.slice(0, POINTS_AT_MOST);
  const positions = shown.map(({ row }) => positionAt(columns, row));
  return {
    eligible,
    sirets: shown.map(({ row }) => siretAt(columns, row)),
    lats: positions.map(({ lat }) => lat),
    lons: positions.map(({ lon }) => lon),
  };
}
