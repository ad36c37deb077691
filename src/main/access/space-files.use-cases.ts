import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A space is the folder of a workspace's case files. It exists when it has a keyring, or the copy of one: the keyring is
 * written last, so that a creation that stops half-way has created nothing.
 */
export interface SpaceFiles {
  readonly cases: string;
  readonly keyring: string;
  readonly attempts: string;
}

export function spaceFiles(folder: string): SpaceFiles {
  return {
    cases: join(folder, 'cases.sqlite'),
    keyring: join(folder, 'keyring.json'),
    attempts: join(folder, 'attempts.json'),
  };
}

/** The copy of a keyring, beside the copies of what it opens. */
export function keyringCopyFile(file: string): string {
  return join(dirname(file), 'backups', 'keyring.json');
}

/** Whether a folder has case files that somebody can open: the copy of a keyring that is gone opens them too. */
export function hasSpace(folder: string): boolean {
  const { keyring } = spaceFiles(folder);
  return existsSync(keyring) || existsSync(keyringCopyFile(keyring));
}
