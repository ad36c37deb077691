import { cpSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCurrentRelease } from '../../../src/main/dataset/release.use-cases.ts';
import { runAndLocate } from '../../../src/main/dataset/run-dataset-job.ts';
import { aCore, placeRelease } from '../../support/core.ts';
import { changedFixture, otherFixture } from '../../support/fixture-folder.ts';
import { fixtureRelease, importInto, importJob, type FixtureRelease } from '../../support/fixture-release.ts';
import { folderState } from '../../support/folder-state.ts';
import { RESOURCES } from '../../support/project.ts';
import { smallDisk, type SmallDisk } from '../../support/small-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

describe('an import that fails', () => {
  let fixture: FixtureRelease;
  let before: ReturnType<typeof folderState>;
  const folders: TempFolder[] = [];
  const kept = (folder: TempFolder): string => {
    folders.push(folder);
    return folder.path;
  };

  beforeEach(async () => {
    fixture = await fixtureRelease();
    before = folderState(fixture.root);
  });
  afterEach(() => {
    expect(folderState(fixture.root)).toEqual(before);
    openCurrentRelease(fixture.root).close();
    fixture.cleanup();
    for (const { cleanup } of folders.splice(0)) cleanup();
  });

  it('because the data written cannot be read back leaves the release in use untouched', async () => {
    const from = kept(otherFixture());
    const damage = (): void => {
      const releases = join(fixture.root, 'releases');
      const staging = readdirSync(releases).find((name) => name.startsWith('.staging-'))!;
      truncateSync(join(releases, staging, 'reference.sqlite'), 20_000);
    };
    await expect(
      importInto(fixture.root, { from, onProgress: ({ step }) => step === 'checking' && damage() }),
    ).rejects.toMatchObject({ code: 'IMPORT_REFUSED' });
  });

  it('because a value cannot be written leaves the release in use untouched', async () => {
    // Authored tables are trusted to have no duplicate: one that has must not reach the release.
    const resourcesDir = kept(tempFolder('resources'));
    cpSync(join(RESOURCES, 'tables'), join(resourcesDir, 'tables'), { recursive: true });
    const table = join(resourcesDir, 'tables/entry-rates.csv');
    const [header, first] = readFileSync(table, 'utf8').split('\n');
    writeFileSync(table, [header, first, first, ''].join('\n'));
    const job = { ...importJob(kept(otherFixture()), fixture.root), resourcesDir };
    const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
    await expect(runAndLocate(job, quiet)).rejects.toThrow();
  });

  it('because a required file is missing, empty or cut leaves the release in use untouched', async () => {
    for (const change of [null, () => '', (text: string) => text.slice(0, 60)]) {
      const from = kept(changedFixture({ 'places.csv': change }));
      await expect(importInto(fixture.root, { from })).rejects.toMatchObject({ code: 'IMPORT_REFUSED' });
    }
  });

  it('because nothing is recognised leaves the release in use untouched', async () => {
    const from = kept(tempFolder('empty'));
    await expect(importInto(fixture.root, { from })).rejects.toMatchObject({ code: 'NOTHING_RECOGNISED' });
  });
});

