import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action, ActionState } from '../../../shared/domain/action/action.schema.ts';
import { onDayText } from '../../i18n/dates.ts';
import { go } from '../../platform/location.ts';
import { callQuery } from '../../platform/query-client.ts';
import { useToday } from '../../platform/today.ts';
import { Button, TextButton } from '../../ui/button.tsx';
import { useFocusReturn } from '../../ui/use-focus-return.ts';
import { dueKeyOf, isOwnDelay } from './action-groups.ts';
import { ActionStates, onStateKey } from './action-states.tsx';
import { ReviseForm } from './revise-form.tsx';

interface PlanLineProps {
  readonly action: Action;
  /** What it is done for. */
  readonly objective: Action | null;
  readonly isClosed: boolean;
  readonly onState: (state: ActionState) => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** One line of the plan: what, who, by when, what for, and where it stands. */
export function PlanLine({ action, objective, isClosed, onState, onDone }: PlanLineProps) {
  const { t } = useTranslation();
  const [isRevising, setIsRevising] = useState(false);
  const opener = useFocusReturn(isRevising);
  if (isRevising) {
    return (
      <li>
        <ReviseForm action={action} onClose={() => setIsRevising(false)} onDone={onDone} />
      </li>
    );
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (onStateKey(event, onState) || isClosed || event.key.toLowerCase() !== 'm' || event.ctrlKey || event.altKey)
      return;
    event.preventDefault();
    setIsRevising(true);
  };
  return (
    <li className="plan-line action" data-kind={action.kind} onKeyDown={onKeyDown}>
      <div className="plan-what">
        <p className="plan-text">
          <span className="plan-who" data-mine={action.kind === 'action' && action.owner === 'advisor'}>
            {who()}
          </span>{' '}
          {action.text}
        </p>
        <Terms action={action} objective={objective} />
      </div>
      <div className="plan-acts">
        <ActionStates action={action} onState={onState} />
        {isClosed ? null : (
          <Button
            ref={opener}
            size="small"
            kind="quiet"
            aria-label={t('action.reviseOf', { text: action.text })}
            onClick={() => setIsRevising(true)}
          >
            {t('action.revise')}
          </Button>
        )}
      </div>
    </li>
  );

  function who(): string {
    if (action.kind === 'objective') return t('action.objective');
    if (action.owner === 'partner' && action.partner !== '') return action.partner;
    return t(action.owner === 'advisor' ? 'action.plan.promise' : `action.owners.${action.owner}`);
  }
}

/** By when, for which objective, from which decision, and that the two decided it together. */
function Terms({ action, objective }: Pick<PlanLineProps, 'action' | 'objective'>) {
  const { t, i18n } = useTranslation();
  const now = useToday();
  const { caseId, dueOn, decisionId, isTogether } = action;
  const { data: decisions } = useQuery({ ...callQuery('decision.list', { caseId }), enabled: decisionId !== null });
  // What was set aside since is the source of nothing any more.
  const source = decisions?.decided.find((each) => each.decisionId === decisionId && each.outcome === 'retained');
  return (
    <p className="plan-terms">
      {dueOn === null ? null : (
        <span className="action-due" data-late={isOwnDelay(action, now)}>
          {t(dueKeyOf(action, now), { day: onDayText(dueOn, now, i18n.language) })}
        </span>
      )}
      {objective === null ? null : <span>{t('action.plan.serves', { text: objective.text })}</span>}
      {source === undefined ? null : (
        <TextButton onClick={() => go({ screen: 'caseFile', caseId, tab: 'employers' })}>
          {t('action.plan.from', { name: source.name })}
        </TextButton>
      )}
      {isTogether ? <span>{t('action.plan.together')}</span> : null}
    </p>
  );
}
