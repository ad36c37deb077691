import { z } from 'zod';
import { approachAuthorSchema, approachStepSchema } from '../approach/approach.schema.ts';
import { actionStateSchema, ACTION_OWNERS } from '../action/action.schema.ts';
import { modalitySchema, presenceSchema } from '../appointment/appointment.schema.ts';
import { CONTACT_CHANNELS } from '../contact/contact.schema.ts';
import { decisionOutcomeSchema } from '../decision/decision.schema.ts';
import { NOTE_TEMPLATES } from '../note/note.ts';
import { idSchema, instantSchema, localDateSchema } from '../operation/operation.schema.ts';
import { closingReasonSchema, outcomeSchema } from './case-file.schema.ts';

const entry = z.strictObject({ id: idSchema, at: instantSchema, actorName: z.string() });

/** One thing that happened in a case file. */
export const timelineEntrySchema = z.discriminatedUnion('kind', [
  entry.extend({ kind: z.literal('created') }),
  entry.extend({
    kind: z.literal('closed'),
    on: localDateSchema,
    outcome: outcomeSchema,
    reason: closingReasonSchema.nullable(),
  }),
  entry.extend({ kind: z.literal('reopened') }),
  entry.extend({ kind: z.literal('archived') }),
  entry.extend({ kind: z.literal('computing'), isOff: z.boolean() }),
  entry.extend({
    kind: z.literal('note'),
    on: localDateSchema,
    /** The first words of what the person says, or of what was decided. */
    excerpt: z.string(),
    correctedBy: idSchema.nullable(),
    isWithdrawn: z.boolean(),
    template: z.enum(NOTE_TEMPLATES),
  }),
  entry.extend({
    kind: z.literal('contact'),
    on: localDateSchema,
    channel: z.enum(CONTACT_CHANNELS),
    initiatedBy: z.enum(['person', 'us', 'partner']),
    isExchange: z.boolean(),
    line: z.string(),
  }),
  entry.extend({
    kind: z.literal('appointment'),
    startsAt: instantSchema,
    modality: modalitySchema,
    presence: presenceSchema,
    purpose: z.string(),
  }),
  entry.extend({ kind: z.literal('decision'), outcome: decisionOutcomeSchema, name: z.string() }),
  entry.extend({
    kind: z.literal('approach'),
    on: localDateSchema,
    step: approachStepSchema,
    by: approachAuthorSchema,
    name: z.string(),
  }),
  entry.extend({
    kind: z.literal('action'),
    owner: z.enum(ACTION_OWNERS),
    /** The colleague whose promise it was; null for one’s own, and for what somebody else is to do. */
    ownerName: z.string().nullable(),
    text: z.string(),
    state: actionStateSchema,
    dueOn: localDateSchema.nullable(),
  }),
]);
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
