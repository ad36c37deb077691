/**
 * What was begun in the form of an action and not added: it stays here, whatever tab or screen is shown, until it is
 * added or given up.
 */
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { onForget } from '../../platform/forgetting.ts';

export interface HalfTypedAction {
  readonly owner: Action['owner'];
  readonly text: string;
  readonly dueOn: string;
}

let begun: ReadonlyMap<string, HalfTypedAction> = new Map();

export function holdAction(caseId: string, action: HalfTypedAction): void {
  begun = new Map(begun).set(caseId, action);
}

export function heldAction(caseId: string): HalfTypedAction | null {
  return begun.get(caseId) ?? null;
}

export function releaseAction(caseId: string): void {
  begun = new Map([...begun].filter(([id]) => id !== caseId));
}

// Another person at the keyboard.
onForget(() => {
  begun = new Map();
});
