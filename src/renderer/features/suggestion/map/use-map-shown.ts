import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../../platform/api.ts';
import { callQuery } from '../../../platform/query-client.ts';

const mapPreference = callQuery('preference.get', { name: 'employers.map' });

/** Whether lists of employers come with their map: as one left it last, on this account. Without one, until it closes. */
export function useMapShown(): { readonly isMapShown: boolean; readonly toggleMap: () => void } {
  const client = useQueryClient();
  const { data } = useQuery(mapPreference);
  const isMapShown = data?.value === true;
  return {
    isMapShown,
    toggleMap: () => {
      client.setQueryData(mapPreference.queryKey, { value: !isMapShown });
      call('preference.set', { name: 'employers.map', value: !isMapShown }).catch(() => undefined);
    },
  };
}
