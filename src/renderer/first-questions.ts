import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AccessStatus } from '../shared/domain/access/access.schema.ts';
import { accessStatus, followAccess } from './features/access/access.queries.ts';
import { agendaOf } from './features/appointment/agenda.queries.ts';
import { importState } from './features/dataset/dataset.queries.ts';
import { portfolio } from './features/portfolio/portfolio.queries.ts';
import { followSettings, settingsQuery } from './features/settings/settings.queries.ts';
import { followWorkspace, workspaceStatus } from './features/workspace/workspace.queries.ts';
import { useBridgeEvent } from './platform/query-client.ts';
import { localZone, today } from './platform/today.ts';
import { dueBy, pastMeetings, unfinishedNotes } from './screens/day/day.queries.ts';

// A refusal is told by the screen, which asks again.
const quietly = (): void => undefined;

/** What every first screen asks; heard of first, so that nothing changes unseen in between. Done once all is answered. */
export async function askFirst(client: QueryClient): Promise<void> {
  followWorkspace(client);
  followSettings(client);
  followAccess(client);
  await Promise.all([
    client.query(workspaceStatus).catch(quietly),
    client.query(accessStatus).catch(quietly),
    client.query(settingsQuery).catch(quietly),
  ]);
}

/** What the first screen of an advisor asks: asked as the case files open, while the screen is still being drawn. */
export function useFirstQuestions(): void {
  const client = useQueryClient();
  const ask = useCallback(
    ({ session }: AccessStatus) => {
      if (session?.role !== 'advisor') return;
      client.query(portfolio).catch(quietly);
      client.query(agendaOf(today())).catch(quietly);
      client.query(dueBy(today())).catch(quietly);
      client.query(unfinishedNotes).catch(quietly);
      client.query(pastMeetings(today())).catch(quietly);
    },
    [client],
  );
  useBridgeEvent('access.changed', ask);
}

/** While a passphrase is typed rather than before the first row: what takes a moment the first time. */
export function getReadyToOpen(client: QueryClient): void {
  // The core waits for a question that needs it (the files say what the unlock screen shows), then takes 0.2 s to start.
  client.query(importState).catch(quietly);
  // The first question about time zones takes 15 ms.
  localZone();
}
