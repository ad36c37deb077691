import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { casePages } from '../../features/suggestion/suggestion.queries.ts';
import { listAsked, useListView } from '../case-file/employers/list-view.ts';
import { pointAt } from './sharing.ts';

/** From one company of the list to the next, as the advisor left it: the two look at one at a time. */
export function usePointedWalk(caseId: string, isComputed: boolean): (direction: -1 | 1) => void {
  const [view, change] = useListView(caseId);
  const list = listAsked(isComputed, view);
  const { data } = useInfiniteQuery({ ...casePages({ caseId, ...list }), enabled: view.part === 'list' });
  const sirets = data?.pages.flatMap(({ page }) => page.rows.map(({ siret }) => siret)) ?? [];
  const { activeKey } = view;
  useEffect(() => {
    if (activeKey !== null && sirets.includes(activeKey)) {
      pointAt(caseId, { item: { kind: 'establishment', siret: activeKey }, list });
    }
  });
  return (direction) => {
    const at = activeKey === null ? -1 : sirets.indexOf(activeKey);
    const siret = sirets[at === -1 ? 0 : at + direction];
    if (siret !== undefined) change({ activeKey: siret, openKey: null });
  };
}
