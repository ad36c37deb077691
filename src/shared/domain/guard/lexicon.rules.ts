import { fold } from '../../kernel/text.ts';
import type { GuardFamily } from './guard.ts';
import type { LexiconFile, LexiconGroup } from './lexicon.schema.ts';
import type { Word } from '../../kernel/words.ts';

/** One place of a term: a word with its endings, any one word, or up to three words. */
export type Place = WordPlace | { readonly kind: 'one' } | { readonly kind: 'gap' };

export interface WordPlace {
  readonly kind: 'word';
  readonly stem: string;
  readonly endings: 'none' | 'regular' | 'any';
  /** The stem with the accents that make it another word; null where accents do not matter. */
  readonly accented: string | null;
}

/** A term under the word it starts with, and what it stands for. */
export interface Entry<T> {
  readonly places: readonly Place[];
  readonly meaning: T;
}

/** Terms, found by their first word: the stems that a word may have are few, the terms are many. */
export interface TermIndex<T> {
  readonly exact: ReadonlyMap<string, readonly Entry<T>[]>;
  readonly stems: ReadonlyMap<string, readonly Entry<T>[]>;
}

export interface Wording {
  readonly noun: string;
  readonly verb: string;
}

export interface Meaning extends Pick<LexiconGroup, 'family' | 'form' | 'isAlsoWork'> {
  readonly wording: Wording | null;
}

/** A lexicon, ready to be asked. */
export interface Lexicon {
  readonly findings: TermIndex<Meaning>;
  readonly falseFriends: TermIndex<null>;
  readonly leads: TermIndex<null>;
  readonly negations: TermIndex<null>;
  readonly work: TermIndex<null>;
  /** The words that make each term, whatever stands between them: a search finds them in any order. */
  readonly searched: readonly { readonly words: readonly WordPlace[]; readonly family: GuardFamily }[];
  /** Words that are harmless by themselves, whatever they look like: trades, most of them. */
  readonly harmless: readonly WordPlace[];
}

/** Plural and feminine as most words have them, accents aside: "condamné", "condamnées", "tribunaux" is another word. */
const REGULAR_ENDINGS = ['', 's', 'e', 'es', 'x'] as const;

export function compileLexicon(file: LexiconFile): Lexicon {
  const terms = file.groups.flatMap((group) => {
    const { family, form, isAlsoWork, wording } = group;
    const meaning: Meaning = { family, form, isAlsoWork, wording: wording === null ? null : wordingOf(file, wording) };
    return group.terms.map((term) => ({ places: placesOf(term), meaning }));
  });
  return {
    findings: indexed(terms),
    falseFriends: plainIndex(file.falseFriends),
    leads: plainIndex(file.leads),
    negations: plainIndex(file.negations),
    work: plainIndex(file.work),
    searched: terms.map(({ places, meaning }) => ({ words: places.filter(isWord), family: meaning.family })),
    harmless: file.falseFriends.map(placesOf).flatMap((places) => (places.length === 1 ? places.filter(isWord) : [])),
  };
}

function isWord(place: Place): place is WordPlace {
  return place.kind === 'word';
}

/** Whether a word is one that this place takes; `one` takes any. */
export function takes(place: Place, { folded, written }: Word): boolean {
  if (place.kind !== 'word') return true;
  if (!folded.startsWith(place.stem)) return false;
  if (place.accented !== null && !written.startsWith(place.accented)) return false;
  if (place.endings === 'any') return true;
  const ending = folded.slice(place.stem.length);
  return place.endings === 'none' ? ending === '' : REGULAR_ENDINGS.some((regular) => regular === ending);
}

function wordingOf(file: LexiconFile, key: string): Wording {
  const wording = file.wordings[key];
  if (wording === undefined) throw new Error(`The lexicon has no wording ${key}.`);
  return wording;
}

function plainIndex(terms: readonly string[]): TermIndex<null> {
  return indexed(terms.map((term) => ({ places: placesOf(term), meaning: null })));
}

function placesOf(term: string): readonly Place[] {
  return term.split(' ').map((part): Place => {
    if (part === '_') return { kind: 'one' };
    if (part === '…') return { kind: 'gap' };
    const endings = part.endsWith('*') ? 'any' : part.endsWith('+') ? 'regular' : 'none';
    const accented = part.startsWith('=') ? part.replaceAll(/[=+*]/g, '') : null;
    return { kind: 'word', stem: fold(part), endings, accented };
  });
}

function indexed<T>(entries: readonly Entry<T>[]): TermIndex<T> {
  const exact = new Map<string, Entry<T>[]>();
  const stems = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const [first] = entry.places;
    if (first?.kind !== 'word') throw new Error('A term starts with a word.');
    if (first.endings === 'any') add(stems, first.stem, entry);
    else for (const ending of first.endings === 'none' ? [''] : REGULAR_ENDINGS) add(exact, first.stem + ending, entry);
  }
  return { exact, stems };
}

function add<T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
}
