import { callQuery } from '../../platform/query-client.ts';

const SHOWN_PLACES = 8;

export function placeSearch(text: string) {
  return callQuery('place.search', { text, limit: SHOWN_PLACES });
}

export function placeByCode(communeCode: string) {
  return callQuery('place.get', { communeCode });
}
