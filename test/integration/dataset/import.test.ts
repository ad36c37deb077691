import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCurrentRelease } from '../../../src/main/dataset/release.use-cases.ts';
import { runAndLocate } from '../../../src/main/dataset/run-dataset-job.ts';
import { isWhole } from '../../../src/main/dataset/release-folder.ts';
import { manifestSchema, SOURCE_NAMES } from '../../../src/shared/domain/dataset/dataset.schema.ts';
import { changedFixture, otherFixture } from '../../support/fixture-folder.ts';
import { fixtureRelease, importInto, importJob, type FixtureRelease } from '../../support/fixture-release.ts';
import { folderState, releasesIn } from '../../support/folder-state.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const bytesOf = (release: string, file: string): Buffer => readFileSync(join(release, file));

/** The first row under the header, which is line 2. */
const firstRowOf = (text: string): string => text.split(/\r?\n/)[1]!;

describe('importing a folder of reference files', () => {
  let fixture: FixtureRelease;
  const cleanups: (() => void)[] = [];
  const aRoot = (): string => {
    const { path, cleanup } = tempFolder('import');
    cleanups.push(cleanup);
    return path;
  };

  beforeAll(async () => {
    fixture = await fixtureRelease();
    cleanups.push(fixture.cleanup);
  });
  afterAll(() => cleanups.forEach((cleanup) => cleanup()));

  it('keeps or refuses each row it reads, source by source, and says so in the manifest too', () => {
    const { sources } = fixture.report;
    expect(sources.map(({ source }) => source)).toEqual(SOURCE_NAMES.filter((name) => name !== 'hires-forecast'));
    for (const { read, kept, refused, refusals } of sources) {
      expect(read).toBe(kept + refused);
      expect(refusals).toHaveLength(refused);
    }
    const manifest = manifestSchema.parse(JSON.parse(String(bytesOf(fixture.path, 'manifest.json'))));
    expect(manifest.sources.map(({ source, read, kept, refused }) => ({ source, read, kept, refused }))).toEqual(
      sources.map(({ source, read, kept, refused }) => ({ source, read, kept, refused })),
    );
  });

  it('makes a release that opens, with every establishment ranked or counted with its reason', () => {
    const release = openCurrentRelease(fixture.root);
    const { counts } = release.manifest;
    const inTable = release.db.prepare('SELECT count(*) FROM establishment').pluck().get();
    release.close();
    expect(counts).toEqual({
      occupations: 18,
      titles: 44,
      communes: 33,
      sectors: 52,
      establishments: 140,
      ranked: 122,
      unranked: {
        'no-staff': 1,
        'unknown-staff': 2,
        'non-diffusible': 2,
        'co-ownership': 3,
        'property-shell': 3,
        'employment-service': 2,
        'unknown-sector': 2,
        'no-position': 2,
        'state-office': 1,
        'same-door': 0,
      },
    });
    expect(inTable).toBe(140);
    expect(release.columns.count).toBe(122);
    expect(Object.values(counts.unranked).reduce((sum, count) => sum + count, counts.ranked)).toBe(140);
  });

  it('signs each file for its size and its bytes', () => {
    const { files } = manifestSchema.parse(JSON.parse(String(bytesOf(fixture.path, 'manifest.json'))));
    expect(files.map(({ name }) => name)).toEqual(['reference.sqlite', 'employers.bin', 'report.json']);
    for (const { name, bytes } of files) expect(statSync(join(fixture.path, name)).size).toBe(bytes);
    expect(isWhole(fixture.path)).toBe(true);
  });

  it('gives the same version and the same bytes for the same files, elsewhere and again', async () => {
    const elsewhere = await importInto(aRoot());
    expect(elsewhere.release.manifest.version).toBe(fixture.report.release.version);
    for (const file of ['employers.bin', 'reference.sqlite']) {
      expect(bytesOf(elsewhere.release.path, file).equals(bytesOf(fixture.path, file))).toBe(true);
    }
    const before = folderState(fixture.root);
    const again = await importInto(fixture.root);
    expect(again.release.path).toBe(fixture.path);
    expect(folderState(fixture.root)).toEqual(before);
    expect(releasesIn(fixture.root)).toEqual([fixture.report.release.version]);
  });

  it('replaces a release of the same version whose files were damaged', async () => {
    const root = aRoot();
    const { release } = await importInto(root);
    writeFileSync(join(release.path, 'employers.bin'), 'damaged');
    const again = await importInto(root);
    expect(again.release.path).toBe(release.path);
    expect(isWhole(release.path)).toBe(true);
    expect(bytesOf(release.path, 'employers.bin').equals(bytesOf(fixture.path, 'employers.bin'))).toBe(true);
    expect(releasesIn(root)).toEqual([release.manifest.version]);
  });

  it('moves the pointer to other data and keeps the release before, but not the one before that', async () => {
    const root = aRoot();
    const versions: string[] = [(await importInto(root)).release.manifest.version];
    for (const hires of [5, 6]) {
      const other = otherFixture(hires);
      cleanups.push(other.cleanup);
      versions.push((await importInto(root, { from: other.path })).release.manifest.version);
      const current = openCurrentRelease(root);
      current.close();
      expect(current.manifest.version).toBe(versions.at(-1));
      expect(releasesIn(root)).toEqual(versions.slice(-2).sort());
    }
    expect(new Set(versions).size).toBe(3);
  });

  it('leaves readable the release a reader has open while the next one is published', async () => {
    const root = aRoot();
    await importInto(root);
    const reader = openCurrentRelease(root);
    const other = otherFixture();
    cleanups.push(other.cleanup);
    await importInto(root, { from: other.path });
    expect(reader.db.prepare('SELECT count(*) FROM establishment').pluck().get()).toBe(140);
    reader.close();
  });

  it('gives another version for other bytes of any source', async () => {
    const changes = changedFixture({ 'texts.csv': (text) => text.replace('Pétrit', 'Pétrit bien') });
    cleanups.push(changes.cleanup);
    const { release } = await importInto(aRoot(), { from: changes.path });
    expect(release.manifest.version).not.toBe(fixture.report.release.version);
  });

  it('gives another version for the same content under another name, so that the manifest names the file read', async () => {
    const root = aRoot();
    await importInto(root);
    const { path, cleanup } = changedFixture({});
    cleanups.push(cleanup);
    renameSync(join(path, 'texts.csv'), join(path, 'textes.csv'));
    const { release } = await importInto(root, { from: path });
    expect(release.manifest.version).not.toBe(fixture.report.release.version);
    const current = openCurrentRelease(root);
    current.close();
    expect(current.manifest.sources.map(({ file }) => file)).toContain('textes.csv');
  });

  it('spells communes as INSEE does where the letters are the same, and by rules alone without its names', async () => {
    const from = changedFixture({
      'places.csv': (text) => text.replace('57039;AUGNY', '57039;AUGNY LA NEUVE'),
    });
    cleanups.push(from.cleanup);
    const codes = ['57433', '54547', '94038', '57039', '75104'];
    const namesIn = (path: string): readonly unknown[] => {
      const release = openCurrentRelease(path);
      const name = release.db.prepare('SELECT name FROM commune WHERE code = ?').pluck();
      const names = codes.map((code) => name.get(code));
      release.close();
      return names;
    };
    const { release } = await importInto(aRoot(), { from: from.path });
    expect(namesIn(release.path)).toEqual([
      ...['Maizières-lès-Metz', 'Vandœuvre-lès-Nancy', "L'Haÿ-les-Roses", 'Augny-la-Neuve', 'Paris 4e arrondissement'],
    ]);
    const job = { ...importJob(from.path, aRoot()), builtResourcesDir: aRoot() };
    const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
    expect(namesIn((await runAndLocate(job, quiet)).release.path)).toEqual([
      ...['Maizieres-lès-Metz', 'Vandoeuvre-lès-Nancy', "L'Hay-les-Roses", 'Augny-la-Neuve', 'Paris 4e arrondissement'],
    ]);
  });

  it('refuses a folder where nothing is recognised', async () => {
    const root = aRoot();
    await expect(importInto(root, { from: import.meta.dirname })).rejects.toMatchObject({ code: 'NOTHING_RECOGNISED' });
    await expect(importInto(root, { from: join(root, 'nowhere') })).rejects.toMatchObject({
      code: 'FOLDER_UNREADABLE',
    });
  });

  it.each([
    ['rome-occupations', { 'occupations.csv': null }],
    ['rome-titles', { 'titles.csv': null }],
    ['rome-naf-hires', { 'rome_naf.raw.csv': null, 'rome_naf.csv': null }],
    ['places', { 'places.csv': null }],
    ['establishments', { 'establishments.csv': null }],
    ['establishments', { 'establishments.csv': (text: string) => text.slice(0, text.indexOf('\n') + 1) }],
    ['places', { 'places.csv': (text: string) => text.slice(0, 40) }],
  ])('refuses to do without %s, and names it', async (missing, changes) => {
    const { path, cleanup } = changedFixture(changes);
    cleanups.push(cleanup);
    await expect(importInto(aRoot(), { from: path })).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      message: expect.stringContaining(missing) as string,
      details: { missing: [missing] },
    });
  });

  it('does without the sources that only add to the lists', async () => {
    const optional = ['mobility.csv', 'texts.csv', 'naf.csv', 'contact_modes.csv', 'tension.csv'];
    const { path, cleanup } = changedFixture(Object.fromEntries(optional.map((file) => [file, null])));
    cleanups.push(cleanup);
    const { release } = await importInto(aRoot(), { from: path });
    expect(release.manifest.counts).toMatchObject({ ranked: 122, sectors: 0 });
  });

  it('keeps the whole rows of a file cut in the middle, and refuses the last', async () => {
    const { path, cleanup } = changedFixture({ 'establishments.csv': (text) => text.slice(0, 5_000) });
    cleanups.push(cleanup);
    const { report } = await importInto(aRoot(), { from: path });
    const establishments = report.sources.find(({ source }) => source === 'establishments')!;
    expect(establishments.read).toBe(establishments.kept + establishments.refused);
    expect(establishments.refusals.at(-1)).toMatchObject({
      reason: expect.stringMatching(/fields instead of|quote/) as string,
    });
  });

  it.each([
    ['establishments', 'establishments.csv', (row: string) => row.replace('AUX BLES D OR', 'AUX BLES')],
    ['naf-labels', 'naf.csv', (row: string) => `${row} encore`],
    ['rome-naf-hires', 'rome_naf.raw.csv', (row: string) => row.replace(/\d+$/, '7')],
    ['tension', 'tension.csv', (row: string) => row.replace('71.4', '12.3')],
  ] as const)(
    'refuses a row of %s that says again what a row before it said, and imports the others',
    async (...row) => {
      const [source, file, saidAgain] = row;
      const { path, cleanup } = changedFixture({
        [file]: (text) => `${text.trimEnd()}\n${saidAgain(firstRowOf(text))}\n`,
      });
      cleanups.push(cleanup);
      const { report, release } = await importInto(aRoot(), { from: path });
      const before = fixture.report.sources.find((other) => other.source === source)!;
      const after = report.sources.find((other) => other.source === source)!;
      expect([after.read, after.kept, after.refused]).toEqual([before.read + 1, before.kept, before.refused + 1]);
      expect(after.refusals.at(-1)).toMatchObject({
        reason: 'Says again what line 2 says',
        code: 'repeated',
        value: '2',
      });
      // The same content, from another file: another release, which says so.
      expect(release.manifest.version).not.toBe(fixture.report.release.version);
      expect(bytesOf(release.path, 'employers.bin').equals(bytesOf(fixture.path, 'employers.bin'))).toBe(true);
      expect(bytesOf(release.path, 'reference.sqlite').equals(bytesOf(fixture.path, 'reference.sqlite'))).toBe(true);
    },
  );
});
