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
  /** A long word, found with one letter missing, added, wrong or swapped too. */
  readonly mayBeMisspelt: boolean;
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
  /** Those whose first word may be misspelt, under its first letter, which is taken for right. */
  readonly misspelt: ReadonlyMap<string, readonly Entry<T>[]>;
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
/** Shorter words have neighbours that mean something else: "autiste" and "artiste". */
const MISSPELT_FROM = 8;

export function compileLexicon(file: LexiconFile): Lexicon {
  const placesIn = (terms: readonly string[]) => terms.flatMap((term) => written(term, file.sets)).map(placesOf);
  const plain = (terms: readonly string[]): TermIndex<null> =>
    indexed(placesIn(terms).map((places) => ({ places, meaning: null })));
  const terms = file.groups.flatMap((group) => {
    const { family, form, isAlsoWork, wording } = group;
    const meaning: Meaning = { family, form, isAlsoWork, wording: wording === null ? null : wordingOf(file, wording) };
    return placesIn(group.terms).map((places) => ({ places: places.map(asMisspelt), meaning }));
  });
  return {
    findings: indexed(terms),
    falseFriends: plain(file.falseFriends),
    leads: plain(file.leads),
    negations: plain(file.negations),
    work: plain(file.work),
    searched: terms.map(({ places, meaning }) => ({ words: places.filter(isWord), family: meaning.family })),
    harmless: placesIn(file.falseFriends).flatMap((places) => (places.length === 1 ? places.filter(isWord) : [])),
  };
}

function isWord(place: Place): place is WordPlace {
  return place.kind === 'word';
}

/** Whether a word is one that this place takes; `one` takes any. */
export function takes(place: Place, { folded, written }: Word): boolean {
  if (place.kind !== 'word') return true;
  if (!folded.startsWith(place.stem)) return place.mayBeMisspelt && isMisspelt(place, folded);
  if (place.accented !== null && !written.startsWith(place.accented)) return false;
  return isEnding(place, folded.slice(place.stem.length));
}

function isEnding({ endings }: WordPlace, ending: string): boolean {
  if (endings === 'any') return true;
  return endings === 'none' ? ending === '' : REGULAR_ENDINGS.some((regular) => regular === ending);
}

/** One letter missing, added, wrong or swapped; neither the first nor the last of the stem, which make other words. */
function isMisspelt(place: WordPlace, word: string): boolean {
  const { stem } = place;
  let at = 0;
  while (at < word.length && word[at] === stem[at]) at += 1;
  if (at === 0 || at > stem.length - 2) return false;
  const goesOn = (from: number, stemFrom: number): boolean =>
    word.startsWith(stem.slice(stemFrom), from) && isEnding(place, word.slice(from + stem.length - stemFrom));
  const isSwapped = word[at] === stem[at + 1] && word[at + 1] === stem[at];
  return (
    goesOn(at, at + 1) || goesOn(at + 1, at) || goesOn(at + 1, at + 1) || (isSwapped && goesOn(at + 2, at + 2))
  );
}

function wordingOf(file: LexiconFile, key: string): Wording {
  const wording = file.wordings[key];
  if (wording === undefined) throw new Error(`The lexicon has no wording ${key}.`);
  return wording;
}

/** A term with each member of its sets in turn. */
function written(term: string, sets: LexiconFile['sets']): readonly string[] {
  const [set, name] = /\{([a-z]+)\}/.exec(term) ?? [];
  if (set === undefined || name === undefined) return [term];
  const members = sets[name];
  if (members === undefined) throw new Error(`The lexicon has no set ${name}.`);
  return members.flatMap((member) => written(term.replace(set, member), sets));
}

function asMisspelt(place: Place): Place {
  if (place.kind !== 'word') return place;
  return { ...place, mayBeMisspelt: place.accented === null && place.stem.length >= MISSPELT_FROM };
}

function placesOf(term: string): readonly Place[] {
  return term.split(' ').map((part): Place => {
    if (part === '_') return { kind: 'one' };
    if (part === '…') return { kind: 'gap' };
    const endings = part.endsWith('*') ? 'any' : part.endsWith('+') ? 'regular' : 'none';
    const accented = part.startsWith('=') ? part.replaceAll(/[=+*]/g, '') : null;
    return { kind: 'word', stem: fold(part), endings, accented, mayBeMisspelt: false };
  });
}

function indexed<T>(entries: readonly Entry<T>[]): TermIndex<T> {
  const exact = new Map<string, Entry<T>[]>();
  const stems = new Map<string, Entry<T>[]>();
  const misspelt = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    const [first] = entry.places;
    if (first?.kind !== 'word') throw new Error('A term starts with a word.');
    if (first.endings === 'any') add(stems, first.stem, entry);
    else
      for (const ending of first.endings === 'none' ? [''] : REGULAR_ENDINGS) add(exact, first.stem + ending, entry);
    if (first.mayBeMisspelt) add(misspelt, first.stem.charAt(0), entry);
  }
  return { exact, stems, misspelt };
}

function add<T>(map: Map<string, Entry<T>[]>, key: string, entry: Entry<T>): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [entry]);
  else known.push(entry);
}
