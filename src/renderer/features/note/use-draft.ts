import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Draft, DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { call } from '../../platform/api.ts';
import { useBeforeLock } from '../../platform/before-lock.ts';
import { type Autosave, type AutosaveState, makeAutosave } from './autosave.ts';
import { draftOf, draftVersionsOf } from './note.queries.ts';

/** The note loses at most two seconds of writing. */
const DELAY_MS = 2000;

/** Keeps a body, and says so to whoever shows the draft. */
export async function keepDraft(client: QueryClient, caseId: string, body: DraftBody): Promise<void> {
  const { version, savedAt } = await call('note.saveDraft', { caseId, body });
  client.setQueryData<Draft>(draftOf(caseId).queryKey, (draft) =>
    draft === undefined ? undefined : { ...draft, version, savedAt, body },
  );
  await client.invalidateQueries({ queryKey: draftVersionsOf(caseId).queryKey });
}

export interface DraftWriting {
  readonly body: DraftBody;
  readonly state: AutosaveState;
  readonly write: (change: Partial<DraftBody>) => void;
  readonly flush: () => Promise<void>;
  /** Nothing is kept any more: the note was validated or thrown away. */
  readonly drop: () => void;
}

/** The note being written: what is on screen leads, the core follows. */
export function useDraft(caseId: string, first: DraftBody): DraftWriting {
  const client = useQueryClient();
  const [body, setBody] = useState(first);
  const [state, setState] = useState<AutosaveState>('kept');
  const [autosave] = useState<Autosave<DraftBody>>(() =>
    makeAutosave({ delayMs: DELAY_MS, save: (value) => keepDraft(client, caseId, value), onState: setState }),
  );
  const flush = useCallback(() => autosave.flush(), [autosave]);
  useBeforeLock(flush);
  useEffect(() => {
    const onLeave = (): void => void flush();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      // The tab or the file is left.
      void flush();
    };
  }, [flush]);
  return {
    body,
    state,
    write: (change) => {
      const next = { ...body, ...change };
      setBody(next);
      autosave.change(next);
    },
    flush,
    drop: () => autosave.drop(),
  };
}
