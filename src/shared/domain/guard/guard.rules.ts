import type { Finding } from './guard.schema.ts';
import { GUARD_FAMILIES, type GuardFamily } from './guard.ts';
import {
  beginningOf,
  takes,
  type Entry,
  type Lexicon,
  type Meaning,
  type Place,
  type TermIndex,
  type WordPlace,
} from './lexicon.rules.ts';
import { wordsOf, type Word } from '../../kernel/words.ts';

/** Words from the first to the one before `to`. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Candidate extends Span {
  readonly meaning: Meaning;
}

type SearchLexicon = Pick<Lexicon, 'searched' | 'harmless'>;

/** How far before a word a negation still bears on it, and a word of work says what it is about. */
const NEGATED_WITHIN = 4;
const WORK_WITHIN = 5;
/** "Ne boit plus": after a verb. */
const NEGATED_AFTER = 2;
const GAP_MAX = 3;
/** Words of the longest "est depuis peu". */
const LEAD_MAX = 5;

/**
 * The words of a text that a note is better without, in their order. They never overlap. A negation changes nothing of
 * that ("pas dépressif" is about health too), but leaves no other wording: any would say the contrary.
 */
export function checkText(text: string, lexicon: Lexicon): readonly Finding[] {
  const words = wordsOf(text);
  const friends = matchesOf(words, lexicon.falseFriends);
  const candidates = matchesOf(words, lexicon.findings)
    .filter((candidate) => !friends.some((friend) => overlap(candidate, friend)))
    .filter(({ from, meaning }) => !meaning.isAlsoWork || !stands(words, lexicon.work, wordsBefore(from, WORK_WITHIN)));
  const findings: Finding[] = [];
  let free = 0;
  for (const candidate of longestFirst(candidates)) {
    if (candidate.from < free) continue;
    findings.push(findingOf(words, candidate, free, lexicon));
    free = candidate.to;
  }
  return findings;
}

/**
 * The families of the terms that a search would find. It finds its words in any order and however far from each other: what
 * makes them harmless in a text (a word of work before, a trade, the end of a sentence) does not make them so here.
 */
export function checkSearch(text: string, { searched, harmless }: SearchLexicon): readonly GuardFamily[] {
  const asked = wordsOf(text).filter((word) => !harmless.some((place) => takes(place, word)));
  const isAsked = (place: WordPlace): boolean => asked.some((word) => takes(place, word));
  const found = searched.filter(({ parts }) => parts.every((any) => any.some((words) => words.every(isAsked))));
  return GUARD_FAMILIES.filter((family) => found.some((term) => term.family === family));
}

/** Whether the last word of a search, not finished, may become one that is refused: nothing is searched by its beginning. */
export function mayBecomeGuarded(text: string, { searched }: SearchLexicon): boolean {
  const asked = wordsOf(text);
  const last = asked.at(-1);
  if (last === undefined) return false;
  const isBegun = ({ stem }: WordPlace): boolean => stem.startsWith(last.folded);
  const isAsked = (place: WordPlace): boolean => isBegun(place) || asked.some((word) => takes(place, word));
  return searched.some(
    ({ parts }) => parts.flat(2).some(isBegun) && parts.every((any) => any.some((words) => words.every(isAsked))),
  );
}

function findingOf(words: readonly Word[], { from, to, meaning }: Candidate, free: number, lexicon: Lexicon): Finding {
  const lead = meaning.form === 'verb' ? from : leadOf(words, lexicon.leads, from, free);
  const isVerb = meaning.form === 'verb' || lead < from;
  const isNegated =
    stands(words, lexicon.negations, wordsBefore(from, NEGATED_WITHIN)) ||
    (meaning.form === 'verb' && stands(words, lexicon.negations, { from, to: to + NEGATED_AFTER, of: from }));
  const wording = isNegated ? null : meaning.wording;
  const start = wording === null ? from : lead;
  return {
    start: words[start]?.start ?? 0,
    end: words[to - 1]?.end ?? 0,
    family: meaning.family,
    suggestion: wording === null ? null : likeWritten(words[start], isVerb ? wording.verb : wording.noun),
  };
}

/** With a capital where what it stands for has one. */
function likeWritten(word: Word | undefined, wording: string): string {
  return word?.isCapital === true ? wording.charAt(0).toUpperCase() + wording.slice(1) : wording;
}

/** Where the longest "est", "souffre de" begins that ends just before a word; the word itself where there is none. */
function leadOf(words: readonly Word[], leads: TermIndex<null>, before: number, free: number): number {
  for (let from = Math.max(free, before - LEAD_MAX); from < before; from += 1) {
    if (isOneClause(words, from, before) && endsOf(words, from, leads).some(({ to }) => to === before)) return from;
  }
  return before;
}

interface Around extends Span {
  /** The word that these are around. */
  readonly of: number;
}

function wordsBefore(of: number, count: number): Around {
  return { from: of - count, to: of, of };
}

/** Whether one of these terms stands among some words, in the clause of the word that they are around. */
function stands(words: readonly Word[], terms: TermIndex<null>, { from, to, of }: Around): boolean {
  for (let first = Math.max(0, from); first < to; first += 1) {
    if (isOneClause(words, first, of) && endsOf(words, first, terms).some((end) => end.to <= to)) return true;
  }
  return false;
}

function isOneClause(words: readonly Word[], one: number, other: number): boolean {
  return words[one]?.clause === words[other]?.clause;
}

function overlap(one: Span, other: Span): boolean {
  return one.from < other.to && other.from < one.to;
}

function longestFirst(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function matchesOf<T>(words: readonly Word[], index: TermIndex<T>): readonly (Span & { readonly meaning: T })[] {
  return words.flatMap((_, from) => endsOf(words, from, index).map(({ to, meaning }) => ({ from, to, meaning })));
}

/** The terms that start at a word, and where each ends. */
function endsOf<T>(
  words: readonly Word[],
  from: number,
  { exact, compared }: TermIndex<T>,
): readonly { readonly to: number; readonly meaning: T }[] {
  const first = words[from];
  if (first === undefined) return [];
  const ends: { to: number; meaning: T }[] = [];
  const follow = ({ places, meaning }: Entry<T>): void => {
    const to = endOf(words, from + 1, { places, clause: first.clause }, 1);
    if (to !== null) ends.push({ to, meaning });
  };
  for (const entry of exact.get(first.folded) ?? []) {
    const [start] = entry.places;
    if (start?.kind === 'word' && takes(start, first)) follow(entry);
  }
  for (const start of compared.get(beginningOf(first.folded)) ?? []) {
    if (takes(start.first, first)) start.entries.forEach(follow);
  }
  return ends;
}

interface Started {
  readonly places: readonly Place[];
  readonly clause: number;
}

/** Where a term ends that has matched so far, in one clause; null where it does not go on. */
function endOf(words: readonly Word[], next: number, started: Started, done: number): number | null {
  const place = started.places[done];
  if (place === undefined) return next;
  if (place.kind === 'gap') {
    for (let skipped = 0; skipped <= GAP_MAX; skipped += 1) {
      const to = endOf(words, next + skipped, started, done + 1);
      if (to !== null) return to;
    }
    return null;
  }
  if (place.kind === 'set') {
    for (const { to } of endsOf(words, next, place.index)) {
      const end = words[next]?.clause === started.clause ? endOf(words, to, started, done + 1) : null;
      if (end !== null) return end;
    }
    return null;
  }
  const word = words[next];
  if (word?.clause !== started.clause || !(place.kind === 'one' || takes(place, word))) return null;
  return endOf(words, next + 1, started, done + 1);
}
