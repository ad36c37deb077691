import { z } from 'zod';
import { siretSchema } from '../employer/employer.schema.ts';
import { localDateSchema } from '../operation/operation.schema.ts';
import { OPT_OUT_ASKERS, OPT_OUT_SCOPES, REPORT_KINDS } from './correction.ts';

export const reportKindSchema = z.enum(REPORT_KINDS);
export type ReportKind = z.infer<typeof reportKindSchema>;

export const CORRECTION_KINDS = [...REPORT_KINDS, 'opt-out'] as const;

/** A company that asked to be proposed no more: who asked there, by function and not by name, and when. */
export const optOutSchema = z.strictObject({
  askedBy: z.enum(OPT_OUT_ASKERS),
  askedOn: localDateSchema,
  /** This site, or every site of the employer. */
  scope: z.enum(OPT_OUT_SCOPES),
});
export type OptOut = z.infer<typeof optOutSchema>;

/** An employer whose data somebody found wrong, or that asked out: of the employer only, nothing of for whom. */
export const correctionSchema = z.strictObject({
  siret: siretSchema,
  name: z.string(),
  communeName: z.string().nullable(),
  kind: z.enum(CORRECTION_KINDS),
  /** The day alone: an hour would say whose appointment it was told in. */
  reportedOn: localDateSchema,
  /** Of an opt-out alone. */
  optOut: optOutSchema.nullable(),
});
export type Correction = z.infer<typeof correctionSchema>;
