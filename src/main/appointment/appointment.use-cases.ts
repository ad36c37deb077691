import { takesItsHour } from '../../shared/domain/appointment/agenda.rules.ts';
import { applyAppointment, canBeSaid } from '../../shared/domain/appointment/appointment.rules.ts';
import type {
  Appointment,
  AppointmentPayload,
  MeetingTime,
  Presence,
} from '../../shared/domain/appointment/appointment.schema.ts';
import { calendarOf } from '../../shared/domain/appointment/calendar.rules.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { addDays, instantOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { commitAs, perStore, todayOf, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { appointmentRepository } from './appointment.repository.ts';

export const appointmentProjection: Projection<Appointment> = {
  entity: 'appointment',
  tables: ['appointment'],
  apply: applyAppointment,
  revisionOf: (state) => state?.revision ?? 0,
  open: appointmentRepository,
};

interface OfCase {
  readonly commandId: string;
  readonly caseId: string;
}

interface Changed extends OfCase {
  readonly appointmentId: string;
  readonly baseRevision: number;
}

/** Days of the agenda, both included. */
export interface AgendaPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface AppointmentUseCases {
  /** @throws AppError CASE_CLOSED, NUMBER_REFUSED */
  schedule(command: AppointmentPayload & OfCase): Committed;
  /** A meeting that starts now without an entry in the agenda: it is held. @throws AppError as `schedule` */
  begin(command: Omit<MeetingTime, 'startsAt'> & { readonly purpose: string } & OfCase): Committed;
  /** Another hour, or another way to meet, of one that is planned. @throws AppError CHANGED_MEANWHILE, APPOINTMENT_OVER */
  move(command: MeetingTime & Changed): Committed;
  /** @throws AppError CHANGED_MEANWHILE, APPOINTMENT_TO_COME */
  setPresence(command: Changed & { readonly presence: Presence }): Committed;
  /** The appointments of one person, newest first. */
  list(caseId: string): readonly Appointment[];
  /** Those of everyone I accompany that start on these days, in the order of their hours. */
  agenda(period: AgendaPeriod): readonly Appointment[];
  /** The same as an iCalendar file, which names nobody. */
  calendar(period: AgendaPeriod): { readonly text: string; readonly count: number };
}

export function makeAppointmentUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen'>,
): AppointmentUseCases {
  const appointments = perStore(desk.store, appointmentRepository);

  /** A new one, in a file that is open. */
  const added = (
    { commandId, caseId }: OfCase,
    kind: string,
    payload: MeetingTime & { purpose: string },
  ): Committed => {
    files.assertMine(caseId);
    const frozen = () => {
      files.assertOpen(caseId);
      assertNoRefusedNumber([payload.purpose]);
      return {};
    };
    const entity = { entity: 'appointment', entityId: commandId, kind } as const;
    return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
  };

  /** A change of one of this file, refused where `check` refuses it. */
  const changed = (command: Changed, kind: string, payload: object, check: (it: Appointment) => void): Committed => {
    const { commandId, caseId, appointmentId, baseRevision } = command;
    files.assertMine(caseId);
    const appointment = appointments().read(appointmentId);
    if (appointment?.caseId !== caseId) throw new AppError('NOT_FOUND', 'This appointment is not in this case file.');
    const frozen = () => {
      check(appointment);
      return {};
    };
    const entity = { entity: 'appointment', entityId: appointmentId, kind } as const;
    return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload, frozen });
  };

  const agenda = ({ from, to }: AgendaPeriod): readonly Appointment[] =>
    appointments().ofAdvisor(desk.account().id, todayOf(desk), [
      instantOf(from, 0, 0, desk.timeZone),
      instantOf(addDays(to, 1), 0, 0, desk.timeZone),
    ]);

  return {
    schedule: ({ commandId, caseId, ...payload }) => added({ commandId, caseId }, 'appointment.schedule', payload),
    begin({ commandId, caseId, ...how }) {
      // Asked again, it began when it was first asked.
      const startsAt = desk.store().log.find(commandId)?.at ?? desk.clock.now();
      return added({ commandId, caseId }, 'appointment.begin', { startsAt, ...how });
    },
    move({ startsAt, minutes, modality, ...command }) {
      return changed(command, 'appointment.move', { startsAt, minutes, modality }, ({ presence }) => {
        if (presence !== 'planned') throw new AppError('APPOINTMENT_OVER', 'This appointment was held or cancelled.');
      });
    },
    setPresence({ presence, ...command }) {
      return changed(command, 'appointment.setPresence', { presence }, (appointment) => {
        if (canBeSaid(presence, appointment, desk.clock.now())) return;
        throw new AppError('APPOINTMENT_TO_COME', 'This appointment is still to come.');
      });
    },
    list(caseId) {
      files.assertMine(caseId);
      return appointments().ofCase(caseId);
    },
    agenda,
    calendar(period) {
      const shown = agenda(period).filter(takesItsHour);
      return { text: calendarOf(shown, desk.clock.now()), count: shown.length };
    },
  };
}
