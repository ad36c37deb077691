import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallOutput } from '../../../shared/contract/index.ts';
import type { SavedPortfolioView } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { commit } from '../../platform/commit.ts';
import { callQuery } from '../../platform/query-client.ts';

/** One’s own ways of looking at the portfolio, by name. */
export const savedViews = callQuery('savedView.list', {});
export type SavedView = CallOutput<'savedView.list'>[number];

export interface ViewToSave {
  readonly viewId: string;
  readonly name: string;
  readonly view: SavedPortfolioView;
  /** 0 for a new one. */
  readonly baseRevision: number;
}

export function useSaveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (asked: ViewToSave) => commit('savedView.save', asked),
    onSettled: () => client.invalidateQueries({ queryKey: savedViews.queryKey }),
  });
}

export function useRemoveView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, revision }: Pick<SavedView, 'id' | 'revision'>) =>
      commit('savedView.remove', { viewId: id, baseRevision: revision }),
    onSettled: () => client.invalidateQueries({ queryKey: savedViews.queryKey }),
  });
}
