import { describe, expect, it, onTestFinished } from 'vitest';
import { writeCanaries } from '../../support/canaries.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { backTo } from '../../support/old-store.ts';
import { ACCOUNTS, idMaker, placeSpace, withPeople } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const [{ id: accountId, passphrase }] = ACCOUNTS;

describe('a store of before notes had templates and actions objectives', () => {
  it('has what it held as notes of a meeting and actions for no objective, as a rebuild has them', async () => {
    const folder = tempFolder('plan-migration');
    onTestFinished(() => folder.cleanup());
    const space = await placeSpace(folder.path);
    const newId = idMaker(32);
    const core = withPeople(aCore(folder.path, { clock: { now: () => TEST_NOW } }));
    await core.prepare();
    await core.unlockAs(0);
    const caseId = await writeCanaries(core.ask, newId, TEST_NOW + 3_600_000);
    core.close();

    const before = await openStoreOf(space, accountId, passphrase, TEST_NOW);
    const held = projectionsOf(before.db);
    backTo(before.db, 90);
    expect(() => before.db.prepare('SELECT template FROM note').all()).toThrow(/no such column/);
    before.close();

    const store = await openStoreOf(space, accountId, passphrase, TEST_NOW);
    onTestFinished(() => store.close());
    expect(projectionsOf(store.db)).toEqual({ ...held, engagement: [], sheet: [] });
    store.log.rebuild();
    expect(projectionsOf(store.db), 'rebuilt').toEqual(held);
    expect(store.db.prepare('SELECT template, not_held, why, withdrawn_at FROM note').get()).toEqual({
      ...{ template: 'follow-up', not_held: null, why: '', withdrawn_at: null },
    });
    expect(store.db.prepare('SELECT kind, serves, is_together FROM action WHERE case_id = ?').get(caseId)).toEqual({
      ...{ kind: 'action', serves: null, is_together: 0 },
    });
    expect(store.db.prepare('SELECT text FROM private_line').all(), 'outside the log: gone with its table').toEqual([]);
  });
});
