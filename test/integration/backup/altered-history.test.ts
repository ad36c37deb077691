import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCaseJobHere } from '../../../src/main/backup/case-jobs.ts';
import { verifyIn } from '../../../src/main/backup/verify.use-cases.ts';
import type { CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { sealedAfter } from '../../../src/main/operation/operation.use-cases.ts';
import { openEncrypted } from '../../../src/main/platform/db/encrypted-database.ts';
import type { BackupState } from '../../../src/shared/domain/backup/backup.schema.ts';
import { writeCanaries } from '../../support/canaries.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { keyOf } from '../../support/space-key.ts';

const [{ id: accountId, name, passphrase }] = ACCOUNTS;
const TRIGGERS = ['op_is_never_changed', 'op_is_never_replaced', 'op_is_never_removed', 'op_is_sealed'];

let core: PeopleCore;
let now: number;
beforeEach(async () => {
  now = TEST_NOW;
  core = await peopleCore('altered', { clock: { now: () => now }, runCaseJob: runCaseJobHere, afterUnlockMs: 0 });
  await writeCanaries(core.ask, core.newId, TEST_NOW + 3_600_000);
});
afterEach(() => core.cleanup());

const space = (): string => join(core.dataDir, 'workspaces', 'own');
const states = (): readonly BackupState[] =>
  core.events.filter((event) => event.name === 'backup.changed').map(({ payload }) => payload as BackupState);
const verified = () => verifyIn(space(), { account: name, passphrase });

/** As somebody who has the key and not the application, while it is closed. */
async function behind(act: (db: CaseStore['db']) => void): Promise<void> {
  await core.ask('access.lock', {});
  const db = openEncrypted(join(space(), 'cases.sqlite'), await keyOf(space(), accountId, passphrase));
  const made = db.prepare<[], { name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
  );
  const triggers = made.all().filter((trigger) => TRIGGERS.includes(trigger.name));
  for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger.name}`);
  act(db);
  for (const trigger of triggers) db.exec(trigger.sql);
  db.close();
}
async function toldAfterUnlock(): Promise<BackupState['alteration']> {
  const before = states().length;
  await core.unlockAs(0);
  await expect
    .poll(() =>
      states()
        .slice(before)
        .some(({ checkedAt, isTaking }) => checkedAt !== null && !isTaking),
    )
    .toBe(true);
  return (await core.ask('backup.list', {})).state.alteration;
}

describe('a history that was changed without the application', () => {
  it('is told after the unlock and at once at the next, until one goes back to a copy of before', async () => {
    const copy = await core.ask('backup.take', {});
    await behind((db) =>
      db.exec(`UPDATE op SET payload = replace(payload, 'conduire', 'courir') WHERE entity = 'note'`),
    );
    const told = await toldAfterUnlock();
    expect(told).toMatchObject({ why: 'content', at: TEST_NOW });
    expect((await verified()).alteration).toEqual(told);
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    expect((await core.ask('backup.list', {})).state.alteration, 'at once').toEqual(told);
    await core.ask('backup.restore', { backupId: copy.backupId });
    expect((await core.ask('backup.list', {})).state.alteration).toBeNull();
    expect((await verified()).alteration).toBeNull();
  });

  it('is no copy to go back to', async () => {
    await behind((db) => db.exec(`UPDATE op SET actor_id = '${ACCOUNTS[1].id}' WHERE device_seq = 3`));
    expect(await toldAfterUnlock()).toMatchObject({ why: 'line', number: 3 });
    now += 60_000;
    const { backupId } = await core.ask('backup.take', {});
    expect(await core.refusal('backup.restore', { backupId })).toMatchObject({ code: 'BACKUP_UNREADABLE' });
  });

  it('shows when every link was made again: what was noted outside does not agree', async () => {
    await behind((db) => {
      const rows = db.prepare<[], Record<string, unknown>>('SELECT * FROM op ORDER BY device_seq').all();
      const bare = rows.map(({ salt: _s, digest: _d, link: _l, ...line }) =>
        line['entity'] === 'note' ? { ...line, payload: String(line['payload']).replace('conduire', 'courir') } : line,
      );
      const put = db.prepare(
        'UPDATE op SET payload = @payload, salt = @salt, digest = @digest, link = @link WHERE op_id = @op_id',
      );
      for (const { op_id, payload, salt, digest, link } of sealedAfter(db, 0, bare)) {
        put.run({ op_id, payload, salt, digest, link });
      }
    });
    expect((await verified()).alteration).toMatchObject({ why: 'end' });
    expect(await toldAfterUnlock()).toMatchObject({ why: 'end' });
  });

  it('is refused at the opening when its end was cut off, with what can be done', async () => {
    await behind((db) => db.exec('DELETE FROM op WHERE device_seq = (SELECT max(device_seq) FROM op)'));
    expect((await verified()).alteration).toMatchObject({ why: 'end' });
    expect(await core.refusal('access.unlock', { accountId, passphrase })).toMatchObject({
      ...{ code: 'CASES_UNREADABLE', details: { damage: 'last-writings' } },
    });
  });

  it('shows a note that reads otherwise than it was validated', async () => {
    await behind((db) => db.exec(`UPDATE note SET sections = replace(sections, 'conduire', 'courir')`));
    expect(await toldAfterUnlock()).toMatchObject({ why: 'tables' });
  });

  it('is whole again after the work of any day: erasure, copies, restore', async () => {
    const { backupId } = await core.ask('backup.take', {});
    const [file] = await core.ask('caseFile.portfolio', {});
    const { revision } = await core.ask('caseFile.get', { caseId: file!.id });
    const closed = await core.ask('caseFile.close', {
      ...{ commandId: core.newId(), caseId: file!.id, on: '2026-09-01', reason: 'moved', outcome: 'moved' },
      baseRevision: revision,
    });
    await core.ask('caseFile.erase', {
      ...{ commandId: core.newId(), caseId: file!.id, why: 'person-request', baseRevision: closed.revision },
    } as never);
    expect((await verified()).alteration).toBeNull();
    await core.ask('backup.list', {});
    expect(backupId).toMatch(/^asked-/);
    await core.aCaseFile();
    expect((await verified()).alteration).toBeNull();
  });
});
