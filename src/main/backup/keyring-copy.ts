import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { keyringCopyFile, readKeyring, spaceFiles } from '../access/space.use-cases.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import { backupsFolder } from './backup-folder.ts';

/**
 * Keeps the keyring beside the copies: it holds no secret in clear, and without it they open for nobody. A damaged one is
 * not copied over the good one. @throws AppError DISK_FULL
 */
export function keepKeyringCopy(folder: string): void {
  const { keyring } = spaceFiles(folder);
  if (readKeyring(keyring) === null) return;
  const content = readFileSync(keyring, 'utf8');
  const copy = keyringCopyFile(keyring);
  if (existsSync(copy) && readFileSync(copy, 'utf8') === content) return;
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 });
  writeFileAtomic(copy, content);
}
