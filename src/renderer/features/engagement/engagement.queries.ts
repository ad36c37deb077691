import type { CallInput } from '../../../shared/contract/index.ts';
import { callQuery } from '../../platform/query-client.ts';

export type EngagementInput = Omit<CallInput<'engagement.record'>, 'commandId'>;

export function engagementsOf(caseId: string) {
  return callQuery('engagement.list', { caseId });
}
