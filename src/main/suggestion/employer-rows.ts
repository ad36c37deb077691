import { HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import { roundedHires } from '../../shared/domain/market/expected-hires.rules.ts';
import { toFactors } from '../../shared/domain/suggestion/factors.rules.ts';
import type { ListedEmployer } from '../../shared/domain/suggestion/listed.schema.ts';
import type { Potential, SuggestedEmployer } from '../../shared/domain/suggestion/suggestion.schema.ts';
import {
  at,
  bandAt,
  GROUP_ORDER,
  groupAt,
  nafIndexOf,
  siretAt as siretNumberAt,
  type EmployerColumns,
} from '../../shared/scoring/employer-columns.ts';
import type { NearbyEmployer } from '../../shared/scoring/list-employers.ts';
import { levelOf } from '../../shared/scoring/potential-levels.ts';
import { contributionsOf, expectedHiresOfRow, type RankedEmployer } from '../../shared/scoring/row-score.ts';
import type { Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import type { EmployerList, EmployerSearch } from './employer-search.ts';
import type { KnownPotential } from './sector-potential.repository.ts';

export function toSuggestion(
  { columns, manifest }: Release,
  search: EmployerSearch,
  employer: RankedEmployer,
  employers: EmployerUseCases,
): SuggestedEmployer {
  const sector = potentialAt(columns, search, employer.row);
  const row = {
    ...toListed(columns, search, employer, employers),
    score: employer.score,
    potential: potentialOf(columns, search, employer.row),
  };
  const contributions = contributionsOf(columns, employer.row, sector, employer.distanceM, search.weights);
  return { ...row, factors: toFactors(contributions, row, search.weights, manifest.sources) };
}

/** A row without a figure of the engine. */
export function toListed(
  columns: EmployerColumns,
  list: Pick<EmployerList, 'potentials'>,
  { row, distanceM, otherSites }: NearbyEmployer,
  employers: EmployerUseCases,
): ListedEmployer {
  const line = employers.line(siretAt(columns, row));
  const { rome } = potentialAt(columns, list, row);
  return {
    ...line,
    rome,
    group: GROUP_ORDER[groupAt(columns, row)] ?? 'private',
    headcountBand: HEADCOUNT_BANDS[bandAt(columns, row)] ?? 'NN',
    ...positionAt(columns, row),
    distanceKm: distanceM / 1000,
    contact: employers.contactAdvice(line.naf, rome),
    otherSites,
  };
}

/** The potential of the sector of a row. */
export function potentialAt(
  columns: EmployerColumns,
  { potentials }: Pick<EmployerList, 'potentials'>,
  row: number,
): KnownPotential {
  const potential = potentials[nafIndexOf(columns, row)];
  if (potential === null || potential === undefined) throw new Error('A listed employer has a sector that takes part.');
  return potential;
}

export function siretAt(columns: EmployerColumns, row: number): string {
  return String(siretNumberAt(columns, row)).padStart(14, '0');
}

export function positionAt(columns: EmployerColumns, row: number): { readonly lat: number; readonly lon: number } {
  return { lat: at(columns.latMicro, row) / 1e6, lon: at(columns.lonMicro, row) / 1e6 };
}

export function potentialOf(columns: EmployerColumns, search: EmployerSearch, row: number): Potential {
  const hires = expectedHiresOfRow(columns, row, potentialAt(columns, search, row));
  return { ...roundedHires(hires), level: levelOf(hires.expected, search.bounds) };
}
