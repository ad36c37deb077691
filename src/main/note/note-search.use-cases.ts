import { matchExpression, noteQueryOf, passageOf, type NoteQuery } from '../../shared/domain/note/note-search.rules.ts';
import type { NoteHit, NoteHits, NoteSearch } from '../../shared/domain/note/note-search.schema.ts';
import { NOTE_SEARCH_MAX_COUNTED } from '../../shared/domain/note/note-search.ts';
import { NOTE_SECTIONS } from '../../shared/domain/note/note.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { AccessLogUseCases } from '../access/access-log.use-cases.ts';
import type { GuardUseCases } from '../guard/guard.use-cases.ts';
import { perStore, todayOf, type Desk } from '../operation/operation.use-cases.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { noteSearchRepository, type FoundNote } from './note-search.repository.ts';

export interface NoteSearchUseCases {
  /**
   * The notes of one's own open files that have these words. That one searched is written down, with how many notes were
   * found and without the words.
   *
   * @throws AppError SEARCH_REFUSED with the families of what the guard found: nobody is looked for by their health
   */
  search(asked: NoteSearch): NoteHits;
}

const NOTHING: NoteHits = { hits: [], total: 0, isMore: false };

export function makeNoteSearch(
  desk: Desk,
  { guard, access }: { readonly guard: GuardUseCases; readonly access: Pick<AccessLogUseCases, 'record'> },
): NoteSearchUseCases {
  const repository = perStore(desk.store, noteSearchRepository);
  return {
    search({ text, order, template, limit }) {
      const asker = { advisorId: desk.account().id, today: todayOf(desk) };
      assertAllowed(text, guard);
      const query = noteQueryOf(text, () => !guard.mayBecomeGuarded(text));
      if (query.length === 0) return NOTHING;
      const asked = { ...asker, match: matchExpression(query), template };
      const newest = repository().newest(asked, NOTE_SEARCH_MAX_COUNTED + 1);
      const counted = newest.slice(0, NOTE_SEARCH_MAX_COUNTED);
      record(access, counted.length);
      // The best of the newest: to weigh every note that has a common word would be most of the wait.
      const oldest = counted.at(-1) ?? 0;
      const shown = order === 'newest' ? counted.slice(0, limit) : repository().best(asked, oldest, limit);
      const hits = shown.flatMap((seq) => {
        const found = repository().read(seq);
        return found === null ? [] : [toHit(found, query)];
      });
      return { hits, total: counted.length, isMore: newest.length > counted.length };
    },
  };
}

function assertAllowed(text: string, guard: GuardUseCases): void {
  const families = guard.checkSearch(text);
  if (families.length === 0) return;
  throw new AppError('SEARCH_REFUSED', 'Nobody is searched for by these words.', { families });
}

function record(access: Pick<AccessLogUseCases, 'record'>, count: number): void {
  try {
    access.record({ act: 'searched', caseId: null, count });
  } catch (error) {
    throw asDiskError(error);
  }
}

function toHit({ noteId, caseId, day, template, name, sections, links }: FoundNote, query: NoteQuery): NoteHit {
  const { first, last } = (name === null ? { first: '', last: '' } : JSON.parse(name)) as {
    readonly first: string;
    readonly last: string;
  };
  const texts = [...NOTE_SECTIONS.map((section) => sections[section]), ...links.map(({ text }) => text)];
  return { noteId, caseId, first, last, day, template, parts: passageOf(texts, query) };
}
