import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Appointment } from './appointment.schema.ts';

type Planned = Pick<Appointment, 'startsAt' | 'minutes' | 'modality' | 'purpose'>;

export type AppointmentOperation =
  | (Operation<Planned> & { readonly kind: 'appointment.schedule' })
  | (Operation<Pick<Appointment, 'presence'>> & { readonly kind: 'appointment.setPresence' });

export function applyAppointment(state: Appointment | null, operation: Operation): Appointment {
  const op = operation as AppointmentOperation;
  switch (op.kind) {
    case 'appointment.schedule':
      return { ...op.payload, id: op.entityId, caseId: op.caseId ?? '', presence: 'planned', revision: op.deviceSeq };
    case 'appointment.setPresence':
      if (state === null) throw new Error('An appointment is planned before it is held.');
      return { ...state, presence: op.payload.presence, revision: op.deviceSeq };
    default:
      return unknownKind(operation);
  }
}
