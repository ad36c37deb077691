import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { writeEmployersFile } from '../../src/main/dataset/employers-file.ts';
import { findRelease } from '../../src/main/dataset/current-release.use-cases.ts';
import { readManifest } from '../../src/main/dataset/release-folder.ts';
import { HEADCOUNT_BANDS } from '../../src/shared/domain/employer/headcount.ts';
import {
  bandAt,
  GROUP_ORDER,
  groupAt,
  isApproximateAt,
  nafIndexOf,
  siretAt,
  type EmployerColumns,
} from '../../src/shared/scoring/employer-columns.ts';
import { readPairs } from './national-country.ts';

/**
 * Puts the establishments of a drawn country in the place of those of a reference folder, for benches that need the real
 * application on them. What the release says of itself follows.
 */
export function putCountryIn(root: string, columns: EmployerColumns): void {
  const release = findRelease(root);
  if (release === null) throw new Error('There is no release to put a country in.');
  writeEmployersFile(path.join(release, 'employers.bin'), columns);
  fillDatabase(path.join(release, 'reference.sqlite'), columns);
  const manifest = readManifest(release);
  const files = manifest.files.map((file) => ({ ...file, bytes: fs.statSync(path.join(release, file.name)).size }));
  const counts = { ...manifest.counts, ranked: columns.count };
  fs.writeFileSync(path.join(release, 'manifest.json'), JSON.stringify({ ...manifest, files, counts }));
}

function fillDatabase(file: string, columns: EmployerColumns): void {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = OFF');
    db.pragma('synchronous = OFF');
    const communes = db.prepare('SELECT code FROM commune ORDER BY code').pluck().all() as string[];
    const add = db.prepare(`
      INSERT INTO establishment (siret, legal_unit, name, naf, band, address, postcode, commune_code, lat, lon,
        position_basis, yearly_hires, employer_group)
      VALUES (@siret, @unit, @name, @naf, @band, '', '', @commune, @lat, @lon, @basis, @hires, @group)`);
    const addPair = db.prepare('INSERT INTO hire_pair (rome, naf, hires) VALUES (@rome, @naf, @hires)');
    const addSector = db.prepare('INSERT OR IGNORE INTO sector (naf, label) VALUES (?, ?)');
    db.transaction(() => {
      db.exec('DROP INDEX establishment_by_legal_unit; DELETE FROM establishment; DELETE FROM hire_pair');
      for (const pair of readPairs().pairs) addPair.run(pair);
      for (const naf of columns.nafCodes) addSector.run(naf, `Activités du secteur ${naf}`);
      // In the order of the key: appending to a tree costs a fraction of inserting into it.
      const rowOfRank = new Uint32Array(columns.count);
      for (let row = 0; row < columns.count; row += 1) rowOfRank[columns.siretRank[row]!] = row;
      for (const row of rowOfRank) add.run(establishmentOf(columns, row, communes));
      db.exec('CREATE INDEX establishment_by_legal_unit ON establishment (legal_unit)');
    })();
  } finally {
    db.close();
  }
}

function establishmentOf(columns: EmployerColumns, row: number, communes: readonly string[]) {
  const siret = String(siretAt(columns, row)).padStart(14, '0');
  const naf = columns.nafCodes[nafIndexOf(columns, row)]!;
  const hires = columns.yearlyHires[row]!;
  return {
    ...{ siret, unit: siret.slice(0, 9), name: `Maison ${siret.slice(3, 9)}`, naf },
    ...{ band: HEADCOUNT_BANDS[bandAt(columns, row)], commune: communes[row % communes.length] },
    ...{ lat: columns.latMicro[row]! / 1e6, lon: columns.lonMicro[row]! / 1e6 },
    ...{ basis: isApproximateAt(columns, row) ? 'commune' : 'establishment', hires: hires < 0 ? null : hires },
    group: GROUP_ORDER[groupAt(columns, row)],
  };
}
