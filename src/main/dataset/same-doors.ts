import type { EmployerGroup } from '../../shared/domain/employer/employer.schema.ts';
import { HEADCOUNT_BANDS } from '../../shared/domain/employer/headcount.ts';
import { doorsIn, type Doorway } from '../../shared/domain/employer/same-door.rules.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface Row {
  readonly siret: string;
  readonly name: string;
  readonly naf: string;
  readonly group: EmployerGroup;
  readonly address: string;
  readonly lat: number;
  readonly lon: number;
  readonly isOwnPosition: number;
  readonly band: string;
  readonly yearlyHires: number | null;
  readonly communeCode: string;
  readonly communeName: string;
}

/** Establishments of lists that are behind a door with another legal unit, each with the one that lists show. */
export function establishmentsBehind(db: WriteDb): readonly (readonly [siret: string, shown: string])[] {
  // One commune after the other: the doors of a country are never held together.
  const rows = db.prepare<[], Row>(`
    SELECT siret, establishment.name, naf, employer_group AS "group", address, establishment.lat, establishment.lon,
      position_basis = 'establishment' AS isOwnPosition, band, yearly_hires AS yearlyHires,
      commune_code AS communeCode, coalesce(commune.name, '') AS communeName
    FROM establishment LEFT JOIN commune ON commune.code = commune_code
    WHERE unranked IS NULL AND establishment.name IS NOT NULL ORDER BY commune_code`);
  const behind: (readonly [string, string])[] = [];
  let here: Row[] = [];
  const closeCommune = (): void => {
    for (const { shown, others } of doorsIn(here[0]?.communeName ?? '', here.map(toDoorway))) {
      for (const siret of others) behind.push([siret, shown]);
    }
    here = [];
  };
  for (const row of rows.iterate()) {
    if (row.communeCode !== here[0]?.communeCode) closeCommune();
    here.push(row);
  }
  closeCommune();
  return behind;
}

function toDoorway({ siret, name, naf, group, address, yearlyHires, ...row }: Row): Doorway {
  return {
    ...{ siret, name, naf, group, address, yearlyHires },
    position: row.isOwnPosition === 1 ? { lat: row.lat, lon: row.lon } : null,
    size: HEADCOUNT_BANDS.findIndex((band) => band === row.band),
  };
}
