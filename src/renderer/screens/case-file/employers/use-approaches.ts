import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nextStep } from '../../../../shared/domain/approach/approach.rules.ts';
import type {
  ApproachMove,
  ApproachRow,
  Reminder,
  TakenStep,
} from '../../../../shared/domain/approach/approach.schema.ts';
import { asApiError } from '../../../platform/api.ts';
import { commit } from '../../../platform/commit.ts';
import { today } from '../../../platform/today.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { Undo } from '../use-undo.ts';

export interface Approaches {
  /** The step that usually comes next, taken by the person today: the rest is said in a dialog, or undone. */
  readonly next: (row: ApproachRow) => void;
  readonly move: (row: ApproachRow, move: ApproachMove) => void;
  /** The day to call back, or until when an answer is awaited; null for neither. */
  readonly remind: (row: ApproachRow, next: Reminder | null) => void;
  readonly takeBack: (row: ApproachRow, step: TakenStep) => void;
  /** Whether it was written. */
  readonly word: (row: ApproachRow, text: string) => Promise<boolean>;
}

/** What people say happened with a retained employer, each said back and undone by a key. */
export function useApproaches(caseId: string, { done }: Pick<Undo, 'done'>): Approaches {
  const { t } = useTranslation();
  /** A second press of a key before the line is drawn as it then is, is the same press. What is written makes another row. */
  const acted = useRef(new WeakSet<ApproachRow>());
  const once = async (row: ApproachRow, act: () => Promise<void>): Promise<boolean> => {
    if (acted.current.has(row)) return false;
    acted.current.add(row);
    try {
      await act();
      return true;
    } catch (error) {
      acted.current.delete(row);
      showToast(t(`errors.${asApiError(error).code}`));
      return false;
    }
  };
  const move: Approaches['move'] = (row, said) =>
    void once(row, async () => {
      const { item, name, revision: baseRevision } = row;
      const { opId } = await commit('approach.move', { caseId, item, baseRevision, ...said });
      done(opId, t('approach.moved', { name, stage: t(`approach.stages.${said.step}`) }));
    });
  return {
    move,
    next(row) {
      const step = nextStep(row.stage);
      if (step !== null) move(row, { step, on: today(), by: 'person', next: null });
    },
    remind: (row, next) =>
      void once(row, async () => {
        const { item, name, revision: baseRevision } = row;
        const { opId } = await commit('approach.remind', { caseId, item, baseRevision, next });
        done(opId, t(next === null ? 'approach.remindGone' : 'approach.remindSet', { name }));
      }),
    takeBack: (row, { entryId, step }) =>
      void once(row, async () => {
        const { item, revision: baseRevision } = row;
        await commit('approach.takeBack', { caseId, item, baseRevision, entryId });
        showToast(t('approach.takenBack', { stage: t(`approach.stages.${step}`) }));
      }),
    word: (row, text) =>
      once(row, async () => {
        const { item, name, sentenceRevision: baseRevision } = row;
        const { opId } = await commit('approach.word', { caseId, item, baseRevision, text });
        done(opId, t('approach.sentence.kept', { name }));
      }),
  };
}
