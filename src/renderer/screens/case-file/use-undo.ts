import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { commit } from '../../platform/commit.ts';
import { useShortcuts } from '../../platform/shortcuts.ts';
import { showToast } from '../../ui/toast.tsx';

export interface Undo {
  /** Says what was done, with what can be done next, and offers to undo it. */
  readonly done: (opId: string, text: string, next?: string) => void;
  /** What was undone since the file was opened, with the revision that undoing made. */
  readonly undone: ReadonlyMap<string, number>;
}

interface Undoable {
  readonly opId: string;
  /** What was done, in words. */
  readonly text: string;
}

/** What was just done in a file, undone by the button of its word or by Ctrl+Z, last first. */
export function useUndo(caseId: string): Undo {
  const { t } = useTranslation();
  const stack = useRef<readonly Undoable[]>([]);
  /** On its way: a second press of the key is for the one before. */
  const asked = useRef<ReadonlySet<string>>(new Set());
  const [undone, setUndone] = useState<ReadonlyMap<string, number>>(new Map());
  const undo = useCallback(
    async ({ opId, text }: Undoable): Promise<void> => {
      if (asked.current.has(opId)) return;
      asked.current = new Set(asked.current).add(opId);
      const forget = (): void => {
        stack.current = stack.current.filter((other) => other.opId !== opId);
      };
      try {
        const { revision } = await commit('caseFile.undo', { caseId, opId });
        forget();
        setUndone((before) => new Map(before).set(opId, revision));
        showToast(t('caseFile.undone', { text }));
      } catch (error) {
        const { code } = asApiError(error);
        // Whatever else failed can be asked again.
        if (code === 'NOTHING_TO_UNDO') forget();
        showToast(t(`errors.${code}`));
      } finally {
        asked.current = new Set([...asked.current].filter((other) => other !== opId));
      }
    },
    [caseId, t],
  );
  const done = useCallback(
    (opId: string, text: string, next = ''): void => {
      const undoable = { opId, text };
      stack.current = [...stack.current, undoable];
      showToast(`${text} ${next}`.trim(), { label: t('caseFile.undo'), run: () => void undo(undoable) });
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
          const last = stack.current.findLast(({ opId }) => !asked.current.has(opId));
          if (last === undefined) showToast(t('errorTitles.NOTHING_TO_UNDO'));
          else void undo(last);
        },
      },
    ],
  });
  return { done, undone };
}
