import { z } from 'zod';
import { outcomeSchema, PRECAUTIONS } from '../case-file/case-file.schema.ts';
import { idSchema, instantSchema, localDateSchema, revisionSchema } from '../operation/operation.schema.ts';

/** What became of the situation some time after the support; `not-known` is an answer. */
export const outcomePayloadSchema = z.strictObject({
  /** The day of the closing that it is told of. */
  closedOn: localDateSchema,
  situation: outcomeSchema,
});
export type OutcomePayload = z.infer<typeof outcomePayloadSchema>;

/** What was told, by whom and when. */
export const laterOutcomeSchema = outcomePayloadSchema.extend({
  on: localDateSchema,
  at: instantSchema,
  writtenBy: z.string(),
});
export type LaterOutcome = z.infer<typeof laterOutcomeSchema>;

/** A file of which nothing is told yet. */
export const outcomeToAskSchema = z.strictObject({
  caseId: idSchema,
  closedOn: localDateSchema,
  /** Read before anybody is contacted. */
  precautions: z.array(z.enum(PRECAUTIONS)).readonly(),
  revision: revisionSchema,
});
export type OutcomeToAsk = z.infer<typeof outcomeToAskSchema>;
