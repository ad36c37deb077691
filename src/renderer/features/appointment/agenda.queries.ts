import { useMutation } from '@tanstack/react-query';
import type { CallInput } from '../../../shared/contract/index.ts';
import type { LocalDate } from '../../../shared/kernel/local-date.ts';
import { call } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';

/** The appointments of one’s own portfolio from one day to another, both included. */
export function agendaOf(from: LocalDate, to: LocalDate = from) {
  return callQuery('appointment.agenda', { from, to });
}

/** The same days as a file for another calendar: nobody is named in it. */
export function useExportAgenda() {
  return useMutation({
    mutationFn: (period: CallInput<'appointment.exportCalendar'>) => call('appointment.exportCalendar', period),
  });
}
