/**
 * Who a person is says nothing of their trade, their town, their difficulties or what becomes of them: tested on more
 * than 10,000 people, seed after seed, cell by cell.
 */
import { describe, expect, it } from 'vitest';
import { lifeOf } from '../../../src/main/demonstration/person-life.rules.ts';
import type { PersonSpec } from '../../../src/main/demonstration/person-spec.schema.ts';
import { drawn, eventsOf, stock, valueOf } from './all-people.ts';

const SEEDS = 72;

/**
 * Adjusted residuals are close to normal: 4.5 is passed by chance once in 150,000 cells, and there are under 1,000
 * here (Bonferroni: less than one chance in a hundred for all of them together).
 */
const MOST = 4.5;
/** Below so many people expected in a cell, a residual is not close to normal. */
const LEAST_EXPECTED = 5;

type Trait = (person: PersonSpec) => string | null;

const soundOf = new Map(
  Object.entries(stock.names.lastNames).flatMap(([sound, names]) => names.map((name) => [name, sound] as const)),
);
const firstSoundOf = new Map(
  Object.values(stock.names.firstNames).flatMap((bySound) =>
    Object.entries(bySound).flatMap(([sound, names]) => names.map((name) => [name, sound] as const)),
  ),
);
const settingOf = new Map(stock.places.map(({ communeCode, setting }) => [communeCode, setting]));
const madame = new Set(Object.values(stock.names.firstNames.madame).flat());
const monsieur = new Set(Object.values(stock.names.firstNames.monsieur).flat());

const nameOf = (person: PersonSpec): { first: string; last: string } =>
  valueOf(person, 'name') ?? { first: '', last: '' };
const lastName: Trait = (person) => soundOf.get(nameOf(person).last) ?? null;
const firstName: Trait = (person) => firstSoundOf.get(nameOf(person).first) ?? null;
const sex: Trait = (person) => {
  const { first } = nameOf(person);
  if (madame.has(first) && monsieur.has(first)) return null;
  return madame.has(first) ? 'madame' : 'monsieur';
};
const occupation: Trait = (person) => valueOf<{ rome: string }>(person, 'project1.occupation')?.rome.charAt(0) ?? null;
const setting: Trait = (person) =>
  settingOf.get(valueOf<{ communeCode: string }>(person, 'project1.place')?.communeCode ?? '') ?? null;
const difficulty =
  (subject: string): Trait =>
  (person) => {
    const state = valueOf<{ state: string }>(person, subject)?.state;
    return state === 'yes' || state === 'settled' ? 'yes' : 'no';
  };
const outcome: Trait = (person) => eventsOf(person, 'close').at(-1)?.outcome ?? 'none';
const kind =
  (name: 'lost-by-us' | 'did-more' | 'refused' | 'precautions' | 'telephone-only' | 'just-arrived'): Trait =>
  (person) =>
    lifeOf(person).has(name) ? 'yes' : 'no';

const SUBJECTS = ['Travel', 'Care', 'Health', 'Reading', 'Housing', 'Budget', 'Formalities'];
const whoOneIs: readonly (readonly [string, Trait])[] = [
  ['sound of the last name', lastName],
  ['sound of the first name', firstName],
  ['sex', sex],
];
const whatHappens: readonly (readonly [string, Trait])[] = [
  ['family of occupations', occupation],
  ['kind of place', setting],
  ['outcome', outcome],
  ...SUBJECTS.map((subject) => [subject, difficulty(`subject${subject}`)] as const),
  ...(['lost-by-us', 'did-more', 'refused', 'precautions', 'telephone-only', 'just-arrived'] as const).map(
    (name) => [name, kind(name)] as const,
  ),
];
const otherPairs: readonly (readonly [string, string, Trait, Trait])[] = [
  ['family of occupations', 'kind of place', occupation, setting],
  ['family of occupations', 'outcome', occupation, outcome],
  ['kind of place', 'outcome', setting, outcome],
  ...SUBJECTS.map(
    (subject) => ['family of occupations', subject, occupation, difficulty(`subject${subject}`)] as const,
  ),
];
const pairs = [
  ...whoOneIs.flatMap(([name, trait]) =>
    whatHappens.map(([other, otherTrait]) => [name, other, trait, otherTrait] as const),
  ),
  ...otherPairs,
];

const people = Array.from({ length: SEEDS }, (_, index) => drawn(1000 + index)).flat();

describe(`${people.length} people drawn`, () => {
  it.each(pairs)('do not tell from the %s anything of: %s', (name, other, trait, otherTrait) => {
    const odd = residuals(people, trait, otherTrait).filter(({ residual }) => Math.abs(residual) > MOST);
    expect(odd, `${name} × ${other}`).toEqual([]);
  });

  it('would be found out if one name were tied to one trade', () => {
    const tied: Trait = (person) =>
      lastName(person) === 'iberian' && nameOf(person).last.length % 3 === 0 ? 'F' : occupation(person);
    const odd = residuals(people, lastName, tied).filter(({ residual }) => Math.abs(residual) > MOST);
    expect(odd.length).toBeGreaterThan(0);
  });
});

function residuals(all: readonly PersonSpec[], row: Trait, column: Trait): { cell: string; residual: number }[] {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const cells = new Map<string, number>();
  let total = 0;
  for (const person of all) {
    const r = row(person);
    const c = column(person);
    if (r === null || c === null) continue;
    total += 1;
    rows.set(r, (rows.get(r) ?? 0) + 1);
    columns.set(c, (columns.get(c) ?? 0) + 1);
    cells.set(`${r}|${c}`, (cells.get(`${r}|${c}`) ?? 0) + 1);
  }
  return [...rows].flatMap(([r, ofRow]) =>
    [...columns].flatMap(([c, ofColumn]) => {
      const expected = (ofRow * ofColumn) / total;
      if (expected < LEAST_EXPECTED) return [];
      const spread = Math.sqrt(expected * (1 - ofRow / total) * (1 - ofColumn / total));
      return [{ cell: `${r}|${c}`, residual: ((cells.get(`${r}|${c}`) ?? 0) - expected) / spread }];
    }),
  );
}
