import { callQuery } from '../../platform/query-client.ts';

const SHOWN_HITS = 8;

export function occupationSearch(text: string) {
  return callQuery('occupation.search', { text, limit: SHOWN_HITS });
}

export function occupationByCode(rome: string) {
  return callQuery('occupation.get', { rome });
}
