import { z } from 'zod';
import { instantSchema, localDateSchema, textSchema } from '../operation/operation.schema.ts';
import { PRIVATE_LINE_MAX_CHARACTERS } from './private-line.ts';

export const privateLineTextSchema = textSchema(PRIVATE_LINE_MAX_CHARACTERS);

export const privateLineSchema = z.strictObject({
  text: z.string(),
  writtenAt: instantSchema,
  /** The first day on which it is not there any more. */
  goneOn: localDateSchema,
});
export type PrivateLine = z.infer<typeof privateLineSchema>;
