import type { EmployerQuestion } from './employer-question.ts';
import type { EngineColumns } from './engine-columns.ts';
import { matchEmployers, type MatchedEmployer } from './match-employers.ts';
import type { EmployerCounts } from './survey.ts';

/** One employer of a list without computing: its nearest matching site, and how many other sites match. */
export type NearbyEmployer = MatchedEmployer;

export interface EmployerListing extends EmployerCounts {
  /** By distance, ties by SIRET. */
  readonly employers: readonly NearbyEmployer[];
}

/**
 * The employers of a ranking for a person who said no to computing (rule R11): the same sectors, filters and counts,
 * each employer by its nearest site, and no score, contribution or expected hire anywhere.
 */
export function listEmployers(columns: EngineColumns, question: EmployerQuestion): EmployerListing {
  const { counts, keys, employerOf } = matchEmployers(columns, question, (_row, _naf, _sector, distanceM) => distanceM);
  const { eligible: _asManyAsEmployers, ...others } = counts;
  return { ...others, employers: Array.from(keys, employerOf) };
}
