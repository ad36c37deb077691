import { SIZE_CLASSES } from '../../shared/domain/employer/headcount.ts';
import { SECTION_CODES } from '../../shared/domain/sector/sector.ts';
import type {
  EmployerPage,
  EmployerPageQuery,
  EmployerQuery,
} from '../../shared/domain/suggestion/suggestion.schema.ts';
import { GROUP_ORDER } from '../../shared/scoring/employer-columns.ts';
import { CURRENT_ENGINE } from '../../shared/scoring/engines.ts';
import type { EmployerCounts } from '../../shared/scoring/survey.ts';
import type { Release } from '../dataset/release.use-cases.ts';
import type { EmployerUseCases } from '../employer/employer.use-cases.ts';
import { toSuggestion } from './employer-rows.ts';
import { inputHash, type EmployerSearcher, type Exclusions } from './employer-search.ts';

/** A page of suggested employers, for everyone or without those that a case file set aside. */
export function employerPage(
  current: Release,
  searcher: EmployerSearcher,
  employers: EmployerUseCases,
  query: EmployerPageQuery,
  exclusions: Exclusions,
): EmployerPage {
  const search = searcher.search(query, exclusions);
  const { offset, limit } = query;
  const shown = search.first(offset + limit, seedOf(query)).slice(offset);
  return {
    engineVersion: CURRENT_ENGINE.version,
    datasetVersion: current.manifest.version,
    inputHash: inputHash(query, exclusions, query),
    eligible: search.counts().eligible,
    ...countsOf(search.counts(), query, searcher.countWithContact(query, exclusions)),
    rows: shown.map((employer) => toSuggestion(current, search, employer, employers)),
  };
}

/** The seed that an order is drawn for; null for the plain one. */
export function seedOf({ order, seed }: Pick<EmployerPageQuery, 'order' | 'seed'>): string | null {
  return order === 'plain' ? null : seed;
}

/** What is counted beside a list; a section that the question keeps is told even when it holds nobody. */
export function countsOf(
  { groupCounts, sectionCounts, sizeCounts }: EmployerCounts,
  query: EmployerQuery,
  withContact: number,
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
      withContact,
    },
  };
}
