import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TempFolder {
  readonly path: string;
  cleanup(): void;
}

/** A folder of its own for a test file, under the system's temporary folder. */
export function tempFolder(name: string): TempFolder {
  const path = mkdtempSync(join(tmpdir(), `vav-${name}-`));
  return { path, cleanup: () => rmSync(path, { recursive: true, force: true }) };
}
