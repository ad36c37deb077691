/** What the day asks besides the portfolio: asked by its screen, and as the case files open. */
import { addDays, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { agendaOf } from '../../features/appointment/agenda.queries.ts';
import { callQuery } from '../../platform/query-client.ts';

/** How far back a meeting is asked about: beyond, nobody remembers. */
const PAST_DAYS = 21;

/** Not done yet, and due by then. */
export function dueBy(today: LocalDate) {
  return callQuery('action.due', { until: today });
}

/** Written on while another screen is shown: asked anew each time. */
export const unfinishedNotes = { ...callQuery('note.unfinished', {}), staleTime: 0 };

/** Those whose presence may still be to note. */
export function pastMeetings(today: LocalDate) {
  return agendaOf(addDays(today, -PAST_DAYS), today);
}
