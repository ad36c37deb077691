import { lstatSync, readdirSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface FolderFile {
  /** Relative to the folder, with slashes. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Every file of a folder, in the order of their names, but for what is left out of its top. What is neither a file nor a
 * folder is told rather than followed: a link leads anywhere.
 */
export function filesIn(
  folder: string,
  leftOut: ReadonlySet<string> = new Set(),
): { readonly files: readonly FolderFile[]; readonly others: readonly string[] } {
  const files: FolderFile[] = [];
  const others: string[] = [];
  const visit = (inner: string): void => {
    for (const name of readdirSync(join(folder, inner)).sort()) {
      const path = inner === '' ? name : `${inner}/${name}`;
      if (inner === '' && leftOut.has(name)) continue;
      const entry = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (entry === undefined) continue;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.push({ path, bytes: entry.size });
      else others.push(path);
    }
  };
  visit('');
  return { files, others };
}

export function bytesOf(files: readonly FolderFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes that may still be written where a folder is, or would be; null where the system does not say. */
export function freeBytesAt(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? null : freeBytesAt(parent);
  }
}

/** The kind of file system as the system numbers it; null where it does not say. */
export function fileSystemAt(folder: string): number | null {
  try {
    return statfsSync(folder).type;
  } catch {
    const parent = dirname(folder);
    return parent === folder ? null : fileSystemAt(parent);
  }
}
