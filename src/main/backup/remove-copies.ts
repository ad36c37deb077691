import { existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { casesFile } from '../operation/operation.use-cases.ts';
import { filesOf } from '../platform/db/encrypted-database.ts';
import { flushFolder } from '../platform/files/atomic-write.ts';
import { backupFile, backupsFolder } from './backup-folder.ts';

export function removeCopies(folder: string, backupIds: readonly string[]): void {
  if (backupIds.length === 0) return;
  for (const backupId of backupIds) {
    for (const file of filesOf(backupFile(folder, backupId))) rmSync(file, { force: true });
  }
  flushFolder(backupsFolder(folder));
}

/** What a process that ended in the middle of a copy left. */
export function removeLeftovers(folder: string): void {
  const backups = backupsFolder(folder);
  if (!existsSync(backups)) return;
  for (const name of readdirSync(backups)) {
    if (/\.sqlite\.tmp(?:-\w+)?$/.test(name)) rmSync(join(backups, name), { force: true });
  }
}

/** Damaged files that a repair kept: after an erasure they would still hold what was erased. */
export function removeDamaged(folder: string): void {
  const damaged = `${basename(casesFile(folder))}.damaged-`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(damaged)) rmSync(join(folder, name), { force: true });
  }
}
