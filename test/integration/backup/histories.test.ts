import { cpSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBackup } from '../../../src/main/backup/backup-folder.ts';
import { diagnose } from '../../../src/main/backup/diagnose.ts';
import { runCaseJobHere, type RunCaseJob } from '../../../src/main/backup/case-jobs.ts';
import { readableLog, wholeCopy } from '../../../src/main/backup/readable-log.ts';
import { replaceFrom, takeOver } from '../../../src/main/backup/refill.ts';
import { repairSpace } from '../../../src/main/backup/repair.ts';
import { stagingFolder, switchToStaged } from '../../../src/main/backup/space-switch.ts';
import { PROJECTIONS } from '../../../src/main/case-file/cases.use-cases.ts';
import { casesFile, type CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { openEncryptedToRead } from '../../../src/main/platform/db/encrypted-database.ts';
import { readableRows } from '../../../src/main/platform/db/salvage.ts';
import type { RepairOffer } from '../../../src/shared/domain/backup/backup.schema.ts';
import { ENTITIES_OF_WORDS } from '../../../src/shared/domain/operation/operation.ts';
import { AppError } from '../../../src/shared/kernel/app-error.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { keyOf } from '../../support/space-key.ts';
import { aNote } from '../../support/valid-inputs.ts';

const DAY = 86_400_000;
const [{ id: accountId, passphrase }] = ACCOUNTS;

let core: PeopleCore;
let now: number;
let hasRoom: boolean;
beforeEach(async () => {
  now = TEST_NOW;
  hasRoom = true;
  const runCaseJob: RunCaseJob = (job, key, signal) =>
    hasRoom || job.kind !== 'copy' || !job.to.includes('daily')
      ? runCaseJobHere(job, key, signal)
      : Promise.reject(new AppError('CANCELLED', 'Locked.'));
  core = await peopleCore('histories', { clock: { now: () => (now += 1) }, runCaseJob });
});
afterEach(() => core.cleanup());

const space = (): string => join(core.dataDir, 'workspaces', 'own');
const storeOf = (): Promise<CaseStore> => openStoreOf(space(), accountId, passphrase, now);
const offered = async (): Promise<RepairOffer> =>
  diagnose(space(), await keyOf(space(), accountId, passphrase), { isTailLost: false });
const names = async (): Promise<readonly string[]> =>
  (await core.ask('caseFile.portfolio', {})).map(({ first }) => first).toSorted();
const named = (first: string): Promise<string> => core.aCaseFile({ first, last: 'Essai' });

function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(7, 0, 4096);
  writeFileSync(file, bytes);
}

/** Two copies, a return to the first one, and no copy of what came after. */
async function aHistoryLeft(): Promise<readonly [string, string]> {
  await named('Un');
  const { backupId } = await core.ask('backup.take', {});
  await named('Deux');
  await named('Trois');
  const second = await core.ask('backup.take', {});
  hasRoom = false;
  await core.ask('backup.restore', { backupId });
  return [backupId, second.backupId];
}

describe('a copy of a history that an earlier restore left', () => {
  it('never takes the place of a log that is whole', async () => {
    await aHistoryLeft();
    expect(await offered()).toMatchObject({ repair: 'operations', lostOperations: 0 });
    await named('Quatre');
    await core.ask('access.lock', {});
    expect(await offered()).toMatchObject({ repair: 'operations', lostOperations: 0 });
  });

  it('is not said to lose nothing where its numbers go further than those of the file', async () => {
    await aHistoryLeft();
    await named('Quatre');
    await core.ask('access.lock', {});
    core.close();
    spoil(casesFile(space()));
    expect(await offered()).toMatchObject({ repair: 'backup', damage: 'file', lostOperations: -1 });
  });

  it('gives back what comes before the two part, and no more', async () => {
    const [first, second] = await aHistoryLeft();
    await named('Quatre');
    await core.ask('access.lock', {});
    const key = await keyOf(space(), accountId, passphrase);
    const log = readableLog(space(), key);
    const of = (backupId: string, asked = log) =>
      wholeCopy(space(), key, { backup: findBackup(space(), backupId), log: asked });
    expect(of(second)).toMatchObject({ last: 12, reach: 12, kept: 4 });
    expect(of(first)).toMatchObject({ last: 4, reach: 8, kept: 8 });
    // A page of the log that cannot be read, where the copy ends: its index still names what was there.
    const withAGap = { ...log, byNumber: new Map([...log.byNumber].filter(([number]) => number !== 4)) };
    expect(of(first, withAGap)).toMatchObject({ reach: 8, kept: 8 });
  });

  it('is not taken for the newest because it has more in it', async () => {
    await aHistoryLeft();
    await named('Quatre');
    const { backupId } = await core.ask('backup.take', {});
    core.close();
    spoil(casesFile(space()));
    expect(await offered()).toMatchObject({ repair: 'backup', backupId, lostOperations: 0 });
  });
});

