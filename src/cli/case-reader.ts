import { readFileSync } from 'node:fs';
import { defaultDataDir, thisWorkstation } from '../main/platform/files/data-dir.ts';
import { dataFolderOf } from '../main/platform/files/moved-folder.ts';
import { AppError } from '../shared/kernel/app-error.ts';
import { existingFolder, oneOf, required } from './arguments.ts';

/** What a command that reads case files is told: where, and by whom. */
export const READER_OPTIONS = {
  account: { type: 'string' },
  'passphrase-file': { type: 'string' },
  'data-dir': { type: 'string' },
  workspace: { type: 'string' },
} as const;

type Given = Readonly<Partial<Record<keyof typeof READER_OPTIONS, string | undefined>>>;

/**
 * A passphrase comes by a file: arguments and the environment of a process are shown to others.
 * @throws AppError INVALID_INPUT
 */
export function readerOf(values: Given, resolvePath: (path: string) => string) {
  const folder = values['data-dir'];
  return {
    dataDir: dataFolderOf(
      folder === undefined ? defaultDataDir(thisWorkstation()) : existingFolder(resolvePath(folder), 'data-dir'),
    ),
    workspace: values.workspace === undefined ? null : oneOf(values.workspace, 'workspace', ['demonstration', 'own']),
    account: required(values.account, 'account'),
    passphrase: passphraseIn(resolvePath(required(values['passphrase-file'], 'passphrase-file'))),
  };
}

/** The first line of a file, without its end. @throws AppError INVALID_INPUT when it cannot be read or is empty */
function passphraseIn(file: string): string {
  const [line = ''] = readText(file).split(/\r?\n/);
  if (line === '') throw new AppError('INVALID_INPUT', 'The file of --passphrase-file is empty.');
  return line;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new AppError('INVALID_INPUT', 'The file of --passphrase-file cannot be read.');
  }
}
