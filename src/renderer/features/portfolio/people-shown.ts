/** Whom a way of looking keeps, in which order, and how many each other choice would keep. */
import {
  closenessOf,
  EXACT,
  NEAR,
  NOT_FOUND,
  peopleIndex,
  type PeopleIndex,
  searchedWords,
} from '../../../shared/domain/case-file/people-search.rules.ts';
import type { PortfolioFilters } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { APPOINTMENTS, LAST_CONTACTS, QUICK_FILTERS } from '../../../shared/domain/case-file/portfolio-view.ts';
import { onForget } from '../../platform/forgetting.ts';
import type { DataSorting } from '../../ui/data-sorting.ts';
import {
  departementOf,
  type FilterDays,
  type FilterName,
  FILTER_NAMES,
  isAppointment,
  isFilterOn,
  isLastContact,
  isOnShelf,
  isQuick,
  KEEPS,
  type QuickFilter,
} from './filters.ts';
import type { Person } from './people.ts';
import { orderOf } from './people-order.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

/** Names of tags by identifier. */
export type TagNames = ReadonlyMap<string, string>;

export interface Asked {
  readonly text: string;
  readonly filters: PortfolioFilters;
  readonly sorting: DataSorting | null;
}

export interface PeopleShown {
  /** Whatever is asked. */
  readonly everybody: readonly Person[];
  readonly shown: readonly Person[];
  /** Of the files that are looked at: open, closed or archived ones. */
  readonly total: number;
  /** Nobody is written as what is typed: those are who are nearly. */
  readonly isNear: boolean;
  /** The people that all filters but one keep, whatever that one asks. */
  readonly keptBut: (name: FilterName | 'text') => readonly Person[];
}

let lastIndex: { readonly people: readonly Person[]; readonly tags: TagNames; readonly index: PeopleIndex } | null =
  null;

/** The words of names, occupations and places: people share most of them, and they are folded once. */
const wordsKnown = new Map<string, readonly string[]>();

onForget(() => {
  lastIndex = null;
  wordsKnown.clear();
});

function wordsOf(text: string | null | undefined): readonly string[] {
  if (text === null || text === undefined || text === '') return [];
  const words = wordsKnown.get(text) ?? searchedWords(text);
  wordsKnown.set(text, words);
  return words;
}

/** The words of the name, the project, the place and the tags. */
function searchedIn({ first, last, project, place, tagIds }: PortfolioRow, tags: TagNames): readonly string[] {
  const words = [...wordsOf(first), ...wordsOf(last), ...wordsOf(project), ...wordsOf(place)];
  return tagIds.length === 0 ? words : [...words, ...tagIds.flatMap((id) => wordsOf(tags.get(id)))];
}

/** Made at the first letter, and again when somebody or a tag has changed. */
function indexOf(people: readonly Person[], tags: TagNames): PeopleIndex {
  if (lastIndex?.people === people && lastIndex.tags === tags) return lastIndex.index;
  const index = peopleIndex(people.map(({ row }) => searchedIn(row, tags)));
  lastIndex = { people, tags, index };
  return index;
}

const TEXT_BIT = 1 << FILTER_NAMES.length;

/** One bit for each filter that sets a person aside: 0 is who is shown. */
function setAsideBy(people: readonly Person[], filters: PortfolioFilters, days: FilterDays): Uint16Array {
  const aside = new Uint16Array(people.length);
  for (const [bit, name] of FILTER_NAMES.entries()) {
    if (name !== 'quick' && !isFilterOn(filters, name)) continue;
    const keeps = KEEPS[name];
    let place = 0;
    for (const { row } of people) {
      if (!keeps(row, filters, days)) aside[place] = (aside[place] ?? 0) | (1 << bit);
      place += 1;
    }
  }
  return aside;
}

