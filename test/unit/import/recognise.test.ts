import type * as FsPromises from 'node:fs/promises';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recogniseFolder, recogniseHeader } from '../../../src/main/import/recognise.ts';

// Rights do not bind an administrator: the refusal of the system is played for one name.
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FsPromises>();
  const open: typeof real.open = (path, ...rest) =>
    String(path).endsWith('locked.csv') ? Promise.reject(new Error('EACCES')) : real.open(path, ...rest);
  return { ...real, open };
});

const HIRES = 'rome_id,rome_label,naf_id,naf_label,hirings\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vav-folder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('recognising a header', () => {
  it('finds the columns in any order, among others, in any case, with or without quotes', () => {
    const found = recogniseHeader('"x","LIBELLE_ROME","Code_ROME"');
    expect(found?.source.name).toBe('rome-occupations');
    expect(found?.delimiter).toBe(',');
  });

  it('tells the delimiter by the columns it gives', () => {
    expect(recogniseHeader('naf_id|naf_label')).toMatchObject({ delimiter: '|', source: { name: 'naf-labels' } });
    expect(recogniseHeader('naf_id;naf_label')).toMatchObject({ delimiter: ';', source: { name: 'naf-labels' } });
  });

  it('prefers the layout that asks for most: a file of hires also has sector labels', () => {
    expect(recogniseHeader(HIRES.trim())?.source.name).toBe('rome-naf-hires');
  });

  it('accepts the newer spellings of La Poste', () => {
    const header = '#Code_commune_INSEE;Nom_de_la_commune;Code_postal;Libellé_d_acheminement;_geopoint';
    expect(recogniseHeader(header)?.source.name).toBe('places');
  });

  it('does not take the counts of another tool for its own', () => {
    expect(recogniseHeader('ROME,ROME_label,APE700,APE700_label,nb_embauches')).toBeNull();
  });
});

describe('recognising a folder', () => {
  it('knows files by their header, never by their name, down to three levels and without hidden ones', async () => {
    await mkdir(join(folder, 'a/b/c'), { recursive: true });
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, 'a/b/whatever.txt'), '\uFEFFnaf_id|naf_label\r\n0112Z|Riz\r\n');
    await writeFile(join(folder, 'a/b/c/too-deep.csv'), 'naf_id|naf_label\n');
    await writeFile(join(folder, '.git/naf.csv'), 'naf_id|naf_label\n');
    await writeFile(join(folder, 'rome.csv'), 'day;remark\n');
    expect(await recogniseFolder(folder)).toEqual([
      { file: 'a/b/whatever.txt', bytes: 32, source: 'naf-labels', ignored: null },
      { file: 'rome.csv', bytes: 11, source: null, ignored: 'not-recognised' },
    ]);
  });

  it('reads the larger of two files of the same source, the first by path if they are equal', async () => {
    await writeFile(join(folder, 'b.csv'), `${HIRES}D1106,,1071C,,3\nD1106,,1071D,,2\n`);
    await writeFile(join(folder, 'a.csv'), `${HIRES}D1106,,1071C,,3\n`);
    const ignored = async (): Promise<unknown> =>
      (await recogniseFolder(folder)).map((file) => [file.file, file.ignored]);
    expect(await ignored()).toEqual([
      ['a.csv', 'duplicate'],
      ['b.csv', null],
    ]);
    await writeFile(join(folder, 'a.csv'), `${HIRES}D1106,,1071C,,3\nD1106,,1071D,,2\n`);
    expect(await ignored()).toEqual([
      ['a.csv', null],
      ['b.csv', 'duplicate'],
    ]);
  });

  it('reports a file that cannot be opened instead of failing', async () => {
    await writeFile(join(folder, 'locked.csv'), HIRES);
    await writeFile(join(folder, 'open.csv'), HIRES);
    expect(await recogniseFolder(folder)).toEqual([
      { file: 'locked.csv', bytes: 0, source: null, ignored: 'unreadable' },
      { file: 'open.csv', bytes: HIRES.length, source: 'rome-naf-hires', ignored: null },
    ]);
  });

  it('says when the folder itself cannot be read', async () => {
    await expect(recogniseFolder(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'FOLDER_UNREADABLE' });
  });

  it('is not disturbed by an empty file or by bytes that are no text', async () => {
    await writeFile(join(folder, 'empty.csv'), '');
    await writeFile(join(folder, 'image.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 255, 254, 10, 44, 59]));
    expect((await recogniseFolder(folder)).map(({ ignored }) => ignored)).toEqual(['not-recognised', 'not-recognised']);
  });
});
