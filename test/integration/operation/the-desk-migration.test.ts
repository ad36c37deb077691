import { describe, expect, it, onTestFinished } from 'vitest';
import { casesFile, type CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { writeCanaries } from '../../support/canaries.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { backTo } from '../../support/old-store.ts';
import { ACCOUNTS, idMaker, placeSpace, withPeople } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const [{ id: accountId, passphrase }] = ACCOUNTS;

describe('a store of before files were closed and tagged', () => {
  it('keeps all that it held, and takes what is new', async () => {
    const folder = tempFolder('desk-migration');
    onTestFinished(() => folder.cleanup());
    const space = await placeSpace(folder.path);
    const newId = idMaker(31);
    const core = withPeople(aCore(folder.path, { clock: { now: () => TEST_NOW } }));
    await core.prepare();
    await core.unlockAs(0);
    const caseId = await writeCanaries(core.ask, newId, TEST_NOW + 3_600_000);
    core.close();

    const opened = (): Promise<CaseStore> => openStoreOf(space, accountId, passphrase, TEST_NOW);
    const before = await opened();
    // As such a store says it: a closing without a reason.
    before.log.commit({
      ...{ opId: newId(), actorId: accountId, caseId, entity: 'caseFile', entityId: caseId, kind: 'caseFile.close' },
      ...{ baseRevision: null, payload: { on: '2026-08-31', outcome: 'lasting-job' } },
    });
    const held = projectionsOf(before.db);
    const accesses = allOf(before, 'access_log');
    const drafts = allOf(before, 'draft');
    expect(accesses.length).toBeGreaterThan(2);
    backTo(before.db, 30);
    expect(() => before.db.prepare('SELECT tags FROM case_file').all()).toThrow(/no such column/);
    expect(() => insertAccess(before, 'erased')).toThrow(/CHECK constraint/);
    before.close();

    const store = await opened();
    onTestFinished(() => store.close());
    expect(casesFile(space)).toBe(store.db.name);
    // What is kept since by tables that were not there: the log still has it.
    expect(projectionsOf(store.db)).toEqual({ ...held, reading: [], engagement: [], sheet: [] });
    store.log.rebuild();
    expect(projectionsOf(store.db), 'rebuilt').toEqual(held);
    expect(allOf(store, 'access_log')).toEqual(accesses);
    expect(allOf(store, 'draft')).toEqual(drafts);
    expect(store.db.prepare('SELECT closed_at, closing_reason, archived_on, tags FROM case_file').get()).toEqual({
      ...{ closed_at: TEST_NOW, closing_reason: null, archived_on: null, tags: '[]' },
    });
    for (const act of ['opened', 'copied', 'exported', 'printed', 'searched', 'restored', 'erased']) {
      insertAccess(store, act);
    }
    expect(() => insertAccess(store, 'guessed')).toThrow(/CHECK constraint/);
    for (const table of ['agency_tag', 'saved_view', 'preference']) expect(allOf(store, table), table).toEqual([]);
  });
});

function allOf({ db }: CaseStore, table: string): readonly unknown[] {
  return db.prepare(`SELECT * FROM ${table}`).all();
}

function insertAccess({ db }: CaseStore, act: string): void {
  db.prepare('INSERT INTO access_log (at, actor_id, act) VALUES (1, ?, ?)').run(accountId, act);
}
