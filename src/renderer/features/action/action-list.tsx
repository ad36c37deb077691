import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Action, ActionState } from '../../../shared/domain/action/action.schema.ts';
import { onDayText } from '../../i18n/dates.ts';
import { asApiError } from '../../platform/api.ts';
import { useToday } from '../../platform/today.ts';
import { TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { ActionForm } from './action-form.tsx';
import { dueKeyOf, groupActions, isOwnDelay } from './action-groups.ts';
import './action.css';
import { actionsOf } from './action.queries.ts';
import { useSetState } from './use-set-state.ts';
import { ActionStates, onStateKey } from './action-states.tsx';

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
  const { justChanged, setState } = useSetState(caseId, onDone);
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

interface ActionLineProps {
  readonly action: Action;
  readonly onState: (state: ActionState) => void;
}

function ActionLine({ action, onState }: ActionLineProps) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { text, dueOn, owner, partner } = action;
  return (
    <li className="action" onKeyDown={(event) => void onStateKey(event, onState)}>
      <div className="action-text">
        <span>{text}</span>
        {dueOn === null ? null : (
          <span className="action-due" data-late={isOwnDelay(action, now)}>
            {t(dueKeyOf(action, now), { day: onDayText(dueOn, now, i18n.language) })}
          </span>
        )}
        {owner === 'partner' ? (
          <span className="action-due">{partner === '' ? t('action.owners.partner') : partner}</span>
        ) : null}
      </div>
      <ActionStates action={action} onState={onState} />
    </li>
  );
}
