import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/kernel/app-error.ts';

/**
 * Replaces a small file whole or not at all: written beside, flushed to the disk, then renamed over. A crash leaves the
 * old file or the new one, never half of one.
 */
export function writeFileAtomic(path: string, content: string): void {
  // One name, whoever writes: what a crash leaves is replaced by the next writing rather than kept for ever.
  const beside = `${path}.tmp`;
  try {
    const handle = openSync(beside, 'w');
    try {
      // Goes on until all of it is written, or fails: half a file is never renamed into place.
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(beside, { force: true });
    throw asDiskError(error);
  }
}

/** Puts a file that something else wrote on the disk itself, not only in the memory of the system. */
export function flushFile(path: string): void {
  // Windows flushes only what is open for writing.
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename durable. Windows cannot open a folder: there the rename is journaled by the file system. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A full disk is an expected failure with words of its own; anything else goes on as it came. */
export function asDiskError(error: unknown): unknown {
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') {
    return new AppError('DISK_FULL', 'There is no space left on the disk.');
  }
  return error;
}
