import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoneElsewhere } from '../../features/case-file/done-in-file.ts';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { showToast } from '../../ui/toast.tsx';
import { addUndoable, leaveOf, type Undoable, undoablesOf } from './undo-memory.ts';

export interface Undo {
  /** Says what was done (by several operations where it took several), with what can be done next, and offers to undo it. */
  readonly done: (opId: string | readonly string[], text: string, next?: string) => void;
  /** What was undone since the file was opened, with the revision that undoing made. */
  readonly undone: ReadonlyMap<string, number>;
}

/** What was just done in a file, undone by the button of its word or by Ctrl+Z, last first. */
export function useUndo(caseId: string): Undo {
  const { t } = useTranslation();
  /** On its way: a second press of the key is for the one before. */
  const asked = useRef<ReadonlySet<Undoable>>(new Set());
  const [undone, setUndone] = useState<ReadonlyMap<string, number>>(new Map());
  const undo = useCallback(
    async (undoable: Undoable): Promise<void> => {
      const { text } = undoable;
      if (asked.current.has(undoable)) return;
      asked.current = new Set(asked.current).add(undoable);
      let left = undoable.opIds;
      try {
        for (const opId of undoable.opIds.toReversed()) {
          const { revision } = await commit('caseFile.undo', { caseId, opId });
          left = left.filter((other) => other !== opId);
          setUndone((before) => new Map(before).set(opId, revision));
        }
        leaveOf(caseId, undoable, left);
        showToast(t('caseFile.undone', { text }));
      } catch (error) {
        const { code } = asApiError(error);
        // Whatever else failed can be asked again; what was undone of it is not undone twice.
        leaveOf(caseId, undoable, code === 'NOTHING_TO_UNDO' ? [] : left);
        showToast(t(`errors.${code}`));
      } finally {
        asked.current = new Set([...asked.current].filter((other) => other !== undoable));
      }
    },
    [caseId, t],
  );
  const done = useCallback(
    (opId: string | readonly string[], text: string, next = ''): void => {
      const undoable = { opIds: typeof opId === 'string' ? [opId] : opId, text };
      addUndoable(caseId, undoable);
      showToast(`${text} ${next}`.trim(), { label: t('caseFile.undo'), run: () => void undo(undoable) });
    },
    [caseId, t, undo],
  );
  useDoneElsewhere(caseId, done);
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
          const last = undoablesOf(caseId).findLast((undoable) => !asked.current.has(undoable));
          if (last === undefined) showToast(t('errorTitles.NOTHING_TO_UNDO'));
          else void undo(last);
        },
      },
    ],
  });
  return { done, undone };
}
