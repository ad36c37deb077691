import { mkdirSync, readFileSync } from 'node:fs';
import { keyringCopyFile, readableKeyring, readKeyring, spaceFiles } from '../access/space.use-cases.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import { backupsFolder } from './backup-folder.ts';

/**
 * Keeps the keyring beside the copies: it holds no secret in clear, and without it they open for nobody. A copy that can be
 * read stays, and follows each change of an account: the line of another account may be damaged in the keyring, and good
 * in its copy. @throws AppError DISK_FULL, CASES_UNREADABLE when neither can be read
 */
export function keepKeyringCopy(folder: string): void {
  const { keyring } = spaceFiles(folder);
  const copy = keyringCopyFile(keyring);
  if (readableKeyring(copy) !== null || readKeyring(keyring) === null) return;
  const content = readFileSync(keyring, 'utf8');
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 });
  writeFileAtomic(copy, content);
}
