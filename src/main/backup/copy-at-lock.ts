import { statSync } from 'node:fs';
import { casesFile } from '../operation/operation.use-cases.ts';
import { doCaseJob } from './case-jobs.ts';
import { backupFile } from './backup-folder.ts';
import { removeLeftovers } from './remove-copies.ts';

/** In bytes: a file of this size is copied and checked in about a tenth of a second. A lock waits for no more. */
const SMALL_FILE_BYTES = 4 * 1024 * 1024;

/**
 * A copy taken while somebody locks or leaves, here and now: a worker would have to keep the key after the lock. Null for
 * a file that is too big for it: it had its copies while one worked. Gives what was copied.
 * @throws AppError DISK_FULL, CASES_UNREADABLE
 */
export function copyAtLock(folder: string, dataKey: Uint8Array, backupId: string): string | null {
  const from = casesFile(folder);
  const size = statSync(from, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0 || size > SMALL_FILE_BYTES) return null;
  removeLeftovers(folder);
  return doCaseJob({ kind: 'copy', from, to: backupFile(folder, backupId) }, dataKey, () => false).mark;
}
