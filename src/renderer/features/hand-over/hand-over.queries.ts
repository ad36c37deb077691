import { callQuery } from '../../platform/query-client.ts';

/** Who is expected today changes with each meeting: it is asked again each time it is looked at. */
export const colleagues = { ...callQuery('handOver.colleagues', {}), staleTime: 0 };

export function handOverPageOf(caseId: string) {
  return callQuery('handOver.page', { caseId });
}

/** The look itself is written there: it is read anew each time. */
export function accessesOf(caseId: string) {
  return { ...callQuery('handOver.accesses', { caseId }), staleTime: 0, gcTime: 0 };
}
