import type { ActionPayload, ActionTerms } from './action.schema.ts';

/** What the two want to reach, or something to do. */
export const ACTION_KINDS = ['action', 'objective'] as const;

/** What was agreed on before there were objectives. */
export const PLAIN_ACTION = {
  ...{ kind: 'action', partner: '', serves: null, decisionId: null, isTogether: false },
} as const satisfies Partial<ActionPayload>;
type Since = keyof typeof PLAIN_ACTION;

/** What an action was added with, of before or after. */
export type AddedAction = Omit<ActionPayload, Since> & Partial<Pick<ActionPayload, Since>>;

/** Of what an action was added with, what may be put right. */
export function termsOf(added: AddedAction): ActionTerms {
  const { owner, partner, text, dueOn, serves, isTogether } = { ...PLAIN_ACTION, ...added };
  return { owner, partner, text, dueOn, serves, isTogether };
}
