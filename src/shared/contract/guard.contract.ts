import { z } from 'zod';
import { checkedTextSchema, findingSchema } from '../domain/guard/guard.schema.ts';
import { query } from './define.ts';

export const guardCalls = {
  'guard.check': query({
    summary:
      'The words that a text is better without, each with a neutral wording where there is one; nothing of it is kept.',
    roles: ['advisor', 'supervisor'],
    input: z.strictObject({ text: checkedTextSchema }),
    output: z.strictObject({ findings: z.array(findingSchema).readonly() }),
    errors: ['LOCKED'],
  }),
} as const;
