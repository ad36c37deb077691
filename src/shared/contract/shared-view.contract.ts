import { z } from 'zod';
import { settingsSchema } from '../domain/settings/settings.schema.ts';
import { sharedSubjectSchema, sharedViewSchema } from '../domain/shared-view/shared-view.schema.ts';
import { query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;

export const sharedViewCalls = {
  'sharedView.page': query({
    summary: 'What the person may see of what is spoken of in a meeting: fields that were allowed, nothing else.',
    roles,
    input: sharedSubjectSchema,
    output: sharedViewSchema,
    errors: [...always, 'NOT_FOUND', 'CASE_CLOSED', 'DATASET_UNREADABLE'],
  }),
  'sharedView.show': shellCommand({
    summary: 'Shows what is spoken of in the window of the person, opened where it is not; null: nothing for a moment.',
    roles,
    input: z.strictObject({ subject: sharedSubjectSchema.nullable() }),
    output: z.strictObject({}),
    errors: [...always, 'NOT_FOUND', 'CASE_CLOSED', 'DATASET_UNREADABLE'],
  }),
  'sharedView.hide': shellCommand({
    summary: 'Closes the window of the person.',
    roles,
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
  }),
} as const;

/** The one message that the window of the person gets, and the answer to the one question that it asks. */
export const sharedFrameSchema = z.strictObject({
  ...settingsSchema.pick({ language: true, theme: true }).shape,
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('view'), view: sharedViewSchema }),
    z.strictObject({ kind: z.literal('pause') }),
    z.strictObject({ kind: z.literal('locked') }),
  ]),
});
export type SharedFrame = z.infer<typeof sharedFrameSchema>;
