import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backupFile, listBackups } from '../../../src/main/backup/backup-folder.ts';
import { isWhole, openEncryptedToRead } from '../../../src/main/platform/db/encrypted-database.ts';
import type { CaseStore } from '../../../src/main/operation/operation.use-cases.ts';
import { drawFrom, type Draw } from '../../../src/shared/kernel/draw.ts';
import { makeCaseClient } from '../../support/case-client.ts';
import type { CaseClient, Intent } from '../../support/case-intents.ts';
import { aCore, placeRelease, type TestCore } from '../../support/core.ts';
import { fixtureRelease, TEST_NOW, type FixtureRelease } from '../../support/fixture-release.ts';
import type { KillAt } from '../../support/kill-points.ts';
import { acknowledge, openStoreOf, workUntilKilled, type KilledWork, type Opening } from '../../support/killed-work.ts';
import { foundIn } from '../../support/ledger.ts';
import { backToSecondVersion } from '../../support/old-store.ts';
import { makeMeetingClient } from '../../support/meeting-client.ts';
import { ACCOUNTS, placeSpace } from '../../support/people.ts';
import { projectionsOf } from '../../support/projection-tables.ts';
import { faultsOf, settle } from '../../support/whole-store.ts';
import { keyOf } from '../../support/space-key.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

/** `VAV_KILLS=500 VAV_KILLS_IN=meeting` for more, in one kind of work. */
const KILLS = Number(process.env['VAV_KILLS'] ?? 100);
/** As many processes as the machines that run this have cores. */
const LANES = 2;
/** Kills that one store goes through before another one is made. */
const KILLS_A_STORE = 8;

type Scene = 'work' | 'meeting' | 'creation' | 'migration';
interface Point {
  readonly scene: Scene;
  readonly point: string;
  /** The kill comes at one of its first passages. */
  readonly within: number;
}

const around = (scene: Scene, within: number, work: string, places: readonly string[]): readonly Point[] =>
  places.map((place) => ({ scene, point: `${work} ${place}`, within }));
const renames = (scene: Scene, file: string, within = 1): readonly Point[] =>
  ['before', 'after'].map((when) => ({ scene, point: `${when} rename ${file}`, within }));
const COMMIT = ['before commit', 'after commit'];
const ACKNOWLEDGEMENT = ['before acknowledgement', 'after acknowledgement'];

/** Every place where a process may die that makes a difference to what the next one finds. */
const ALL_POINTS: readonly Point[] = [
  ...around('work', 40, 'operation', ['row', ...COMMIT, ...ACKNOWLEDGEMENT]),
  ...around('work', 8, 'draft', [...COMMIT, ...ACKNOWLEDGEMENT]),
  ...around('work', 5, 'validation', ['row', ...COMMIT, ...ACKNOWLEDGEMENT]),
  ...renames('work', 'attempts.json', 2),
  ...around('meeting', 40, 'operation', ['row', ...COMMIT, ...ACKNOWLEDGEMENT]),
  ...around('meeting', 6, 'draft', [...COMMIT, ...ACKNOWLEDGEMENT]),
  ...around('meeting', 2, 'validation', ['row', ...COMMIT, ...ACKNOWLEDGEMENT]),
  ...renames('creation', 'workspace.json'),
  ...renames('creation', 'keyring.json'),
  ...around('creation', 3, 'opening', COMMIT),
  ...around('creation', 1, 'opening', ACKNOWLEDGEMENT),
  ...renames('migration', 'before-update-*.sqlite'),
  ...around('migration', 1, 'opening', [...COMMIT, ...ACKNOWLEDGEMENT]),
];

const POINTS = ALL_POINTS.filter(({ scene }) => scene === (process.env['VAV_KILLS_IN'] ?? scene));

/** Scenes whose store is there before, and goes through several kills. */
function isAtWork(scene: Scene): boolean {
  return scene === 'work' || scene === 'meeting';
}

/** Whether what was asked is on the disk, though nobody was told. */
function isPastCommit(point: string): boolean {
  return point.endsWith('after commit') || point.endsWith('before acknowledgement');
}

