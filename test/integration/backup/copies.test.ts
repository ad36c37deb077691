import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runCaseJobHere, type RunCaseJob } from '../../../src/main/backup/case-jobs.ts';
import { isWhole, openEncryptedToRead } from '../../../src/main/platform/db/encrypted-database.ts';
import { runWithKey } from '../../../src/main/platform/workers/keyed-worker.ts';
import type { BackupState } from '../../../src/shared/domain/backup/backup.schema.ts';
import { AppError } from '../../../src/shared/kernel/app-error.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { keyOf } from '../../support/space-key.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const DAY = 86_400_000;
const [{ id: accountId, passphrase }] = ACCOUNTS;
const WORKER = new URL('../../../src/main/backup/cases.worker.ts', import.meta.url);
const inWorker: RunCaseJob = (job, key, signal) => runWithKey(WORKER, job, key, signal);

let folder: TempFolder;
let now = TEST_NOW;
beforeEach(async () => {
  now = TEST_NOW;
  folder = tempFolder('copies');
  await placeSpace(folder.path);
});
afterEach(() => folder.cleanup());

interface Options {
  readonly dataDir?: string;
  readonly runCaseJob?: RunCaseJob;
  readonly afterUnlockMs?: number | null;
}

async function aCoreWith(
  options: Options = {},
): Promise<PeopleCore & { readonly states: () => readonly BackupState[] }> {
  const { dataDir = folder.path, ...rest } = options;
  const core = aCore(dataDir, { clock: { now: () => now }, ...rest });
  const people = withPeople(core);
  onTestFinished(() => people.close());
  await people.prepare();
  const states = (): readonly BackupState[] =>
    core.events.filter(({ name }) => name === 'backup.changed').map(({ payload }) => payload as BackupState);
  return { ...people, states };
}

const space = (dataDir = folder.path): string => join(dataDir, 'workspaces', 'own');
const copiesIn = (dataDir = folder.path): readonly string[] =>
  existsSync(join(space(dataDir), 'backups'))
    ? readdirSync(join(space(dataDir), 'backups')).filter((name) => name.includes('.sqlite'))
    : [];

async function opsOf(file: string): Promise<number> {
  const db = openEncryptedToRead(file, await keyOf(space(), accountId, passphrase));
  try {
    expect(isWhole(db)).toBe(true);
    const { ops, last } = db
      .prepare<[], { ops: number; last: number }>('SELECT count(*) AS ops, max(device_seq) AS last FROM op')
      .get()!;
    expect(ops).toBe(last);
    return ops;
  } finally {
    db.close();
  }
}

