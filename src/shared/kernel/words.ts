import { fold } from './text.ts';

/** A word of a text: where it stands in it, and what two spellings of it share. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
  /** In lower case, with its accents. */
  readonly written: string;
  readonly isCapital: boolean;
  /** Words with the same number have no full stop, comma or end of line between them. */
  readonly clause: number;
}

/** Letters and figures, with what is written over them, and marks that are not seen (soft hyphen, zero-width spaces). */
const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]+/gu;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060]/gu;
const PLAIN = /^[a-z0-9]*$/;
/** An apostrophe, a hyphen, a slash or a bracket does not end what is being said. */
const CLAUSE_END = /[.,;:!?\n…]/u;

/** The words of a text, in their order: "l’Hôpital" is "l" and "hopital". */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let clause = 0;
  let before = 0;
  for (const { 0: typed, index: start } of text.matchAll(WORD)) {
    if (CLAUSE_END.test(text.slice(before, start))) clause += 1;
    before = start + typed.length;
    const seen = typed.replaceAll(UNSEEN, '');
    const lower = seen.toLowerCase();
    // Most words have nothing to fold: searches read thousands of them.
    const isPlain = PLAIN.test(lower);
    const folded = isPlain ? lower : fold(seen);
    const written = isPlain ? lower : lower.normalize('NFC');
    if (folded !== '') words.push({ start, end: before, folded, written, isCapital: /^\p{Lu}/u.test(seen), clause });
  }
  return words;
}
