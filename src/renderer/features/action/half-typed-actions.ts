/** What was begun in the form of an action and not added, as the form shows it. */
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { ACTION_KINDS } from '../../../shared/domain/action/action.ts';
import { type HalfTyped, heldTyped, holdTyped, releaseTyped, useHeldTyped } from '../../platform/half-typed.ts';

export const OWNERS = ['advisor', 'person', 'partner'] as const satisfies readonly Action['owner'][];

/** What is typed of an action: empty where nothing is said. */
export interface TypedAction {
  readonly owner: Action['owner'];
  readonly partner: string;
  readonly text: string;
  readonly dueOn: string;
  /** The objective that it is for. */
  readonly serves: string;
  readonly isTogether: boolean;
}

export interface HalfTypedAction extends TypedAction {
  readonly kind: Action['kind'];
  /** The decision that it comes from. */
  readonly decisionId: string;
}

/** Nothing typed: a promise of whoever types. */
export const NOTHING_TYPED: HalfTypedAction = {
  ...{ kind: 'action', owner: 'advisor', partner: '', text: '', dueOn: '', serves: '' },
  ...{ isTogether: false, decisionId: '' },
};

export function holdAction(caseId: string, { isTogether, ...fields }: HalfTypedAction): void {
  holdTyped('action', caseId, { ...fields, isTogether: isTogether ? 'yes' : '' });
}

/** Opens the form with these words, unless one is begun already: what is typed is never written over. */
export function beginAction(caseId: string, begun: Partial<HalfTypedAction>): void {
  if (heldTyped('action', caseId) === null) holdAction(caseId, { ...NOTHING_TYPED, ...begun });
}

export function releaseAction(caseId: string): void {
  releaseTyped('action', caseId);
}

export function toAction(fields: HalfTyped): HalfTypedAction {
  return {
    kind: ACTION_KINDS.find((kind) => kind === fields['kind']) ?? 'action',
    owner: OWNERS.find((owner) => owner === fields['owner']) ?? 'advisor',
    partner: fields['partner'] ?? '',
    text: fields['text'] ?? '',
    dueOn: fields['dueOn'] ?? '',
    serves: fields['serves'] ?? '',
    isTogether: fields['isTogether'] === 'yes',
    decisionId: fields['decisionId'] ?? '',
  };
}

/** What is asked of the core for what is typed. */
export function asked({ owner, partner, text, dueOn, serves, isTogether }: TypedAction, kind: Action['kind']) {
  return {
    owner: kind === 'objective' ? ('person' as const) : owner,
    partner: owner === 'partner' && kind === 'action' ? partner.trim() : '',
    text: text.trim(),
    dueOn: dueOn === '' ? null : dueOn,
    serves: serves === '' || kind === 'objective' ? null : serves,
    isTogether,
  };
}

/** Null where nothing was begun. */
export function useHeldAction(caseId: string): HalfTypedAction | null {
  const fields = useHeldTyped('action', caseId);
  return fields === null ? null : toAction(fields);
}
