import { fold } from '../../kernel/text.ts';
import type { Word } from '../../kernel/words.ts';
import type { GuardFamily } from './guard.ts';
import type { LexiconFile, LexiconGroup } from './lexicon.schema.ts';

/** One place of a term: a word with its endings, one of a set of terms, any one word, or up to three words. */
export type Place = WordPlace | SetPlace | { readonly kind: 'one' } | { readonly kind: 'gap' };

export interface WordPlace {
  readonly kind: 'word';
  readonly stem: string;
  readonly endings: 'none' | 'regular' | 'any';
  /** The stem with the accents that make it another word; null where accents do not matter. */
  readonly accented: string | null;
  /** Words that are one letter away from a stem and right as they are; null where a stem is not looked for misspelt. */
  readonly unlessWritten: ReadonlySet<string> | null;
}

export interface SetPlace {
  readonly kind: 'set';
  readonly members: readonly (readonly Place[])[];
  readonly index: TermIndex<null>;
}

/** A term under the word it starts with, and what it stands for. */
export interface Entry<T> {
  readonly places: readonly Place[];
  readonly meaning: T;
}

/** A first word, and the terms that start with it: it is compared once for all of them. */
interface Start<T> {
  readonly first: WordPlace;
  readonly entries: Entry<T>[];
}

/** Terms, found by their first word: the stems that a word may have are few, the terms are many. */
export interface TermIndex<T> {
  /** Under each form of their first word. */
  readonly exact: ReadonlyMap<string, readonly Entry<T>[]>;
  /** By how their first word begins (`beginningOf`), where it may have any ending or be misspelt. */
  readonly compared: ReadonlyMap<string, readonly Start<T>[]>;
}

export interface Wording {
  readonly noun: string;
  readonly verb: string;
}

export interface Meaning extends Pick<LexiconGroup, 'family' | 'form' | 'isAlsoWork'> {
  readonly wording: Wording | null;
}

/** What a search must hold to find a term: of each of its parts, the words of one alternative, in any order. */
export interface Searched {
  readonly parts: readonly (readonly (readonly WordPlace[])[])[];
  readonly family: GuardFamily;
}

/** A lexicon, ready to be asked. */
export interface Lexicon {
  readonly findings: TermIndex<Meaning>;
  readonly falseFriends: TermIndex<null>;
  readonly leads: TermIndex<null>;
  readonly negations: TermIndex<null>;
  readonly work: TermIndex<null>;
  readonly searched: readonly Searched[];
  /** Words that are harmless by themselves, whatever they look like: trades, most of them. */
  readonly harmless: readonly WordPlace[];
}

/** Plural and feminine as most words have them, accents aside: "condamné", "condamnées", "tribunaux" is another word. */
const REGULAR_ENDINGS = ['', 's', 'e', 'es', 'x'] as const;
/** Shorter words have too many neighbours that mean something else: "autiste" and "artiste". */
const MISSPELT_FROM = 8;
/** Letters that are taken for right: few words are misspelt in them, and few stems are then to be compared. */
const BEGINNING = 2;

export function compileLexicon(file: LexiconFile): Lexicon {
  const plain = makeReader(file.sets, null);
  const misspelt = makeReader(file.sets, new Set(file.rightAsWritten.map(fold)));
  const terms = file.groups.flatMap((group) => {
    const { family, form, isAlsoWork, wording } = group;
    const meaning: Meaning = { family, form, isAlsoWork, wording: wording === null ? null : wordingOf(file, wording) };
    return group.terms.map((term) => ({ places: misspelt(term), meaning }));
  });
  const indexOf = (all: readonly string[]): TermIndex<null> =>
    indexed(all.map((term) => ({ places: plain(term), meaning: null })));
  return {
    findings: indexed(terms),
    falseFriends: indexOf(file.falseFriends),
    leads: indexOf(file.leads),
    negations: indexOf(file.negations),
    work: indexOf(file.work),
    searched: terms.map(({ places, meaning }) => ({ parts: partsOf(places), family: meaning.family })),
    harmless: file.falseFriends.map(plain).flatMap((places) => (places.length === 1 ? places.filter(isWord) : [])),
  };
}

/** Whether a word is one that this place takes. */
export function takes(place: WordPlace, { folded, written }: Word): boolean {
  if (!folded.startsWith(place.stem)) {
    return place.unlessWritten !== null && !place.unlessWritten.has(folded) && isMisspelt(place, folded);
  }
  if (place.accented !== null && !written.startsWith(place.accented)) return false;
  return isEnding(place, folded.slice(place.stem.length));
}

