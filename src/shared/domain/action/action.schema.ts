import { z } from 'zod';
import { idSchema, instantSchema, localDateSchema, revisionSchema, textSchema } from '../operation/operation.schema.ts';

export const ACTION_OWNERS = ['person', 'advisor', 'partner'] as const;
/** "fait, en cours, pas encore, n'est plus utile". */
export const ACTION_STATES = ['not-yet', 'in-progress', 'done', 'no-longer-useful'] as const;
export const actionStateSchema = z.enum(ACTION_STATES);
export type ActionState = z.infer<typeof actionStateSchema>;

/** Something agreed on: who does what, by when. An advisor's own action is a promise. */
export const actionPayloadSchema = z.strictObject({
  owner: z.enum(ACTION_OWNERS),
  text: textSchema(160).min(1),
  dueOn: localDateSchema.nullable(),
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
