import { z } from 'zod';
import { outcomeSchema } from '../case-file/case-file.schema.ts';

/** A count below five could point to a person: it is said to be small and not told (R10). */
export const smallCountSchema = z.number().int().min(0).nullable();

/** What a supervisor sees: counts over the whole agency, never by person nor by advisor. */
export const supervisionCountsSchema = z.strictObject({
  open: smallCountSchema,
  closed: smallCountSchema,
  /** Whom the agency should have called back by now: the delay is ours. */
  overdue: smallCountSchema,
  withoutNextAppointment: smallCountSchema,
  outcomes: z.array(z.strictObject({ outcome: outcomeSchema, count: smallCountSchema })).readonly(),
  /** People to whom an employer retained with them answered, and whom one hired. */
  answered: smallCountSchema,
  hired: smallCountSchema,
  corrections: smallCountSchema,
});
export type SupervisionCounts = z.infer<typeof supervisionCountsSchema>;
