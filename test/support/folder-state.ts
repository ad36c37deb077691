import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The hash of every file of a folder, by its path, and its folders: two equal states hold the same bytes. */
export function folderState(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .map((entry) => ({ path: join(entry.parentPath, entry.name), isFile: entry.isFile() }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, isFile }) => [relative(folder, path), isFile ? hashOf(path) : 'folder']),
  );
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Names in the folder of releases of a reference folder. */
export function releasesIn(root: string): readonly string[] {
  return readdirSync(join(root, 'releases')).sort();
}
