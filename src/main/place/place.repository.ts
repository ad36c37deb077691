import type { Place } from '../../shared/domain/place/place.schema.ts';
import { foldPlace } from '../../shared/domain/place/fold-place.ts';
import { arrondissementOf, departementFromPostcode } from '../../shared/domain/place/place-names.rules.ts';
import type { ReadDb } from '../platform/db/open-database.ts';

interface CommuneRow {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly lat: number;
  readonly lon: number;
}

export interface PlaceRepository {
  find(communeCode: string): Place | null;
  /** Communes by the beginning of their name or of any word of it, or by the beginning of a postcode. */
  search(text: string, limit: number): readonly Place[];
  /** Départements by the nearest of their communes to a position, nearest first. */
  departementsNear(from: Pick<Place, 'lat' | 'lon'>, limit: number): readonly string[];
}

/** What follows the name of a town in the address of a company: "METZ CEDEX 1". */
const CEDEX = /\bcedex(?: \d{1,2})?$/;

/** Reads communes of a release. A commune without a position cannot be a centre: it is not offered. */
export function placeRepository(db: ReadDb): PlaceRepository {
  const columns = 'code, name, departement, lat, lon';
  const one = db.prepare(`SELECT ${columns} FROM commune WHERE code = ? AND lat IS NOT NULL`);
  const postcodes = db.prepare('SELECT postcode FROM postcode WHERE commune_code = ? ORDER BY postcode').pluck();
  const byPostcode = db.prepare(`
    SELECT DISTINCT ${columns} FROM postcode JOIN commune ON commune.code = postcode.commune_code
    WHERE postcode >= @from AND postcode < @to AND lat IS NOT NULL AND (folded LIKE @name || '%')
    ORDER BY postcode, name LIMIT @limit`);
  const byName = db.prepare(`
    SELECT ${columns} FROM commune
    WHERE (folded LIKE @name || '%' OR folded LIKE '% ' || @name || '%')
      AND departement LIKE @departement || '%' AND lat IS NOT NULL
    ORDER BY folded <> @name, folded NOT LIKE @name || '%', postcode_count DESC, length(folded), folded, code
    LIMIT @limit`);

  // Over a département or two the Earth is flat enough to say which is nearer.
  const near = db
    .prepare(
      `SELECT departement FROM commune WHERE lat IS NOT NULL GROUP BY departement
       ORDER BY min((lat - @lat) * (lat - @lat) + (lon - @lon) * (lon - @lon) * @shrink), departement LIMIT @limit`,
    )
    .pluck();

  const toPlace = ({ code, ...row }: CommuneRow): Place => ({
    ...row,
    communeCode: code,
    postcodes: postcodes.all(code) as string[],
  });
  return {
    departementsNear({ lat, lon }, limit) {
      const cos = Math.cos((lat * Math.PI) / 180);
      return near.all({ lat, lon, shrink: cos * cos, limit }) as string[];
    },
    find(communeCode) {
      const row = one.get(communeCode) as CommuneRow | undefined;
      return row === undefined ? null : toPlace(row);
    },
    search(text, limit) {
      const arrondissement = arrondissementOf(text);
      const asArrondissement = [arrondissement?.code, arrondissement?.cityCode]
        .map((code) => (code === undefined ? undefined : (one.get(code) as CommuneRow | undefined)))
        .filter((row) => row !== undefined);
      if (asArrondissement.length > 0) return asArrondissement.slice(0, limit).map(toPlace);
      const digits = /\b\d{2,5}\b|\b2[ab]\b/i.exec(text)?.[0] ?? '';
      const name = foldPlace(text.replace(digits, ' ')).replace(CEDEX, '').trim();
      if (name === '' && digits === '') return [];
      const isPostcode = digits.length > 3 || (name === '' && /^\d+$/.test(digits));
      const exact = isPostcode
        ? byPostcode.all({ from: digits, to: `${digits}~`, name, limit })
        : byName.all({ name, departement: digits.toUpperCase(), limit });
      // Two digits are a département only where that finds something: else they belong to the name.
      if (exact.length === 0 && !isPostcode && digits !== '') {
        return (byName.all({ name: foldPlace(text), departement: '', limit }) as CommuneRow[]).map(toPlace);
      }
      // A postcode of its own (CEDEX), or one without its leading zero: the communes of its departement, largest first.
      const departement = exact.length === 0 && isPostcode ? departementFromPostcode(digits) : null;
      const rows = departement === null ? exact : byName.all({ name, departement, limit });
      return (rows as CommuneRow[]).map(toPlace);
    },
  };
}
