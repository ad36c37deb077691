import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';

/** In a window of its own, for the screen of the person; or here, where there is one screen for two. */
export type SharedWhere = 'window' | 'here';

const wherePreference = callQuery('preference.get', { name: 'shared-view' });

/** What one chose last; else the other screen, where there is one. */
export function sharedWhere(remembered: unknown, hasOtherScreen: boolean): SharedWhere {
  if (remembered === 'window' || remembered === 'here') return remembered;
  return hasOtherScreen ? 'window' : 'here';
}

/** Chromium says it of the window without being asked for a permission. */
function hasOtherScreen(): boolean {
  return (window.screen as { readonly isExtended?: boolean }).isExtended === true;
}

export function useSharedWhere(): {
  readonly where: () => SharedWhere;
  readonly remember: (where: SharedWhere) => void;
} {
  const client = useQueryClient();
  const { data } = useQuery(wherePreference);
  return {
    where: () => sharedWhere(data?.value, hasOtherScreen()),
    remember(where) {
      client.setQueryData(wherePreference.queryKey, { value: where });
      call('preference.set', { name: 'shared-view', value: where }).catch(() => undefined);
    },
  };
}
