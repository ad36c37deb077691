/** What was begun in the form of an action and not added, as the form shows it. */
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { type HalfTyped, heldTyped, holdTyped, releaseTyped, useHeldTyped } from '../../platform/half-typed.ts';

export const OWNERS = ['advisor', 'person', 'partner'] as const satisfies readonly Action['owner'][];

export interface HalfTypedAction {
  readonly owner: Action['owner'];
  readonly text: string;
  readonly dueOn: string;
}

export function holdAction(caseId: string, action: HalfTypedAction): void {
  holdTyped('action', caseId, { ...action });
}

/** Opens the form with these words, unless one is begun already: what is typed is never written over. */
export function beginAction(caseId: string, action: HalfTypedAction): void {
  if (heldTyped('action', caseId) === null) holdAction(caseId, action);
}

export function releaseAction(caseId: string): void {
  releaseTyped('action', caseId);
}

export function toAction(fields: HalfTyped): HalfTypedAction {
  return {
    owner: OWNERS.find((owner) => owner === fields['owner']) ?? 'advisor',
    text: fields['text'] ?? '',
    dueOn: fields['dueOn'] ?? '',
  };
}

/** Null where nothing was begun. */
export function useHeldAction(caseId: string): HalfTypedAction | null {
  const fields = useHeldTyped('action', caseId);
  return fields === null ? null : toAction(fields);
}