describe('a data folder where nothing can be written', () => {
  let dataDir: TempFolder;
  beforeEach(() => {
    dataDir = tempFolder('unwritable');
  });
  afterEach(() => dataDir.cleanup());

  it('starts all the same, and says that the demonstration could not be made', async () => {
    writeFileSync(join(dataDir.path, 'workspaces'), 'a file where a folder should be');
    const core = aCore(dataDir.path);
    await core.prepare();
    expect(await core.ask('workspace.status', {})).toMatchObject({ manifest: null, preparing: null });
    expect(await core.refusal('workspace.tryDemonstration', {})).toMatchObject({ code: 'INTERNAL' });
    expect(await core.ask('workspace.status', {})).toMatchObject({ manifest: null, preparing: null });
    core.close();
  });

  it('opens a workspace that it cannot remember', async () => {
    const fixture = await fixtureRelease();
    placeRelease(dataDir.path, 'own', fixture.root);
    fixture.cleanup();
    mkdirSync(join(dataDir.path, 'workspace.json', 'in-the-way'), { recursive: true });
    const core = aCore(dataDir.path);
    expect(await core.ask('workspace.open', { name: 'own' })).toMatchObject({ current: 'own' });
    core.close();
  });

  it('does not take the demonstration it makes again for a choice', async () => {
    const fixture = await fixtureRelease();
    const reference = placeRelease(dataDir.path, 'demonstration', fixture.root);
    fixture.cleanup();
    writeFileSync(join(reference, 'current.json'), 'damaged');
    const core = aCore(dataDir.path);
    await core.prepare();
    expect((await core.ask('workspace.status', {})).manifest?.kind).toBe('demonstration');
    expect(readdirSync(dataDir.path)).toEqual(['workspaces']);
    core.close();
  });
});

describe('the first start', () => {
  let dataDir: TempFolder;
  beforeEach(() => {
    dataDir = tempFolder('first');
  });
  afterEach(() => dataDir.cleanup());

  it('makes nothing before somebody chooses', async () => {
    const core = aCore(dataDir.path);
    await core.prepare();
    expect(await core.ask('workspace.status', {})).toMatchObject({ available: [], manifest: null, preparing: null });
    expect(readdirSync(dataDir.path)).toEqual([]);
    core.close();
  });

  it('remembers the demonstration once somebody tried it, wherever they came from', async () => {
    const fixture = await fixtureRelease();
    placeRelease(dataDir.path, 'own', fixture.root);
    fixture.cleanup();
    const core = aCore(dataDir.path);
    await core.ask('workspace.open', { name: 'own' });
    expect(await core.ask('workspace.tryDemonstration', {})).toMatchObject({ current: 'demonstration' });
    core.close();
    const later = aCore(dataDir.path);
    await later.prepare();
    expect(await later.ask('workspace.status', {})).toMatchObject({ current: 'demonstration' });
    later.close();
  });
});

const MEGABYTE = 1_000_000;

describe('an import on a disk without space left', () => {
  let disk: SmallDisk | null;
  beforeEach(() => {
    disk = smallDisk(8 * MEGABYTE);
    if (disk === null) console.log('skipped: no disk can be mounted here');
  });
  afterEach(() => disk?.cleanup());

  it('says so wherever it runs out, changes nothing, and succeeds once there is space', async ({
    skip,
    onTestFinished,
  }) => {
    if (disk === null) return skip('no disk can be mounted here');
    const { path, leave, free } = disk;
    const root = join(path, 'reference');
    await importInto(root);
    const before = folderState(root);
    const other = otherFixture();
    onTestFinished(other.cleanup);
    const refusals: number[] = [];
    for (let freeBytes = 0; freeBytes < MEGABYTE; freeBytes += 40_960) {
      leave(freeBytes);
      const error = await importInto(root, { from: other.path }).then(
        () => null,
        (cause: unknown) => cause,
      );
      if (error === null) break;
      expect(error, `with ${freeBytes} bytes free`).toMatchObject({ code: 'DISK_FULL' });
      refusals.push(freeBytes);
      expect(folderState(root), `with ${freeBytes} bytes free`).toEqual(before);
      openCurrentRelease(root).close();
    }
    expect(refusals.length).toBeGreaterThan(5);
    free();
    const { release } = await importInto(root, { from: other.path });
    const current = openCurrentRelease(root);
    current.close();
    expect(current.manifest.version).toBe(release.manifest.version);
  });

  it('says so when not even a folder can be made, and changes nothing', async ({ skip }) => {
    if (disk === null) return skip('no disk can be mounted here');
    const root = join(disk.path, 'reference');
    await importInto(root);
    const before = folderState(root);
    disk.leaveNoFile();
    await expect(importInto(root)).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(folderState(root)).toEqual(before);
    openCurrentRelease(root).close();
  });
});
