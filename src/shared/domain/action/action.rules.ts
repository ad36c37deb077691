import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Action, ActionPayload, ActionState, ActionTerms } from './action.schema.ts';
import { PLAIN_ACTION } from './action.ts';

type Since = keyof typeof PLAIN_ACTION;
/** What an action was added with, of before or after there were objectives. */
type AddedAction = Omit<ActionPayload, Since> & Partial<Pick<ActionPayload, Since>>;

export type ActionOperation =
  | (Operation<AddedAction> & { readonly kind: 'action.add' })
  | (Operation<ActionTerms> & { readonly kind: 'action.revise' })
  | (Operation<{ readonly state: ActionState }> & { readonly kind: 'action.setState' })
  | (Operation<Record<string, never>> & { readonly kind: 'action.withdraw' });

export function applyAction(state: Action | null, operation: Operation): Action {
  const op = operation as ActionOperation;
  const { entityId: id, caseId, actorId, at, deviceSeq: revision } = op;
  if (op.kind === 'action.add') {
    const agreed = { state: 'not-yet', addedAt: at, changedAt: at, isWithdrawn: false } as const;
    return { ...PLAIN_ACTION, ...op.payload, ...agreed, id, caseId: caseId ?? '', actorId, revision };
  }
  if (state === null) throw new Error('An action is added before it changes.');
  switch (op.kind) {
    case 'action.setState':
      return { ...state, state: op.payload.state, changedAt: at, revision };
    case 'action.revise':
      return { ...state, ...op.payload, revision };
    case 'action.withdraw':
      return { ...state, isWithdrawn: true, revision };
    default:
      return unknownKind(operation);
  }
}

/** Whether there is still something to do. */
export function isOpen({ state, isWithdrawn }: Pick<Action, 'state' | 'isWithdrawn'>): boolean {
  return !isWithdrawn && (state === 'not-yet' || state === 'in-progress');
}
