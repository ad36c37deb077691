import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openToRead } from '../../../src/main/platform/db/open-database.ts';
import { openCurrentRelease } from '../../../src/main/dataset/release.use-cases.ts';
import { calls } from '../../../src/shared/contract/index.ts';
import { aCore, placeRelease, type TestCore } from '../../support/core.ts';
import { otherFixture } from '../../support/fixture-folder.ts';
import { fixtureRelease, importInto, type FixtureRelease } from '../../support/fixture-release.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const truncate = (file: string, bytes: number) => (release: string) => truncateSync(join(release, file), bytes);
const remove = (file: string) => (release: string) => rmSync(join(release, file));
const rewrite = (file: string, content: string) => (release: string) => writeFileSync(join(release, file), content);

const scramble = (file: string) => (release: string) => {
  const path = join(release, file);
  writeFileSync(path, Buffer.alloc(statSync(path).size, 7));
};

/** What a power cut, a full disk, an antivirus or a person may do to the files of a release. */
const DAMAGES: readonly (readonly [string, (release: string) => void])[] = [
  ['the manifest is gone', remove('manifest.json')],
  ['the manifest is cut', truncate('manifest.json', 100)],
  ['the manifest is of another format', rewrite('manifest.json', '{"formatVersion":1}')],
  ['the employers are gone', remove('employers.bin')],
  ['the employers are empty', truncate('employers.bin', 0)],
  ['the employers are cut', truncate('employers.bin', 2_000)],
  ['the employers are something else', rewrite('employers.bin', 'not employers at all')],
  ['the database is gone', remove('reference.sqlite')],
  ['the database is empty', truncate('reference.sqlite', 0)],
  ['the database is cut', truncate('reference.sqlite', 50_000)],
  ['the database is something else', rewrite('reference.sqlite', 'not a database at all')],
  ['the database is something else of the same size', scramble('reference.sqlite')],
  ['the report is gone', remove('report.json')],
];

