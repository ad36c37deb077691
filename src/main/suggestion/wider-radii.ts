import type { EmployerQuery, Widening } from '../../shared/domain/suggestion/suggestion.schema.ts';
import type { EmployerSearcher, Exclusions } from './employer-search.ts';

/** Radii a person may be offered, in km. */
const RADIUS_STEPS = [5, 10, 15, 20, 25, 30, 40, 50, 75, 100] as const;
const RADII_OFFERED = 3;

/**
 * The next radii that bring someone, each counted; none is counted beyond those offered.
 * @param known employers in the list as it is
 */
export function widerRadii(
  searcher: EmployerSearcher,
  query: EmployerQuery,
  exclusions: Exclusions,
  known: number,
): Widening['radii'] {
  const offered: { radiusKm: number; more: number }[] = [];
  for (const radiusKm of RADIUS_STEPS) {
    if (radiusKm <= query.radiusKm || offered.length === RADII_OFFERED) continue;
    const more = searcher.count({ ...query, radiusKm }, exclusions) - known;
    if (more > 0) offered.push({ radiusKm, more });
  }
  return offered;
}
