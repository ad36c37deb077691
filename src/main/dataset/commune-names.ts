import { readFileSync } from 'node:fs';
import type { PlaceRecord } from '../../shared/domain/dataset/reference-records.ts';
import { foldPlace } from '../../shared/domain/place/fold-place.ts';

/** Commune code → name as INSEE spells it, made by the build. */
type CommuneNames = Readonly<Record<string, string>>;

/** None when the file is not there or cannot be read: names then keep what the rules of the import gave them. */
export function readCommuneNames(file: string): CommuneNames {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as CommuneNames;
  } catch {
    return {};
  }
}

/**
 * Files in capitals have lost accents that no rule can give back: a place takes INSEE's spelling where its letters are
 * the same. Other letters are another name (a merger, an older file): the file is then right about itself.
 */
export function withOfficialNames(places: Iterable<PlaceRecord>, names: CommuneNames): readonly PlaceRecord[] {
  return [...places].map((place) => {
    const official = names[place.communeCode];
    if (official === undefined || foldPlace(official) !== foldPlace(place.name)) return place;
    return { ...place, name: official };
  });
}
