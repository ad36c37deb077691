import { z } from 'zod';
import { CHECKED_MAX_CHARACTERS, GUARD_FAMILIES, REFUSED_NUMBERS } from './guard.ts';

export const checkedTextSchema = z.string().max(CHECKED_MAX_CHARACTERS);

/** Words to read again: where they stand, in UTF-16 units, and another wording. */
export const findingSchema = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  family: z.enum(GUARD_FAMILIES),
  /** French, as notes are; adds no fact and no figure. Null where leaving it out is the only good advice. */
  suggestion: z.string().nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A number that keeps a text from being validated: where it stands, in UTF-16 units, never what it is. */
export const blockingSchema = z.strictObject({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  number: z.enum(REFUSED_NUMBERS),
});
export type Blocking = z.infer<typeof blockingSchema>;
