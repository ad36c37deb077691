import { z } from 'zod';
import { idSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';

export const tagNameSchema = textSchema(40).min(2);

/** A tag of the agency: files wear those of this list and no other. */
export const agencyTagSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  /** Stays on the files that wear it, and is offered no more. */
  isRetired: z.boolean(),
  revision: revisionSchema,
});
export type AgencyTag = z.infer<typeof agencyTagSchema>;

/** The same, with how many files of one's own portfolio wear it. */
export const listedTagSchema = agencyTagSchema.extend({ files: z.number().int().min(0) });
export type ListedTag = z.infer<typeof listedTagSchema>;
