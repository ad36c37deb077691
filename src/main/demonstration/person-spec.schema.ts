/**
 * A person of the demonstration, as written or as drawn: what is known of them and what happened, in an order of time
 * where every date is told from the day the demonstration is opened, so that it is always of today.
 */
import { z } from 'zod';
import { ACTION_OWNERS, ACTION_STATES } from '../../shared/domain/action/action.schema.ts';
import { modalitySchema, presenceSchema } from '../../shared/domain/appointment/appointment.schema.ts';
import { fieldNameSchema, outcomeSchema, saidBySchema } from '../../shared/domain/case-file/case-file.schema.ts';
import { CONTACT_CHANNELS } from '../../shared/domain/contact/contact.schema.ts';
import { setAsideReasonSchema } from '../../shared/domain/decision/decision.schema.ts';
import { ENGAGEMENT_KINDS, MOST_COMMITMENTS } from '../../shared/domain/engagement/engagement.ts';
import { NOTE_SECTIONS, type NoteSection } from '../../shared/domain/note/note.ts';
import { DAY_TOKEN } from './relative-dates.ts';

export const ADVISOR_KEYS = ['camille', 'idriss'] as const;
export type AdvisorKey = (typeof ADVISOR_KEYS)[number];

/** What a story holds beyond its events, counted over all people. */
export const MARKS = ['did-more', 'refused', 'disagreed', 'lost-by-us'] as const;
export type Mark = (typeof MARKS)[number];

const daySchema = z.string().regex(DAY_TOKEN);
const timeSchema = z.string().regex(/^(?:0[89]|1[0-7]):[0-5]\d$/);
const lineSchema = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]+$/u);
const sectionSchema = z
  .string()
  .min(1)
  .max(600)
  .regex(/^[^\p{Cc}]+(?:\n[^\p{Cc}]+)*$/u);
const sectionsSchema = z.strictObject(
  Object.fromEntries(NOTE_SECTIONS.map((section) => [section, sectionSchema.optional()])) as Record<
    NoteSection,
    z.ZodOptional<typeof sectionSchema>
  >,
);

export const eventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('appointment'),
    on: daySchema,
    /** On the clock of the person's place. */
    at: timeSchema,
    minutes: z.number().int().min(5).max(240),
    modality: modalitySchema,
    presence: presenceSchema,
    purpose: lineSchema(120),
  }),
  z.strictObject({
    kind: z.literal('contact'),
    on: daySchema,
    channel: z.enum(CONTACT_CHANNELS),
    initiatedBy: z.enum(['person', 'us', 'partner']),
    isExchange: z.boolean(),
    line: lineSchema(200),
  }),
  z.strictObject({
    kind: z.literal('action'),
    on: daySchema,
    owner: z.enum(ACTION_OWNERS),
    text: lineSchema(160),
    due: daySchema.nullable(),
    /** What became of it, oldest first; it starts as "pas encore". */
    states: z.array(z.strictObject({ on: daySchema, state: z.enum(ACTION_STATES) })),
  }),
  /** What the two want to reach: what is agreed on from then on, with a day, is for it. */
  z.strictObject({ kind: z.literal('objective'), on: daySchema, text: lineSchema(160) }),
  /** A copy of a contract of engagement, made on the day it was signed. */
  z.strictObject({
    kind: z.literal('contract'),
    on: daySchema,
    form: z.enum(ENGAGEMENT_KINDS),
    endsOn: daySchema.nullable(),
    weeklyHours: z.number().int().min(1).max(48).nullable(),
    commitments: z.array(lineSchema(160)).max(MOST_COMMITMENTS),
  }),
  z.strictObject({
    kind: z.literal('note'),
    on: daySchema,
    modality: modalitySchema,
    sections: sectionsSchema,
    /** The note points to what was retained and agreed on the same day. */
    linksRecent: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('draft'), on: daySchema, modality: modalitySchema, sections: sectionsSchema }),
  /** Which companies: taken from the list computed for the project, first ones first. */
  z.strictObject({
    kind: z.literal('employers'),
    on: daySchema,
    retained: z.number().int().min(0).max(6),
    setAside: z.array(z.strictObject({ reasons: z.array(setAsideReasonSchema).max(4), words: z.string().max(200) })),
    later: z.number().int().min(0).max(4),
  }),
  z.strictObject({
    kind: z.literal('ownEmployer'),
    on: daySchema,
    name: lineSchema(120),
    communeName: lineSchema(80),
    approach: z.string().max(160),
    outcome: z.enum(['retained', 'later']).nullable(),
  }),
  z.strictObject({ kind: z.literal('computingOff'), on: daySchema }),
  z.strictObject({ kind: z.literal('close'), on: daySchema, outcome: outcomeSchema }),
  z.strictObject({ kind: z.literal('reopen'), on: daySchema }),
]);
export type PersonEvent = z.infer<typeof eventSchema>;

export const personSpecSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  advisor: z.enum(ADVISOR_KEYS),
  openedOn: daySchema,
  marks: z.array(z.enum(MARKS)),
  /** Values hold dates as tokens: they are checked against their field once the dates are known. */
  fields: z.array(z.strictObject({ field: fieldNameSchema, value: z.unknown(), saidBy: saidBySchema, on: daySchema })),
  events: z.array(eventSchema),
});
export type PersonSpec = z.infer<typeof personSpecSchema>;
export type PersonField = PersonSpec['fields'][number];
