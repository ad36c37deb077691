import { z } from 'zod';
import { localDateSchema } from '../operation/operation.schema.ts';
import { ERASURE_WHYS, RETENTION_CLASSES } from './retention.ts';

export const erasureWhySchema = z.enum(ERASURE_WHYS);
export type ErasureWhy = z.infer<typeof erasureWhySchema>;

export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** What will be erased of a file, when, and whether it may be at once. */
export const retentionSchema = z.strictObject({
  /** The day from which the whole file is erased without being asked; null while it is open. */
  eraseAfter: localDateSchema.nullable(),
  /** What is erased without being asked, the first first; empty while the file is open. */
  next: z.array(z.strictObject({ what: z.enum(RETENTION_CLASSES), on: localDateSchema })).readonly(),
  /** A closed file only. */
  mayErase: z.boolean(),
  /** The reasons that hold today; none for an open file. */
  whys: z.array(erasureWhySchema).readonly(),
  /** The day from which "at its term" holds; null while the file is open. */
  termFrom: localDateSchema.nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;
