/** What stays in the page of whoever was at the keyboard: nothing. */
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { accessStatus, settle } from '../../../src/renderer/features/access/access.queries.ts';
import { forgetFormerFiles } from '../../../src/renderer/features/backup/backup.queries.ts';
import { forgetEverybody, onForget } from '../../../src/renderer/platform/forgetting.ts';
import { announce, spokenText } from '../../../src/renderer/platform/live-region.tsx';
import { canGo, go, lastFilesSeen } from '../../../src/renderer/platform/location.ts';
import { createQueryClient } from '../../../src/renderer/platform/query-client.ts';
import { showToast } from '../../../src/renderer/ui/toast.tsx';
import type { AccessStatus, Account } from '../../../src/shared/domain/access/access.schema.ts';

const camille: Account = { id: 'camille', name: 'Camille Roussel', agency: 'Metz', role: 'advisor' };
const status = (session: Account | null): AccessStatus => ({
  workspace: 'demonstration',
  isCreated: true,
  isTrial: false,
  accounts: [],
  session,
});

describe('when the keyboard changes hands', () => {
  let client: QueryClient;

  beforeEach(() => {
    client = new QueryClient();
    client.setQueryData(accessStatus.queryKey, status(camille));
  });

  test('the last words said aloud leave the page', () => {
    announce('Hélène Vautrin, écartée');
    settle(client, status(null));
    expect(spokenText()).toBe('');
  });

  test('whatever remembers is told once, and no longer once it took itself back', () => {
    const forget = vi.fn();
    const takeBack = onForget(forget);
    settle(client, status(null));
    expect(forget).toHaveBeenCalledOnce();
    takeBack();
    forgetEverybody();
    expect(forget).toHaveBeenCalledOnce();
  });

  test('what was read of the files is dropped, and what is of nobody stays', () => {
    client.setQueryData(['caseFile.get', { caseId: 'a' }], { first: 'Hélène' });
    client.setQueryData(['settings.get', {}], { language: 'fr' });
    settle(client, status(null));
    expect(client.getQueryData(['caseFile.get', { caseId: 'a' }])).toBeUndefined();
    expect(client.getQueryData(['settings.get', {}])).toEqual({ language: 'fr' });
  });

  test('the same person, told again, loses nothing', () => {
    announce('dossier enregistré');
    settle(client, status({ ...camille }));
    expect(spokenText()).toBe('dossier enregistré');
  });
});

test('going back to a copy leaves nothing of the files of before, nor a way back to them', () => {
  const client = new QueryClient();
  client.setQueryData(['caseFile.get', { caseId: 'a' }], { first: 'Hélène' });
  go({ screen: 'caseFile', caseId: 'a', tab: 'notes' });
  go({ screen: 'settings' });
  announce('Hélène Vautrin, écartée');
  forgetFormerFiles(client);
  expect(client.getQueryData(['caseFile.get', { caseId: 'a' }])).toBeUndefined();
  expect(spokenText()).toBe('');
  expect([canGo(-1), lastFilesSeen()]).toEqual([false, []]);
});

test('a toast that comes after the lock says nothing, neither on screen nor aloud', () => {
  forgetEverybody();
  showToast('Rendez-vous de Hélène Vautrin fixé.');
  expect(spokenText()).toBe('');
});

test('what was asked is not kept once it is answered: it may be a passphrase, or words on somebody', () => {
  expect(createQueryClient().getDefaultOptions().mutations?.gcTime).toBe(0);
});
