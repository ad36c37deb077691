import { execFileSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

export interface SmallDisk {
  readonly path: string;
  /** Fills the disk up to so many free bytes. */
  leave(freeBytes: number): void;
  /** Fills the disk with empty files until not even a folder can be made. */
  leaveNoFile(): void;
  /** Takes the fillers away. */
  free(): void;
  cleanup(): void;
}

/** A disk of a few megabytes and files in memory, or null where this machine does not let us mount one. */
export function smallDisk(bytes: number, files = 200): SmallDisk | null {
  const { path, cleanup } = tempFolder('disk');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes},nr_inodes=${files}`, 'tmpfs', path], {
      stdio: 'ignore',
    });
  } catch {
    cleanup();
    return null;
  }
  const filler = join(path, 'filler');
  const emptyFiles: string[] = [];
  const free = (): void => {
    for (const file of [filler, ...emptyFiles.splice(0)]) rmSync(file, { force: true });
  };
  return {
    path,
    free,
    leave(freeBytes) {
      free();
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - freeBytes)));
    },
    leaveNoFile() {
      for (let index = 0; index < files; index += 1) {
        const file = join(path, `empty-${index}`);
        try {
          writeFileSync(file, '');
        } catch {
          return;
        }
        emptyFiles.push(file);
      }
    },
    cleanup() {
      execFileSync('umount', [path], { stdio: 'ignore' });
      cleanup();
    },
  };
}
