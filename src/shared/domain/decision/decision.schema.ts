import { z } from 'zod';
import { siretSchema } from '../employer/employer.schema.ts';
import { idSchema, instantSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { snapshotSchema } from '../suggestion/snapshot.schema.ts';
import { weightsSchema } from '../suggestion/suggestion.schema.ts';
import { MAX_REASONS, SET_ASIDE_REASONS } from './decision.ts';

/** What a decision is about: an establishment of the data, or a company that the advisor knows. */
export const decisionItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('establishment'), siret: siretSchema }),
  z.strictObject({ kind: z.literal('own'), ownEmployerId: idSchema }),
]);
export type DecisionItem = z.infer<typeof decisionItemSchema>;

export const DECISION_OUTCOMES = ['retained', 'set-aside', 'later'] as const;
export const decisionOutcomeSchema = z.enum(DECISION_OUTCOMES);
export type DecisionOutcome = z.infer<typeof decisionOutcomeSchema>;

export const setAsideReasonSchema = z.enum(SET_ASIDE_REASONS);
export type SetAsideReason = z.infer<typeof setAsideReasonSchema>;

/** What a person decided; reasons are optional and stay in the case file (R10). */
export const decisionPayloadSchema = z.strictObject({
  item: decisionItemSchema,
  outcome: decisionOutcomeSchema,
  reasons: z.array(setAsideReasonSchema).max(MAX_REASONS),
  words: textSchema(200),
  snapshot: snapshotSchema,
});
export type DecisionPayload = z.infer<typeof decisionPayloadSchema>;

export const decisionSchema = decisionPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  at: instantSchema,
  isWithdrawn: z.boolean(),
  revision: revisionSchema,
});
export type Decision = z.infer<typeof decisionSchema>;

/** A decision as lists show it: what it is about, without the figures behind it. */
export const decidedItemSchema = z.strictObject({
  decisionId: idSchema,
  item: decisionItemSchema,
  name: z.string(),
  sectorLabel: z.string().nullable(),
  communeName: z.string().nullable(),
  distanceKm: z.number().nullable(),
  /** The weights of the list it was decided in, where they were not the usual ones. */
  weights: weightsSchema.nullable(),
  outcome: decisionOutcomeSchema,
  reasons: z.array(setAsideReasonSchema).readonly(),
  words: z.string(),
  actorId: idSchema,
  at: instantSchema,
  revision: revisionSchema,
});
export type DecidedItem = z.infer<typeof decidedItemSchema>;

/** A company that the advisor or the person knows, beside those of the data and with the same standing (R2). */
export const ownEmployerPayloadSchema = z.strictObject({
  name: textSchema(120).min(1),
  communeName: textSchema(80),
  /** Who to ask for, how to approach it. */
  approach: textSchema(160),
});
export type OwnEmployerPayload = z.infer<typeof ownEmployerPayloadSchema>;

export const ownEmployerSchema = ownEmployerPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  /** The name of whoever added it. */
  actorName: z.string(),
  at: instantSchema,
  isWithdrawn: z.boolean(),
  revision: revisionSchema,
});
export type OwnEmployer = z.infer<typeof ownEmployerSchema>;
