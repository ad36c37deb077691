import { dialog, type BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { asDiskError } from '../platform/files/atomic-write.ts';
import type { ShellWords } from './shell-words.ts';

interface SaveDoors {
  readonly window: () => BrowserWindow | null;
  readonly words: () => ShellWords;
}

/** Asks where a table goes and writes it there; the name proposed is nobody's. @throws AppError DISK_FULL, or as `writeFile` */
export function makeSaveTable({ window, words }: SaveDoors): (content: string) => Promise<boolean> {
  return async (content) => {
    const { title, button, file, kind } = words().saveTable;
    const options = {
      title,
      buttonLabel: button,
      defaultPath: file,
      filters: [{ name: kind, extensions: ['csv'] }],
    };
    const parent = window();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    if (canceled || filePath === '') return false;
    try {
      await writeFile(filePath, content, { mode: 0o600 });
      return true;
    } catch (error) {
      throw asDiskError(error);
    }
  };
}
