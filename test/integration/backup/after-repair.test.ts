import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readKeptState, writeKeptState } from '../../../src/main/backup/backup-state.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';

const [{ id: accountId, passphrase }] = ACCOUNTS;

let core: PeopleCore;
beforeEach(async () => {
  let now = TEST_NOW;
  core = await peopleCore('after-repair', { clock: { now: () => (now += 1_000) } });
});
afterEach(() => core.cleanup());

it('a file that did not open gives back no draft, and nothing is said of it that was checked before', async () => {
  const folder = join(core.dataDir, 'workspaces', 'own');
  await core.aCaseFile();
  const { backupId } = await core.ask('backup.take', {});
  await core.ask('access.lock', {});
  writeKeptState(folder, { ...readKeptState(folder), integrity: 'whole', checkedAt: TEST_NOW });
  const file = join(folder, 'cases.sqlite');
  writeFileSync(file, readFileSync(file).fill(7, 0, 4096));
  const asked = { accountId, passphrase, from: 'backup', backupId } as const;
  const { repaired } = await core.ask('access.repair', asked);
  expect(repaired.unreadable).toEqual(expect.arrayContaining(['draft', 'access_log', 'preference']));
  const { state } = await core.ask('backup.list', {});
  expect(state).toMatchObject({ integrity: 'unknown', checkedAt: null });
});