describe('a release that is damaged', () => {
  let fixture: FixtureRelease;
  let ownRoot: TempFolder;
  let dataDir: TempFolder;
  const cores: TestCore[] = [];

  beforeAll(async () => {
    fixture = await fixtureRelease();
    ownRoot = tempFolder('own');
    const other = otherFixture();
    await importInto(ownRoot.path, { from: other.path });
    other.cleanup();
  });
  afterAll(() => {
    fixture.cleanup();
    ownRoot.cleanup();
  });
  beforeEach(() => {
    dataDir = tempFolder('data');
    // Two workspaces, the organisation's own the one of last time.
    placeRelease(dataDir.path, 'demonstration', fixture.root);
    placeRelease(dataDir.path, 'own', ownRoot.path);
    writeFileSync(join(dataDir.path, 'workspace.json'), '{"current":"own"}');
  });
  afterEach(() => {
    for (const core of cores.splice(0)) core.close();
    dataDir.cleanup();
  });

  const releaseOf = (workspace: string): string => {
    const root = join(dataDir.path, 'workspaces', workspace, 'reference');
    const { version } = JSON.parse(readFileSync(join(root, 'current.json'), 'utf8')) as { version: string };
    return join(root, 'releases', version);
  };
  const start = async (): Promise<TestCore> => {
    const core = aCore(dataDir.path);
    cores.push(core);
    await core.prepare();
    return core;
  };

  it('is not this one: whole, the workspace of last time opens', async () => {
    const core = await start();
    expect(await core.ask('workspace.status', {})).toMatchObject({
      current: 'own',
      available: ['demonstration', 'own'],
      preparing: null,
    });
  });

  it.each(DAMAGES)('is refused as such when %s', (_what, damage) => {
    damage(releaseOf('own'));
    const root = join(dataDir.path, 'workspaces/own/reference');
    expect(() => openCurrentRelease(root)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^(NO_DATASET|DATASET_UNREADABLE)$/) as string }),
    );
  });

  it.each(DAMAGES)('gives way to the demonstration when, of our own data, %s', async (_what, damage) => {
    damage(releaseOf('own'));
    const core = await start();
    const { current, manifest } = await core.ask('workspace.status', {});
    expect(current).toBe('demonstration');
    expect(manifest?.version).toBe(fixture.report.release.version);
    expect(await core.ask('occupation.search', { text: 'boulanger', limit: 1 })).toHaveLength(1);
    expect(await core.refusal('workspace.open', { name: 'own' })).toMatchObject({
      code: expect.stringMatching(/^(NO_DATASET|DATASET_UNREADABLE)$/) as string,
    });
    expect((await core.ask('workspace.status', {})).current).toBe('demonstration');
    // Falling back is nobody's choice: once repaired, our own data open again.
    expect(readFileSync(join(dataDir.path, 'workspace.json'), 'utf8')).toContain('"own"');
  });

  it('is made again when it is the demonstration, and nothing else can be opened', async () => {
    truncate('employers.bin', 10)(releaseOf('own'));
    truncate('employers.bin', 10)(releaseOf('demonstration'));
    const core = await start();
    const { current, manifest, preparing } = await core.ask('workspace.status', {});
    expect([current, manifest?.kind, preparing]).toEqual(['demonstration', 'demonstration', null]);
  });

  it('is replaced by importing again, and our own data then open', async () => {
    truncate('reference.sqlite', 50_000)(releaseOf('own'));
    const core = await start();
    const folder = otherFixture();
    const offered = await core.offerFolder(folder.path);
    if (!offered.ok) throw new Error(offered.error.message);
    const ended = untilImportEnds(core);
    await core.ask('dataset.startImport', { folderId: 'folder-1' });
    await ended();
    folder.cleanup();
    expect((await core.ask('dataset.importState', {})).state).toBe('done');
    expect((await core.ask('workspace.status', {})).current).toBe('own');
  });

  it('is said to be damaged by the call that finds it, when it opened all the same', async () => {
    const path = join(releaseOf('demonstration'), 'reference.sqlite');
    const db = openToRead(path);
    const pageSize = (db.prepare('PRAGMA page_size').pluck().get() ?? 0) as number;
    const roots = db.prepare('SELECT rootpage FROM sqlite_schema WHERE rootpage > 1').pluck().all() as number[];
    db.close();
    const bytes = readFileSync(path);
    // What the tables are, read at the opening, is kept; what they hold is not.
    for (const root of roots) bytes.fill(7, (root - 1) * pageSize, root * pageSize);
    writeFileSync(path, bytes);
    rmSync(join(dataDir.path, 'workspace.json'));
    const core = await start();
    expect((await core.ask('workspace.status', {})).manifest).not.toBeNull();
    expect((await core.refusal('employer.get', { siret: '30000791900013' })).code).toBe('DATASET_UNREADABLE');
    expect((await core.refusal('occupation.search', { text: 'boulanger', limit: 5 })).code).toBe('DATASET_UNREADABLE');
  });

  it('is refused when it is asked for, in a declared way', async () => {
    truncate('employers.bin', 10)(releaseOf('own'));
    const core = await start();
    expect((await core.refusal('workspace.open', { name: 'own' })).code).toBe('DATASET_UNREADABLE');
    expect(calls['workspace.open'].errors).toContain('DATASET_UNREADABLE');
  });

  it('has no report when its report is damaged', async () => {
    scramble('report.json')(releaseOf('own'));
    const core = await start();
    expect((await core.ask('workspace.status', {})).current).toBe('own');
    expect(await core.ask('dataset.report', {})).toBeNull();
  });

  it('is not used without the pointer that names it', () => {
    const copy = tempFolder('copy');
    cpSync(fixture.root, copy.path, { recursive: true });
    rmSync(join(copy.path, 'current.json'));
    expect(() => openCurrentRelease(copy.path)).toThrow(expect.objectContaining({ code: 'NO_DATASET' }));
    copy.cleanup();
  });
});

/** Waits for the state, not for a time: an import ends when its state says so. */
function untilImportEnds(core: TestCore): () => Promise<void> {
  return async () => {
    for (;;) {
      const { state } = await core.ask('dataset.importState', {});
      if (state !== 'running' && state !== 'idle') return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
}
