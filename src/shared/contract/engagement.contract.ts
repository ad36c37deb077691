import { z } from 'zod';
import { engagementPayloadSchema, engagementSchema } from '../domain/engagement/engagement.schema.ts';
import { commandSchema, committedSchema, idSchema } from '../domain/operation/operation.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;

export const engagementCalls = {
  'engagement.list': query({
    summary: 'The copies of contracts of engagement signed elsewhere, newest first, those that were replaced included.',
    roles,
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(engagementSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'engagement.record': command({
    summary: 'Copies what a contract of engagement says; the copy never changes, another one takes its place.',
    roles,
    input: commandSchema.extend(engagementPayloadSchema.shape),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'INVALID_INPUT', 'CASE_CLOSED', 'NUMBER_REFUSED', 'CHANGED_MEANWHILE'] as const),
      ...(['COMMAND_REUSED', 'DISK_FULL'] as const),
    ],
  }),
} as const;
