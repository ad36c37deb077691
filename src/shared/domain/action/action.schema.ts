import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';
import { ACTION_KINDS } from './action.ts';

export const ACTION_OWNERS = ['person', 'advisor', 'partner'] as const;
/** "fait, en cours, pas encore, n'est plus utile". */
export const ACTION_STATES = ['not-yet', 'in-progress', 'done', 'no-longer-useful'] as const;
export const actionStateSchema = z.enum(ACTION_STATES);
export type ActionState = z.infer<typeof actionStateSchema>;

/** What may be put right later; the rest is what the action is. */
export const actionTermsSchema = z.strictObject({
  owner: z.enum(ACTION_OWNERS),
  /** Who, where it is a partner; empty where nobody said. */
  partner: textSchema(80).default(''),
  text: textSchema(160).min(1),
  dueOn: localDateSchema.nullable(),
  /** The objective that it is done for. */
  serves: idSchema.nullable().default(null),
  /** Decided with the person, who said so. */
  isTogether: z.boolean().default(false),
});
export type ActionTerms = z.infer<typeof actionTermsSchema>;

/** Something agreed on: who does what, by when. An advisor's own action is a promise. */
export const actionPayloadSchema = actionTermsSchema.extend({
  kind: z.enum(ACTION_KINDS).default('action'),
  /** The decision that it comes from: a company that was retained. */
  decisionId: idSchema.nullable().default(null),
});
export type ActionPayload = z.infer<typeof actionPayloadSchema>;

export const actionSchema = actionPayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  addedAt: instantSchema,
  state: actionStateSchema,
  /** When the state last changed. */
  changedAt: instantSchema,
  isWithdrawn: z.boolean(),
  revision: revisionSchema,
});
export type Action = z.infer<typeof actionSchema>;
