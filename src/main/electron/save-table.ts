import { dialog, type BrowserWindow } from 'electron';
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { asDiskError } from '../platform/files/atomic-write.ts';
import type { ShellWords } from './shell-words.ts';

interface SaveDoors {
  readonly window: () => BrowserWindow | null;
  readonly words: () => ShellWords;
  /** The day it is, in names of files: `2026-11-28`. */
  readonly today: () => string;
}

/** What is saved outside, under a name proposed that is nobody's. */
export type SavedFile = Exclude<keyof ShellWords['saveTable'], 'button' | 'kinds'>;

/** False when the person changed their mind. */
export type SaveTable = (file: SavedFile, content: string | Uint8Array) => Promise<boolean>;

/**
 * Asks where a table or a page goes and writes it there, for its owner alone to read.
 * @throws AppError DISK_FULL, or as `writeFile`; what was there is then kept
 */
export function makeSaveTable({ window, words, today }: SaveDoors): SaveTable {
  return async (saved, content) => {
    const { button, kinds, [saved]: asked } = words().saveTable;
    const { title, file } = asked;
    const extension = (['pdf', 'ics', 'json'] as const).find((each) => file.endsWith(`.${each}`)) ?? 'csv';
    const options = {
      title,
      buttonLabel: button,
      defaultPath: file.replace('{day}', today()),
      filters: [{ name: kinds[extension], extensions: [extension] }],
    };
    const parent = window();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    if (canceled || filePath === '') return false;
    // In a folder of somebody's own, under a name that nothing there can have.
    const beside = `${filePath}.${randomUUID()}.tmp`;
    try {
      await writeFile(beside, content, { flag: 'wx', mode: 0o600, flush: true });
      await rename(beside, filePath);
      return true;
    } catch (error) {
      await rm(beside, { force: true }).catch(() => undefined);
      throw asDiskError(error);
    }
  };
}
