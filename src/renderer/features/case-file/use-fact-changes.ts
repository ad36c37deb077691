import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';
import type { FactChange } from './project-moves.ts';

/** Several changes that make one thing: undone together. */
export type OnDone = (opId: string | readonly string[], text: string) => void;

/** Makes changes one after the other; when one cannot be made, those before are taken back and nothing has changed. */
export function useFactChanges(
  caseId: string,
  onDone: OnDone,
): (changes: readonly FactChange[], text: string) => Promise<boolean> {
  const { t } = useTranslation();
  const isRunning = useRef(false);
  return async (changes, text) => {
    if (isRunning.current || changes.length === 0) return false;
    isRunning.current = true;
    const made: string[] = [];
    try {
      for (const { field, value, ...said } of changes) {
        const { opId } = await commit('caseFile.setField', { caseId, change: { field, value }, ...said });
        made.push(opId);
      }
      onDone(made, text);
      return true;
    } catch (error) {
      const { code } = asApiError(error);
      for (const opId of made.toReversed()) await commit('caseFile.undo', { caseId, opId }).catch(() => undefined);
      showToast(t(`errors.${code}`));
      return false;
    } finally {
      isRunning.current = false;
    }
  };
}
