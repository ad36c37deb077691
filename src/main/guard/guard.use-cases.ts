import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSearch, checkText, mayBecomeGuarded } from '../../shared/domain/guard/guard.rules.ts';
import type { GuardFamily } from '../../shared/domain/guard/guard.ts';
import type { Finding } from '../../shared/domain/guard/guard.schema.ts';
import { compileLexicon, type Lexicon } from '../../shared/domain/guard/lexicon.rules.ts';
import { lexiconFileSchema } from '../../shared/domain/guard/lexicon.schema.ts';

export interface GuardUseCases {
  /** The words of a text that a note is better without. Nothing of the text is kept, nor logged. */
  check(text: string): readonly Finding[];
  /** The families of what a search in notes would find that nobody is looked for by. */
  checkSearch(text: string): readonly GuardFamily[];
  /** Whether the last word of a search, not finished, may become one that is refused. */
  mayBecomeGuarded(text: string): boolean;
}

export function makeGuardUseCases(resourcesDir: string): GuardUseCases {
  let read: Lexicon | null = null;
  // At the first question: whoever only unlocks does not wait for it.
  const lexicon = (): Lexicon => (read ??= readLexicon(resourcesDir));
  return {
    check: (text) => checkText(text, lexicon()),
    checkSearch: (text) => checkSearch(text, lexicon()),
    mayBecomeGuarded: (text) => mayBecomeGuarded(text, lexicon()),
  };
}

/** The lexicon of the application, authored: one that cannot be read is a bug. */
function readLexicon(resourcesDir: string): Lexicon {
  const file = readFileSync(join(resourcesDir, 'lexicons', 'note-guard.fr.json'), 'utf8');
  return compileLexicon(lexiconFileSchema.parse(JSON.parse(file)));
}
