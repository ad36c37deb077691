import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  closenessOf,
  EXACT,
  NEAR,
  NOT_FOUND,
  peopleIndex,
  searchedWords,
  typosAllowed,
} from '../../../src/shared/domain/case-file/people-search.rules.ts';

const PEOPLE = [
  'Nadia Ferrand vente en alimentation Metz',
  'Marie-Line Payet secrétariat Saint-Paul',
  'Jeanne d’Arcy cuisine L’Île-Rousse',
  'Martin Dupont maçonnerie Metz',
  'Marie Œuvrard aide-soignante Le Puy-en-Velay',
] as const;
const index = peopleIndex(PEOPLE.map(searchedWords));

function closeness(text: string): readonly number[] {
  return [...(closenessOf(index, text) ?? [])];
}

function found(text: string): readonly string[] {
  const all = closeness(text);
  const wanted = all.includes(EXACT) ? EXACT : NEAR;
  return PEOPLE.filter((_, person) => all[person] === wanted).map((name) => name.split(' ')[0] ?? '');
}

describe('what is typed finds', () => {
  test.each([
    ['ferran nadia', ['Nadia']],
    ['FERRAND', ['Nadia']],
    ['ferrnad', ['Nadia']],
    ['ferand', ['Nadia']],
    ['ferrannd', ['Nadia']],
    ['marie line', ['Marie-Line']],
    ['marieline', ['Marie-Line']],
    ['Marie-Line', ['Marie-Line']],
    ['saintpaul', ['Marie-Line']],
    ['darcy', ['Jeanne']],
    ["d'arcy", ['Jeanne']],
    ['d arcy', ['Jeanne']],
    ['ile rousse', ['Jeanne']],
    ['oeuvrard', ['Marie']],
    ['secretariat payet', ['Marie-Line']],
    ['seceratriat', ['Marie-Line']],
    ['metz dup', ['Martin']],
    ['mtez', ['Nadia', 'Martin']],
    ['ferr lyon', []],
    ['fre', []],
    ['aint', ['Marie-Line']],
    ['int', []],
  ])('"%s"', (text, firsts) => {
    expect(found(text)).toEqual(firsts);
  });

  test('nothing typed asks nothing', () => {
    expect(closenessOf(index, ' - ’ ')).toBeNull();
  });

  test('an exact answer is told from a near one', () => {
    const answers = peopleIndex(['Marin', 'Martin'].map(searchedWords));
    expect([...(closenessOf(answers, 'marin') ?? [])]).toEqual([EXACT, NEAR]);
  });
});

const letter = fc.constantFrom(...Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index)));
const word = fc.array(letter, { minLength: 1, maxLength: 12 }).map((letters) => letters.join(''));
const longWord = (min: number) =>
  fc.array(letter, { minLength: min, maxLength: 14 }).map((letters) => letters.join(''));
const names = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });

/** One slip of the hand. */
type Slip = { readonly kind: 'add' | 'drop' | 'replace' | 'swap'; readonly at: number; readonly letter: string };
const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom('add', 'drop', 'replace', 'swap'),
  at: fc.nat(30),
  letter,
});

function slipped(text: string, { kind, at, letter: other }: Slip): string {
  const place = at % text.length;
  const [before, here, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  if (kind === 'add') return before + other + here + after;
  if (kind === 'drop') return before + after;
  if (kind === 'replace') return before + other + after;
  const [next = ''] = after;
  return before + next + here + after.slice(1);
}

describe('whoever the people are', () => {
  test('everybody is found as they are written, in any order of the words, by the beginning of each', () => {
    fc.assert(
      fc.property(names, fc.nat(), fc.nat(20), (people, seed, length) => {
        const all = peopleIndex(people.map((words) => searchedWords(words.join(' '))));
        const person = seed % people.length;
        const words = (people[person] ?? []).toReversed().map((each) => each.slice(0, 1 + (length % each.length)));
        expect(closenessOf(all, words.join(' '))?.[person]).toBe(EXACT);
      }),
    );
  });

  test('whoever is written so is exact, and nobody else is', () => {
    fc.assert(
      fc.property(names, word, (people, asked) => {
        const all = peopleIndex(people.map((words) => searchedWords(words.join(' '))));
        const expected = people.map((words) => words.some((each) => each.startsWith(asked)));
        expect([...(closenessOf(all, asked) ?? [])].map((level) => level === EXACT)).toEqual(expected);
      }),
    );
  });

  test('a slip in a word of four letters is forgiven, whichever it is', () => {
    fc.assert(
      fc.property(longWord(5), slip, (name, one) => {
        const typed = slipped(name, one);
        fc.pre(typed.length >= 4);
        expect(closenessOf(peopleIndex([[name]]), typed)?.[0]).not.toBe(NOT_FOUND);
      }),
    );
  });

  test('two slips in a word of eight letters are forgiven, each after the other', () => {
    fc.assert(
      fc.property(longWord(10), slip, slip, (name, one, other) => {
        // Two swaps that overlap are more than two slips.
        fc.pre(Math.abs((one.at % name.length) - (other.at % name.length)) > 3);
        const typed = slipped(slipped(name, one), other);
        fc.pre(typed.length >= 8);
        const isApart = one.kind !== 'swap' && other.kind !== 'swap';
        fc.pre(isApart);
        expect(closenessOf(peopleIndex([[name]]), typed)?.[0]).not.toBe(NOT_FOUND);
      }),
    );
  });

  test('what differs by more letters than are forgiven is not found', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-m]{1,12}$/), fc.stringMatching(/^[n-z]{1,4}$/), (name, strange) => {
        const typed = name + strange;
        fc.pre(strange.length > typosAllowed(typed));
        expect(closenessOf(peopleIndex([[name]]), typed)?.[0]).toBe(NOT_FOUND);
      }),
    );
  });

  test('hyphens and apostrophes change nothing', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 3 }), fc.constantFrom('-', '’', "'"), (parts, mark) => {
        const written = peopleIndex([searchedWords(parts.join(mark))]);
        for (const typed of [parts.join(mark), parts.join(' '), parts.join('')]) {
          expect(closenessOf(written, typed)?.[0], typed).toBe(EXACT);
        }
      }),
    );
  });
});
