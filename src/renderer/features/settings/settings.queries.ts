import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../shared/domain/settings/settings.schema.ts';
import { call, on } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';

export const settingsQuery = callQuery('settings.get', {});

export function followSettings(client: QueryClient): void {
  on('settings.changed', (settings) => {
    client.setQueryData(settingsQuery.queryKey, settings);
  });
}

export function useSetSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: Partial<Settings>) => call('settings.set', changes),
    onSuccess: (settings) => {
      client.setQueryData(settingsQuery.queryKey, settings);
    },
  });
}
