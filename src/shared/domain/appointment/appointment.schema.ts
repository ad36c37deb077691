import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { APPOINTMENT_KINDS, MODALITIES, MOST_AGENDA_DAYS, PLANNED_KINDS, PRESENCES } from './appointment.ts';

export const modalitySchema = z.enum(MODALITIES);
export type Modality = z.infer<typeof modalitySchema>;

export const presenceSchema = z.enum(PRESENCES);
export type Presence = z.infer<typeof presenceSchema>;

export const appointmentKindSchema = z.enum(APPOINTMENT_KINDS);
export type AppointmentKind = z.infer<typeof appointmentKindSchema>;

const minutesSchema = z.number().int().min(5).max(240);

/** When and how: what changes when an appointment is moved. */
export const meetingTimeSchema = z.strictObject({
  startsAt: instantSchema,
  minutes: minutesSchema,
  modality: modalitySchema,
});
export type MeetingTime = z.infer<typeof meetingTimeSchema>;

export const appointmentPayloadSchema = meetingTimeSchema.extend({
  kind: z.enum(PLANNED_KINDS),
  purpose: textSchema(120),
});
export type AppointmentPayload = z.infer<typeof appointmentPayloadSchema>;

/** A meeting that starts now, without an entry in the agenda. */
export const begunMeetingSchema = meetingTimeSchema.omit({ startsAt: true }).extend({ purpose: textSchema(120) });

export const appointmentSchema = appointmentPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  /** Null in what was planned before kinds were said. */
  kind: appointmentKindSchema.nullable(),
  presence: presenceSchema,
  revision: revisionSchema,
});
export type Appointment = z.infer<typeof appointmentSchema>;

/** Whole days of the agenda, both included. */
export const agendaPeriodSchema = z
  .strictObject({ from: localDateSchema, to: localDateSchema })
  .refine(({ from, to }) => {
    const days = daysBetween(from as LocalDate, to as LocalDate);
    return days >= 0 && days < MOST_AGENDA_DAYS;
  });
