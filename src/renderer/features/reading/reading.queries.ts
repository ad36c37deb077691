import { callQuery } from '../../platform/query-client.ts';

export function readingsOf(caseId: string) {
  return callQuery('reading.list', { caseId });
}
