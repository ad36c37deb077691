import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { CallInput, CallOutput } from '../../../shared/contract/index.ts';
import type { PortfolioColumns } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import { call } from '../../platform/api.ts';
import { callQuery } from '../../platform/query-client.ts';
import { type RememberedView, toPortfolioColumns, toRememberedView } from './remembered-view.ts';

type Preference = CallInput<'preference.set'> & CallOutput<'preference.get'>;

export const viewPreference = callQuery('preference.get', { name: 'portfolio.view' });
export const columnsPreference = callQuery('preference.get', { name: 'portfolio.columns' });

export interface Remembered {
  /** Null until it is known: the list waits for it, so that it does not jump. */
  readonly view: RememberedView | null;
  /** One’s own columns, where no saved view brings its own. */
  readonly columns: PortfolioColumns | null;
  readonly rememberView: (view: RememberedView) => void;
  readonly rememberColumns: (columns: PortfolioColumns) => void;
}

/** How one account looked at its portfolio last. What cannot be read is as if there were nothing; what cannot be kept is not. */
export function useRemembered(): Remembered {
  const client = useQueryClient();
  const view = useQuery(viewPreference);
  const columns = useQuery(columnsPreference);
  const remember = useCallback(
    ({ name, value }: Preference): void => {
      client.setQueryData(callQuery('preference.get', { name }).queryKey, { value });
      call('preference.set', { name, value }).catch(() => undefined);
    },
    [client],
  );
  return {
    view: useMemo(() => (view.isPending ? null : toRememberedView(view.data?.value)), [view.isPending, view.data]),
    columns: useMemo(
      () => (columns.isPending ? null : toPortfolioColumns(columns.data?.value)),
      [columns.isPending, columns.data],
    ),
    rememberView: useCallback((next) => remember({ name: 'portfolio.view', value: asJson(next) }), [remember]),
    rememberColumns: useCallback((next) => remember({ name: 'portfolio.columns', value: asJson(next) }), [remember]),
  };
}

/** Plain data already: only its types say more than JSON knows. */
function asJson(value: RememberedView | PortfolioColumns): Preference['value'] {
  return value as unknown as Preference['value'];
}
