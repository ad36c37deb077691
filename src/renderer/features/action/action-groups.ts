import { isOpen } from '../../../shared/domain/action/action.rules.ts';
import type { Action } from '../../../shared/domain/action/action.schema.ts';

export interface ActionGroups {
  /** What the advisor promised: it comes first. */
  readonly mine: readonly Action[];
  readonly theirs: readonly Action[];
}

/**
 * Open things by whose they are, in the order of the core (by date). Things of which the state was just changed here
 * stay for as long as the screen does: a line that vanishes under the hand cannot be corrected.
 */
export function groupActions(actions: readonly Action[], justChanged: ReadonlySet<string>): ActionGroups {
  const shown = actions.filter((action) => isOpen(action) || (!action.isWithdrawn && justChanged.has(action.id)));
  return {
    mine: shown.filter(({ owner }) => owner === 'advisor'),
    theirs: shown.filter(({ owner }) => owner !== 'advisor'),
  };
}

type Due = Pick<Action, 'dueOn' | 'state' | 'isWithdrawn'>;

export function isLate(action: Due, today: string): boolean {
  return isOpen(action) && action.dueOn !== null && action.dueOn < today;
}

/** A delay of ours is said as one; of a person, only what was agreed on is said. */
export function isOwnDelay(action: Due & Pick<Action, 'owner'>, today: string): boolean {
  return action.owner === 'advisor' && isLate(action, today);
}
