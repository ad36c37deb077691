import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AccessStatus } from '../../../shared/domain/access/access.schema.ts';
import { call } from '../../platform/api.ts';
import { keepBeforeLock } from '../../platform/before-lock.ts';
import { forgetEverybody } from '../../platform/forgetting.ts';
import { forgetWhereabouts } from '../../platform/location.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';

export const accessStatus = callQuery('access.status', {});

/** What says nothing of anyone's case file. */
const IMPERSONAL = new Set<unknown>([
  'access.status',
  'workspace.status',
  'settings.get',
  'about.get',
  'dataset.importState',
  'dataset.report',
]);

/** Takes in who is at the keyboard; when it is somebody else, nothing of what the last one saw stays in the page. */
export function settle(client: QueryClient, status: AccessStatus): void {
  const former = client.getQueryData(accessStatus.queryKey);
  client.setQueryData(accessStatus.queryKey, status);
  if (former?.workspace === status.workspace && former.session?.id === status.session?.id) return;
  const role = status.session?.role ?? null;
  forgetWhereabouts(role === 'supervisor' ? { screen: 'supervision' } : { screen: 'portfolio' });
  client.removeQueries({ predicate: ({ queryKey }) => !IMPERSONAL.has(queryKey[0]) });
  forgetEverybody();
}

/** Keeps who is at the keyboard true. */
export function useAccessEvents(): void {
  const client = useQueryClient();
  const onChanged = useCallback((status: AccessStatus) => settle(client, status), [client]);
  useBridgeEvent('access.changed', onChanged);
}

export interface UnlockInput {
  readonly accountId: string;
  readonly passphrase: string;
}

export function useUnlock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: UnlockInput) => call('access.unlock', input),
    onSuccess: (status) => settle(client, status),
  });
}

/** Closes the case files, once what was being typed is kept. */
export function useLock() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await keepBeforeLock();
      return call('access.lock', {});
    },
    onSuccess: (status) => settle(client, status),
  });
}

export interface NewSpace {
  readonly name: string;
  readonly agency: string;
  readonly passphrase: string;
}

export function useCreateSpace() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: NewSpace) => call('access.createSpace', input),
    onSuccess: (status) => settle(client, status),
  });
}
