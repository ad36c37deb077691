import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { MoveState } from '../../../shared/domain/data-folder/data-folder.schema.ts';
import { call } from '../../platform/api.ts';
import { keepBeforeLock } from '../../platform/before-lock.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

/** Sizes change with all that is written: they are measured again each time they are looked at. */
export const dataFolderStatus = { ...callQuery('dataFolder.status', {}), staleTime: 0 };

/** Keeps a move that is running true. */
export function useDataFolderEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    (move: MoveState) => {
      client.setQueryData(dataFolderStatus.queryKey, (former) => (former === undefined ? former : { ...former, move }));
      if (move.state !== 'running') void client.invalidateQueries({ queryKey: dataFolderStatus.queryKey });
    },
    [client],
  );
  useBridgeEvent('dataFolder.changed', onChanged);
}

/**
 * The move that was started before the case files locked, where nobody has unlocked. Nothing is asked there: measuring the
 * folder would slow down every opening.
 */
export function useMoveSeen(): MoveState | null {
  useDataFolderEvents();
  return useQuery({ ...dataFolderStatus, enabled: false }).data?.move ?? null;
}

export function useChoosePlace() {
  return useMutation({ mutationFn: () => call('dataFolder.choose', {}) });
}

/** Locks, and moves; once what was being typed is kept. */
export function useMove() {
  return useMutation({
    mutationFn: async (folderId: string) => {
      await keepBeforeLock();
      return call('dataFolder.move', { folderId });
    },
  });
}

export function useCancelMove() {
  return useMutation({ mutationFn: () => call('dataFolder.cancelMove', {}) });
}
