import { callQuery } from '../../platform/query-client.ts';

export function decisionsOf(caseId: string) {
  return callQuery('decision.list', { caseId });
}
