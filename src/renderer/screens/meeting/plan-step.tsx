import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { actionsOf } from '../../features/action/action.queries.ts';
import { PlanList } from '../../features/action/plan-list.tsx';
import { beginAction } from '../../features/action/half-typed-actions.ts';
import { decisionsOf } from '../../features/decision/decision.queries.ts';
import { Button } from '../../ui/button.tsx';
import { Part } from './part.tsx';

interface PlanStepProps {
  readonly caseId: string;
  readonly wantsForm: boolean;
  readonly onFormWanted: () => void;
  readonly onFormReached: () => void;
  readonly onDone: (opId: string, text: string) => void;
}

/** Who does what, by when; a company that was retained becomes an action without being typed again. */
export function PlanStep({ caseId, wantsForm, onFormWanted, onFormReached, onDone }: PlanStepProps) {
  const { t } = useTranslation();
  const { data } = useQuery(decisionsOf(caseId));
  const { data: actions = [] } = useQuery(actionsOf(caseId));
  const inPlan = new Set(actions.filter(({ isWithdrawn }) => !isWithdrawn).map(({ decisionId }) => decisionId));
  const retained = data?.decided.filter(({ outcome }) => outcome === 'retained') ?? [];
  const begin = (name: string, decisionId: string): void => {
    beginAction(caseId, { owner: 'person', text: t('meeting.plan.contact', { name }), decisionId });
    onFormWanted();
  };
  return (
    <>
      <div className="summary-card">
        <PlanList
          caseId={caseId}
          isClosed={false}
          wantsForm={wantsForm}
          onFormWanted={onFormWanted}
          onFormReached={onFormReached}
          onDone={onDone}
        />
      </div>
      {retained.length === 0 ? null : (
        <Part title={t('meeting.retained')}>
          <ul className="meeting-lines">
            {retained.map(({ decisionId, name, communeName }) => (
              <li key={decisionId} className="meeting-line">
                <span>{[name, communeName ?? ''].filter((part) => part !== '').join(', ')}</span>
                {inPlan.has(decisionId) ? (
                  <span className="quiet">{t('meeting.plan.made')}</span>
                ) : (
                  <Button
                    size="small"
                    aria-label={t('meeting.plan.makeOf', { name })}
                    onClick={() => begin(name, decisionId)}
                  >
                    {t('meeting.plan.make')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}
