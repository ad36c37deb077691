import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { BackupState } from '../../../shared/domain/backup/backup.schema.ts';
import { call } from '../../platform/api.ts';
import { keepBeforeLock } from '../../platform/before-lock.ts';
import { forgetEverybody } from '../../platform/forgetting.ts';
import { forgetWhereabouts, forgetWhereAccountsWere } from '../../platform/location.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export const backupList = callQuery('backup.list', {});

export function backupPreview(backupId: string) {
  // What would be lost changes with each thing written: it is compared again each time it is looked at.
  return { ...callQuery('backup.preview', { backupId }), staleTime: 0, gcTime: 0 };
}

/** Keeps what is shown of the copies true. */
export function useBackupEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    (state: BackupState) => {
      client.setQueryData(backupList.queryKey, (former) => (former === undefined ? former : { ...former, state }));
      if (!state.isTaking) void client.invalidateQueries({ queryKey: backupList.queryKey });
    },
    [client],
  );
  useBridgeEvent('backup.changed', onChanged);
}

export function useTakeBackup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('backup.take', {}),
    onSettled: () => client.invalidateQueries({ queryKey: backupList.queryKey }),
  });
}

/** Goes back to a copy, once what was being typed is kept; all that was read is read again. */
export function useRestore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (backupId: string) => {
      await keepBeforeLock();
      return call('backup.restore', { backupId });
    },
    onSuccess: () => client.invalidateQueries(),
  });
}

/** Files of before may be gone: what was read and remembered of them goes, with the ways that lead back to them. */
export function forgetFormerFiles(client: QueryClient): void {
  client.removeQueries({ type: 'inactive' });
  forgetWhereAccountsWere();
  forgetWhereabouts({ screen: 'settings' });
  forgetEverybody();
}
