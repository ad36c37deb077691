import type { Action } from './action.schema.ts';
import { isOpen } from './action.rules.ts';

/**
 * What was agreed on to do and is still ahead. Promises of ours and of partners are told even when they are late; what the
 * person has not done in time is told to nobody (R10).
 */
export function printedActions(actions: readonly Action[], today: string): readonly Action[] {
  return actions.filter((action) => {
    const { kind, owner, dueOn } = action;
    return kind === 'action' && isOpen(action) && (owner !== 'person' || dueOn === null || dueOn >= today);
  });
}
