import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The authored set of reference files. */
export const REFERENCE_FOLDER = fileURLToPath(new URL('fixtures/reference', import.meta.url));

const BANDS = ['01', '02', '03', '11', '12'];
const SECTORS = ['1071C', '4711D', '4724Z', '5610A', '4722Z'];

/** A folder like the authored one, with as many invented establishments as it takes for an import to last. */
export function makeLongFolder(parent: string, establishments: number): string {
  const folder = path.join(parent, `long-${establishments}`);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(REFERENCE_FOLDER)) {
    if (file.endsWith('.csv')) copyFileSync(path.join(REFERENCE_FOLDER, file), path.join(folder, file));
  }
  const header = readFileSync(path.join(REFERENCE_FOLDER, 'establishments.csv'), 'utf8').split(/\r?\n/, 1)[0] ?? '';
  const lines = [header];
  for (let index = 0; index < establishments; index += 1) {
    // Numbers and names of nobody.
    const siret = `9${String(index).padStart(8, '0')}00011`;
    const [naf, band] = [SECTORS[index % SECTORS.length], BANDS[index % BANDS.length]];
    const street = `${(index % 90) + 1};RUE DU MODELE;57000;57463`;
    lines.push(`${siret};MAISON ${index};;${naf};${band};${street};6.17;49.11;;O`);
  }
  writeFileSync(path.join(folder, 'establishments.csv'), `${lines.join('\n')}\n`);
  return folder;
}

/** What a workspace holds on the disk: releases, and what was being built. */
export function releasesOf(dataDir: string, workspace: 'demonstration' | 'own'): readonly string[] {
  const folder = path.join(dataDir, 'workspaces', workspace, 'reference', 'releases');
  return existsSync(folder) ? readdirSync(folder) : [];
}
