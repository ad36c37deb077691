/** The people of the portfolio as answers of the palette. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountRole } from '../../../shared/domain/access/access.schema.ts';
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import {
  closenessOf,
  EXACT,
  NOT_FOUND,
  peopleIndex,
  searchedWords,
} from '../../../shared/domain/case-file/people-search.rules.ts';
import { fold } from '../../../shared/kernel/text.ts';
import { type PaletteEntry, type RankedEntry, rankOf } from '../../features/palette/palette-entry.ts';
import { portfolio, type PortfolioRow } from '../../features/portfolio/portfolio.queries.ts';
import { dayText } from '../../i18n/formats.ts';
import { go, lastFilesSeen } from '../../platform/location.ts';

/** Whom a contact is written down for. */
export interface Contacted {
  readonly caseId: string;
  readonly name: string;
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

/** Those who have the same name as somebody else. */
function homonyms(rows: readonly PortfolioRow[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(fold(spokenName(row)), (counts.get(fold(spokenName(row))) ?? 0) + 1);
  return new Set(rows.filter((row) => (counts.get(fold(spokenName(row))) ?? 0) > 1).map(({ id }) => id));
}

/** Whether the screen is turned to the person: nobody else's name is to be seen on it. */
export function isScreenShared(): boolean {
  return document.documentElement.dataset['shared'] !== undefined;
}

export function usePalettePeople(role: AccountRole, contact: (person: Contacted) => void): PaletteSource {
  const { t, i18n } = useTranslation();
  const rows = useQuery({ ...portfolio, enabled: role === 'advisor' }).data ?? NOBODY;
  const index = useMemo(() => peopleIndex(rows.map(wordsOf)), [rows]);
  const sameNames = useMemo(() => homonyms(rows), [rows]);
  const entryOf = (row: PortfolioRow, group: 'people' | 'recents'): PaletteEntry => {
    const name = spokenName(row);
    const born = row.birthDate === null ? null : t('palette.born', { day: dayText(row.birthDate, i18n.language) });
    const told = [sameNames.has(row.id) ? (born ?? t('palette.bornUnknown')) : null, row.project, row.place];
    const closed = row.closedOn === null ? null : t('palette.closed');
    return {
      key: `${group}-${row.id}`,
      group,
      title: name,
      detail: [...told, closed].filter((part) => part !== null && part !== '').join(', ') || null,
      run: () => go({ screen: 'caseFile', caseId: row.id, tab: 'summary' }),
      second: { label: t('contactDialog.open'), run: () => contact({ caseId: row.id, name }) },
    };
  };
  const lastSeen = (): readonly RankedEntry[] => {
    if (isScreenShared()) return [];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const seen = lastFilesSeen().flatMap((id) => byId.get(id) ?? []);
    return seen.slice(0, RECENTS_SHOWN).map((row) => ({ entry: entryOf(row, 'recents'), rank: 0 }));
  };
  return {
    answering: (text) => {
      const closeness = closenessOf(index, text);
      if (closeness === null) return lastSeen();
      return rows.flatMap((row, at) => {
        const level = closeness[at] ?? NOT_FOUND;
        if (level === NOT_FOUND) return [];
        const far = level === EXACT ? RANK_BEYOND_NAME : RANK_NEAR;
        // A file that is closed comes after those that are not.
        const rank = (rankOf(text, `${row.last} ${row.first}`) ?? far) + (row.closedOn === null ? 0 : 1);
        return [{ entry: entryOf(row, 'people'), rank }];
      });
    },
    nameOf: (caseId) => {
      const row = rows.find(({ id }) => id === caseId);
      return row === undefined ? null : spokenName(row);
    },
  };
}

function wordsOf({ first, last, project, place }: PortfolioRow): readonly string[] {
  return searchedWords([first, last, project ?? '', place ?? ''].join(' '));
}