describe('the newest copy', () => {
  it('is told by what it holds: a folder that was copied gives every file the date of that day', async () => {
    await named('Un');
    const old = await core.ask('backup.take', {});
    const migrated = join(space(), 'backups', 'before-30.sqlite');
    cpSync(join(space(), 'backups', `${old.backupId}.sqlite`), migrated);
    now += 40 * DAY;
    await named('Deux');
    const { backupId } = await core.ask('backup.take', {});
    utimesSync(migrated, (now + DAY) / 1000, (now + DAY) / 1000);
    core.close();
    spoil(casesFile(space()));
    expect(await offered()).toMatchObject({ repair: 'backup', backupId, lostOperations: 0 });
  });
});

describe('going back to a copy', () => {
  it('keeps who looked at what, and what each screen remembers', async () => {
    await named('Un');
    const { backupId } = await core.ask('backup.take', {});
    await core.ask('caseFile.portfolioCsv', { reason: 'Pour la réunion' });
    await core.ask('preference.set', { name: 'onboarding', value: '{"step":3}' });
    await core.ask('backup.restore', { backupId });
    expect((await core.ask('preference.get', { name: 'onboarding' })).value).toBe('{"step":3}');
    await core.ask('access.lock', {});
    const store = await storeOf();
    const acts = store.db.prepare<[], string>('SELECT act FROM access_log ORDER BY id').pluck().all();
    store.close();
    expect(acts.filter((act) => act !== 'opened')).toEqual(['exported', 'restored']);
  });

  it('that a process left half-made leaves nothing at the next opening', async () => {
    await named('Un');
    mkdirSync(join(space(), 'staging'));
    writeFileSync(join(space(), 'staging', 'cases.sqlite'), 'case files');
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    expect(existsSync(join(space(), 'staging'))).toBe(false);
    expect(await names()).toEqual(['Un']);
  });

  it('is refused while the staged file has something in its log', async () => {
    await named('Un');
    await core.ask('access.lock', {});
    const staged = casesFile(stagingFolder(space()));
    writeFileSync(staged, 'staged');
    writeFileSync(`${staged}-wal`, 'not in the file yet');
    expect(() => switchToStaged(space(), 'damaged-1')).toThrow(AppError);
    await core.unlockAs(0);
    expect(await names()).toEqual(['Un']);
  });
});

