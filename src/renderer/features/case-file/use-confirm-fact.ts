import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseFile, FieldName } from '../../../shared/domain/case-file/case-file.schema.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { today } from '../../platform/today.ts';
import { showToast } from '../../ui/toast.tsx';
import { labelKeyOf } from './situation-blocks.ts';

/** On the line of the fact. */
export const CONFIRM_KEY = 'V';

type Confirmed = Pick<CaseFile, 'id' | 'facts'>;

/** "Toujours vrai": the person was asked, and the value stays with today's date. Never twice on the same day. */
export function useConfirmFact(
  { id: caseId, facts }: Confirmed,
  onDone: (opId: string, text: string) => void,
): (field: FieldName) => Promise<void> {
  const { t } = useTranslation();
  /** On their way: a key pressed twice is one answer. */
  const asked = useRef<ReadonlySet<FieldName>>(new Set());
  return useCallback(
    async (field) => {
      const fact = facts[field];
      if (fact === undefined || fact.value === null || asked.current.has(field)) return;
      const name = t(`facts.fields.${labelKeyOf(field)}`);
      const saidOn = today();
      if (fact.saidOn === saidOn) {
        showToast(t('facts.confirm.already', { field: name }));
        return;
      }
      asked.current = new Set(asked.current).add(field);
      try {
        const seen = { caseId, field, saidBy: 'person', saidOn, baseRevision: fact.revision } as const;
        const { opId } = await commit('caseFile.confirmFact', seen);
        onDone(opId, t('facts.confirm.done', { field: name }));
      } catch (error) {
        showToast(t(`errors.${asApiError(error).code}`));
      } finally {
        asked.current = new Set([...asked.current].filter((other) => other !== field));
      }
    },
    [caseId, facts, onDone, t],
  );
}
