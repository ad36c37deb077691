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
  const shown = actions.filter(
    ({ id, state, isWithdrawn }) =>
      !isWithdrawn && (state === 'not-yet' || state === 'in-progress' || justChanged.has(id)),
  );
  return {
    mine: shown.filter(({ owner }) => owner === 'advisor'),
    theirs: shown.filter(({ owner }) => owner !== 'advisor'),
  };
}

export function isLate({ dueOn, state }: Pick<Action, 'dueOn' | 'state'>, today: string): boolean {
  return dueOn !== null && dueOn < today && (state === 'not-yet' || state === 'in-progress');
}

/** A delay of ours is said as one; of a person, only what was agreed on is said. */
export function isOwnDelay(action: Pick<Action, 'owner' | 'dueOn' | 'state'>, today: string): boolean {
  return action.owner === 'advisor' && isLate(action, today);
}
