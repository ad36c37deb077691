import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError } from '../../platform/api.ts';
import { showToast } from '../../ui/toast.tsx';
import type { NoteEditorHandle } from './note-editor.tsx';
import { draftOf, notesOf } from './note.queries.ts';

/** The note being written in a file and those before it; each new one starts the editor anew. */
export function useOneDraft(caseId: string) {
  const { t } = useTranslation();
  const notes = useQuery(notesOf(caseId));
  // Asked again each time one comes: what a note starts with is what was done until now.
  const draft = useQuery({ ...draftOf(caseId), gcTime: 0 });
  /** Another note to write: the editor starts anew. */
  const [turn, setTurn] = useState(0);
  const editor = useRef<NoteEditorHandle>(null);
  const fail = (failure: unknown): void => showToast(t(`errors.${asApiError(failure).code}`));
  const startAnew = async (): Promise<void> => {
    await Promise.all([notes.refetch(), draft.refetch()]);
    setTurn((before) => before + 1);
  };
  return {
    notes,
    draft,
    turn,
    editor,
    fail,
    startAnew,
    retry: (): void => void Promise.all([notes.refetch(), draft.refetch()]),
    discard: async (): Promise<void> => {
      try {
        if ((await editor.current?.discard()) === true) await startAnew();
      } catch (failure) {
        fail(failure);
      }
    },
  };
}
