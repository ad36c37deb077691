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
  const shown = actions.filter((action) => action.kind === 'action' && isShown(action, justChanged));
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

export function dueKeyOf(
  action: Due & Pick<Action, 'owner'>,
  today: string,
): 'action.late' | 'action.wasDue' | 'action.due' {
  if (isOwnDelay(action, today)) return 'action.late';
  return isLate(action, today) ? 'action.wasDue' : 'action.due';
}

export interface Plan {
  /** Objectives, each with what is done for it after it, then the rest: one list. */
  readonly current: readonly Action[];
  /** Done, or no longer useful. */
  readonly over: readonly Action[];
}

/** The plan as one flat list, in the order of the core (by date). Nothing in it is counted nor added up. */
export function planOf(actions: readonly Action[], justChanged: ReadonlySet<string>): Plan {
  const shown = actions.filter((action) => isShown(action, justChanged));
  const objectives = shown.filter(({ kind }) => kind === 'objective');
  const isThere = new Set(objectives.map(({ id }) => id));
  const forThat = (id: string): readonly Action[] => shown.filter(({ serves }) => serves === id);
  const alone = shown.filter(({ kind, serves }) => kind === 'action' && (serves === null || !isThere.has(serves)));
  return {
    current: [...objectives.flatMap((objective) => [objective, ...forThat(objective.id)]), ...alone],
    over: actions.filter((action) => !action.isWithdrawn && !isShown(action, justChanged)),
  };
}

function isShown(action: Action, justChanged: ReadonlySet<string>): boolean {
  return isOpen(action) || (!action.isWithdrawn && justChanged.has(action.id));
}
