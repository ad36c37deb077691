import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallInput } from '../../../shared/contract/index.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export function caseFileOf(caseId: string) {
  return callQuery('caseFile.get', { caseId });
}

export function timelineOf(caseId: string) {
  return callQuery('caseFile.timeline', { caseId });
}

export function fieldHistoryOf(caseId: string, field: CallInput<'caseFile.fieldHistory'>['field']) {
  return callQuery('caseFile.fieldHistory', { caseId, field });
}

/** Asked about everyone at once; tags say how many files wear them. */
const ABOUT_ALL = new Set<unknown>([
  ...['caseFile.portfolio', 'appointment.agenda', 'action.due', 'correction.list', 'supervision.counts'],
  ...['agencyTag.list', 'approach.ofEmployer', 'outcome.toAsk', 'sheet.waiting'],
]);

/** What is asked about one case file, or about everyone; of no file in particular, everything that people have part in. */
function isAbout([name, input]: readonly unknown[], caseId: string | null): boolean {
  if (ABOUT_ALL.has(name)) return true;
  if (caseId === null && typeof name === 'string' && name.startsWith('suggestion.')) return true;
  if (typeof input !== 'object' || input === null || !('caseId' in input)) return false;
  return caseId === null || input.caseId === caseId;
}

/** Other lists: a company that closed leaves them too, when one comes back to them. */
function isOtherList([name, input]: readonly unknown[], caseId: string | null): boolean {
  return typeof name === 'string' && name.startsWith('suggestion.') && !isAbout([name, input], caseId);
}

export async function refreshCaseFile(client: QueryClient, caseId: string | null): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, caseId) }),
    client.invalidateQueries({ predicate: ({ queryKey }) => isOtherList(queryKey, caseId), refetchType: 'none' }),
  ]);
}

/** A case file changed, here or in another window: what is shown of it is asked again. */
export function useCaseFileEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    ({ caseId }: { readonly caseId: string | null }) => void refreshCaseFile(client, caseId),
    [client],
  );
  useBridgeEvent('caseFile.changed', onChanged);
}