describe('the copy of the day', () => {
  it('comes after an unlock when something was written, once a day, with the keyring beside and a check', async () => {
    const core = await aCoreWith({ afterUnlockMs: 0 });
    await core.unlockAs(0);
    await core.aCaseFile();
    await core.ask('access.lock', {});
    // As if it had been cut off: without the copy that a lock takes.
    rmSync(join(space(), 'backups'), { recursive: true });
    await core.unlockAs(0);
    await expect
      .poll(() => core.states().at(-1))
      .toMatchObject({ isTaking: false, integrity: 'whole', checkedAt: now });
    expect(copiesIn()).toEqual([expect.stringMatching(/^daily-20260901T093000000Z\.sqlite$/)]);
    expect(await opsOf(join(space(), 'backups', copiesIn()[0]!))).toBe(4);
    expect(readFileSync(join(space(), 'backups', 'keyring.json'))).toEqual(readFileSync(join(space(), 'keyring.json')));
    expect(core.states().some(({ isTaking }) => isTaking)).toBe(true);

    await core.aCaseFile({ first: 'Paul', last: 'Meyer' });
    now += DAY;
    const before = core.states().length;
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    await expect.poll(() => core.states().slice(before).at(-1)).toMatchObject({ integrity: 'whole', checkedAt: now });
    expect(copiesIn()).toHaveLength(2);
    now += DAY;
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    await expect.poll(() => core.states().at(-1)).toMatchObject({ integrity: 'whole', checkedAt: now });
    expect(copiesIn()).toHaveLength(2);
  });

  it('is taken by a lock, and by whoever leaves, when the day has none yet and something was written', async () => {
    const core = await aCoreWith({ afterUnlockMs: 0 });
    await core.unlockAs(0);
    await core.ask('access.lock', {});
    expect(copiesIn()).toEqual([]);
    await core.unlockAs(0);
    await core.aCaseFile();
    await core.ask('access.lock', {});
    expect(copiesIn()).toEqual([expect.stringMatching(/^daily-20260901T093000000Z\.sqlite$/)]);
    expect(await opsOf(join(space(), 'backups', copiesIn()[0]!))).toBe(4);
    await core.unlockAs(0);
    await core.aCaseFile({ first: 'Paul', last: 'Meyer' });
    await core.ask('access.lock', {});
    expect(copiesIn()).toHaveLength(1);
    now += DAY;
    await core.unlockAs(0);
    await expect.poll(() => copiesIn()).toHaveLength(2);
    now += DAY;
    await core.aCaseFile({ first: 'Anne', last: 'Weber' });
    core.close();
    expect(copiesIn()).toHaveLength(3);
  });

  it('that fails keeps no lock from being done', async () => {
    const core = await aCoreWith({ afterUnlockMs: 0 });
    await core.unlockAs(0);
    await core.aCaseFile();
    const inTheWay = join(space(), 'backups', 'daily-20260901T093000000Z.sqlite.tmp');
    mkdirSync(inTheWay, { recursive: true });
    expect((await core.ask('access.lock', {})).session).toBeNull();
    expect(copiesIn()).toEqual(['daily-20260901T093000000Z.sqlite.tmp']);
  });

  it('is looked for again every ten minutes: the first day has one too', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const core = await aCoreWith({ afterUnlockMs: 0 });
    await core.unlockAs(0);
    await expect.poll(() => core.states().at(-1)?.integrity).toBe('whole');
    await core.aCaseFile();
    expect(copiesIn()).toEqual([]);
    vi.advanceTimersByTime(600_000);
    await expect.poll(() => copiesIn()).toEqual([expect.stringMatching(/^daily-.*\.sqlite$/)]);
    await core.ask('access.lock', {});
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stops when the case files are locked, and leaves nothing half-made', async () => {
    let start = (): void => undefined;
    const started = new Promise<void>((resolve) => (start = resolve));
    let go = (): void => undefined;
    const released = new Promise<void>((resolve) => (go = resolve));
    const runCaseJob: RunCaseJob = async (job, key, signal) => {
      start();
      await released;
      return runCaseJobHere(job, key, signal);
    };
    const core = await aCoreWith({ runCaseJob });
    await core.unlockAs(0);
    await core.aCaseFile();
    const taking = core.refusal('backup.take', {});
    await started;
    await core.ask('access.lock', {});
    go();
    expect((await taking).code).toBe('CANCELLED');
    expect(copiesIn()).toEqual([]);
    await core.unlockAs(0);
    expect(await core.ask('backup.list', {})).toMatchObject({
      copies: [],
      state: { isTaking: false, lastFailed: null },
    });
    expect((await core.ask('backup.take', {})).kind).toBe('asked');
  });

  it('that cannot be taken does not keep the file from being checked, after an erasure either', async () => {
    mkdirSync(join(space(), 'backups'));
    const state = { version: 1, integrity: 'unknown', checkedAt: null, copied: null, isErasureDue: true };
    writeFileSync(join(space(), 'backups', 'state.json'), JSON.stringify(state));
    const runCaseJob: RunCaseJob = (job, key, signal) =>
      job.kind === 'check'
        ? runCaseJobHere(job, key, signal)
        : Promise.reject(new AppError('DISK_FULL', 'There is no space left on the disk.'));
    const core = await aCoreWith({ afterUnlockMs: 0, runCaseJob });
    await core.unlockAs(0);
    await expect
      .poll(() => core.states().at(-1))
      .toMatchObject({ integrity: 'whole', checkedAt: now, lastFailed: 'DISK_FULL' });
  });

  it('that a full disk has no room for is told, costs nothing else, and leaves nothing', async (context) => {
    const disk = smallDisk(3 * 1024 * 1024);
    if (disk === null) return context.skip('no disk can be mounted here');
    onTestFinished(() => disk.cleanup());
    await placeSpace(disk.path);
    const core = await aCoreWith({ dataDir: disk.path });
    await core.unlockAs(0);
    await core.aCaseFile();
    disk.leave(64 * 1024);
    expect((await core.refusal('backup.take', {})).code).toBe('DISK_FULL');
    expect(core.states().at(-1)).toMatchObject({ isTaking: false, lastFailed: 'DISK_FULL', lastAt: null });
    expect(copiesIn(disk.path)).toEqual([]);
    expect(await core.ask('caseFile.portfolio', {})).toHaveLength(1);
    disk.free();
    expect((await core.ask('backup.take', {})).kind).toBe('asked');
    core.close();
  });
});

