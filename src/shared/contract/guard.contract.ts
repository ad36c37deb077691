import { z } from 'zod';
import { blockingSchema, checkedTextSchema, findingSchema } from '../domain/guard/guard.schema.ts';
import { query } from './define.ts';

export const guardCalls = {
  'guard.check': query({
    summary:
      'The words that a text is better without, each with a neutral wording where there is one, and the numbers that keep it from being validated; nothing of it is kept.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({ text: checkedTextSchema }),
    output: z.strictObject({
      findings: z.array(findingSchema).readonly(),
      blocking: z.array(blockingSchema).readonly(),
    }),
    errors: ['LOCKED'],
  }),
} as const;
