import { callQuery } from '../../platform/query-client.ts';

export function actionsOf(caseId: string) {
  return callQuery('action.list', { caseId });
}
