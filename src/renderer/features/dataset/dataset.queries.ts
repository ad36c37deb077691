import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ImportState } from '../../../shared/domain/dataset/dataset.schema.ts';
import { call } from '../../platform/api.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export const importState = callQuery('dataset.importState', {});
export const importReport = callQuery('dataset.report', {});

export function useImportEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    (state: ImportState) => {
      client.setQueryData(importState.queryKey, state);
      if (state.state === 'done') void client.invalidateQueries({ queryKey: ['dataset.report'] });
    },
    [client],
  );
  useBridgeEvent('dataset.importChanged', onChanged);
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