const seed = Number(process.env['VAV_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const [{ id: accountId, passphrase, name, agency }] = ACCOUNTS;
const UNLOCK: Opening = { name: 'access.unlock', input: { accountId, passphrase } };
const CREATE: Opening = { name: 'access.createSpace', input: { name, agency, passphrase } };

interface Place {
  readonly dataDir: string;
  readonly client: CaseClient;
}

describe('a core whose process is killed', () => {
  let fixture: FixtureRelease;
  let sirets: readonly string[];
  let compiled: TempFolder;
  const folders: TempFolder[] = [];
  const told = { acknowledged: 0, landed: 0, absent: 0, oldestLostMs: 0, left: 0 };

  beforeAll(async () => {
    console.log(`kills of the core: VAV_SEED=${seed}`);
    compiled = tempFolder('compiled');
    folders.push(compiled);
    fixture = await fixtureRelease();
    sirets = await someSirets();
  });
  afterAll(() => {
    fixture.cleanup();
    for (const { cleanup } of folders) cleanup();
  });

  function aFolder(): string {
    const folder = tempFolder('killed');
    folders.push(folder);
    placeRelease(folder.path, 'own', fixture.root);
    return folder.path;
  }
  const folderOf = (dataDir: string): string => join(dataDir, 'workspaces', 'own');

  async function someSirets(): Promise<readonly string[]> {
    const dataDir = aFolder();
    await placeSpace(dataDir);
    const core = await openedCore(dataDir, TEST_NOW);
    const query = { romes: ['D1106'], communeCode: '57463', radiusKm: 30, group: 'private', sections: [], sizes: [] };
    const answer = await core.call('suggestion.employers', {
      ...query,
      order: 'plain',
      seed: '',
      offset: 0,
      limit: 20,
    });
    core.close();
    if (!answer.ok) throw new Error(answer.error.message);
    return (answer.data as { rows: { siret: string }[] }).rows.map(({ siret }) => siret);
  }

  /** The next process: the core in this one, opened as after any start. */
  async function openedCore(dataDir: string, now: number, opening: Opening = UNLOCK): Promise<TestCore> {
    const core = aCore(dataDir, { clock: { now: () => now } });
    await core.prepare();
    const opened = await core.call(opening.name, opening.input);
    if (!opened.ok) throw new Error(`${opening.name}: ${opened.error.code}`);
    return core;
  }

  async function aPlace(scene: Scene, draw: Draw): Promise<Place> {
    const dataDir = aFolder();
    const options = { seed: draw.below(2 ** 31), now: TEST_NOW, sirets };
    if (scene === 'creation') return { dataDir, client: makeCaseClient(options) };
    await placeSpace(dataDir);
    if (scene === 'work') return { dataDir, client: makeCaseClient(options) };
    if (scene === 'meeting') return { dataDir, client: makeMeetingClient(options) };
    const client = makeCaseClient({ ...options, isOldStore: true });
    const core = await openedCore(dataDir, TEST_NOW);
    for (let command = 0; command < 15; command += 1) {
      const intent = client.next();
      acknowledge(client, intent, await core.call(intent.name, intent.input));
    }
    core.close();
    const store = await openStoreOf(folderOf(dataDir), accountId, passphrase, TEST_NOW);
    backToSecondVersion(store.db);
    store.close();
    return { dataDir, client };
  }

  function assertRebuilt({ db, log }: CaseStore): void {
    const incremental = projectionsOf(db);
    log.rebuild();
    expect(projectionsOf(db), 'rebuilt is not what was there').toEqual(incremental);
    expect(isWhole(db)).toBe(true);
  }

  async function check(place: Place, scene: Scene, { point }: KillAt, work: KilledWork): Promise<void> {
    const { dataDir, client } = place;
    const folder = folderOf(dataDir);
    if (scene === 'creation' && !existsSync(join(folder, 'keyring.json'))) {
      expect(work, 'a space that was acknowledged is gone').toMatchObject({ inFlight: 'opening', acknowledged: 0 });
      (await openedCore(dataDir, client.now(), CREATE)).close();
    }
    if (scene === 'migration') await assertCopy(folder);
    const account = scene === 'creation' ? await onlyAccount(dataDir) : accountId;
    const reopened = await openStoreOf(folder, account, passphrase, client.now());
    const intent = typeof work.inFlight === 'object' ? work.inFlight : null;
    const isLanded = intent !== null && settle(client, intent, foundIn(reopened.db));
    if (intent !== null) told[isLanded ? 'landed' : 'absent'] += 1;
    expect(isLanded, 'the process did not die where it was to').toBe(isAtWork(scene) && isPastCommit(point));
    expect(faultsOf(foundIn(reopened.db), client)).toEqual([]);
    assertRebuilt(reopened);
    for (const [caseId, text] of Object.entries(foundIn(reopened.db).drafts)) {
      const lostMs = client.lostWordsMs(caseId, text);
      told.oldestLostMs = Math.max(told.oldestLostMs, lostMs);
      expect(lostMs, 'words older than two seconds are gone').toBeLessThanOrEqual(2_000);
    }
    reopened.close();
    await askAgain(place, account, intent, isLanded);
    told.left += leftIn(dataDir).length;
  }

  /** Asked again with the same identifier, it is done once, whether it had been done or not. */
  async function askAgain(place: Place, account: string, intent: Intent | null, isLanded: boolean): Promise<void> {
    const { dataDir, client } = place;
    const opening: Opening = { name: 'access.unlock', input: { accountId: account, passphrase } };
    const core = await openedCore(dataDir, client.now(), opening);
    if (intent !== null) {
      const answer = await core.call(intent.name, intent.input);
      const { opId } = intent.effect;
      if (!isLanded) acknowledge(client, intent, answer);
      else
        expect(answer).toMatchObject(
          opId === null ? { ok: true } : { data: { opId, revision: client.ledger.operations.get(opId) } },
        );
    }
    core.close();
    const store = await openStoreOf(folderOf(dataDir), account, passphrase, client.now());
    expect(faultsOf(foundIn(store.db), client)).toEqual([]);
    store.close();
  }

  async function onlyAccount(dataDir: string): Promise<string> {
    const core = aCore(dataDir);
    await core.prepare();
    const { accounts } = await core.ask('access.status', {});
    core.close();
    expect(accounts).toHaveLength(1);
    return accounts[0]?.id ?? '';
  }

  /** A copy that has its name is whole, and as the store was before. */
  async function assertCopy(folder: string): Promise<void> {
    for (const { backupId } of listBackups(folder)) {
      const db = openEncryptedToRead(backupFile(folder, backupId), await keyOf(folder, accountId, passphrase));
      expect(isWhole(db)).toBe(true);
      expect(db.prepare('SELECT max(version) FROM migration').pluck().get()).toBe(20);
      db.close();
    }
  }

  function leftIn(dataDir: string): readonly string[] {
    return readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.tmp'));
  }

  async function lane(kills: readonly { readonly point: Point; readonly seed: number }[]): Promise<void> {
    const places = new Map<Scene, Place>();
    for (const [index, { point, seed: killSeed }] of kills.entries()) {
      const draw = drawFrom(killSeed);
      const killAt: KillAt = { point: point.point, occurrence: draw.between(1, point.within) };
      const kept = index % KILLS_A_STORE === 0 ? undefined : places.get(point.scene);
      const place = kept ?? (await aPlace(point.scene, draw));
      if (isAtWork(point.scene)) places.set(point.scene, place);
      await killOnce(place, point.scene, killAt);
    }
  }

  async function killOnce(place: Place, scene: Scene, killAt: KillAt): Promise<void> {
    try {
      const opening = scene === 'creation' ? CREATE : UNLOCK;
      const work = await workUntilKilled(place.dataDir, {
        client: place.client,
        opening,
        killAt,
        compiled: compiled.path,
      });
      told.acknowledged += work.acknowledged;
      await check(place, scene, killAt, work);
    } catch (error) {
      throw new Error(`${killAt.point} (${killAt.occurrence}), VAV_SEED=${seed}: ${String(error)}`, { cause: error });
    }
  }

  it(
    `loses nothing that was acknowledged, in ${KILLS} kills at every point there is`,
    { timeout: KILLS * 5_000 },
    async () => {
      const draw = drawFrom(seed);
      const kills = Array.from({ length: KILLS }, (_, index) => ({
        point: POINTS[index % POINTS.length] as Point,
        seed: draw.below(2 ** 31),
      }));
      const startedAt = performance.now();
      await Promise.all(
        Array.from({ length: LANES }, (_, rank) => lane(kills.filter((_kill, index) => index % LANES === rank))),
      );
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      console.log(
        `${KILLS} kills at ${POINTS.length} points in ${seconds} s: ${told.acknowledged} acknowledgements, none lost; ` +
          `unacknowledged: ${told.landed} whole, ${told.absent} absent; oldest word lost: ${told.oldestLostMs} ms; ` +
          `temporary files left: ${told.left}`,
      );
      expect(told.acknowledged).toBeGreaterThan(KILLS);
    },
  );
});
