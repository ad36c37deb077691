import { call } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';

/** Made anew each time it is looked at. */
export const diagnosticReport = { ...callQuery('diagnostic.report', {}), staleTime: 0, gcTime: 0 };

export function makeDiagnostic() {
  return call('diagnostic.report', {});
}
