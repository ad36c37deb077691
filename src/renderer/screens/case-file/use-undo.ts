import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { showToast } from '../../ui/toast.tsx';

export interface Undo {
  /** Says what was done, and offers to undo it. */
  readonly done: (opId: string, text: string) => void;
  /** Undoes one thing at once. */
  readonly undo: (opId: string) => Promise<void>;
  /** What was undone since the file was opened, with the revision that undoing made. */
  readonly undone: ReadonlyMap<string, number>;
}

/** What was just done in a file, undone by the button of its word or by Ctrl+Z, last first. */
export function useUndo(caseId: string): Undo {
  const { t } = useTranslation();
  const opIds = useRef<readonly string[]>([]);
  const [undone, setUndone] = useState<ReadonlyMap<string, number>>(new Map());
  const undo = useCallback(
    async (opId: string): Promise<void> => {
      opIds.current = opIds.current.filter((other) => other !== opId);
      try {
        const { revision } = await commit('caseFile.undo', { caseId, opId });
        setUndone((before) => new Map(before).set(opId, revision));
        showToast(t('caseFile.undone'));
      } catch (error) {
        showToast(t(`errors.${asApiError(error).code}`));
      }
    },
    [caseId, t],
  );
  const done = useCallback(
    (opId: string, text: string): void => {
      opIds.current = [...opIds.current, opId];
      showToast(text, { label: t('caseFile.undo'), run: () => void undo(opId) });
    },
    [t, undo],
  );
  useShortcuts({
    title: t('caseFile.keys.title'),
    place: 4,
    shortcuts: [
      {
        keys: ['z'],
        ctrl: true,
        shown: ['Ctrl', 'Z'],
        label: t('caseFile.keys.undo'),
        run: () => {
          const last = opIds.current.at(-1);
          if (last === undefined) showToast(t('errorTitles.NOTHING_TO_UNDO'));
          else void undo(last);
        },
      },
    ],
  });
  return { done, undo, undone };
}
