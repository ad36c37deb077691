import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIXTURE_FOLDER } from './project.ts';
import { tempFolder, type TempFolder } from './temp-folder.ts';

/** A copy of the reference files, changed: a file to null is taken away, to a function is rewritten. */
export function changedFixture(changes: Readonly<Record<string, ((text: string) => string) | null>>): TempFolder {
  const folder = tempFolder('files');
  cpSync(FIXTURE_FOLDER, folder.path, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder.path, file);
    if (change === null) rmSync(path);
    else writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
  return folder;
}

/** Other reference data: the bakery at the top of the fixture has hired more. */
export function otherFixture(hires = 5): TempFolder {
  return changedFixture({ 'establishments.csv': (text) => text.replace(';3;O', `;${hires};O`) });
}
