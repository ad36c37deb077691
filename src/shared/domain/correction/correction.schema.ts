import { z } from 'zod';
import { siretSchema } from '../employer/employer.schema.ts';
import { localDateSchema } from '../operation/operation.schema.ts';

export const CORRECTION_KINDS = ['closed', 'wrong-data'] as const;

/** An employer whose data somebody found wrong: of the employer only, nothing of who said so or for whom. */
export const correctionSchema = z.strictObject({
  siret: siretSchema,
  name: z.string(),
  communeName: z.string().nullable(),
  kind: z.enum(CORRECTION_KINDS),
  /** The day alone: an hour would say whose appointment it was told in. */
  reportedOn: localDateSchema,
});
export type Correction = z.infer<typeof correctionSchema>;
