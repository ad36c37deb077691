import { wordsOf, type Word } from '../../kernel/words.ts';
import type { NoteHit } from './note-search.schema.ts';
import { NOTE_SEARCH_MIN_LETTERS } from './note-search.ts';

/** Words that follow each other; the last one may be only begun. */
export interface SearchedPhrase {
  readonly words: readonly string[];
  readonly isBegun: boolean;
}

/** A note has them all, in any order. */
export type NoteQuery = readonly SearchedPhrase[];

const QUOTED = /["«»“”]([^"«»“”]*)["«»“”]?|[^\s"«»“”]+/gu;
const PASSAGE_CHARACTERS = 170;
/** Of a passage, what stands before its first match. */
const BEFORE_CHARACTERS = 50;

/**
 * What was typed, as it is searched: words whatever their accents and capitals, what is between quotes as it follows, and
 * the last word from its beginning, where one may search by it.
 */
export function noteQueryOf(text: string, mayBeBeginning: (word: string) => boolean): NoteQuery {
  const phrases = [...text.matchAll(QUOTED)].map(({ 0: typed, 1: quoted }) => ({
    words: wordsOf(quoted ?? typed).map(({ folded }) => folded),
    isQuoted: quoted !== undefined,
  }));
  const said = phrases.filter(({ words }) => words.length > 0);
  const letters = said.reduce((sum, { words }) => sum + words.join('').length, 0);
  if (letters < NOTE_SEARCH_MIN_LETTERS) return [];
  const endsWithWord = /[\p{L}\p{N}\p{M}]$/u.test(text);
  return said.map(({ words, isQuoted }, index) => {
    const isLast = index === said.length - 1 && endsWithWord && !isQuoted;
    return { words, isBegun: isLast && mayBeBeginning(words.at(-1) ?? '') };
  });
}

/** The same for the full-text index: every word is quoted, so that none is taken for an operator. */
export function matchExpression(query: NoteQuery): string {
  return query.map(({ words, isBegun }) => `"${words.join(' ')}"${isBegun ? ' *' : ''}`).join(' AND ');
}

/**
 * A passage around what was searched for, cut between words: around the place of the note where most of it stands. The
 * texts are the headings of the note, each a passage of its own.
 */
export function passageOf(texts: readonly string[], query: NoteQuery): NoteHit['parts'] {
  const places = texts.map((text) => ({ text, spans: spansOf(text, query) }));
  const best = places.reduce<(typeof places)[number] | null>(
    (found, place) => (differentIn(place.spans) > differentIn(found?.spans ?? []) ? place : found),
    null,
  );
  if (best === null) return [{ text: shortened(texts.find((text) => text !== '') ?? ''), isMatch: false }];
  return partsOf(best.text, best.spans);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly phrase: number;
}

function differentIn(spans: readonly Span[]): number {
  return new Set(spans.map(({ phrase }) => phrase)).size;
}

/** Where each phrase stands, in the order of the text; those that overlap count once. */
function spansOf(text: string, query: NoteQuery): readonly Span[] {
  const words = wordsOf(text);
  const spans = query.flatMap((phrase, index) =>
    words.flatMap((first, at): readonly Span[] => {
      const last = words[at + phrase.words.length - 1];
      return last !== undefined && isAt(words, at, phrase)
        ? [{ start: first.start, end: last.end, phrase: index }]
        : [];
    }),
  );
  const inOrder = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return inOrder.filter((span, index) => inOrder.slice(0, index).every(({ end }) => end <= span.start));
}

function isAt(words: readonly Word[], at: number, { words: asked, isBegun }: SearchedPhrase): boolean {
  return asked.every((word, offset) => {
    const there = words[at + offset]?.folded ?? '';
    return isBegun && offset === asked.length - 1 ? there.startsWith(word) : there === word;
  });
}

function partsOf(text: string, spans: readonly Span[]): NoteHit['parts'] {
  const first = spans[0]?.start ?? 0;
  const from = Math.min(first, startAfter(text, first - BEFORE_CHARACTERS));
  const to = endBefore(text, Math.max(from + PASSAGE_CHARACTERS, spans[0]?.end ?? 0));
  const parts: { text: string; isMatch: boolean }[] = [];
  const add = (part: string, isMatch: boolean): void => {
    if (part !== '') parts.push({ text: part, isMatch });
  };
  let at = from;
  for (const { start, end } of spans) {
    if (end > to) break;
    add(text.slice(at, start), false);
    add(text.slice(start, end), true);
    at = end;
  }
  add(text.slice(at, to), false);
  const [begin, finish] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  return [
    ...(begin === '' ? [] : [{ text: begin, isMatch: false }]),
    ...parts,
    ...(finish === '' ? [] : [{ text: finish, isMatch: false }]),
  ];
}

function shortened(text: string): string {
  const to = endBefore(text, PASSAGE_CHARACTERS);
  return to < text.length ? `${text.slice(0, to)} …` : text;
}

/** The first place at or after this one where a word begins. */
function startAfter(text: string, wanted: number): number {
  if (wanted <= 0) return 0;
  const space = text.slice(wanted).search(/\s/u);
  return space === -1 ? wanted : wanted + space + 1;
}

/** The last place at or before this one where a word has ended. */
function endBefore(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const kept = text.slice(0, wanted);
  const space = /\s\S*$/u.exec(kept)?.index ?? 0;
  return space === 0 ? wanted : space;
}
