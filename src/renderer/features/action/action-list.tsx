import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, ActionState } from '../../../shared/domain/action/action.schema.ts';
import { onDayText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ActionForm } from './action-form.tsx';
import { groupActions, isLate, isOwnDelay } from './action-groups.ts';
import './action.css';
import { actionsOf } from './action.queries.ts';

/** One key each, on the line that has the focus. */
const STATE_KEYS = [
  { state: 'done', key: 'f' },
  { state: 'in-progress', key: 'e' },
  { state: 'not-yet', key: 'p' },
  { state: 'no-longer-useful', key: 'u' },
] as const satisfies readonly { readonly state: ActionState; readonly key: string }[];

interface ActionListProps {
  readonly caseId: string;
  /** A closed file takes nothing new. */
  readonly isClosed: boolean;
  /** Whether what was begun takes the keys. */
  readonly wantsForm: boolean;
  readonly onFormReached: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** "Ce que j'ai promis", then what the person does, each with where it stands. */
export function ActionList({ caseId, isClosed, wantsForm, onFormReached, onDone }: ActionListProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(actionsOf(caseId));
  const [justChanged, setJustChanged] = useState<ReadonlySet<string>>(new Set());
  const setState = async (action: Action, state: ActionState): Promise<void> => {
    if (state === action.state) return;
    setJustChanged(new Set([...justChanged, action.id]));
    const { id: actionId, revision: baseRevision } = action;
    try {
      const { opId } = await commit('action.setState', { caseId, actionId, state, baseRevision });
      onDone(opId, t('action.stateSet', { text: action.text, state: t(`action.states.${state}`) }));
    } catch (failure) {
      showToast(t(`errors.${asApiError(failure).code}`));
    }
  };
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return <div className="actions-loading" />;
  }
  const { mine, theirs } = groupActions(data, justChanged);
  const list = (title: string, actions: readonly Action[], nothing: string) => (
    <section className="actions-group">
      <h2>{title}</h2>
      {actions.length === 0 ? (
        <p className="quiet">{nothing}</p>
      ) : (
        <ul className="actions">
          {actions.map((action) => (
            <ActionLine key={action.id} action={action} onState={(state) => void setState(action, state)} />
          ))}
        </ul>
      )}
    </section>
  );
  return (
    <>
      {error === null ? null : (
        <p className="action-stale" role="alert">
          {t(`errors.${asApiError(error).code}`)}{' '}
          <TextButton onClick={() => void refetch()}>{t('ui.retry')}</TextButton>
        </p>
      )}
      {list(t('action.mine'), mine, t('action.noneMine'))}
      {list(t('action.theirs'), theirs, t('action.noneTheirs'))}
      {isClosed ? null : <ActionForm {...{ caseId, onDone }} isWanted={wantsForm} onReached={onFormReached} />}
    </>
  );
}

function dueKey(action: Action, today: string): 'action.late' | 'action.wasDue' | 'action.due' {
  if (isOwnDelay(action, today)) return 'action.late';
  return isLate(action, today) ? 'action.wasDue' : 'action.due';
}

interface ActionLineProps {
  readonly action: Action;
  readonly onState: (state: ActionState) => void;
}

function ActionLine({ action, onState }: ActionLineProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { text, dueOn, owner, state } = action;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
    const found = STATE_KEYS.find(({ key }) => key === event.key.toLowerCase());
    if (found === undefined) return;
    event.preventDefault();
    onState(found.state);
  };
  return (
    <li className="action" onKeyDown={onKeyDown}>
      <div className="action-text">
        <span>{text}</span>
        {dueOn === null ? null : (
          <span className="action-due" data-late={isOwnDelay(action, now)}>
            {t(dueKey(action, now), { day: onDayText(dueOn, now, i18n.language) })}
          </span>
        )}
        {owner === 'partner' ? <span className="action-due">{t('action.owners.partner')}</span> : null}
      </div>
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
    </li>
  );
}
