import { useEffect, useState } from 'react';
import type { NoteHits } from '../../../shared/domain/note/note-search.schema.ts';
import type { NoteSearchOrder } from '../../../shared/domain/note/note-search.ts';
import type { NoteTemplate } from '../../../shared/domain/note/note.ts';
import { type ApiError, asApiError, call } from '../../platform/api.ts';

/** Enough to read: the rest is counted. */
const SHOWN = 30;
/** Each search is written down: not one at each letter. */
const ASKED_AFTER_MS = 200;

export interface NoteSearching {
  /** What was found last; null before the first answer, and with nothing to search for. */
  readonly answer: NoteHits | null;
  /** Why nothing was searched. */
  readonly error: ApiError | null;
}

const NOTHING: NoteSearching = { answer: null, error: null };

/**
 * Asks as one types, the latest words alone. Outside the cache of queries, which would keep the words after the search.
 */
export function useNoteSearch(
  text: string,
  { order, template }: { readonly order: NoteSearchOrder; readonly template: NoteTemplate | null },
): NoteSearching {
  const [searching, setSearching] = useState(NOTHING);
  // A space at the end says that the last word is finished.
  const words = text.trimStart();
  useEffect(() => {
    let isLatest = true;
    const settle = (next: NoteSearching): void => {
      if (isLatest) setSearching(next);
    };
    const ask = (): void => {
      if (words === '') settle(NOTHING);
      else {
        call('note.search', { text: words, order, template, limit: SHOWN }).then(
          (answer) => settle({ answer, error: null }),
          (error: unknown) => settle({ answer: null, error: asApiError(error) }),
        );
      }
    };
    const timer = window.setTimeout(ask, words === '' ? 0 : ASKED_AFTER_MS);
    return () => {
      isLatest = false;
      window.clearTimeout(timer);
    };
  }, [words, order, template]);
  return words === '' ? NOTHING : searching;
}
