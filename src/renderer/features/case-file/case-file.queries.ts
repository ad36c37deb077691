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

/** Asked about everyone at once. */
const ABOUT_ALL = new Set<unknown>(['caseFile.portfolio', 'correction.list', 'supervision.counts']);

/** What is asked about one case file, or about all of them. A closed company leaves the lists of everybody. */
function isAbout(queryKey: readonly unknown[], caseId: string | null): boolean {
  const [name, input] = queryKey;
  if (ABOUT_ALL.has(name) || (typeof name === 'string' && name.startsWith('suggestion.'))) return true;
  if (typeof input !== 'object' || input === null || !('caseId' in input)) return false;
  return caseId === null || input.caseId === caseId;
}

export async function refreshCaseFile(client: QueryClient, caseId: string | null): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey }) => isAbout(queryKey, caseId) });
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
