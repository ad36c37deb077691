import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts';
import type { AccessStatus, LockReason } from '../../../shared/domain/access/access.schema.ts';
import { call, on } from '../../platform/api.ts';
import { keepBeforeLock } from '../../platform/before-lock.ts';
import { forgetEverybody } from '../../platform/forgetting.ts';
import {
  forgetWhereabouts,
  forgetWhereAccountsWere,
  HOME,
  type Location,
  rememberWhereabouts,
  takeWhereabouts,
} from '../../platform/location.ts';
import { callQuery, useBridgeEvent } from '../../platform/query-client.ts';
import { forgetOwnLock, rememberOwnLock } from './own-lock.ts';
import { rememberUsedCode } from './used-code.ts';

export const accessStatus = callQuery('access.status', {});

/** What says nothing of anyone's case file. */
const IMPERSONAL = new Set<unknown>([
  'access.status',
  'workspace.status',
  'settings.get',
  'about.get',
  'dataset.importState',
  'dataset.report',
  'dataFolder.status',
]);

/** Takes in who is at the keyboard; when it is somebody else, nothing of what the last one saw stays in the page. */
export function settle(client: QueryClient, status: AccessStatus): void {
  const former = client.getQueryData(accessStatus.queryKey);
  client.setQueryData(accessStatus.queryKey, status);
  if (former?.workspace === status.workspace && former.session?.id === status.session?.id) return;
  if (status.session !== null) forgetOwnLock();
  const leaver = former?.session ?? null;
  if (leaver !== null) rememberWhereabouts(leaver.id);
  if (former?.workspace !== status.workspace) forgetWhereAccountsWere();
  forgetWhereabouts(firstPlace(status));
  client.removeQueries({ predicate: ({ queryKey }) => !IMPERSONAL.has(queryKey[0]) });
  forgetEverybody();
}

/** An account that comes back in the same run finds itself where it was; another one starts at its first screen. */
function firstPlace({ session }: AccessStatus): Location {
  const left = session === null ? null : takeWhereabouts(session.id);
  return left ?? (session?.role === 'supervisor' ? { screen: 'supervision' } : HOME);
}

/** Keeps who is at the keyboard true. */
export function followAccess(client: QueryClient): void {
  on('access.changed', (status) => settle(client, status));
}

/** Nobody is there: what is being typed is kept, then the page locks, before the shell does it in its stead. */
export function useOwnLock(): void {
  const { mutate: lock } = useLock();
  useBridgeEvent(
    'access.locking',
    useCallback(
      ({ reason }: { readonly reason: LockReason }) => {
        rememberOwnLock(reason);
        lock();
      },
      [lock],
    ),
  );
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

export function useChangePassphrase() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'access.changePassphrase'>) => call('access.changePassphrase', input),
    onSuccess: (status) => settle(client, status),
  });
}

/** Gives the code, which nothing else keeps. */
export function useMakeRecoveryCode() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (passphrase: string) => call('access.makeRecoveryCode', { passphrase }),
    onSuccess: () => client.invalidateQueries({ queryKey: accessStatus.queryKey }),
  });
}

/** `onOpened` is called though the screen that asked is gone by then: the case files are open. */
export function useRecover(onOpened: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'access.recover'>) => call('access.recover', input),
    onSuccess: (status) => {
      settle(client, status);
      rememberUsedCode();
      onOpened();
    },
  });
}

/** Repairs and opens; what was done is told to `onOpened`, as above. */
export function useRepair(onOpened: (answer: CallOutput<'access.repair'>) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'access.repair'>) => call('access.repair', input),
    onSuccess: (answer) => {
      settle(client, answer.status);
      onOpened(answer);
    },
  });
}
