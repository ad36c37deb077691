import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { WorkspaceName, WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { call, on } from '../../platform/api.ts';
import { keepBeforeLock } from '../../platform/before-lock.ts';
import { forgetSearches, forgetWhereabouts } from '../../platform/location.ts';
import { callQuery } from '../../platform/query-client.ts';

export const workspaceStatus = callQuery('workspace.status', {});
/** What does not depend on the workspace that is open; who is at the keyboard is asked anew, and shown until then. */
const INDEPENDENT = new Set<unknown>([
  'workspace.status',
  'access.status',
  'settings.get',
  'about.get',
  'dataset.importState',
]);
/** What is read from the reference data: the case files are not, and somebody may be writing in one. */
const FROM_REFERENCE = /^(?:occupation|place|suggestion|employer|dataset)\./;

/** Takes in a status: other data, other answers; another workspace is another world. */
function settle(client: QueryClient, status: WorkspaceStatus): void {
  const former = client.getQueryData(workspaceStatus.queryKey);
  client.setQueryData(workspaceStatus.queryKey, status);
  const isSameWorkspace = former?.current === status.current;
  const isSameData = isSameWorkspace && former.manifest?.version === status.manifest?.version;
  const isPrepared = former !== undefined && former.preparing !== null && status.preparing === null;
  if (!isSameData || isPrepared) void client.invalidateQueries({ queryKey: ['access.status'] });
  if (isSameData) return;
  if (former !== undefined && isSameWorkspace) forgetSearches();
  if (former !== undefined && !isSameWorkspace) forgetWhereabouts();
  void client.resetQueries({
    predicate: ({ queryKey: [name] }) =>
      !INDEPENDENT.has(name) && (!isSameWorkspace || FROM_REFERENCE.test(String(name))),
  });
}

/** Keeps the status true; what was read from the former data is dropped. */
export function followWorkspace(client: QueryClient): void {
  on('workspace.changed', (status) => settle(client, status));
}

export function useOpenWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: WorkspaceName) => {
      await keepBeforeLock();
      return call('workspace.open', { name });
    },
    onSuccess: (status) => settle(client, status),
  });
}

/**
 * Makes the demonstration on this machine, the first time it is asked for, and opens it. Held above the screens: what asks
 * for it gives way to the progress, and a failure is told when it is back.
 */
export function useTryDemonstration() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await keepBeforeLock();
      return call('workspace.tryDemonstration', {});
    },
    onSuccess: (status) => settle(client, status),
  });
}

export type TryDemonstration = Pick<ReturnType<typeof useTryDemonstration>, 'mutate' | 'error' | 'isPending'>;
