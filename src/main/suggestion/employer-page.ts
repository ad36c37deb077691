import { SIZE_CLASSES } from '../../shared/domain/employer/headcount.ts';
import { SECTION_CODES } from '../../shared/domain/sector/sector.ts';
import type {
  EmployerPage,
  EmployerPageQuery,
  EmployerQuery,
} from '../../shared/domain/suggestion/suggestion.schema.ts';
import { GROUP_ORDER } from '../../shared/scoring/employer-columns.ts';
import { CURRENT_ENGINE } from '../../shared/scoring/engines.ts';
import type { EmployerCounts } from '../../shared/scoring/match-employers.ts';
import type { RankedEmployer } from '../../shared/scoring/rank-employers.ts';
import type { Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import { toSuggestion } from './employer-rows.ts';
import { inputHash, type EmployerSearch, type EmployerSearcher, type Exclusions } from './employer-search.ts';

/** A page of suggested employers, for everyone or without those that a case file set aside. */
export function employerPage(
  current: Release,
  searcher: EmployerSearcher,
  employers: EmployerUseCases,
  query: EmployerPageQuery,
  exclusions: Exclusions,
): EmployerPage {
  const search = searcher.search(query, exclusions);
  const { ranking } = search;
  const ranks = new Map(ranking.employers.map((employer, index) => [employer, index + 1]));
  return {
    engineVersion: CURRENT_ENGINE.version,
    datasetVersion: current.manifest.version,
    inputHash: inputHash(query, exclusions, query),
    eligible: ranking.employers.length,
    ...countsOf(ranking, query),
    rows: inOrder(search, query)
      .slice(query.offset, query.offset + query.limit)
      .map((employer) => toSuggestion(current, search, employer, ranks.get(employer) ?? 0, employers)),
  };
}

/** The employers of a search as they are on screen. */
export function inOrder(
  search: EmployerSearch,
  { order, seed }: Pick<EmployerPageQuery, 'order' | 'seed'>,
): readonly RankedEmployer[] {
  return order === 'plain' ? search.ranking.employers : search.spread(seed);
}

/** What is counted beside a list; a section that the question keeps is told even when it holds nobody. */
export function countsOf(
  { groupCounts, sectionCounts, sizeCounts }: EmployerCounts,
  query: EmployerQuery,
): Pick<EmployerPage, 'groups' | 'facets'> {
  return {
    groups: {
      private: groupCounts[GROUP_ORDER.indexOf('private')] ?? 0,
      public: groupCounts[GROUP_ORDER.indexOf('public')] ?? 0,
      agency: groupCounts[GROUP_ORDER.indexOf('agency')] ?? 0,
    },
    facets: {
      sections: SECTION_CODES.map((section, index) => ({
        section,
        count: sectionCounts[index] ?? 0,
      })).filter(({ section, count }) => count > 0 || query.sections.includes(section)),
      sizes: SIZE_CLASSES.map((size, index) => ({ size, count: sizeCounts[index] ?? 0 })),
    },
  };
}
