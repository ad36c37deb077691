import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';

export const CONTACT_CHANNELS = ['telephone', 'email', 'text-message', 'on-site', 'video', 'post'] as const;

/** A short contact: who turned to whom, how, one line. */
export const contactPayloadSchema = z.strictObject({
  on: localDateSchema,
  channel: z.enum(CONTACT_CHANNELS),
  initiatedBy: z.enum(['person', 'us', 'partner']),
  /** The two people exchanged; else it is an attempt, which does not count as a contact. */
  isExchange: z.boolean(),
  line: textSchema(200),
});
export type ContactPayload = z.infer<typeof contactPayloadSchema>;

export const contactSchema = contactPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  at: instantSchema,
  isWithdrawn: z.boolean(),
  revision: revisionSchema,
});
export type Contact = z.infer<typeof contactSchema>;
