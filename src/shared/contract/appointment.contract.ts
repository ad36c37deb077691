import { z } from 'zod';
import {
  agendaPeriodSchema,
  appointmentPayloadSchema,
  appointmentSchema,
  begunMeetingSchema,
  meetingTimeSchema,
  presenceSchema,
} from '../domain/appointment/appointment.schema.ts';
import { commandSchema, committedSchema, idSchema, revisionSchema } from '../domain/operation/operation.schema.ts';
import { command, query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const whenAdding = ['NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const whenChanging = ['NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const changing = commandSchema.extend({ appointmentId: idSchema, baseRevision: revisionSchema });

export const appointmentCalls = {
  'appointment.list': query({
    summary: 'The appointments of one person, newest first.',
    roles,
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(appointmentSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'appointment.agenda': query({
    summary: 'The appointments of one’s own portfolio on some days, in the order of their hours.',
    roles,
    input: agendaPeriodSchema,
    output: z.array(appointmentSchema).readonly(),
    errors: [...always],
  }),
  'appointment.calendar': query({
    summary:
      'The appointments of some days as an iCalendar file: when and how, without a name nor a purpose; written in the access log.',
    roles,
    input: agendaPeriodSchema,
    output: z.strictObject({ text: z.string(), count: z.number().int().min(0) }),
    errors: [...always, 'DISK_FULL'],
  }),
  'appointment.exportCalendar': shellCommand({
    summary: 'Asks where to save the appointments of some days as an iCalendar file, and saves it.',
    roles,
    input: agendaPeriodSchema,
    output: z.strictObject({ isSaved: z.boolean(), count: z.number().int().min(0) }),
    errors: [...always, 'DISK_FULL', 'FILE_NOT_SAVED'],
  }),
  'appointment.schedule': command({
    summary: 'Plans an appointment.',
    roles,
    input: commandSchema.extend({
      ...appointmentPayloadSchema.shape,
      kind: appointmentPayloadSchema.shape.kind.default('follow-up'),
    }),
    output: committedSchema,
    errors: [...always, ...whenAdding],
  }),
  'appointment.begin': command({
    summary: 'Notes a meeting that starts now without an entry in the agenda.',
    roles,
    input: commandSchema.extend(begunMeetingSchema.shape),
    output: committedSchema,
    errors: [...always, ...whenAdding],
  }),
  'appointment.move': command({
    summary: 'Gives a planned appointment another hour, length or way to meet.',
    roles,
    input: changing.extend(meetingTimeSchema.shape),
    output: committedSchema,
    errors: [...always, ...whenChanging, 'APPOINTMENT_OVER'],
  }),
  'appointment.setPresence': command({
    summary: 'Says whether an appointment was held, or by whom it was not: no cause is kept.',
    roles,
    input: changing.extend({ presence: presenceSchema }),
    output: committedSchema,
    errors: [...always, ...whenChanging, 'APPOINTMENT_TO_COME'],
  }),
} as const;
