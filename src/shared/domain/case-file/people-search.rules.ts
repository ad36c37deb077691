/**
 * Finding somebody by words typed in a hurry: no accents, any order, a hyphen or an apostrophe or none, a letter too many,
 * missing, wrong or swapped with its neighbour. What is typed may be the beginning of a word.
 */
import { fold } from '../../kernel/text.ts';

/** What is searched in one person: a name, an occupation, a place, tags. */
export type SearchedTexts = readonly string[];

/** The words of everybody, each once, with the people who have it. */
export interface PeopleIndex {
  readonly size: number;
  readonly words: readonly IndexedWord[];
}

interface IndexedWord {
  readonly word: string;
  readonly letters: number;
  readonly people: readonly number[];
}

/** How well a person answers: not at all, but for a typo, or as it is written. */
export const NOT_FOUND = 0;
export const NEAR = 1;
export const EXACT = 2;

/** A typo in words of four letters and more, two from eight: in shorter ones a typo makes another word. */
const ONE_TYPO_FROM = 4;
const TWO_TYPOS_FROM = 8;

export function typosAllowed(word: string): 0 | 1 | 2 {
  if (word.length < ONE_TYPO_FROM) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

const MARKS = /[^\p{L}\p{M}\p{N}\s]/u;

/** "Marie-Line d’Arc": the parts of each word, and the word as if it were in one piece. */
function tokens(text: string): readonly (readonly string[])[] {
  const isPlain = !MARKS.test(text);
  if (isPlain) {
    return fold(text)
      .split(' ')
      .filter(Boolean)
      .map((word) => [word]);
  }
  return text
    .split(/\s+/)
    .map((token) => fold(token).split(' ').filter(Boolean))
    .filter((parts) => parts.length > 0);
}

/** The words under which a text is found, folded. */
export function searchedWords(text: string): readonly string[] {
  return tokens(text).flatMap((parts) => (parts.length === 1 ? parts : [...parts, parts.join('')]));
}

/** Made once for a list: a letter typed then costs a look at each distinct word, not at each person. */
export function peopleIndex(people: readonly SearchedTexts[]): PeopleIndex {
  const found = new Map<string, number[]>();
  for (const [person, words] of people.entries()) {
    for (const word of words) {
      const known = found.get(word);
      if (known === undefined) found.set(word, [person]);
      else if (known.at(-1) !== person) known.push(person);
    }
  }
  const words = [...found].map(([word, having]) => ({ word, letters: lettersOf(word), people: having }));
  return { size: people.length, words };
}

/** For each person of the index: NOT_FOUND, NEAR or EXACT. Null when nothing is asked. */
export function closenessOf(index: PeopleIndex, text: string): Uint8Array | null {
  const asked = tokens(text);
  if (asked.length === 0) return null;
  const whole = new Uint8Array(index.size).fill(EXACT);
  for (const parts of asked) {
    const apart = together(parts.map((part) => closenessOfWord(index, part)));
    const joined = parts.length === 1 ? apart : closenessOfWord(index, parts.join(''));
    for (let person = 0; person < index.size; person += 1) {
      const here = Math.max(apart[person] ?? NOT_FOUND, joined[person] ?? NOT_FOUND);
      whole[person] = Math.min(whole[person] ?? NOT_FOUND, here);
    }
  }
  return whole;
}

function together(all: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...others] = all;
  return others.reduce((least, other) => least.map((value, person) => Math.min(value, other[person] ?? 0)), first);
}

function closenessOfWord({ size, words }: PeopleIndex, asked: string): Uint8Array {
  const closeness = new Uint8Array(size);
  const typos = typosAllowed(asked);
  const letters = lettersOf(asked);
  const isNear = nearBeginning(asked, typos);
  for (const { word, letters: having, people } of words) {
    const isExact = word.startsWith(asked);
    if (!isExact && (missing(letters, having) > typos || !isNear(word))) continue;
    const level = isExact ? EXACT : NEAR;
    for (const person of people) closeness[person] = Math.max(closeness[person] ?? NOT_FOUND, level);
  }
  return closeness;
}

/** The set of the letters of a word: 32 bits, several signs may share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** How many letters of one word the other does not have: each of them is a typo at least. */
function missing(asked: number, having: number): number {
  let rest = asked & ~having;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}

/**
 * Whether what is typed is a beginning of a word but for so many typos: a letter added, left out or replaced, or two
 * neighbours swapped (the optimal string alignment distance to the nearest beginning). Its lines are made once for all
 * the words of a list.
 */
function nearBeginning(typed: string, typos: number): (word: string) => boolean {
  if (typos === 0) return () => false;
  const longest = typed.length + typos;
  const lines = [0, 1, 2].map(() => new Uint8Array(longest + 1)) as [Uint8Array, Uint8Array, Uint8Array];
  return (word) => {
    if (word.length < typed.length - typos) return false;
    // Lines are the letters of what is typed, columns those of the word: no longer beginning is near enough.
    const width = Math.min(word.length, longest);
    let [before, last, here] = lines;
    for (let column = 0; column <= width; column += 1) last[column] = column;
    for (let line = 1; line <= typed.length; line += 1) {
      const letter = typed.charCodeAt(line - 1);
      const letterBefore = line === 1 ? -1 : typed.charCodeAt(line - 2);
      here[0] = line;
      let least = line;
      for (let column = 1; column <= width; column += 1) {
        const other = word.charCodeAt(column - 1);
        const replaced = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
        let cost = Math.min(replaced, (last[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1);
        const isSwapped = column > 1 && letterBefore === other && letter === word.charCodeAt(column - 2);
        if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
        here[column] = cost;
        if (cost < least) least = cost;
      }
      if (least > typos) return false;
      [before, last, here] = [last, here, before];
    }
    return last.subarray(0, width + 1).some((cost) => cost <= typos);
  };
}
