import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { refilled } from '../../../shared/domain/note/note.rules.ts';
import type { Draft, DraftBody } from '../../../shared/domain/note/note.schema.ts';
import { asApiError, call } from '../../platform/api.ts';
import { useBeforeLock } from '../../platform/before-lock.ts';
import { type Autosave, type AutosaveState, makeAutosave } from './autosave.ts';
import { draftOf, draftVersionsOf } from './note.queries.ts';
import { holdDraft, releaseDraft, unsavedDraft } from './unsaved-drafts.ts';

/** The note loses at most two seconds of writing. */
const DELAY_MS = 2000;

/**
 * Keeps a body, and says so to whoever shows the draft.
 * @param baseVersion the version it was written from; null where the person chose it over what is there
 */
async function keepDraft(
  client: QueryClient,
  caseId: string,
  body: DraftBody,
  baseVersion: number | null,
): Promise<number> {
  const { version, savedAt } = await call('note.saveDraft', { caseId, body, baseVersion });
  client.setQueryData<Draft>(draftOf(caseId).queryKey, (draft) =>
    draft === undefined ? undefined : { ...draft, version, savedAt, body },
  );
  await client.invalidateQueries({ queryKey: draftVersionsOf(caseId).queryKey });
  return version;
}

export interface DraftWriting {
  readonly body: DraftBody;
  readonly state: AutosaveState;
  /** The same note was written in another window: nothing is replaced before the person has chosen. */
  readonly isWrittenElsewhere: boolean;
  /** Keeps what is on screen after what was written elsewhere, which stays among the versions. */
  readonly keepThisOne: () => Promise<void>;
  readonly write: (change: Partial<DraftBody>) => void;
  readonly flush: () => Promise<void>;
  /**
   * Validates the note, or throws it away: what is on screen is kept first, and afterwards nothing is any more. False
   * when the note was written in another window: nothing was done, and the person chooses.
   */
  readonly finish: (act: (baseVersion: number | null) => Promise<unknown>) => Promise<boolean>;
  /** Puts another text in the place of this one, once this one is kept; false when it could not be. */
  readonly replaceBy: (other: DraftBody) => Promise<boolean>;
}

interface KeeperOptions {
  readonly keep: (body: DraftBody, baseVersion: number | null) => Promise<number>;
  readonly onElsewhere: (isWrittenElsewhere: boolean) => void;
}

/** Follows the version that the text on screen was written from. */
function makeKeeper(version: number | null, { keep, onElsewhere }: KeeperOptions) {
  let seen = version;
  return {
    seenVersion: (): number | null => seen,
    save: async (body: DraftBody): Promise<void> => {
      try {
        seen = await keep(body, seen);
        onElsewhere(false);
      } catch (error) {
        if (asApiError(error).code === 'CHANGED_MEANWHILE') onElsewhere(true);
        throw error;
      }
    },
    /** The next text goes after whatever is there. */
    putAfter: (): void => {
      seen = null;
    },
    finish: async (act: (baseVersion: number | null) => Promise<unknown>): Promise<boolean> => {
      try {
        await act(seen);
        return true;
      } catch (error) {
        if (asApiError(error).code !== 'CHANGED_MEANWHILE') throw error;
        onElsewhere(true);
        return false;
      }
    },
  };
}

/** Trying again by itself serves nothing where the person must choose first, or unlock. */
function mayRetry(error: unknown): boolean {
  const { code } = asApiError(error);
  return code !== 'CHANGED_MEANWHILE' && code !== 'LOCKED';
}

/** The note being written: what is on screen leads, the core follows. */
export function useDraft(caseId: string, draft: Draft): DraftWriting {
  const client = useQueryClient();
  const [held] = useState(() => unsavedDraft(caseId));
  const [body, setBody] = useState(held?.body ?? draft.body);
  const [state, setState] = useState<AutosaveState>('kept');
  const [isWrittenElsewhere, setIsWrittenElsewhere] = useState(false);
  const [keeper] = useState(() =>
    makeKeeper(held === null ? draft.version : held.baseVersion, {
      keep: (value, baseVersion) => keepDraft(client, caseId, value, baseVersion),
      onElsewhere: setIsWrittenElsewhere,
    }),
  );
  const [autosave] = useState<Autosave<DraftBody>>(() =>
    makeAutosave({
      delayMs: DELAY_MS,
      save: keeper.save,
      mayRetry,
      onState: (next) => {
        if (next === 'kept') releaseDraft(caseId);
        // A failure is told once: until the text is kept, each new try is the same one.
        setState((before) => (before === 'failed' && next !== 'kept' ? before : next));
      },
      onFailed: (value, error) => {
        // Whoever unlocks next may be somebody else.
        if (asApiError(error).code === 'LOCKED') return;
        holdDraft(caseId, { body: value, baseVersion: keeper.seenVersion() });
      },
    }),
  );
  const flush = useCallback(() => autosave.flush(), [autosave]);
  useBeforeLock(flush);
  useEffect(() => {
    if (held !== null) autosave.change(held.body);
  }, [held, autosave]);
  /** Whether there is something to keep: a note that is only filled in is filled in again, and is nobody's draft. */
  const isBegun = useRef(held !== null || draft.version > 0);
  const filledBefore = useRef(draft.filledIn);
  useEffect(() => {
    const before = filledBefore.current;
    if (before === draft.filledIn) return;
    filledBefore.current = draft.filledIn;
    const next = refilled(body, before[body.template], draft.filledIn[body.template]);
    setBody(next);
    if (isBegun.current) autosave.change(next);
  }, [draft.filledIn, body, autosave]);
  useEffect(() => {
    const onLeave = (): void => void flush();
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      // The tab or the file is left: what cannot be kept is held, and no longer tried from here.
      const isKept = flush();
      // Whoever comes back before it is kept asks for it again, after it: the core answers in order.
      if (!autosave.isKept()) client.removeQueries({ queryKey: draftOf(caseId).queryKey, exact: true });
      void isKept.then(() => autosave.drop());
    };
  }, [flush, autosave, client, caseId]);
  const forget = (): void => {
    autosave.drop();
    releaseDraft(caseId);
  };
  return {
    body,
    state,
    isWrittenElsewhere,
    keepThisOne: () => {
      keeper.putAfter();
      // Kept even where nothing was typed since: the other text may be the last one.
      autosave.change(body);
      return autosave.flush();
    },
    write: (change) => {
      const next = { ...body, ...change };
      isBegun.current = true;
      setBody(next);
      autosave.change(next);
    },
    flush,
    finish: async (act) => {
      await flush();
      const isDone = await keeper.finish(act);
      if (isDone) forget();
      return isDone;
    },
    replaceBy: async (other) => {
      await flush();
      if (!autosave.isKept()) return false;
      await keepDraft(client, caseId, other, null);
      forget();
      return true;
    },
  };
}