/** Sets aside whom the words do not name. Near ones are shown where nobody of those who are looked at is exact. */
function withWords(aside: Uint16Array, closeness: Uint8Array | null): boolean {
  if (closeness === null) return false;
  let best = NOT_FOUND;
  for (let place = 0; place < aside.length; place += 1) {
    if (aside[place] === 0) best = Math.max(best, closeness[place] ?? NOT_FOUND);
  }
  const least = best === NEAR ? NEAR : EXACT;
  for (let place = 0; place < aside.length; place += 1) {
    if ((closeness[place] ?? NOT_FOUND) < least) aside[place] = (aside[place] ?? 0) | TEXT_BIT;
  }
  return best === NEAR;
}

/** Everybody that a way of looking keeps. 5,000 people take some milliseconds: it is asked at each letter. */
export function peopleShown(people: readonly Person[], asked: Asked, tags: TagNames, days: FilterDays): PeopleShown {
  const aside = setAsideBy(people, asked.filters, days);
  const isNear = withWords(aside, closenessOf(indexOf(people, tags), asked.text));
  const order = orderOf(people, asked.sorting);
  const kept = (ignored: number): readonly Person[] => {
    const found: Person[] = [];
    for (const place of order) {
      const person = people[place];
      if (person !== undefined && ((aside[place] ?? 0) & ~ignored) === 0) found.push(person);
    }
    return found;
  };
  let total = 0;
  for (const { row } of people) if (isOnShelf(row, asked.filters.quick)) total += 1;
  return {
    everybody: people,
    shown: kept(0),
    total,
    isNear,
    keptBut: (name) => kept(name === 'text' ? TEXT_BIT : 1 << FILTER_NAMES.indexOf(name)),
  };
}

export type Counts<K extends string> = Readonly<Record<K, number>>;

function counted<K extends string>(
  people: readonly Person[],
  keys: readonly K[],
  keeps: (row: PortfolioRow, key: K) => boolean,
): Counts<K> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
  for (const { row } of people) {
    for (const key of keys) if (keeps(row, key)) counts[key] += 1;
  }
  return counts;
}

export function quickCounts(people: readonly Person[], days: FilterDays): Counts<QuickFilter> {
  return counted(people, QUICK_FILTERS, (row, quick) => isQuick(row, quick, days));
}

export function lastContactCounts(people: readonly Person[], days: FilterDays): Counts<(typeof LAST_CONTACTS)[number]> {
  return counted(people, LAST_CONTACTS, (row, asked) => isLastContact(row, asked, days));
}

export function appointmentCounts(people: readonly Person[], days: FilterDays): Counts<(typeof APPOINTMENTS)[number]> {
  return counted(people, APPOINTMENTS, (row, asked) => isAppointment(row, asked, days));
}

export interface Facet {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

/** The values that people have, by label: `valueOf` gives those of one person, with their words. */
export function facetsOf(
  people: readonly Person[],
  valuesOf: (row: PortfolioRow) => readonly { readonly key: string; readonly label: string }[],
  language: string,
): readonly Facet[] {
  const found = new Map<string, { readonly key: string; readonly label: string; count: number }>();
  for (const { row } of people) {
    for (const { key, label } of valuesOf(row)) {
      const known = found.get(key);
      if (known === undefined) found.set(key, { key, label, count: 1 });
      else known.count += 1;
    }
  }
  return [...found.values()].toSorted((a, b) => a.label.localeCompare(b.label, language, { numeric: true }));
}

/** The communes and, where several people live in several communes of one, its département. */
export function placesOf(
  people: readonly Person[],
  language: string,
): {
  readonly departements: readonly { readonly code: string; readonly count: number }[];
  readonly communes: readonly Facet[];
} {
  const communes = facetsOf(
    people,
    ({ placeCode, place }) => (placeCode === null || place === null ? [] : [{ key: placeCode, label: place }]),
    language,
  );
  const byDepartement = new Map<string, { communes: number; people: number }>();
  for (const { key, count } of communes) {
    const known = byDepartement.get(departementOf(key)) ?? { communes: 0, people: 0 };
    byDepartement.set(departementOf(key), { communes: known.communes + 1, people: known.people + count });
  }
  const departements = [...byDepartement]
    .filter(([, known]) => known.communes > 1)
    .map(([code, known]) => ({ code, count: known.people }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return { departements, communes };
}
