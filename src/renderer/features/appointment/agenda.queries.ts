import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { callQuery } from '../../platform/query-client.ts';

/** The appointments of one’s own portfolio from one day to another, both included. */
export function agendaOf(from: LocalDate, to: LocalDate = from) {
  return callQuery('appointment.agenda', { from, to });
}
