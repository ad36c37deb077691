/** The people of the portfolio as answers of the palette. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import {
  closenessOf,
  EXACT,
  NOT_FOUND,
  peopleIndex,
  searchedWords,
} from '../../../shared/domain/case-file/people-search.rules.ts';
import { type PaletteEntry, type RankedEntry, rankOf } from '../../features/palette/palette-entry.ts';
import { type Person, toPeople } from '../../features/portfolio/people.ts';
import { apartText, surelyNamed } from '../../features/portfolio/portfolio-words.ts';
import { portfolio, type PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { go, lastFilesSeen, useIsBeside } from '../../platform/location.ts';

/** Whom a contact is written down for. */
export interface Contacted {
  readonly caseId: string;
  readonly name: string;
  readonly isClosed: boolean;
}

const RANK_BEYOND_NAME = 3;
const RANK_NEAR = 10;
const RECENTS_SHOWN = 5;
const NOBODY: readonly PortfolioRow[] = [];

export interface PaletteSource {
  /** What answers the words typed; when there are none, whom one saw last. */
  readonly answering: (text: string) => readonly RankedEntry[];
  readonly nameOf: (caseId: string) => string | null;
}

export function usePalettePeople(role: AccountRole, contact: (person: Contacted) => void): PaletteSource {
  const { t, i18n } = useTranslation();
  const rows = useQuery({ ...portfolio, enabled: role === 'advisor' }).data ?? NOBODY;
  // With somebody beside, the others are found by their name only, and nothing is told of them.
  const isBeside = useIsBeside();
  const index = useMemo(() => peopleIndex(rows.map((row) => searchedIn(row, isBeside))), [rows, isBeside]);
  const people = toPeople(rows);
  const sureName = (person: Person): string => surelyNamed(t, person.name, apartText(t, person, i18n.language));
  const entryOf = (person: Person, group: 'people' | 'recents'): PaletteEntry => {
    const { row, name } = person;
    const told = new Set([apartText(t, person, i18n.language), row.project, row.place]);
    const closed = row.closedOn === null ? null : t('palette.closed');
    const detail = [...told, closed].filter((part) => part !== null && part !== '').join(', ') || null;
    return {
      key: `${group}-${row.id}`,
      group,
      title: name,
      detail: isBeside ? null : detail,
      run: () => go({ screen: 'caseFile', caseId: row.id, tab: 'summary' }),
      second: {
        label: t('contactDialog.open'),
        run: () =>
          contact({
            caseId: row.id,
            name: sureName(person),
            isClosed: row.closedOn !== null,
          }),
      },
    };
  };
  const lastSeen = (): readonly RankedEntry[] => {
    if (isBeside) return [];
    const byId = new Map(people.map((person) => [person.row.id, person]));
    const seen = lastFilesSeen().flatMap((id) => byId.get(id) ?? []);
    return seen.slice(0, RECENTS_SHOWN).map((person) => ({ entry: entryOf(person, 'recents'), rank: 0 }));
  };
  return {
    answering: (text) => {
      const closeness = closenessOf(index, text);
      if (closeness === null) return lastSeen();
      return people.flatMap((person, at) => {
        const { row } = person;
        const level = closeness[at] ?? NOT_FOUND;
        if (level === NOT_FOUND) return [];
        const far = level === EXACT ? RANK_BEYOND_NAME : RANK_NEAR;
        // A file that is closed comes after those that are not.
        const rank = (rankOf(text, `${row.last} ${row.first}`) ?? far) + (row.closedOn === null ? 0 : 1);
        return [{ entry: entryOf(person, 'people'), rank }];
      });
    },
    nameOf: (caseId) => {
      const person = people.find(({ row }) => row.id === caseId);
      return person === undefined ? null : sureName(person);
    },
  };
}

/** What a person is found by: with somebody else beside, their name alone. */
export function searchedIn(row: PortfolioRow, isBeside: boolean): readonly string[] {
  const { first, last, project, place } = row;
  return searchedWords([first, last, ...(isBeside ? [] : [project ?? '', place ?? ''])].join(' '));
}
