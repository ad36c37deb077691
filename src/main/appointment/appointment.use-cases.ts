import { applyAppointment } from '../../shared/domain/appointment/appointment.rules.ts';
import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import { commitAs, perStore, type Desk, type Projection } from '../operation/operation.use-cases.ts';
import { appointmentRepository } from './appointment.repository.ts';

export const appointmentProjection: Projection<Appointment> = {
  entity: 'appointment',
  tables: ['appointment'],
  apply: applyAppointment,
  revisionOf: (state) => state?.revision ?? 0,
  open: appointmentRepository,
};

type Planned = Pick<Appointment, 'startsAt' | 'minutes' | 'modality' | 'purpose'>;

export interface AppointmentUseCases {
  /** @throws AppError CASE_CLOSED */
  schedule(command: Planned & { readonly commandId: string; readonly caseId: string }): Committed;
  /** The appointments of one person, newest first. */
  list(caseId: string): readonly Appointment[];
}

export function makeAppointmentUseCases(
  desk: Desk,
  files: Pick<CaseFileUseCases, 'assertMine' | 'assertOpen'>,
): AppointmentUseCases {
  const appointments = perStore(desk.store, appointmentRepository);
  return {
    schedule({ commandId, caseId, ...payload }) {
      files.assertMine(caseId);
      const frozen = () => {
        files.assertOpen(caseId);
        return {};
      };
      const entity = { entity: 'appointment', entityId: commandId, kind: 'appointment.schedule' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen });
    },
    list(caseId) {
      files.assertMine(caseId);
      return appointments().ofCase(caseId);
    },
  };
}
