import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** In a reference folder, the file that names the release in use. */
export const POINTER = 'current.json';

/** The release in use: `root` is a reference folder, or a release itself. Null when there is none. */
export function findRelease(root: string): string | null {
  if (existsSync(join(root, 'manifest.json'))) return root;
  const version = readPointer(root);
  if (version === null) return null;
  const path = join(root, 'releases', version);
  return existsSync(join(path, 'manifest.json')) ? path : null;
}

/** The version in use; null when nothing says it. */
export function readPointer(root: string): string | null {
  try {
    const pointer: unknown = JSON.parse(readFileSync(join(root, POINTER), 'utf8'));
    const version = (pointer as { version?: unknown }).version;
    return typeof version === 'string' && /^[a-z0-9-]+$/.test(version) ? version : null;
  } catch {
    return null;
  }
}
