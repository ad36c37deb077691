import { callQuery } from '../../platform/query-client.ts';

export function employerBySiret(siret: string) {
  return callQuery('employer.get', { siret });
}
