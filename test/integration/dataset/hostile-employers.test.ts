import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseEmployers } from '../../../src/main/dataset/employers-file.ts';
import { findRelease } from '../../../src/main/dataset/current-release.use-cases.ts';
import { AppError } from '../../../src/shared/kernel/app-error.ts';
import { rowsByRank, type EngineColumns } from '../../../src/shared/scoring/engine-columns.ts';
import { aCore, placeRelease, type TestCore } from '../../support/core.ts';
import { fixtureRelease, type FixtureRelease } from '../../support/fixture-release.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const HEADER_AT = 16;

/** A file that looks whole: its checksum is that of what it holds. */
function signed(file: Buffer): Buffer {
  file.writeUInt32LE(crc32(file.subarray(HEADER_AT)), 12);
  return file;
}

/** The same columns under another header. */
function withHeader(file: Buffer, header: string): Buffer {
  const before = Math.ceil((HEADER_AT + file.readUInt32LE(8)) / 8) * 8;
  const start = Buffer.alloc(Math.ceil((HEADER_AT + Buffer.byteLength(header)) / 8) * 8);
  file.copy(start, 0, 0, HEADER_AT);
  start.writeUInt32LE(Buffer.byteLength(header), 8);
  start.write(header, HEADER_AT);
  return signed(Buffer.concat([start, file.subarray(before)]));
}

function withFields(file: Buffer, fields: Readonly<Record<string, unknown>>): Buffer {
  const header = file.toString('utf8', HEADER_AT, HEADER_AT + file.readUInt32LE(8));
  return withHeader(file, JSON.stringify({ ...(JSON.parse(header) as object), ...fields }));
}

/** Changes columns in the memory of the file itself. */
function withColumns(file: Buffer, change: (columns: EngineColumns) => void): Buffer {
  const own = Buffer.from(new Uint8Array(file).buffer);
  change(parseEmployers(own));
  return signed(own);
}

const cut = (bytes: number) => (file: Buffer) => Buffer.from(file.subarray(0, bytes));
const cutAndSigned = (bytes: number) => (file: Buffer) => signed(Buffer.from(file.subarray(0, file.length - bytes)));
const columns = (change: (columns: EngineColumns) => void) => (file: Buffer) => withColumns(file, change);
const fields = (change: Readonly<Record<string, unknown>>) => (file: Buffer) => withFields(file, change);

/** The file with a forecast for its first row, as its writer would never write it. */
const withForecast = (low: number, high: number, hires: number) => (file: Buffer) => {
  const { count } = parseEmployers(copyOf(file));
  const column = (first: number): Buffer => {
    const values = Int32Array.from({ length: count + (count % 2) }, (_, row) => (row === 0 ? first : -1));
    return Buffer.from(values.buffer, 0, Math.ceil((count * 4) / 8) * 8);
  };
  const changed = withColumns(file, ({ yearlyHires }) => yearlyHires.set([hires], 0));
  return withFields(Buffer.concat([changed, column(low), column(high)]), { hasForecasts: true });
};

