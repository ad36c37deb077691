import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';

const [{ id: accountId, passphrase }, , supervisor] = ACCOUNTS;

let now = TEST_NOW;
let core: PeopleCore;
/** What a restore put aside. */
let leftBehind: string;
beforeEach(async () => {
  core = await peopleCore('repair-refused', { clock: { now: () => (now += 1_000) } });
  await core.aCaseFile();
  const { backupId } = await core.ask('backup.take', {});
  await core.aCaseFile({ first: 'Un', last: 'Deux' });
  leftBehind = (await core.ask('backup.restore', { backupId })).kept.backupId;
  await core.aCaseFile({ first: 'Après', last: 'Restauration' });
  await core.ask('access.lock', {});
});
afterEach(() => core.cleanup());

const people = async (): Promise<readonly string[]> =>
  (await core.ask('caseFile.portfolio', {})).map(({ first }) => first).toSorted();
const copies = async (): Promise<readonly string[]> =>
  (await core.ask('backup.list', {})).copies.map(({ backupId }) => backupId);

describe('a repair', () => {
  it('of case files that are whole is refused, whoever asks and from whatever, and leaves them as they are', async () => {
    await core.unlockAs(0);
    const before = await copies();
    await core.ask('access.lock', {});
    for (const asked of [
      { accountId, passphrase, from: 'operations', backupId: null },
      { accountId: supervisor.id, passphrase: supervisor.passphrase, from: 'backup', backupId: before[0] ?? '' },
    ] as const) {
      expect(await core.refusal('access.repair', asked)).toMatchObject({
        code: 'NOT_ALLOWED',
        details: { reason: 'not-damaged' },
      });
    }
    expect((await core.ask('access.status', {})).session).toBeNull();
    await core.unlockAs(0);
    expect(await people()).toEqual(['Après', 'Nadia']);
    expect(await copies()).toEqual(before);
  });

  it('never brings back what a restore left behind', async () => {
    const file = join(core.dataDir, 'workspaces', 'own', 'cases.sqlite');
    const damaged = readFileSync(file).fill(7, 0, 4096);
    writeFileSync(file, damaged);
    const asked = { accountId, passphrase, from: 'backup' } as const;
    const refused = await core.refusal('access.repair', { ...asked, backupId: leftBehind });
    expect(refused).toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'before-restore' } });
    expect(readFileSync(file).equals(damaged)).toBe(true);
    const { details } = await core.refusal('access.unlock', { accountId, passphrase });
    expect(details).toMatchObject({ repair: 'backup' });
    await core.ask('access.repair', { ...asked, backupId: String(details['backupId']) });
    expect(await people()).toContain('Nadia');
  });
});
