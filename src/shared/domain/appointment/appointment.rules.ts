import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Appointment, AppointmentPayload, MeetingTime, Presence } from './appointment.schema.ts';

/** What was planned before kinds were said has none. */
type Planned = Omit<AppointmentPayload, 'kind'> & Partial<Pick<AppointmentPayload, 'kind'>>;
type Begun = MeetingTime & Pick<AppointmentPayload, 'purpose'>;

export type AppointmentOperation =
  | (Operation<Planned> & { readonly kind: 'appointment.schedule' })
  | (Operation<Begun> & { readonly kind: 'appointment.begin' })
  | (Operation<MeetingTime> & { readonly kind: 'appointment.move' })
  | (Operation<{ readonly presence: Presence }> & { readonly kind: 'appointment.setPresence' });

export function applyAppointment(state: Appointment | null, operation: Operation): Appointment {
  const op = operation as AppointmentOperation;
  const of = { id: op.entityId, caseId: op.caseId ?? '', revision: op.deviceSeq };
  if (op.kind === 'appointment.schedule') {
    return { ...op.payload, ...of, kind: op.payload.kind ?? null, presence: 'planned' };
  }
  if (op.kind === 'appointment.begin') return { ...op.payload, ...of, kind: 'unplanned', presence: 'held' };
  if (state === null) throw new Error('An appointment is planned before it changes.');
  switch (op.kind) {
    case 'appointment.move':
      return { ...state, ...op.payload, revision: op.deviceSeq };
    case 'appointment.setPresence':
      return { ...state, presence: op.payload.presence, revision: op.deviceSeq };
    default:
      return unknownKind(operation);
  }
}

/** People come early: from so long before its hour, a meeting may be held. */
const EARLY_MS = 60 * 60_000;

/** Whether a presence can be true now: nobody is there, or absent, at a meeting that is still to come. */
export function canBeSaid(presence: Presence, { startsAt }: Pick<Appointment, 'startsAt'>, now: number): boolean {
  return (presence !== 'held' && presence !== 'missed') || startsAt - EARLY_MS <= now;
}
