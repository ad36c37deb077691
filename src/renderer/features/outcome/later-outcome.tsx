import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import './later-outcome.css';
import { outcomesToAsk } from './outcome.queries.ts';

/** In the order of their keys; what nobody knows is an answer as good as another. */
const SITUATIONS = [
  ...(['lasting-job', 'short-job', 'training', 'own-business', 'still-searching', 'moved', 'retirement'] as const),
  'not-known',
] as const satisfies readonly Outcome[];

interface LaterOutcomeProps {
  readonly caseId: string;
  /** One comes to answer: the first answer takes the keys. */
  readonly isWanted: boolean;
  readonly onDone: (opId: string, text: string) => void;
}

/** Six months after a support ended: what became of the situation, told with one key or not known. */
export function LaterOutcome({ caseId, isWanted, onDone }: LaterOutcomeProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(outcomesToAsk);
  const asked = data.find((each) => each.caseId === caseId);
  const first = useRef<HTMLButtonElement>(null);
  const isThere = asked !== undefined;
  useEffect(() => {
    if (isWanted && isThere) first.current?.focus();
  }, [isWanted, isThere]);
  if (asked === undefined) return null;
  const tell = async (situation: Outcome): Promise<void> => {
    const { closedOn, revision: baseRevision } = asked;
    try {
      const { opId } = await commit('outcome.tell', { caseId, closedOn, situation, baseRevision });
      onDone(opId, t('laterOutcome.told', { situation: t(`caseFile.outcomes.${situation}`) }));
    } catch (error) {
      showToast(t(`errors.${asApiError(error).code}`));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const situation = SITUATIONS[Number(event.key) - 1];
    if (situation === undefined || event.repeat || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    void tell(situation);
  };
  return (
    <section className="later-outcome" aria-labelledby="later-outcome-title" onKeyDown={onKeyDown}>
      <h2 id="later-outcome-title">{t('laterOutcome.title')}</h2>
      {asked.precautions.length === 0 ? null : (
        <p className="later-outcome-careful">
          {t('laterOutcome.careful', {
            precautions: asked.precautions.map((each) => t(`facts.precautionWords.${each}`)).join(', '),
          })}
        </p>
      )}
      <div className="later-outcome-answers">
        {SITUATIONS.map((situation, index) => (
          <Button
            key={situation}
            ref={index === 0 ? first : null}
            size="small"
            shortcut={String(index + 1)}
            onClick={() => void tell(situation)}
          >
            {t(`caseFile.outcomes.${situation}`)}
          </Button>
        ))}
      </div>
      <p className="quiet small">{t('laterOutcome.hint')}</p>
    </section>
  );
}