function isEnding({ endings }: WordPlace, ending: string): boolean {
  if (endings === 'any') return true;
  return endings === 'none' ? ending === '' : REGULAR_ENDINGS.some((regular) => regular === ending);
}

/** One letter missing, added, wrong or swapped; neither the first two nor the last of the stem, which make other words. */
function isMisspelt(place: WordPlace, word: string): boolean {
  const { stem } = place;
  let at = 0;
  while (at < word.length && word[at] === stem[at]) at += 1;
  if (at < BEGINNING || at > stem.length - 2) return false;
  const goesOn = (from: number, stemFrom: number): boolean =>
    word.startsWith(stem.slice(stemFrom), from) && isEnding(place, word.slice(from + stem.length - stemFrom));
  const isSwapped = word[at] === stem[at + 1] && word[at + 1] === stem[at];
  return goesOn(at, at + 1) || goesOn(at + 1, at) || goesOn(at + 1, at + 1) || (isSwapped && goesOn(at + 2, at + 2));
}

/** What a word begins with, and so does its stem, even misspelt. */
export function beginningOf(word: string): string {
  return word.slice(0, BEGINNING);
}

function wordingOf(file: LexiconFile, key: string): Wording {
  const wording = file.wordings[key];
  if (wording === undefined) throw new Error(`The lexicon has no wording ${key}.`);
  return wording;
}

type Reader = (term: string) => readonly Place[];

/** Reads terms; with words that are right as they are, their long stems are looked for misspelt too. */
function makeReader(sets: LexiconFile['sets'], rightAsWritten: ReadonlySet<string> | null): Reader {
  const made = new Map<string, SetPlace>();
  const setOf = (name: string): SetPlace => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const members = sets[name]?.map(read);
    if (members === undefined) throw new Error(`The lexicon has no set ${name}.`);
    const index = indexed(members.map((places) => ({ places, meaning: null })));
    const place: SetPlace = { kind: 'set', members, index };
    made.set(name, place);
    return place;
  };
  const placeOf = (part: string): Place => {
    if (part === '_') return { kind: 'one' };
    if (part === '…') return { kind: 'gap' };
    if (part.startsWith('{')) return setOf(part.slice(1, -1));
    const stem = fold(part);
    const accented = part.startsWith('=') ? part.replaceAll(/[=+*]/g, '') : null;
    const unlessWritten = accented === null && stem.length >= MISSPELT_FROM ? rightAsWritten : null;
    return { kind: 'word', stem, endings: endingsOf(part), accented, unlessWritten };
  };
  const read: Reader = (term) => term.split(' ').map(placeOf);
  return read;
}

function endingsOf(part: string): WordPlace['endings'] {
  if (part.endsWith('*')) return 'any';
  return part.endsWith('+') ? 'regular' : 'none';
}

function isWord(place: Place): place is WordPlace {
  return place.kind === 'word';
}

function partsOf(places: readonly Place[]): Searched['parts'] {
  return places.flatMap((place) => {
    if (place.kind === 'word') return [[[place]]];
    return place.kind === 'set' ? [place.members.map((member) => member.filter(isWord))] : [];
  });
}

function indexed<T>(entries: readonly Entry<T>[]): TermIndex<T> {
  const exact = new Map<string, Entry<T>[]>();
  const starts = new Map<string, Start<T>>();
  for (const entry of entries.flatMap(byFirstWord)) {
    const [first] = entry.places;
    if (first?.kind !== 'word') throw new Error('A term starts with a word.');
    if (first.endings === 'any' || first.unlessWritten !== null) {
      const key = [first.stem, first.endings, first.accented].join(' ');
      const start = starts.get(key) ?? { first, entries: [] };
      start.entries.push(entry);
      starts.set(key, start);
    } else {
      for (const ending of first.endings === 'none' ? [''] : REGULAR_ENDINGS) add(exact, first.stem + ending, entry);
    }
  }
  const compared = new Map<string, Start<T>[]>();
  for (const start of starts.values()) add(compared, beginningOf(start.first.stem), start);
  return { exact, compared };
}

/** A term that starts with a set, as one for each of its members. */
function byFirstWord<T>(entry: Entry<T>): readonly Entry<T>[] {
  const [first, ...others] = entry.places;
  if (first?.kind !== 'set') return [entry];
  return first.members.map((member) => ({ places: [...member, ...others], meaning: entry.meaning }));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