describe('what a repair takes over beside the log', () => {
  it('has the drafts begun in a file that was opened again after its words were erased', async () => {
    const caseId = await named('Un');
    await core.ask('note.validate', { commandId: core.newId(), caseId, body: aNote('Ancienne.'), baseVersion: null });
    await core.ask('access.lock', {});
    const store = await storeOf();
    store.log.erase(
      {
        ...{ opId: core.newId(), actorId: accountId, caseId, entity: 'caseFile', entityId: caseId },
        ...{ kind: 'caseFile.eraseWords', baseRevision: null, payload: {} },
      },
      ENTITIES_OF_WORDS,
      () => undefined,
    );
    store.close();
    now += DAY;
    await core.unlockAs(0);
    await core.ask('note.saveDraft', { caseId, body: aNote('Commencée depuis.'), baseVersion: null });
    await core.ask('access.lock', {});
    core.close();
    const key = await keyOf(space(), accountId, passphrase);
    await spoilAPageOf('case_file');
    const options = { projections: PROJECTIONS, clock: { now: () => now } };
    repairSpace(space(), key, { from: 'operations', backupId: null }, options);
    const mended = await storeOf();
    const drafts = mended.db.prepare('SELECT version FROM draft').pluck().all();
    expect(mended.db.prepare('SELECT version FROM draft_mark').pluck().all()).toEqual(drafts);
    mended.close();
    expect(drafts).toHaveLength(1);
  });

  it('has no words that were erased since the copy: no note, no sheet', async () => {
    const caseId = await named('Un');
    const of = () => ({ commandId: core.newId(), caseId });
    await core.ask('note.validate', { ...of(), body: aNote('Ancienne.'), baseVersion: null });
    await core.ask('sheet.keep', { ...of(), isLarge: false, isReadTogether: false, bring: [], phone: '' });
    const { backupId } = await core.ask('backup.take', {});
    await core.ask('access.lock', {});
    const store = await storeOf();
    const erasing = { opId: core.newId(), actorId: accountId, caseId, entity: 'caseFile', entityId: caseId };
    const command = { ...erasing, kind: 'caseFile.eraseWords', baseRevision: null, payload: {} };
    store.log.erase(command, ENTITIES_OF_WORDS, () => undefined);
    store.close();
    core.close();
    const key = await keyOf(space(), accountId, passphrase);
    await spoilAPageOf('case_file');
    const options = { projections: PROJECTIONS, clock: { now: () => now } };
    repairSpace(space(), key, { from: 'backup', backupId }, options);
    const mended = await storeOf();
    const said = mended.db.prepare('SELECT DISTINCT entity FROM op WHERE payload IS NOT NULL').pluck().all();
    const kept = mended.db.prepare('SELECT count(*) FROM sheet').pluck().get();
    mended.close();
    expect(said).toEqual(['caseFile']);
    expect(kept).toBe(0);
  });

  it('is each line that can be read, over those of the copy, where a page of their table is damaged', async () => {
    await named('Un');
    core.close();
    const store = await storeOf();
    const add = store.db.prepare('INSERT OR REPLACE INTO draft VALUES (?, ?, 1, ?, ?)');
    const write = (count: number, savedAt: number): void => {
      for (let rank = 0; rank < count; rank += 1) add.run(`case-${rank}`, accountId, savedAt, 'x'.repeat(1500));
    };
    write(20, 1);
    const older = join(space(), 'older');
    mkdirSync(older);
    store.db.prepare('VACUUM INTO ?').run(casesFile(older));
    write(24, 2);
    store.close();
    cpSync(join(space(), 'keyring.json'), join(older, 'keyring.json'));
    const copy = await openStoreOf(older, accountId, passphrase, now);
    await spoilAPageOf('draft');
    const damaged = openEncryptedToRead(casesFile(space()), await keyOf(space(), accountId, passphrase));
    const readable = readableRows(damaged, 'draft').rows.length;
    expect(takeOver(damaged, copy.db, ['draft'])).toEqual(['draft']);
    damaged.close();
    const newer = copy.db.prepare<[], number>('SELECT count(*) FROM draft WHERE saved_at = 2').pluck().get();
    const all = copy.db.prepare<[], number>('SELECT count(*) FROM draft').pluck().get();
    copy.close();
    expect(readable).toBeGreaterThan(0);
    expect(newer).toBe(readable);
    expect(all).toBeGreaterThanOrEqual(20);
  });

  it('is not the numbers that the search gives to notes: they are made with the notes', async () => {
    const caseId = await named('Un');
    await core.ask('note.validate', { commandId: core.newId(), caseId, body: aNote('Vue.'), baseVersion: null });
    core.close();
    const one = await storeOf();
    const older = join(space(), 'older');
    mkdirSync(older);
    one.db.prepare('VACUUM INTO ?').run(casesFile(older));
    one.db.exec('UPDATE searched_note SET seq = seq + 5');
    cpSync(join(space(), 'keyring.json'), join(older, 'keyring.json'));
    const copy = await openStoreOf(older, accountId, passphrase, now);
    const numbers = copy.db.prepare('SELECT * FROM searched_note').all();
    expect(replaceFrom(one.db, copy.db, PROJECTIONS)).toEqual([]);
    expect(copy.db.prepare('SELECT * FROM searched_note').all()).toEqual(numbers);
    copy.close();
    one.close();
  });

  async function spoilAPageOf(table: string): Promise<void> {
    const store = await storeOf();
    const page = store.db
      .prepare<[string], number>(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' LIMIT 1`)
      .pluck()
      .get(table);
    store.close();
    if (page === undefined) throw new Error(`${table} has no page.`);
    const bytes = readFileSync(casesFile(space()));
    bytes[(page - 1) * 4096 + 2000]! ^= 1;
    writeFileSync(casesFile(space()), bytes);
  }
});
