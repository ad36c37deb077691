/** How good a passphrase is, and why, in the terms a person can act on: words and length, not bits. */
import { LEAST_PASSPHRASE_CHARACTERS } from './new-space.ts';

export const PASSPHRASE_STRENGTHS = ['tooShort', 'weak', 'fair', 'strong'] as const;
export type PassphraseStrength = (typeof PASSPHRASE_STRENGTHS)[number];

/** What makes it so, or what would make it better. */
export const PASSPHRASE_REASONS = [
  'tooShort',
  'repeats',
  'guessable',
  'own',
  'oneWord',
  'fewWords',
  'manyWords',
  'long',
] as const;
export type PassphraseReason = (typeof PASSPHRASE_REASONS)[number];

export interface PassphraseOpinion {
  readonly strength: PassphraseStrength;
  readonly reason: PassphraseReason;
}

/** What everybody tries first: rows of keys, and the words of every list of stolen passwords. */
const TRIED_FIRST = [
  'azertyuiop',
  'qsdfghjklm',
  'qwertyuiop',
  '1234567890',
  '0987654321',
  'abcdefghij',
  'motdepasse',
  'phrasedepasse',
  'password',
  'passphrase',
  'francetravail',
  'poleemploi',
  'bonjour',
  'azerty',
  'qwerty',
  '123456',
  'abcdef',
] as const;

/** Below, what is left once the guessable part is gone does not protect. */
const LEAST_LEFT = 8;
const LEAST_DISTINCT = 6;
const LONG_CHARACTERS = 24;
const LONG_DISTINCT = 10;
const WORDS_OF_FAIR = 3;
const WORDS_OF_STRONG = 4;
const CHARACTERS_OF_FAIR = 14;
const CHARACTERS_OF_STRONG = 18;
const LEAST_WORD = 2;
/** A name of two letters is in too many words to be one's own. */
const LEAST_OWN_WORD = 3;

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return folded(text).split(/[^\p{L}\p{N}]+/u);
}

function without(text: string, parts: readonly string[]): string {
  return parts.reduce((left, part) => left.replaceAll(part, ''), text);
}

/** Judges a passphrase; `own` is what is known of its author (name, agency), which others know too. */
export function passphraseOpinion(passphrase: string, own: readonly string[]): PassphraseOpinion {
  const text = folded(passphrase);
  const joined = text.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const distinct = new Set(text).size;
  const words = new Set(wordsOf(passphrase).filter((word) => word.length >= LEAST_WORD)).size;
  const ownWords = own.flatMap(wordsOf).filter((word) => word.length >= LEAST_OWN_WORD);
  if (passphrase.length < LEAST_PASSPHRASE_CHARACTERS) return { strength: 'tooShort', reason: 'tooShort' };
  if (distinct < LEAST_DISTINCT) return { strength: 'weak', reason: 'repeats' };
  if (isMostly(joined, TRIED_FIRST)) return { strength: 'weak', reason: 'guessable' };
  if (isMostly(joined, ownWords)) return { strength: 'weak', reason: 'own' };
  if (words >= WORDS_OF_STRONG && text.length >= CHARACTERS_OF_STRONG)
    return { strength: 'strong', reason: 'manyWords' };
  if (text.length >= LONG_CHARACTERS && distinct >= LONG_DISTINCT) return { strength: 'strong', reason: 'long' };
  const isFair = words >= WORDS_OF_FAIR || text.length >= CHARACTERS_OF_FAIR;
  return isFair ? { strength: 'fair', reason: 'fewWords' } : { strength: 'weak', reason: 'oneWord' };
}

/** Whether hardly anything else is left once these parts are taken out of it. */
function isMostly(joined: string, parts: readonly string[]): boolean {
  const left = without(joined, parts);
  return left.length < joined.length && left.length < LEAST_LEFT;
}
