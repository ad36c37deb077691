import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { AccessStatus } from '../shared/domain/access/access.schema.ts';
import { agencyTags } from './features/agency-tag/agency-tag.queries.ts';
import { portfolio } from './features/portfolio/portfolio.queries.ts';
import { columnsPreference, viewPreference } from './features/portfolio/use-remembered.ts';
import { savedViews } from './features/saved-view/saved-view.queries.ts';
import { useBridgeEvent } from './platform/query-client.ts';
import { localZone } from './platform/today.ts';

/** What the first screen of an advisor asks: asked as the case files open, while the screen is still being drawn. */
export function useFirstQuestions(): void {
  const client = useQueryClient();
  const ask = useCallback(
    ({ session }: AccessStatus) => {
      if (session?.role !== 'advisor') return;
      // A refusal is told by the screen, which asks again.
      const quietly = (): void => undefined;
      client.query(portfolio).catch(quietly);
      client.query(viewPreference).catch(quietly);
      client.query(columnsPreference).catch(quietly);
      client.query(agencyTags).catch(quietly);
      client.query(savedViews).catch(quietly);
    },
    [client],
  );
  useBridgeEvent('access.changed', ask);
  // The first question about time zones takes 15 ms: while a passphrase is typed rather than before the first row.
  useEffect(() => {
    const idle = requestIdleCallback(() => localZone());
    return () => cancelIdleCallback(idle);
  }, []);
}
