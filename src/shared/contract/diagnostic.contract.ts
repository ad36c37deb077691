import { z } from 'zod';
import { diagnosticSchema } from '../domain/diagnostic/diagnostic.schema.ts';
import { query, ROLES } from './define.ts';

export const diagnosticCalls = {
  'diagnostic.report': query({
    summary:
      'Versions, sizes and states, for whoever helps, with nothing about anyone; it answers locked and damaged too.',
    roles: ROLES,
    input: z.strictObject({}),
    output: diagnosticSchema,
    errors: [],
  }),
} as const;
