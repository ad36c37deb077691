import { QueryClient, queryOptions } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallInput, CallName, CallOutput, EventName, EventPayload } from '../../shared/contract/index.ts';
import { call, on } from './api.ts';

/** One cache. Everything is on this machine: never wait for a network, refetch only when an event says so. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: false,
      },
      // What was asked may be about somebody, or a passphrase: it is not kept once it is answered.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
}

/** The query of one call: its name and input are its key, so an event can invalidate by name. */
export function callQuery<N extends CallName>(name: N, input: CallInput<N>) {
  return queryOptions<CallOutput<N>>({ queryKey: [name, input], queryFn: () => call(name, input) });
}

/** Listens to an event for as long as the component is there. */
export function useBridgeEvent<N extends EventName>(name: N, listener: (payload: EventPayload<N>) => void): void {
  useEffect(() => on(name, listener), [name, listener]);
}
