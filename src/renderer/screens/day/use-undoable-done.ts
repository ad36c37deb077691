import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { showToast } from '../../ui/toast.tsx';

interface Undoable {
  readonly caseId: string;
  readonly opId: string;
  /** What was done, in words. */
  readonly text: string;
}

/** What was just done to a meeting of the day, whosever it is: undone by the button of its word or by a key, last first. */
export function useUndoableDone() {
  const { t } = useTranslation();
  const stack = useRef<readonly Undoable[]>([]);
  const undo = useCallback(
    async (undoable: Undoable): Promise<void> => {
      const { caseId, opId, text } = undoable;
      // On its way: a second press of the key is for the one before.
      stack.current = stack.current.filter((other) => other !== undoable);
      try {
        await commit('caseFile.undo', { caseId, opId });
        showToast(t('caseFile.undone', { text }));
      } catch (error) {
        const { code } = asApiError(error);
        // Whatever else failed can be asked again.
        if (code !== 'NOTHING_TO_UNDO') stack.current = [...stack.current, undoable];
        showToast(t(`errors.${code}`));
      }
    },
    [t],
  );
  const done = useCallback(
    (caseId: string, opId: string, text: string): void => {
      const undoable = { caseId, opId, text };
      stack.current = [...stack.current, undoable];
      showToast(text, { label: t('caseFile.undo'), run: () => void undo(undoable) });
    },
    [t, undo],
  );
  const undoLast = useCallback((): void => {
    const last = stack.current.at(-1);
    if (last === undefined) showToast(t('errorTitles.NOTHING_TO_UNDO'));
    else void undo(last);
  }, [t, undo]);
  return { done, undoLast };
}
