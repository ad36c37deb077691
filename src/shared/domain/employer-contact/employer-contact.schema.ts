import { z } from 'zod';
import { localDateSchema, textSchema } from '../operation/operation.schema.ts';
import { CONTACT_SOURCES, isEmail, isPhone } from './employer-contact.ts';

export const contactSourceSchema = z.enum(CONTACT_SOURCES);
export type ContactSource = z.infer<typeof contactSourceSchema>;

/** Whom to ask for at one establishment: what somebody of the agency learned, reused for the next person. */
export const contactDetailsSchema = z.strictObject({
  name: textSchema(80),
  role: textSchema(80),
  phone: textSchema(30).refine(isPhone),
  email: textSchema(120).refine(isEmail),
  /** "Au comptoir, le matin avant 11 h": how to come in. Of the company, never of a jobseeker. */
  wayIn: textSchema(160),
  source: contactSourceSchema,
  knownOn: localDateSchema,
});
export type ContactDetails = z.infer<typeof contactDetailsSchema>;

export const employerContactSchema = contactDetailsSchema.extend({
  /** Whoever found it, or corrected it last. */
  authorName: z.string(),
  /** Too old to be counted on. */
  isToCheck: z.boolean(),
  version: z.number().int().min(1),
});
export type EmployerContact = z.infer<typeof employerContactSchema>;
