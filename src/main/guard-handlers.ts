import type { CoreCallName } from '../shared/contract/index.ts';
import type { Handlers } from './handlers.ts';
import type { GuardUseCases } from './guard/guard.use-cases.ts';
import type { NoteSearchUseCases } from './note/note-search.use-cases.ts';

/** Calls that the lexicon answers, alone or before anything else. */
export type GuardCallName = Extract<CoreCallName, `guard.${string}` | 'note.search'>;

export function guardHandlers(guard: GuardUseCases, noteSearch: NoteSearchUseCases): Handlers<GuardCallName> {
  return {
    'guard.check': ({ text }) => ({ findings: guard.check(text), blocking: guard.blocking(text) }),
    'note.search': (asked) => noteSearch.search(asked),
  };
}