/** What is wrong with the file, the file, and the word that says it. */
const HOSTILE: readonly (readonly [string, (file: Buffer) => Buffer, string])[] = [
  ['is empty', () => Buffer.alloc(0), 'too-short'],
  ['ends in its magic', cut(6), 'too-short'],
  ['ends in its checksum', cut(14), 'too-short'],
  ['ends in its header', cut(30), 'header-length'],
  ['ends in its first column', cut(2_000), 'checksum'],
  ['ends eight bytes early', cut(-8), 'checksum'],
  ['ends eight bytes early under a new checksum', cutAndSigned(8), 'size'],
  ['ends in the middle under a new checksum', (file) => cutAndSigned(file.length >> 1)(file), 'size'],
  ['has bytes after its end', (file) => signed(Buffer.concat([file, Buffer.alloc(8)])), 'size'],
  ['has another magic', (file) => signed(Buffer.concat([Buffer.from('VAVEMP02'), file.subarray(8)])), 'magic'],
  ['has one bit changed', (file) => flipped(file, file.length >> 1), 'checksum'],
  ['says a header longer than itself', (file) => longHeader(file), 'header-length'],
  ['has a header that is no JSON', (file) => withHeader(file, 'not a header at all'), 'header'],
  ['has a header that is a list', (file) => withHeader(file, '"text"'), 'header'],
  ['says a count that is no number', fields({ count: 'many' }), 'count'],
  ['says a negative count', fields({ count: -1 }), 'count'],
  ['says a count of halves', fields({ count: 1.5 }), 'count'],
  ['says a huge count', fields({ count: 2 ** 40 }), 'count'],
  ['says a count of one more', (file) => withFields(file, { count: parseEmployers(copyOf(file)).count + 1 }), ''],
  ['has sectors that are no texts', fields({ nafCodes: [1, 2] }), 'sectors'],
  ['has no sectors', fields({ nafCodes: null }), 'sectors'],
  ['has a thousand départements', fields({ departements: Array.from({ length: 1_000 }, String) }), 'departements'],
  ['has fewer départements than its rows say', fields({ departements: [] }), 'departements'],
  ['has unsorted sectors', (file) => reversedSectors(file), 'sector-order'],
  ['has sectors that overlap', columns(({ nafStart }) => nafStart.set([nafStart[2]! + 1], 1)), 'sector-rows'],
  ['has sectors that do not begin at the first row', columns(({ nafStart }) => nafStart.set([1], 0)), 'sector-rows'],
  [
    'has sectors that end beyond the rows',
    columns(({ nafStart, nafCodes }) => nafStart.set([4e9], nafCodes.length)),
    'sector-rows',
  ],
  ['has a SIRET that is not a number', columns(({ sirets }) => sirets.set([Number.NaN], 3)), 'sirets'],
  ['has a SIRET that is infinite', columns(({ sirets, count }) => sirets.set([Infinity], count - 1)), 'sirets'],
  ['has a negative SIRET', columns(({ sirets }) => sirets.set([-5], 0)), 'sirets'],
  ['has a SIRET twice', columns(({ sirets }) => sirets.set([sirets[3]!], 4)), 'sirets'],
  ['gives a rank twice', columns(({ siretRank }) => siretRank.set([siretRank[1]!], 0)), 'siret-ranks'],
  ['gives a rank beyond the rows', columns(({ siretRank }) => siretRank.set([4e9], 0)), 'siret-ranks'],
  ['has a latitude beyond the pole', columns(({ latMicro }) => latMicro.set([90_000_001], 0)), 'positions'],
  ['has a longitude beyond the seam', columns(({ lonMicro }) => lonMicro.set([-180_000_001], 0)), 'positions'],
  ['has negative hires', columns(({ yearlyHires }) => yearlyHires.set([-7], 0)), 'hires'],
  ['has hires that are no number', columns(({ yearlyHires }) => yearlyHires.set([Number.NaN], 0)), 'hires'],
  ['has infinite hires', columns(({ yearlyHires }) => yearlyHires.set([Infinity], 0)), 'hires'],
  ['does not say whether it has forecasts', fields({ hasForecasts: undefined }), 'forecasts'],
  ['says forecasts that it does not hold', fields({ hasForecasts: true }), 'size'],
  ['has a forecast above its upper bound', withForecast(3, 2, 4), 'forecasts'],
  ['has a forecast without its lower bound', withForecast(-1, 2, 4), 'forecasts'],
  ['has a forecast of nothing', withForecast(0, 2, -1), 'forecasts'],
  ['has a group nobody knows', columns(({ traits }) => traits.set([traits[0]! | 48], 0)), 'traits'],
  ['says alone an employer of several sites', columns(moveSite), 'single-sites'],
  [
    'says one site is of an employer of several',
    columns(({ traits }) => traits.set([traits[0]! ^ 128], 0)),
    'single-sites',
  ],
];

