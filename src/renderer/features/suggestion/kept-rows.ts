import { type InfiniteData, replaceEqualDeep } from '@tanstack/react-query';
import type { CallOutput } from '../../../shared/contract/index.ts';

export type CasePages = InfiniteData<CallOutput<'suggestion.forCase'>, number>;

/**
 * A list with the very rows that the list before showed, where they say the same: as it is moved about, most rows stay,
 * in another place, and only the others are drawn.
 */
export function withKeptRows(before: CasePages | undefined, after: CasePages): CasePages {
  if (before === undefined || before === after) return after;
  const known = new Map<string, unknown>();
  for (const { page } of before.pages) for (const row of page.rows) known.set(row.siret, row);
  const kept = <T extends { readonly siret: string }>(rows: readonly T[]): readonly T[] =>
    rows.map((row) => replaceEqualDeep(known.get(row.siret), row));
  const pages = after.pages.map((list) =>
    list.mode === 'suggested'
      ? { ...list, page: { ...list.page, rows: kept(list.page.rows) } }
      : { ...list, page: { ...list.page, rows: kept(list.page.rows) } },
  );
  return { ...after, pages };
}
