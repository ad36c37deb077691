import { z } from 'zod';
import { commandSchema, committedSchema, revisionSchema } from '../domain/operation/operation.schema.ts';
import { outcomePayloadSchema, outcomeToAskSchema } from '../domain/outcome/outcome.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;

export const outcomeCalls = {
  'outcome.toAsk': query({
    summary: 'One’s own files closed six months ago of which nothing is told yet; not of whoever said no to computing.',
    roles,
    input: z.strictObject({}),
    output: z.array(outcomeToAskSchema).readonly(),
    errors: [...always],
  }),
  'outcome.tell': command({
    summary: 'Keeps what became of the situation after a closing; not known is an answer.',
    roles,
    input: commandSchema.extend({ ...outcomePayloadSchema.shape, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...always, ...(['NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const)],
  }),
} as const;
