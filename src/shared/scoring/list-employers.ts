import { at, type EngineColumns } from './employer-columns.ts';
import type { EmployerQuestion } from './employer-question.ts';
import { matchEmployers, type EmployerCounts } from './match-employers.ts';

/** One employer of a list without computing: its nearest matching site, and how many other sites match. */
export interface NearbyEmployer {
  readonly row: number;
  readonly siret: number;
  readonly distanceM: number;
  readonly otherSites: number;
}

export interface EmployerListing extends EmployerCounts {
  /** By distance, ties by SIRET. */
  readonly employers: readonly NearbyEmployer[];
}

/**
 * The employers of a ranking for a person who said no to computing (rule R11): the same sectors, filters and counts,
 * each employer by its nearest site, and no score, contribution or expected hire anywhere.
 */
export function listEmployers(columns: EngineColumns, question: EmployerQuestion): EmployerListing {
  const matches = matchEmployers(
    columns,
    question,
    (_row, _sector, distanceM) => 0 - distanceM,
    ({ row, distanceM, sites }): NearbyEmployer => ({
      row,
      siret: at(columns.siret, row),
      distanceM,
      otherSites: sites - 1,
    }),
  );
  matches.employers.sort((a, b) => a.distanceM - b.distanceM || a.siret - b.siret);
  return matches;
}
