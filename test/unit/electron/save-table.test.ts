import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeSaveTable } from '../../../src/main/electron/save-table.ts';
import { shellWords } from '../../../src/main/electron/shell-words.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const { showSaveDialog } = vi.hoisted(() => ({ showSaveDialog: vi.fn() }));
vi.mock('electron', () => ({ dialog: { showSaveDialog } }));

const CSV = 'nom;projet;prochain rendez-vous\r\nFerrand Nadia;Vendeuse;\r\n';

describe('a table, saved', () => {
  let folder: TempFolder;
  const saveTable = makeSaveTable({ window: () => null, words: () => shellWords.fr, today: () => '2026-11-28' });
  const save = (csv: string): Promise<boolean> => saveTable('portfolio', csv);
  const willChoose = (filePath: string, canceled = false): void => {
    showSaveDialog.mockReset().mockResolvedValue({ canceled, filePath });
  };

  beforeEach(() => {
    folder = tempFolder('save-table');
  });
  afterEach(() => folder.cleanup());

  it('row 39: goes where a person chose in a dialog, and the name proposed is nobody’s', async () => {
    const file = join(folder.path, 'portefeuille.csv');
    willChoose(file);
    expect(await save(CSV)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(CSV);
    expect(showSaveDialog).toHaveBeenCalledOnce();
    expect(showSaveDialog).toHaveBeenCalledWith(
      expect.objectContaining({ defaultPath: 'portefeuille.csv', filters: [{ name: 'Tableau', extensions: ['csv'] }] }),
    );
  });

  it.skipIf(process.platform === 'win32')('row 39: is for its owner alone to read', async () => {
    const file = join(folder.path, 'portefeuille.csv');
    willChoose(file);
    await save(CSV);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.skipIf(process.platform === 'win32')('row 39: is for its owner alone where a table open to all was', async () => {
    const file = join(folder.path, 'portefeuille.csv');
    writeFileSync(file, 'celui d’avant', { mode: 0o644 });
    willChoose(file);
    await save(CSV);
    expect(readFileSync(file, 'utf8')).toBe(CSV);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder.path)).toEqual(['portefeuille.csv']);
  });

  it('keeps the table that was there on a disk without space left', async (context) => {
    const disk = smallDisk(1024 * 1024);
    if (disk === null) return context.skip('no disk can be mounted here');
    onTestFinished(() => disk.cleanup());
    const file = join(disk.path, 'portefeuille.csv');
    writeFileSync(file, 'celui d’avant');
    disk.leave(8 * 1024);
    willChoose(file);
    await expect(save(CSV.repeat(2_000))).rejects.toMatchObject({ code: 'DISK_FULL' });
    expect(readFileSync(file, 'utf8')).toBe('celui d’avant');
    expect(readdirSync(disk.path).sort()).toEqual(['filler', 'portefeuille.csv']);
  });

  it('row 39: is written nowhere when the person changes their mind', async () => {
    const file = join(folder.path, 'portefeuille.csv');
    for (const [path, canceled] of [
      [file, true],
      ['', false],
    ] as const) {
      willChoose(path, canceled);
      expect(await save(CSV)).toBe(false);
    }
    expect(existsSync(file)).toBe(false);
  });

  it('says so when it cannot be written there', async () => {
    const inTheWay = join(folder.path, 'a-file');
    writeFileSync(inTheWay, '');
    willChoose(join(inTheWay, 'portefeuille.csv'));
    await expect(save(CSV)).rejects.toThrow();
  });
});
