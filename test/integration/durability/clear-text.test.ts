import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fileLog } from '../../../src/main/platform/log/file-log.ts';
import { formsOf, openTraces, tracesIn } from '../../support/bytes-on-disk.ts';
import { CANARIES, CANARY_TEXTS, writeCanaries } from '../../support/canaries.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { backToSecondVersion } from '../../support/old-store.ts';
import { ACCOUNTS, idMaker, placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const [{ id: accountId, passphrase }] = ACCOUNTS;

interface Place {
  readonly folder: TempFolder;
  readonly space: string;
  start(): Promise<PeopleCore>;
}

async function aPlace(): Promise<Place> {
  const folder = tempFolder('clear-text');
  onTestFinished(() => folder.cleanup());
  const space = await placeSpace(folder.path);
  const clock = { now: () => TEST_NOW };
  return {
    folder,
    space,
    async start() {
      const core = withPeople(aCore(folder.path, { clock, log: fileLog(join(folder.path, 'logs'), clock) }));
      await core.prepare();
      await core.unlockAs(0);
      return core;
    },
  };
}

describe('what a person wrote', () => {
  it('would be found on the disk in any form it could have there', () => {
    const folder = tempFolder('forms');
    onTestFinished(() => folder.cleanup());
    for (const [index, form] of formsOf(CANARIES.last).entries()) {
      const here = join(folder.path, String(index));
      mkdirSync(here);
      writeFileSync(join(here, 'somewhere.bin'), Buffer.concat([Buffer.alloc(5_000, 1), form, Buffer.alloc(77, 2)]));
      expect(tracesIn(here, CANARY_TEXTS)).toHaveLength(1);
    }
  });

  it('is nowhere in clear in the data folder, nor in a file that the core has open, while it works and afterwards', async () => {
    const { folder, start } = await aPlace();
    const core = await start();
    await writeCanaries(core.ask, idMaker(21), TEST_NOW + 3_600_000);
    // What goes wrong is logged: the log must say nothing of it either.
    const { last } = CANARIES;
    await core.refusal('caseFile.create', { commandId: last, caseId: last, first: '', last });
    await core.refusal(last, { [last]: last });
    await core.refusal('access.unlock', { accountId, passphrase: CANARIES.note });
    expect(tracesIn(folder.path, CANARY_TEXTS)).toEqual([]);
    expect(openTraces(['self'], CANARY_TEXTS)).toEqual([]);
    core.close();
    expect(tracesIn(folder.path, CANARY_TEXTS)).toEqual([]);
    const again = await start();
    expect(JSON.stringify(await again.ask('caseFile.portfolio', {})), 'and it is there').toContain(CANARIES.last);
    again.close();
  });

  it('is not in clear in the copy that is made before the store changes', async () => {
    const { folder, space, start } = await aPlace();
    const core = await start();
    await writeCanaries(core.ask, idMaker(22), TEST_NOW + 3_600_000);
    core.close();
    const store = await openStoreOf(space, accountId, passphrase, TEST_NOW);
    backToSecondVersion(store.db);
    store.close();
    const migrated = await openStoreOf(space, accountId, passphrase, TEST_NOW);
    expect(tracesIn(join(space, 'backups'), CANARY_TEXTS)).toEqual([]);
    expect(tracesIn(folder.path, CANARY_TEXTS)).toEqual([]);
    migrated.close();
  });

  it('does not reach a temporary file, however much there is to sort', async () => {
    const { space, start } = await aPlace();
    const core = await start();
    await writeCanaries(core.ask, idMaker(23), TEST_NOW + 3_600_000);
    core.close();
    const { db, close } = await openStoreOf(space, accountId, passphrase, TEST_NOW);
    db.pragma('cache_size = 10');
    const sorted = () =>
      db
        .prepare(
          `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
           SELECT payload || i AS body FROM op, n ORDER BY body DESC`,
        )
        .iterate();
    const first = sorted();
    first.next();
    expect(openTraces(['self'], CANARY_TEXTS)).toEqual([]);
    first.return?.();
    // Where nothing forbids it, the same sort is found.
    db.pragma('temp_store = FILE');
    const spilled = sorted();
    spilled.next();
    if (process.platform === 'linux') expect(openTraces(['self'], CANARY_TEXTS)).not.toEqual([]);
    spilled.return?.();
    close();
  });
});
