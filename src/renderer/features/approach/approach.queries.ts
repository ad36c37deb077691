import { callQuery } from '../../platform/query-client.ts';

export function approachesOf(caseId: string) {
  return callQuery('approach.list', { caseId });
}

export function approachOfEmployer(siret: string) {
  return callQuery('approach.ofEmployer', { siret });
}
