import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { ENGAGEMENT_KINDS, MOST_COMMITMENTS } from './engagement.ts';

/** What a contract signed elsewhere says, copied to have it at hand: nothing is signed here. */
export const engagementPayloadSchema = z.strictObject({
  kind: z.enum(ENGAGEMENT_KINDS),
  signedOn: localDateSchema,
  startsOn: localDateSchema,
  /** Null where no end is written. */
  endsOn: localDateSchema.nullable(),
  /** As it is written there; null where nothing is. Never added up, and never set against what was done. */
  weeklyHours: z.number().int().min(0).max(48).nullable(),
  commitments: z.array(textSchema(160).min(1)).max(MOST_COMMITMENTS),
  /** Its number in the official software. */
  reference: textSchema(40),
  /** The copy that this one takes the place of. */
  replaces: idSchema.nullable(),
});
export type EngagementPayload = z.infer<typeof engagementPayloadSchema>;

export const engagementSchema = engagementPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  actorName: z.string(),
  at: instantSchema,
  replacedBy: idSchema.nullable(),
  revision: revisionSchema,
});
export type Engagement = z.infer<typeof engagementSchema>;
