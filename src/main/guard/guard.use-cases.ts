import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSearch, checkText, mayBecomeGuarded } from '../../shared/domain/guard/guard.rules.ts';
import type { GuardFamily, RefusedNumber } from '../../shared/domain/guard/guard.ts';
import type { Blocking, Finding } from '../../shared/domain/guard/guard.schema.ts';
import { compileLexicon, type Lexicon } from '../../shared/domain/guard/lexicon.rules.ts';
import { lexiconFileSchema } from '../../shared/domain/guard/lexicon.schema.ts';
import { refusedNumbersIn } from '../../shared/domain/guard/numbers.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

export interface GuardUseCases {
  /** The words of a text that a note is better without. Nothing of the text is kept, nor logged. */
  check(text: string): readonly Finding[];
  /** The numbers that keep a text from being validated. */
  blocking(text: string): readonly Blocking[];
  /** Why a word of a family, or a number, is to be read again: French, as notes are. */
  why(kind: GuardFamily | RefusedNumber): string;
  /** The families of what a search in notes would find that nobody is looked for by. */
  checkSearch(text: string): readonly GuardFamily[];
  /** Whether the last word of a search, not finished, may become one that is refused. */
  mayBecomeGuarded(text: string): boolean;
}

export function makeGuardUseCases(resourcesDir: string): GuardUseCases {
  let read: ReadLexicon | null = null;
  // At the first question: whoever only unlocks does not wait for it.
  const ready = (): ReadLexicon => (read ??= readLexicon(resourcesDir));
  const lexicon = (): Lexicon => ready().lexicon;
  return {
    check: (text) => checkText(text, lexicon()),
    blocking: refusedNumbersIn,
    why: (kind) => ready().whys[kind],
    checkSearch: (text) => checkSearch(text, lexicon()),
    mayBecomeGuarded: (text) => mayBecomeGuarded(text, lexicon()),
  };
}

interface ReadLexicon {
  readonly lexicon: Lexicon;
  readonly whys: Readonly<Record<GuardFamily | RefusedNumber, string>>;
}

/** The lexicon of the application, authored: one that cannot be read is a bug. */
function readLexicon(resourcesDir: string): ReadLexicon {
  const text = readFileSync(join(resourcesDir, 'lexicons', 'note-guard.fr.json'), 'utf8');
  const file = lexiconFileSchema.parse(JSON.parse(text));
  return { lexicon: compileLexicon(file), whys: file.whys };
}

/**
 * What is typed about a person is not kept with their social security number or a payment card in it. The error says
 * which kind of number it is, never the number: it is in the text, which whoever typed it still has.
 *
 * @throws AppError NUMBER_REFUSED
 */
export function assertNoRefusedNumber(texts: readonly string[]): void {
  const numbers = [...new Set(texts.flatMap(refusedNumbersIn).map(({ number }) => number))];
  if (numbers.length > 0)
    throw new AppError('NUMBER_REFUSED', 'A number that no text may hold is written.', { numbers });
}
