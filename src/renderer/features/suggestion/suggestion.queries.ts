import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { EmployerQuery } from '../../../shared/domain/suggestion/suggestion.schema.ts';
import { call } from '../../platform/api.ts';
import type { EmployerSearch } from '../../platform/location.ts';
import { callQuery } from '../../platform/query-client.ts';
import { type CasePages, withKeptRows } from './kept-rows.ts';
import type { MapPoints } from './map/map-scene.ts';

/** What is seen and as much again: while the list is moved about, each step brings one page. */
const PAGE_ROWS = 40;

export function employerPages(query: EmployerQuery, { order, seed }: Pick<EmployerSearch, 'order' | 'seed'>) {
  const input = { ...query, order, seed };
  return infiniteQueryOptions({
    queryKey: ['suggestion.employers', input],
    queryFn: ({ pageParam }) => call('suggestion.employers', { ...input, offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) => {
      const next = offset + last.rows.length;
      return last.rows.length > 0 && next < last.eligible ? next : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

export function explanationOf(query: EmployerQuery, siret: string) {
  return callQuery('suggestion.explain', { ...query, siret });
}

export function wideningOf(query: EmployerQuery) {
  return callQuery('suggestion.widen', query);
}

/** Where the employers of a search are; the map before stays while the next one comes. */
export function pointsOf(query: EmployerQuery, { order, seed }: Pick<EmployerSearch, 'order' | 'seed'>) {
  const input = { ...query, order, seed };
  return queryOptions<MapPoints>({
    queryKey: ['suggestion.points', input],
    queryFn: async () => ({ ...(await call('suggestion.points', input)), retained: [] }),
    placeholderData: keepPreviousData,
  });
}

export type ExplanationQuery = ReturnType<typeof explanationOf>;
export type PointsQuery = ReturnType<typeof pointsOf>;

export type CaseListInput = Omit<CallInput<'suggestion.forCase'>, 'offset' | 'limit'>;

/** The list of a person's job project: their file says the occupation and the place, and what was set aside. */
export function casePages(input: CaseListInput) {
  return infiniteQueryOptions({
    queryKey: ['suggestion.forCase', input],
    queryFn: ({ pageParam }) => call('suggestion.forCase', { ...input, offset: pageParam, limit: PAGE_ROWS }),
    initialPageParam: 0,
    getNextPageParam: (last, _pages, offset) => {
      const next = offset + last.page.rows.length;
      return last.page.rows.length > 0 && next < last.page.eligible ? next : undefined;
    },
    placeholderData: keepPreviousData,
    // What is selected is compared with what was shown before, whichever question that answered.
    select: (data) => data,
    structuralSharing: (before, after) => withKeptRows(before as CasePages | undefined, after as CasePages),
  });
}

export function caseWideningOf(input: CaseListInput) {
  return callQuery('suggestion.widenForCase', input);
}

/** The same for the list of a person's job project. */
export function casePointsOf(input: CaseListInput): PointsQuery {
  return queryOptions<MapPoints>({
    queryKey: ['suggestion.pointsForCase', input],
    queryFn: async () => {
      const points = await call('suggestion.pointsForCase', input);
      return { ...points, levels: points.mode === 'suggested' ? points.levels : null };
    },
    placeholderData: keepPreviousData,
  });
}

export function caseExplanationOf(input: CaseListInput, siret: string): ExplanationQuery {
  return callQuery('suggestion.explainForCase', { ...input, siret });
}
