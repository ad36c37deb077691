import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GUARD_FAMILIES, type GuardFamily } from '../../src/shared/domain/guard/guard.ts';
import { checkText } from '../../src/shared/domain/guard/guard.rules.ts';
import type { Lexicon } from '../../src/shared/domain/guard/lexicon.rules.ts';

/**
 * Sentences as advisors write them, in a hurry or not: `tuned` are those the lexicon was mended on, `held-out` were written
 * before it was grown and read once it was done, `later` once it was done, and nothing was mended on these two.
 */
export type SentenceSet = 'tuned' | 'held-out' | 'later';

interface Sentence {
  /** What a note is better without in it; null where there is nothing. */
  readonly family: GuardFamily | null;
  readonly text: string;
}

export interface Marked {
  readonly slips: number;
  readonly clean: number;
  /** Slips where nothing is marked. */
  readonly missed: readonly string[];
  /** Slips that are marked as something else. */
  readonly elsewhere: readonly string[];
  /** Clean sentences where something is marked. */
  readonly wrong: readonly string[];
}

export function sentencesOf(set: SentenceSet): readonly Sentence[] {
  const file = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'guard', `${set}.tsv`), 'utf8');
  return file
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [label = '', text = ''] = line.split('\t');
      const family = GUARD_FAMILIES.find((each) => each === label) ?? null;
      if (family === null && label !== 'clean') throw new Error(`"${label}" is no family.`);
      return { family, text };
    });
}

/** What the guard says of a set of sentences. */
export function markedOf(set: SentenceSet, lexicon: Lexicon): Marked {
  const read = sentencesOf(set).map(({ family, text }) => ({
    family,
    text,
    found: checkText(text, lexicon).map((finding) => finding.family),
  }));
  const slips = read.filter(({ family }) => family !== null);
  const clean = read.filter(({ family }) => family === null);
  const textsOf = (these: typeof read): readonly string[] => these.map(({ text }) => text);
  return {
    slips: slips.length,
    clean: clean.length,
    missed: textsOf(slips.filter(({ found }) => found.length === 0)),
    elsewhere: textsOf(slips.filter(({ family, found }) => found.length > 0 && !found.some((each) => each === family))),
    wrong: textsOf(clean.filter(({ found }) => found.length > 0)),
  };
}