describe('a copy taken in a worker', () => {
  it('is one moment of a log that grows meanwhile', async () => {
    const core = await aCoreWith({ runCaseJob: inWorker });
    await core.unlockAs(0);
    const caseId = await core.aCaseFile();
    const progress = { isTaken: false };
    const taking = core.ask('backup.take', {}).finally(() => (progress.isTaken = true));
    let revision = 0;
    let turns = 0;
    while (!progress.isTaken || turns < 20) {
      const done = await core.ask('caseFile.setField', {
        ...{ commandId: core.newId(), caseId, change: { field: 'proudOf', value: `tour ${turns}` } },
        ...{ saidBy: 'person', saidOn: '2026-03-01', baseRevision: revision },
      });
      revision = done.revision;
      turns += 1;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    const copy = await taking;
    const held = await opsOf(join(space(), 'backups', `${copy.backupId}.sqlite`));
    expect(held).toBeGreaterThanOrEqual(4);
    expect(held).toBeLessThanOrEqual(4 + turns);
    const preview = await core.ask('backup.preview', { backupId: copy.backupId });
    expect(preview.lost.changes).toBe(4 + turns - held);
  });

  it('is cancelled by a lock, and another one is taken after two unlocks at once', async () => {
    const core = await aCoreWith({ runCaseJob: inWorker });
    await core.unlockAs(0);
    await core.aCaseFile();
    const taking = core.call('backup.take', {});
    await core.ask('access.lock', {});
    expect(await taking).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    await Promise.all([core.unlockAs(0), core.unlockAs(1)]);
    const copies = await Promise.all([core.ask('backup.take', {}), core.ask('access.status', {})]);
    expect(copies[0].kind).toBe('asked');
    expect(copiesIn()).toHaveLength(1);
  });
});

describe('a damaged keyring', () => {
  async function withACopy(): Promise<string> {
    const core = await aCoreWith({ afterUnlockMs: 0 });
    await core.unlockAs(0);
    await core.aCaseFile();
    await expect.poll(() => core.states().at(-1)?.integrity).toBe('whole');
    core.close();
    return join(space(), 'keyring.json');
  }

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 300)],
    [
      'of which a key is altered',
      (bytes: Buffer) => Buffer.from(bytes.toString().replace(/"data": "(.)/, '"data": "_')),
    ],
    [
      'of which a salt is altered',
      (bytes: Buffer) =>
        Buffer.from(bytes.toString().replace(/"salt": "(.)/, (_, first) => `"salt": "${first === 'A' ? 'B' : 'A'}`)),
    ],
  ])('%s gives way to its copy, and is kept', async (_, alter) => {
    const file = await withACopy();
    const whole = readFileSync(file);
    const damaged = alter(whole);
    writeFileSync(file, damaged);
    const core = await aCoreWith();
    expect((await core.ask('access.status', {})).accounts).toHaveLength(3);
    expect((await core.refusal('access.unlock', { accountId, passphrase: 'une autre phrase' })).code).toBe(
      'WRONG_PASSPHRASE',
    );
    expect(readFileSync(file).equals(damaged)).toBe(true);
    await core.unlockAs(0);
    expect((await core.ask('backup.list', {})).state.isKeyringRepaired).toBe(true);
    expect(readFileSync(file).equals(whole)).toBe(true);
    expect(readFileSync(`${file}.damaged-1`).equals(damaged)).toBe(true);
    await core.ask('access.lock', {});
    await core.unlockAs(0);
    expect((await core.ask('backup.list', {})).state.isKeyringRepaired).toBe(false);
  });

  it('does not give a passphrase of before another life', async () => {
    const file = await withACopy();
    const core = await aCoreWith();
    await core.unlockAs(0);
    await core.ask('access.changePassphrase', { current: passphrase, next: 'une phrase bien plus neuve' });
    core.close();
    writeFileSync(file, '{');
    const after = await aCoreWith();
    expect((await after.refusal('access.unlock', { accountId, passphrase })).code).toBe('WRONG_PASSPHRASE');
    await after.ask('access.unlock', { accountId, passphrase: 'une phrase bien plus neuve' });
  });
});
