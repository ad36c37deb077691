import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action/action.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { TextButton } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { walkLines } from '../../ui/walk-lines.ts';
import { ActionForm } from './action-form.tsx';
import { planOf } from './action-groups.ts';
import './action.css';
import { actionsOf } from './action.queries.ts';
import { beginAction } from './half-typed-actions.ts';
import { PlanLine } from './plan-line.tsx';
import { useSetState } from './use-set-state.ts';

interface PlanListProps {
  readonly caseId: string;
  /** A closed file takes nothing new. */
  readonly isClosed: boolean;
  /** Whether what was begun takes the keys. */
  readonly wantsForm: boolean;
  readonly onFormWanted: () => void;
  readonly onFormReached: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** What the two want to reach and what each does for it: one flat list, without a figure. */
export function PlanList({ caseId, isClosed, wantsForm, onFormWanted, onFormReached, onDone }: PlanListProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(actionsOf(caseId));
  const { justChanged, setState } = useSetState(caseId, onDone);
  const begin = (kind: Action['kind']): void => {
    beginAction(caseId, { kind });
    onFormWanted();
  };
  const section = useRef<HTMLElement>(null);
  const walk = (direction: -1 | 1): void => walkLines(section.current, '.plan-line', direction);
  useShortcuts({
    title: t('action.plan.title'),
    // After the keys of a meeting, whose arrows go on past the plan.
    place: 4,
    shortcuts: [
      ...(isClosed
        ? []
        : [
            { keys: ['a'], label: t('action.add'), run: () => begin('action') },
            { keys: ['o'], label: t('action.addObjective'), run: () => begin('objective') },
          ]),
      { keys: ['f', 'e', 'p', 'u'], shown: ['F', 'E', 'P', 'U'], label: t('action.plan.states') },
      { keys: ['m'], label: t('action.revise') },
      { keys: ['ArrowDown'], shown: ['↓'], label: t('action.plan.lines'), run: () => walk(1) },
      { keys: ['ArrowUp'], shown: ['↑'], label: t('action.plan.lines'), run: () => walk(-1) },
    ],
  });
  if (data === undefined) {
    if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return <div className="actions-loading" />;
  }
  const { current, over } = planOf(data, justChanged);
  const line = (action: Action) => (
    <PlanLine
      key={action.id}
      action={action}
      objective={data.find(({ id }) => id === action.serves) ?? null}
      onState={(state) => void setState(action, state)}
      onDone={onDone}
      isClosed={isClosed}
    />
  );
  return (
    <section ref={section} className="plan" aria-labelledby="plan-title">
      <h2 id="plan-title" tabIndex={-1}>
        {t('action.plan.title')}
      </h2>
      {error === null ? null : (
        <p className="action-stale" role="alert">
          {t(`errors.${asApiError(error).code}`)}{' '}
          <TextButton onClick={() => void refetch()}>{t('ui.retry')}</TextButton>
        </p>
      )}
      {current.length === 0 ? (
        <p className="quiet">{t(isClosed ? 'action.plan.nothing' : 'action.plan.empty')}</p>
      ) : (
        <ul className="plan-lines">{current.map(line)}</ul>
      )}
      {isClosed ? null : (
        <div className="plan-add">
          <ActionForm {...{ caseId, onDone }} isWanted={wantsForm} onReached={onFormReached} />
          <TextButton onClick={() => begin('objective')}>{t('action.addObjective')}</TextButton>
        </div>
      )}
      {over.length === 0 ? null : <Over over={over} line={line} />}
    </section>
  );
}

/** What is done or no longer useful: one gesture further, told without a count of who did what. */
function Over({ over, line }: { readonly over: readonly Action[]; readonly line: (action: Action) => ReactNode }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="plan-over" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{t('action.plan.over')}</summary>
      {isOpen ? <ul className="plan-lines">{over.map(line)}</ul> : null}
    </details>
  );
}
