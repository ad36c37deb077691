import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { READING_BY, READING_MAX_CHARACTERS } from './reading.ts';

export const readingBySchema = z.enum(READING_BY);
export type ReadingBy = z.infer<typeof readingBySchema>;

/** What is said; nothing takes the reading away. Said again in the same words, it holds as of today. */
export const readingPayloadSchema = z.strictObject({
  by: readingBySchema,
  text: textSchema(READING_MAX_CHARACTERS),
});
export type ReadingPayload = z.infer<typeof readingPayloadSchema>;

export const readingSchema = readingPayloadSchema.extend({
  caseId: idSchema,
  /** The day it was said, or said again. */
  on: localDateSchema,
  /** Who wrote it down. */
  actorId: idSchema,
  at: instantSchema,
  revision: revisionSchema,
});
export type Reading = z.infer<typeof readingSchema>;
