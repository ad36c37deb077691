import { z } from 'zod';
import { commandSchema, committedSchema, idSchema, revisionSchema } from '../domain/operation/operation.schema.ts';
import { readingPayloadSchema, readingSchema } from '../domain/reading/reading.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;

export const readingCalls = {
  'reading.list': query({
    summary: 'What the person and the advisor each said last of the situation, with its day.',
    roles,
    input: z.strictObject({ caseId: idSchema }),
    output: z.array(readingSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'reading.say': command({
    summary: 'Keeps what one of the two says of the situation; the same words again say that it still holds.',
    roles,
    input: commandSchema.extend({ ...readingPayloadSchema.shape, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'CHANGED_MEANWHILE'] as const),
      ...(['COMMAND_REUSED', 'DISK_FULL'] as const),
    ],
  }),
} as const;
