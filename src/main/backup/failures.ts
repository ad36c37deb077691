import type { BackupState } from '../../shared/domain/backup/backup.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';

/** What is told of a copy that was not taken; null when it was only cancelled. */
export function reasonOf(error: unknown): BackupState['lastFailed'] {
  if (!(error instanceof AppError)) return 'INTERNAL';
  if (error.code === 'CANCELLED') return null;
  return error.code === 'DISK_FULL' || error.code === 'CASES_UNREADABLE' ? error.code : 'INTERNAL';
}

/** An expected failure keeps nothing else from being done; a lock does, and so does a bug. @throws what it was given */
export function unlessCancelled(error: unknown): void {
  if (!(error instanceof AppError) || error.code === 'CANCELLED') throw error;
}

/** What is damaged is the copy. */
export function asOfACopy(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'CASES_UNREADABLE') throw error;
  throw new AppError('BACKUP_UNREADABLE', 'This copy cannot be read.');
}
