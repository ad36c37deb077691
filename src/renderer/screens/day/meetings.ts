/** The appointments of some days with the people they are with, ready to be shown. */
import { conflictsAmong, endOf, takesItsHour } from '../../../shared/domain/appointment/agenda.rules.ts';
import type { Appointment } from '../../../shared/domain/appointment/appointment.schema.ts';
import { localDateAt, type LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Person } from '../../features/portfolio/people.ts';

export interface Meeting {
  readonly appointment: Appointment;
  readonly person: Person;
  readonly day: LocalDate;
  /** Another one takes part of its time. */
  readonly isInConflict: boolean;
}

/** The one that is on, else the next one to come; null once all are over. */
export function currentOrNext(meetings: readonly Meeting[], now: number): Meeting | null {
  return meetings.find(({ appointment }) => takesItsHour(appointment) && endOf(appointment) > now) ?? null;
}

/** In the order of their hours. A file that is not in the portfolio any more has no meeting in it. */
export function toMeetings(
  appointments: readonly Appointment[],
  people: readonly Person[],
  zone: string,
): readonly Meeting[] {
  const byFile = new Map(people.map((person) => [person.row.id, person]));
  const inConflict = conflictsAmong(appointments);
  return appointments.flatMap((appointment) => {
    const person = byFile.get(appointment.caseId);
    if (person === undefined) return [];
    const day = localDateAt(appointment.startsAt, zone);
    // What is over is not to be settled any more.
    const isInConflict = appointment.presence === 'planned' && inConflict.has(appointment.id);
    return [{ appointment, person, day, isInConflict }];
  });
}
