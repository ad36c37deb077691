import { type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, ActionState } from '../../../shared/domain/action/action.schema.ts';
import './action.css';

/** One key each, on the line that has the focus. */
const STATE_KEYS = [
  { state: 'done', key: 'f' },
  { state: 'in-progress', key: 'e' },
  { state: 'not-yet', key: 'p' },
  { state: 'no-longer-useful', key: 'u' },
] as const satisfies readonly { readonly state: ActionState; readonly key: string }[];

/** Whether the key was that of a state, which is then said. */
export function onStateKey(event: KeyboardEvent, onState: (state: ActionState) => void): boolean {
  if (event.repeat || event.altKey || event.ctrlKey || event.metaKey) return false;
  const found = STATE_KEYS.find(({ key }) => key === event.key.toLowerCase());
  if (found === undefined) return false;
  event.preventDefault();
  onState(found.state);
  return true;
}

interface ActionStatesProps {
  readonly action: Pick<Action, 'text' | 'state'>;
  readonly onState: (state: ActionState) => void;
}

/** Where it stands, each state a word to press. */
export function ActionStates({ action: { text, state }, onState }: ActionStatesProps) {
  const { t } = useTranslation();
  return (
    <div className="action-states" role="group" aria-label={t('action.stateOf', { text })}>
      {STATE_KEYS.map(({ state: each, key }) => (
        <button
          key={each}
          type="button"
          className="action-state"
          aria-pressed={each === state}
          aria-keyshortcuts={key.toUpperCase()}
          onClick={() => onState(each)}
        >
          {t(`action.states.${each}`)}
        </button>
      ))}
    </div>
  );
}
