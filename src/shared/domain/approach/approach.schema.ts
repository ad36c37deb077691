import { z } from 'zod';
import { decisionItemSchema } from '../decision/decision.schema.ts';
import { employerContactSchema } from '../employer-contact/employer-contact.schema.ts';
import {
  contactAdviceSchema,
  employerGroupSchema,
  headcountBandSchema,
  publishedContactSchema,
} from '../employer/employer.schema.ts';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import {
  APPROACH_AUTHORS,
  APPROACH_STAGES,
  APPROACH_STEPS,
  REMINDER_KINDS,
  SENTENCE_MAX_CHARACTERS,
} from './approach.ts';

export const approachStepSchema = z.enum(APPROACH_STEPS);
export type ApproachStep = z.infer<typeof approachStepSchema>;
export const approachStageSchema = z.enum(APPROACH_STAGES);
export type ApproachStage = z.infer<typeof approachStageSchema>;
export const approachAuthorSchema = z.enum(APPROACH_AUTHORS);
export type ApproachAuthor = z.infer<typeof approachAuthorSchema>;

export const reminderSchema = z.strictObject({ kind: z.enum(REMINDER_KINDS), on: localDateSchema });
export type Reminder = z.infer<typeof reminderSchema>;

export const sentenceSchema = textSchema(SENTENCE_MAX_CHARACTERS);

/** A step as it was taken: when, by whom, and what it leaves to wait for. */
export const approachMoveSchema = z.strictObject({
  step: approachStepSchema,
  on: localDateSchema,
  by: approachAuthorSchema,
  next: reminderSchema.nullable(),
});
export type ApproachMove = z.infer<typeof approachMoveSchema>;

/** A step that holds, with what takes it back. */
export const takenStepSchema = approachMoveSchema.omit({ next: true }).extend({
  entryId: idSchema,
  actorName: z.string(),
});
export type TakenStep = z.infer<typeof takenStepSchema>;

/** One retained employer for one person: where it stands, and all that helps to go there. Nothing set aside (R10). */
export const approachRowSchema = z.strictObject({
  item: decisionItemSchema,
  decisionId: idSchema,
  name: z.string(),
  sectorLabel: z.string().nullable(),
  communeName: z.string().nullable(),
  distanceKm: z.number().nullable(),
  retainedAt: instantSchema,
  stage: approachStageSchema,
  /** Oldest first. */
  steps: z.array(takenStepSchema).readonly(),
  reminder: reminderSchema.nullable(),
  /** What the next step must have seen. */
  revision: revisionSchema,
  /** The sentence as these two people want it; null while ours is proposed. */
  ownSentence: z.string().nullable(),
  sentenceRevision: revisionSchema,
  /** Ours: authored, and the same for whoever asks for the same thing. In French, as it is said. */
  proposedSentence: z.string(),
  /** What is written of a company that was added by hand; null for one of the data. */
  ownApproach: z.string().nullable(),
  /** Null where the data have nothing of it any more, or it was added by hand. */
  known: z
    .strictObject({
      address: z.string(),
      postcode: z.string(),
      communeName: z.string(),
      legalName: z.string().nullable(),
      publishedContact: publishedContactSchema.nullable(),
      headcountBand: headcountBandSchema,
      group: employerGroupSchema,
      /** Null where the person has no occupation in mind yet. */
      advice: contactAdviceSchema.nullable(),
      /** Occupations the sector hires most. */
      occupations: z.array(z.string()).readonly(),
    })
    .nullable(),
  contact: employerContactSchema.nullable(),
  /** The company asked to be proposed no more. */
  isOptedOut: z.boolean(),
});
export type ApproachRow = z.infer<typeof approachRowSchema>;
