import type { CallInput } from '../../../shared/contract/index.ts';
import { callQuery } from '../../platform/query-client.ts';

export type ActionInput = Omit<CallInput<'action.add'>, 'commandId'>;

export function actionsOf(caseId: string) {
  return callQuery('action.list', { caseId });
}
