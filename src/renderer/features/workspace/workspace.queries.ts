import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { WorkspaceName, WorkspaceStatus } from '../../../shared/domain/workspace/workspace.schema.ts';
import { call } from '../../platform/api.ts';
import { forgetSearches } from '../../platform/location.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export const workspaceStatus = callQuery('workspace.status', {});
/** What does not depend on the workspace that is open. */
const INDEPENDENT = new Set<unknown>(['workspace.status', 'settings.get', 'about.get', 'dataset.importState']);

/** Keeps the status true; other data, other answers: what was read from the former ones is dropped. */
export function useWorkspaceEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    (status: WorkspaceStatus) => {
      const former = client.getQueryData(workspaceStatus.queryKey);
      client.setQueryData(workspaceStatus.queryKey, status);
      const isSame = former?.current === status.current && former.manifest?.version === status.manifest?.version;
      if (isSame) return;
      if (former !== undefined) forgetSearches();
      void client.resetQueries({ predicate: ({ queryKey }) => !INDEPENDENT.has(queryKey[0]) });
    },
    [client],
  );
  useBridgeEvent('workspace.changed', onChanged);
}

export function useOpenWorkspace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: WorkspaceName) => call('workspace.open', { name }),
    onSuccess: (status) => {
      client.setQueryData(workspaceStatus.queryKey, status);
      forgetSearches();
      return client.resetQueries({ predicate: ({ queryKey }) => !INDEPENDENT.has(queryKey[0]) });
    },
  });
}
