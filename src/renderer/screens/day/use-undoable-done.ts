import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';

/** Says what was done to a meeting of the day, whosever it is, and offers to undo it. */
export function useUndoableDone() {
  const { t } = useTranslation();
  return useCallback(
    (caseId: string, opId: string, text: string): void => {
      const undo = async (): Promise<void> => {
        try {
          await commit('caseFile.undo', { caseId, opId });
          showToast(t('caseFile.undone', { text }));
        } catch (error) {
          showToast(t(`errors.${asApiError(error).code}`));
        }
      };
      showToast(text, { label: t('caseFile.undo'), run: () => void undo() });
    },
    [t],
  );
}
