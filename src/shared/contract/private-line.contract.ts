import { z } from 'zod';
import { idSchema } from '../domain/operation/operation.schema.ts';
import { privateLineSchema, privateLineTextSchema } from '../domain/private-line/private-line.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const byCase = z.strictObject({ caseId: idSchema });

export const privateLineCalls = {
  'privateLine.get': query({
    summary: 'The line of preparation that the asker wrote for a file, and nobody else’s; null after thirty days.',
    roles,
    input: byCase,
    output: privateLineSchema.nullable(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'privateLine.save': command({
    summary: 'Keeps one line of preparation for its author alone, for thirty days; an empty one takes it away.',
    roles,
    input: byCase.extend({ text: privateLineTextSchema }),
    output: z.strictObject({}),
    errors: [...always, ...(['NOT_FOUND', 'CASE_CLOSED', 'NUMBER_REFUSED', 'DISK_FULL'] as const)],
  }),
} as const;
