import { callQuery } from '../../platform/query-client.ts';

export function privateLineOf(caseId: string) {
  return callQuery('privateLine.get', { caseId });
}