function copyOf(file: Buffer): Buffer {
  return Buffer.from(file);
}

function flipped(file: Buffer, place: number): Buffer {
  const changed = copyOf(file);
  changed[place]! ^= 4;
  return changed;
}

function longHeader(file: Buffer): Buffer {
  const changed = copyOf(file);
  changed.writeUInt32LE(0xfffffff0, 8);
  return signed(changed);
}

function reversedSectors(file: Buffer): Buffer {
  const { nafCodes } = parseEmployers(copyOf(file));
  return withFields(file, { nafCodes: [...nafCodes].reverse() });
}

/** Gives a site that stands alone the SIREN of the one before it, flags unchanged. */
function moveSite(columns: EngineColumns): void {
  const { sirets, traits, count } = columns;
  const rowOfRank = rowsByRank(columns);
  for (let rank = 1; rank < count; rank += 1) {
    const isAlone = (place: number): boolean => traits[rowOfRank[place]!]! < 128;
    const before = sirets[rank - 1]!;
    if (!isAlone(rank) || !isAlone(rank - 1) || before % 1e5 > 99_000 || before < 1e5) continue;
    sirets[rank] = before + 1;
    return;
  }
  throw new Error('The fixture has two employers of one site in a row.');
}

describe('an employers file that is hostile or broken', () => {
  let fixture: FixtureRelease;
  let whole: Buffer;
  let dataDir: TempFolder;
  let core: TestCore;

  beforeAll(async () => {
    fixture = await fixtureRelease();
    whole = readFileSync(join(fixture.path, 'employers.bin'));
    dataDir = tempFolder('data');
    placeRelease(dataDir.path, 'demonstration', fixture.root);
    placeRelease(dataDir.path, 'own', fixture.root);
    writeFileSync(join(dataDir.path, 'workspace.json'), '{"current":"demonstration"}');
    core = aCore(dataDir.path);
    await core.prepare();
  });
  afterAll(() => {
    core.close();
    dataDir.cleanup();
    fixture.cleanup();
  });

  it('is not this one: whole, it is read', () => {
    expect(parseEmployers(copyOf(whole)).count).toBeGreaterThan(10);
    expect(HOSTILE.length).toBeGreaterThanOrEqual(20);
  });

  it.each(HOSTILE)('is refused with what is wrong when it %s', (_what, make, problem) => {
    const refused = refusalOf(() => parseEmployers(make(copyOf(whole))));
    expect(refused?.code).toBe('DATASET_UNREADABLE');
    if (problem !== '') expect(refused?.details['problem']).toBe(problem);
  });

  it.each(HOSTILE)('leaves the data in use as they are when, in those asked for, it %s', async (_what, make) => {
    const release = findRelease(join(dataDir.path, 'workspaces/own/reference'))!;
    replaceEmployers(release, make(copyOf(whole)));
    expect((await core.refusal('workspace.open', { name: 'own' })).code).toBe('DATASET_UNREADABLE');
    expect((await core.ask('workspace.status', {})).current).toBe('demonstration');
    expect(await core.ask('occupation.search', { text: 'boulanger', limit: 1 })).toHaveLength(1);
    replaceEmployers(release, whole);
  });

  it('is read again once it is whole again', async () => {
    await core.ask('workspace.open', { name: 'own' });
    expect((await core.ask('workspace.status', {})).current).toBe('own');
  });
});

function refusalOf(read: () => unknown): AppError | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** Writes the file and signs it in the manifest: what refuses it is the file itself. */
function replaceEmployers(release: string, file: Buffer): void {
  writeFileSync(join(release, 'employers.bin'), file);
  const path = join(release, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  };
  const files = manifest.files.map((of) =>
    of.name === 'employers.bin'
      ? { ...of, bytes: file.length, sha256: createHash('sha256').update(file).digest('hex') }
      : of,
  );
  writeFileSync(path, JSON.stringify({ ...manifest, files }));
}
