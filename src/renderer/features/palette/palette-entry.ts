/** What the palette can lead to, and how words typed find it. Nothing here knows whether it is a person or a screen. */
import {
  closenessOf,
  NOT_FOUND,
  peopleIndex,
  searchedWords,
} from '../../../shared/domain/case-file/people-search.rules.ts';
import { fold } from '../../../shared/kernel/text.ts';

export const PALETTE_GROUPS = ['recents', 'people', 'here', 'screens', 'actions', 'settings'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export interface PaletteEntry {
  readonly key: string;
  readonly group: PaletteGroup;
  readonly title: string;
  /** A quiet word that tells it from its neighbours: a birth date between homonyms, a project. */
  readonly detail: string | null;
  /** Other words it is found by. */
  readonly alias?: string;
  /** Keycaps of the key that does the same without the palette. */
  readonly caps?: readonly string[];
  readonly run: () => void;
  /** The second thing one does with it, by Tab or Ctrl+Enter. */
  readonly second?: { readonly label: string; readonly run: () => void };
}

export interface PaletteSection {
  readonly group: PaletteGroup;
  readonly entries: readonly PaletteEntry[];
}

/** Ranks: the smaller, the better. A word that starts the title answers first; one that is not on screen, after those that are. */
const STARTS_TITLE = 0;
const STARTS_WORD = 1;
const STARTS_OTHER_WORD = 2;
const BUT_FOR_A_TYPO = 9;

function rankOfWord(typed: string, titleWords: readonly string[], otherWords: readonly string[]): number | null {
  const at = titleWords.findIndex((word) => word.startsWith(typed));
  if (at !== -1) return at === 0 ? STARTS_TITLE : STARTS_WORD;
  return otherWords.some((word) => word.startsWith(typed)) ? STARTS_OTHER_WORD : null;
}

/** How well a title and its other words answer what is typed, each word the start of one of theirs; null when not. */
export function rankOf(typed: string, title: string, others = ''): number | null {
  const [titleWords, otherWords] = [fold(title).split(' '), fold(others).split(' ')];
  let rank = 0;
  for (const word of fold(typed).split(' ').filter(Boolean)) {
    const here = rankOfWord(word, titleWords, otherWords);
    if (here === null) return null;
    rank += here;
  }
  return rank;
}

export interface RankedEntry {
  readonly entry: PaletteEntry;
  readonly rank: number;
}

/** The entries that answer, with how well: accents, order and a typo do not count against whoever types in a hurry. */
export function answering(entries: readonly PaletteEntry[], typed: string): readonly RankedEntry[] {
  const othersOf = ({ alias = '', detail }: PaletteEntry): string => `${alias} ${detail ?? ''}`;
  const index = peopleIndex(entries.map((entry) => searchedWords(`${entry.title} ${othersOf(entry)}`)));
  const closeness = closenessOf(index, typed);
  return entries.flatMap((entry, at) => {
    if ((closeness?.[at] ?? NOT_FOUND) === NOT_FOUND) return [];
    return [{ entry, rank: rankOf(typed, entry.title, othersOf(entry)) ?? BUT_FOR_A_TYPO }];
  });
}

/** Enough to choose from; of people, one more letter finds more surely than a longer list. */
const SHOWN_BY_GROUP = 14;
const PEOPLE_SHOWN = 8;

/** By group, best first; the group that answers best comes first, and among equals the order of `PALETTE_GROUPS`. */
export function sectionsOf(ranked: readonly RankedEntry[]): readonly PaletteSection[] {
  const found = PALETTE_GROUPS.map((group) => ({
    group,
    ranked: ranked.filter(({ entry }) => entry.group === group).toSorted((a, b) => a.rank - b.rank),
  })).filter((section) => section.ranked.length > 0);
  return found
    .toSorted((a, b) => (a.ranked[0]?.rank ?? 0) - (b.ranked[0]?.rank ?? 0))
    .map((section) => ({
      group: section.group,
      entries: section.ranked
        .slice(0, section.group === 'people' ? PEOPLE_SHOWN : SHOWN_BY_GROUP)
        .map(({ entry }) => entry),
    }));
}
