import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '../../../shared/domain/settings/settings.schema.ts';
import { call } from '../../platform/api.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export const settingsQuery = callQuery('settings.get', {});

export function useSettingsEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback(
    (settings: Settings) => {
      client.setQueryData(settingsQuery.queryKey, settings);
    },
    [client],
  );
  useBridgeEvent('settings.changed', onChanged);
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
