import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWhole, openEncryptedToRead } from '../../../src/main/platform/db/encrypted-database.ts';
import type { CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { repairOfferSchema, type RepairOffer } from '../../../src/shared/domain/backup/backup.schema.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { writeCanaries } from '../../support/canaries.ts';
import { aCore, type TestCore } from '../../support/core.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { openStoreOf } from '../../support/killed-work.ts';
import { ACCOUNTS, idMaker, placeSpace, withPeople, type PeopleCore } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { keyOf } from '../../support/space-key.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const PAGE_BYTES = 4096;
const FLIPS = 200;
const HOUR = 3_600_000;
const [{ id: accountId, passphrase }] = ACCOUNTS;

const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** What is in a store: its log, and what people began; the tables made of the log by themselves. */
interface Content {
  readonly log: readonly unknown[];
  readonly drafts: readonly unknown[];
  readonly made: unknown;
}

describe('case files of which a byte is not what was written', () => {
  let folder: TempFolder;
  /** As it was left: whole, with a copy of an hour before. */
  let original: string;
  let written: Content;
  const told: Record<string, number> = {};

  beforeAll(async () => {
    console.log(`damage: VAV_SEED=${seed}`);
    folder = tempFolder('damage');
    original = join(folder.path, 'original');
    await placeSpace(original);
    const core = await aCoreAt(original, TEST_NOW + HOUR);
    await core.unlockAs(0);
    await writeCanaries(core.ask, idMaker(31), TEST_NOW + HOUR);
    await core.ask('backup.take', {});
    core.close();
    const later = await aCoreAt(original, TEST_NOW + 2 * HOUR);
    await later.unlockAs(0);
    await later.aCaseFile({ first: 'Paul', last: 'Meyer' });
    later.close();
    written = await contentOf(original);
  });
  afterAll(() => {
    console.log(`damage: ${JSON.stringify(told)}`);
    folder.cleanup();
  });

  const spaceOf = (dataDir: string): string => join(dataDir, 'workspaces', 'own');

  async function aCoreAt(dataDir: string, now: number): Promise<PeopleCore> {
    const core = withPeople(aCore(dataDir, { clock: { now: () => now } }));
    await core.prepare();
    return core;
  }
  async function contentOf(dataDir: string, check: (store: CaseStore) => void = () => undefined): Promise<Content> {
    const store = await openStoreOf(spaceOf(dataDir), accountId, passphrase, TEST_NOW);
    try {
      check(store);
      return {
        log: store.db.prepare('SELECT * FROM op ORDER BY device_seq').all(),
        drafts: store.db.prepare('SELECT * FROM draft ORDER BY case_id, version').all(),
        made: projectionsOf(store.db),
      };
    } finally {
      store.close();
    }
  }
  function aDamagedFolder(name: string, file: string, alter: (bytes: Buffer) => void): string {
    const dataDir = join(folder.path, name);
    rmSync(dataDir, { recursive: true, force: true });
    cpSync(original, dataDir, { recursive: true });
    const path = join(dataDir, file);
    const bytes = readFileSync(path);
    alter(bytes);
    writeFileSync(path, bytes);
    return dataDir;
  }
  const flip =
    (at: number) =>
    (bytes: Buffer): void => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    };
  const count = (what: string): void => void (told[what] = (told[what] ?? 0) + 1);

  /** Unlocks, repairs as it was proposed, and checks that what was announced is what is found. */
  async function unlockAndMend(dataDir: string, at: string): Promise<RepairOffer | null> {
    const core = await aCoreAt(dataDir, TEST_NOW + 3 * HOUR);
    try {
      const unlocked = await core.call('access.unlock', { accountId, passphrase });
      if (unlocked.ok) return null;
      expect(unlocked.error.code, at).toBe('CASES_UNREADABLE');
      const offer = repairOfferSchema.parse(unlocked.error.details);
      expect(offer.repair, at).not.toBe('none');
      await mend(core, offer, at);
      return offer;
    } finally {
      core.close();
    }
  }
  async function mend(core: TestCore, offer: RepairOffer, at: string): Promise<void> {
    const damaged = readFileSync(join(spaceOf(core.dataDir), 'cases.sqlite'));
    const { repaired, status } = await core.ask('access.repair', {
      ...{ accountId, passphrase, from: offer.repair as 'operations' | 'backup', backupId: offer.backupId ?? null },
    });
    expect(status.session?.id, at).toBe(accountId);
    expect(repaired.lostOperations, at).toBe(offer.lostOperations);
    expect(readFileSync(join(spaceOf(core.dataDir), repaired.keptAs)).equals(damaged), at).toBe(true);
    expect(await core.ask('caseFile.portfolio', {}), at).toBeDefined();
    await core.ask('access.lock', {});
    const { log, drafts, made } = await contentOf(core.dataDir, assertRebuilt);
    expect(log, at).toEqual(written.log.slice(0, log.length));
    const lost = written.log.length - log.length;
    if (offer.lostOperations !== -1) expect(lost, at).toBe(offer.lostOperations);
    if (lost === 0) expect(made, at).toEqual(written.made);
    if (lost === 0 && !repaired.unreadable.includes('draft')) expect(drafts, at).toEqual(written.drafts);
  }
  function assertRebuilt({ db, log }: CaseStore): void {
    const incremental = projectionsOf(db);
    log.rebuild();
    expect(projectionsOf(db)).toEqual(incremental);
    expect(isWhole(db)).toBe(true);
  }

  it(
    'are explained with what would be lost, and mended with that loss and no other',
    { timeout: 300_000 },
    async () => {
      const draw = drawFrom(seed);
      const bytes = statSync(join(spaceOf(original), 'cases.sqlite')).size;
      const pages = Math.floor(bytes / PAGE_BYTES);
      const positions = Array.from({ length: FLIPS }, (_, index) =>
        index < pages ? index * PAGE_BYTES + draw.below(PAGE_BYTES) : draw.below(bytes),
      );
      for (const at of [...positions, 0, 15, 16, 24, 99, bytes - 1]) {
        const dataDir = aDamagedFolder('flipped', 'workspaces/own/cases.sqlite', flip(at));
        const offer = await unlockAndMend(dataDir, `byte ${at}`);
        expect(offer, `byte ${at} went unseen`).not.toBeNull();
        count(`${offer?.damage ?? ''} → ${offer?.repair ?? ''} (${offer?.lostOperations ?? ''} lost)`);
      }
    },
  );

  it('in the log of the pages are seen too, though SQLite drops what comes after without a word', async () => {
    const draw = drawFrom(seed + 1);
    const source = await aFolderLeftByAKill();
    const log = join(spaceOf(source), 'cases.sqlite-wal');
    const bytes = readFileSync(log);
    const frames = Math.floor((bytes.length - 32) / (PAGE_BYTES + 24));
    const whole = await unlockedLog(source);
    for (let turn = 0; turn < 40; turn += 1) {
      const at = turn < frames ? 32 + turn * (PAGE_BYTES + 24) + draw.below(PAGE_BYTES + 24) : draw.below(bytes.length);
      const dataDir = join(folder.path, 'wal');
      rmSync(dataDir, { recursive: true, force: true });
      cpSync(source, dataDir, { recursive: true });
      const flipped = Buffer.from(bytes);
      flip(at)(flipped);
      writeFileSync(join(spaceOf(dataDir), 'cases.sqlite-wal'), flipped);
      const core = await aCoreAt(dataDir, TEST_NOW + 3 * HOUR);
      const unlocked = await core.call('access.unlock', { accountId, passphrase });
      if (unlocked.ok) {
        core.close();
        expect(await logAt(dataDir), `byte ${at} of the log went unseen`).toEqual(whole);
        count('log of pages: harmless');
        continue;
      }
      expect(unlocked.error.code).toBe('CASES_UNREADABLE');
      const offer = repairOfferSchema.parse(unlocked.error.details);
      const { repaired } = await core.ask('access.repair', {
        ...{ accountId, passphrase, from: offer.repair as 'operations' | 'backup', backupId: offer.backupId ?? null },
      });
      core.close();
      const found = await logAt(dataDir);
      expect(found).toEqual(whole.slice(0, found.length));
      expect(repaired.lostOperations, `byte ${at}`).toBe(offer.lostOperations);
      expect(whole.length - found.length, `byte ${at}`).toBe(offer.lostOperations);
      expect(existsSync(join(spaceOf(dataDir), `${repaired.keptAs}-wal`))).toBe(true);
      count(`log of pages: ${offer.damage ?? ''} → ${offer.repair}`);
    }
  });

  /** A data folder as a process that was killed leaves it: its last operations are in the log of the pages. */
  async function aFolderLeftByAKill(): Promise<string> {
    const working = join(folder.path, 'working');
    cpSync(original, working, { recursive: true });
    const core = await aCoreAt(working, TEST_NOW + 3 * HOUR);
    await core.unlockAs(0);
    const newId = idMaker(77);
    const person = { first: 'Zoé', last: 'Klein', phone: '', supportMode: null };
    for (let turn = 0; turn < 4; turn += 1) {
      await core.ask('caseFile.create', { commandId: newId(), caseId: newId(), ...person });
    }
    const left = join(folder.path, 'left');
    cpSync(working, left, { recursive: true });
    for (const name of readdirSync(spaceOf(left))) if (name.endsWith('-shm')) rmSync(join(spaceOf(left), name));
    core.close();
    return left;
  }
  async function logAt(dataDir: string): Promise<readonly unknown[]> {
    const db = openEncryptedToRead(
      join(spaceOf(dataDir), 'cases.sqlite'),
      await keyOf(spaceOf(dataDir), accountId, passphrase),
    );
    try {
      return db.prepare('SELECT op_id FROM op ORDER BY device_seq').pluck().all();
    } finally {
      db.close();
    }
  }
  async function unlockedLog(source: string): Promise<readonly unknown[]> {
    const dataDir = join(folder.path, 'kept');
    cpSync(source, dataDir, { recursive: true });
    return logAt(dataDir);
  }

  it.each(['workspaces/own/last-operation.json', 'workspaces/own/backups/state.json', 'workspace.json'])(
    'in %s cost nothing that people wrote',
    async (file) => {
      const size = statSync(join(original, file)).size;
      const draw = drawFrom(seed + 2);
      for (let turn = 0; turn < 10; turn += 1) {
        const dataDir = aDamagedFolder('small', file, flip(draw.below(size)));
        const core = await aCoreAt(dataDir, TEST_NOW + 3 * HOUR);
        if ((await core.ask('workspace.status', {})).current !== 'own') {
          core.close();
          continue;
        }
        await core.unlockAs(0);
        core.close();
        expect((await contentOf(dataDir)).log).toEqual(written.log);
        count(`${file}: harmless`);
      }
    },
  );
});
