import { z } from 'zod';
import { preferenceNameSchema, preferenceValueSchema } from '../domain/preference/preference.schema.ts';
import { command, query } from './define.ts';

/** Whoever has an account has screens that remember. */
const roles = ['advisor', 'supervisor'] as const;
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;

export const preferenceCalls = {
  'preference.get': query({
    summary: 'What a screen remembers for one’s own account; null when it remembers nothing.',
    roles,
    input: z.strictObject({ name: preferenceNameSchema }),
    output: z.strictObject({ value: preferenceValueSchema.nullable() }),
    errors: [...always],
  }),
  'preference.set': command({
    summary: 'Makes a screen remember something for one’s own account; the last one counts.',
    roles,
    input: z.strictObject({ name: preferenceNameSchema, value: preferenceValueSchema }),
    output: z.strictObject({}),
    errors: [...always, 'DISK_FULL'],
  }),
} as const;
