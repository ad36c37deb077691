import { z } from 'zod';
import { idSchema, instantSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { MODALITIES } from './appointment.ts';

export const modalitySchema = z.enum(MODALITIES);
export type Modality = z.infer<typeof modalitySchema>;

/** Planned, held, or not held and by whom it was not: no cause is recorded. */
export const PRESENCES = ['planned', 'held', 'missed', 'excused', 'cancelled-by-person', 'cancelled-by-us'] as const;
export const presenceSchema = z.enum(PRESENCES);

export const appointmentPayloadSchema = z.strictObject({
  startsAt: instantSchema,
  minutes: z.number().int().min(5).max(240),
  modality: modalitySchema,
  purpose: textSchema(120),
});

export const appointmentSchema = appointmentPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  presence: presenceSchema,
  revision: revisionSchema,
});
export type Appointment = z.infer<typeof appointmentSchema>;
