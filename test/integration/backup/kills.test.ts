import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupIdOf } from '../../../src/main/backup/backup-folder.ts';
import { isWhole } from '../../../src/main/platform/db/encrypted-database.ts';
import { repairOfferSchema } from '../../../src/shared/domain/backup/backup.schema.ts';
import type { Envelope } from '../../../src/shared/contract/wire.ts';
import { aCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import type { KillAt } from '../../support/kill-points.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { ACCOUNTS, placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const KILLED_CORE = join(import.meta.dirname, '../../support/killed-core.ts');
const DAY = 86_400_000;
const NOW = TEST_NOW + DAY;
const [{ id: accountId, passphrase }] = ACCOUNTS;
const UNLOCK = { at: NOW, name: 'access.unlock', input: { accountId, passphrase } };

/** What a restore keeps of what was there; points of a kill say its name without its instant. */
const KEPT = backupIdOf('before-restore', NOW);

const around = (what: string, name: string, occurrence = 1): readonly KillAt[] =>
  ['before', 'after'].map((when) => ({ point: `${when} ${what} ${name}`, occurrence }));

/** Every place where the name of a file changes while a copy takes the place of the case files. */
const RESTORE_POINTS: readonly KillAt[] = [
  ...around('rename', 'cases.sqlite', 1),
  { point: 'operation row', occurrence: 1 },
  { point: 'operation before commit', occurrence: 1 },
  { point: 'operation after commit', occurrence: 1 },
  ...around('rename', 'switch-before-restore-*'),
  ...around('link', 'before-restore-*.sqlite'),
  ...around('remove', 'cases.sqlite-wal'),
  ...around('remove', 'cases.sqlite-shm'),
  ...around('rename', 'cases.sqlite', 2),
  ...around('remove', 'last-operation.json'),
  ...around('remove', 'switch-before-restore-*'),
  { point: 'operation before acknowledgement', occurrence: 1 },
];
const REPAIR_POINTS: readonly KillAt[] = [
  { point: 'opening before commit', occurrence: 1 },
  { point: 'opening after commit', occurrence: 2 },
  ...around('rename', 'switch-damaged-1'),
  ...around('link', 'cases.sqlite.damaged-1'),
  ...around('remove', 'cases.sqlite-wal'),
  ...around('remove', 'cases.sqlite-shm'),
  ...around('rename', 'cases.sqlite'),
  ...around('remove', 'last-operation.json'),
  ...around('remove', 'switch-damaged-1'),
  { point: 'opening before acknowledgement', occurrence: 1 },
];

interface Content {
  readonly log: readonly unknown[];
  readonly made: unknown;
}

describe('a process that is killed while a file takes the place of the case files', () => {
  let folder: TempFolder;
  let original: string;
  let copyId: string;
  let erased: string;
  let before: Content;

  beforeAll(async () => {
    folder = tempFolder('switch-kills');
    original = join(folder.path, 'original');
    await placeSpace(original);
    const core = await aCoreAt(original, TEST_NOW);
    await core.unlockAs(0);
    erased = await core.aCaseFile({ first: 'Amina', last: 'Diallo' });
    await core.aCaseFile();
    const { backupId } = await core.ask('backup.take', {});
    copyId = backupId;
    const copy = readFileSync(join(spaceOf(original), 'backups', `${copyId}.sqlite`));
    const { revision } = await core.ask('caseFile.get', { caseId: erased });
    const closed = await core.ask('caseFile.close', {
      ...{ commandId: core.newId(), caseId: erased, on: '2026-09-01', reason: 'mistake', outcome: 'not-known' },
      baseRevision: revision,
    });
    await core.ask('caseFile.erase', {
      ...{ commandId: core.newId(), caseId: erased, why: 'mistake', baseRevision: closed.revision },
    });
    await core.aCaseFile({ first: 'Paul', last: 'Meyer' });
    await core.ask('backup.list', {});
    core.close();
    // Kept elsewhere, and put back.
    writeFileSync(join(spaceOf(original), 'backups', `${copyId}.sqlite`), copy);
    before = await contentOf(original);
  });
  afterAll(() => folder.cleanup());

  const spaceOf = (dataDir: string): string => join(dataDir, 'workspaces', 'own');

  async function aCoreAt(dataDir: string, now: number): Promise<PeopleCore> {
    const core = withPeople(aCore(dataDir, { clock: { now: () => now } }));
    await core.prepare();
    return core;
  }
  async function contentOf(dataDir: string): Promise<Content> {
    const store = await openStoreOf(spaceOf(dataDir), accountId, passphrase, NOW);
    try {
      const made = projectionsOf(store.db);
      store.log.rebuild();
      expect(projectionsOf(store.db), 'rebuilt is not what was there').toEqual(made);
      expect(isWhole(store.db)).toBe(true);
      return { log: store.db.prepare('SELECT op_id, payload FROM op ORDER BY device_seq').all(), made };
    } finally {
      store.close();
    }
  }
  function aPlace(): string {
    const dataDir = join(folder.path, 'place');
    rmSync(dataDir, { recursive: true, force: true });
    cpSync(original, dataDir, { recursive: true });
    return dataDir;
  }
  /** Asks until the process kills itself: says whether it did. */
  function askUntilKilled(dataDir: string, killAt: KillAt, requests: readonly object[]): Promise<boolean> {
    const args = ['--no-warnings', KILLED_CORE, JSON.stringify({ dataDir, killAt })];
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder.path, 'compiled') };
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => undefined);
    const rest = [...requests];
    const next = (): void => {
      const request = rest.shift();
      if (request === undefined) child.stdin.end();
      else child.stdin.write(`${JSON.stringify(request)}\n`);
    };
    createInterface(child.stdout).on('line', (line) => {
      const answer = JSON.parse(line) as Envelope<unknown>;
      if (answer.ok || rest.length > 0) next();
      else child.stdin.end();
    });
    next();
    return new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal === 'SIGKILL')));
  }

  it.each(RESTORE_POINTS)('leaves what was there or what was asked, whole ($point, $occurrence)', async (killAt) => {
    const restored = await whatARestoreGives();
    const dataDir = aPlace();
    const requests = [UNLOCK, { at: NOW, name: 'backup.restore', input: { backupId: copyId } }];
    expect(await askUntilKilled(dataDir, killAt, requests), 'it never came there').toBe(true);
    const core = await aCoreAt(dataDir, NOW + DAY);
    await core.ask('access.unlock', { accountId, passphrase });
    expect((await core.refusal('caseFile.get', { caseId: erased })).code).toBe('NOT_FOUND');
    const { copies } = await core.ask('backup.list', {});
    core.close();
    const found = await contentOf(dataDir);
    const isRestored = found.log.length === restored.log.length;
    expect(found).toEqual(isRestored ? restored : before);
    if (isRestored) expect(copies.map(({ backupId }) => backupId)).toContain(KEPT);
  });

  let given: Content | null = null;
  async function whatARestoreGives(): Promise<Content> {
    if (given !== null) return given;
    const dataDir = join(folder.path, 'restored');
    cpSync(original, dataDir, { recursive: true });
    const core = await aCoreAt(dataDir, NOW);
    await core.ask('access.unlock', { accountId, passphrase });
    await core.ask('backup.restore', { backupId: copyId });
    core.close();
    given = await contentOf(dataDir);
    return given;
  }

  it.each(REPAIR_POINTS)('leaves a damaged file that can still be mended ($point, $occurrence)', async (killAt) => {
    const dataDir = aPlace();
    const file = join(spaceOf(dataDir), 'cases.sqlite');
    const bytes = readFileSync(file);
    const damagedAt = await aPageOfATable(bytes.length);
    bytes[damagedAt] = (bytes[damagedAt] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const input = { accountId, passphrase, from: 'operations', backupId: null };
    expect(await askUntilKilled(dataDir, killAt, [{ at: NOW, name: 'access.repair', input }])).toBe(true);
    const core = await aCoreAt(dataDir, NOW + DAY);
    const unlocked = await core.call('access.unlock', { accountId, passphrase });
    if (!unlocked.ok) {
      const offer = repairOfferSchema.parse(unlocked.error.details);
      expect(offer).toMatchObject({ repair: 'operations', lostOperations: 0 });
      await core.ask('access.repair', { accountId, passphrase, from: 'operations', backupId: null });
    }
    core.close();
    expect(await contentOf(dataDir)).toEqual(before);
    expect(readFileSync(`${file}.damaged-1`).equals(bytes)).toBe(true);
  });

  /** A place in a page that holds nothing of the log: the tables made of it, say. */
  async function aPageOfATable(length: number): Promise<number> {
    for (let at = 2_000; at < length; at += 4096) {
      const dataDir = aPlace();
      const file = join(spaceOf(dataDir), 'cases.sqlite');
      const bytes = readFileSync(file);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
      const core = await aCoreAt(dataDir, NOW);
      const error = await core.refusal('access.unlock', { accountId, passphrase });
      core.close();
      if (error.details['repair'] === 'operations') return at;
    }
    throw new Error('Every page is of the log.');
  }
});
