import type { PlaceRecord } from '../../shared/domain/dataset/reference-records.ts';
import { departementOf, wholeCityOf } from '../../shared/domain/place/place-names.rules.ts';
import type { Position } from '../../shared/kernel/geo.ts';

export interface Commune {
  readonly code: string;
  readonly name: string;
  readonly departement: string;
  readonly postcodes: readonly string[];
  readonly position: Position | null;
}

const WHOLE_CITY_NAMES: Readonly<Record<string, string>> = { '75056': 'Paris', '69123': 'Lyon', '13055': 'Marseille' };

/**
 * One commune per code out of commune × postcode rows. A commune without coordinates takes the mean of those that share
 * its postcode; Paris, Lyon and Marseille, published by arrondissement, get a whole city at the mean of theirs.
 */
export function toCommunes(places: Iterable<PlaceRecord>): readonly Commune[] {
  const rows = [...places];
  const byCode = groupBy(rows, (row) => row.communeCode);
  const byPostcode = groupBy(rows, (row) => row.postcode);
  const communes = [...byCode].map(([code, own]) => ({
    code,
    name: (own[0] as PlaceRecord).name,
    departement: departementOf(code),
    postcodes: sortedUnique(own.map((row) => row.postcode)),
    position: meanPosition(own) ?? meanPosition(own.flatMap((row) => byPostcode.get(row.postcode) ?? [])),
  }));
  const cities = [...groupBy(rows, (row) => wholeCityOf(row.communeCode) ?? '')]
    .filter(([city]) => city !== '' && !byCode.has(city))
    .map(([city, own]) => ({
      code: city,
      name: WHOLE_CITY_NAMES[city] ?? city,
      departement: departementOf(city),
      postcodes: sortedUnique(own.map((row) => row.postcode)),
      position: meanPosition(own),
    }));
  return [...communes, ...cities].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function meanPosition(rows: readonly PlaceRecord[]): Position | null {
  const known = rows.filter((row) => row.lat !== null && row.lon !== null);
  if (known.length === 0) return null;
  const mean = (pick: (row: PlaceRecord) => number | null): number =>
    known.reduce((sum, row) => sum + (pick(row) ?? 0), 0) / known.length;
  return { lat: round6(mean((row) => row.lat)), lon: round6(mean((row) => row.lon)) };
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

function sortedUnique(items: readonly string[]): readonly string[] {
  return [...new Set(items)].sort();
}
