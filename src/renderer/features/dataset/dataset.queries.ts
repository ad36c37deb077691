import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ImportState } from '../../../shared/domain/dataset/dataset.schema.ts';
import type { WorkspaceName } from '../../../shared/domain/workspace/workspace.schema.ts';
import { call } from '../../platform/api.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export const importState = callQuery('dataset.importState', {});
export const importReport = callQuery('dataset.report', {});

export function useImportEvents(onDone: () => void): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    (state: ImportState) => {
      client.setQueryData(importState.queryKey, state);
      if (state.state !== 'done') return;
      void client.invalidateQueries({ queryKey: ['dataset.report'] });
      onDone();
    },
    [client, onDone],
  );
  useBridgeEvent('dataset.importChanged', onChanged);
}

/** Whether the demonstration stands for data that could not be opened: until they are, whatever is tried meanwhile. */
export function useIsStandIn(current: WorkspaceName): boolean {
  const { data: state } = useQuery(importState);
  const [isStandIn, setIsStandIn] = useState(false);
  const isTold = current === 'demonstration' && state?.state === 'failed' && state.code === 'DATASET_UNREADABLE';
  if (isTold && !isStandIn) setIsStandIn(true);
  if (current === 'own' && isStandIn) setIsStandIn(false);
  return isStandIn && current === 'demonstration';
}

export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (folderId: string) => call('dataset.startImport', { folderId }),
    onSuccess: () => client.invalidateQueries({ queryKey: importState.queryKey }),
  });
}

export function useCancelImport() {
  return useMutation({ mutationFn: () => call('dataset.cancelImport', {}) });
}
