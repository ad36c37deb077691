import type { MobilityKind, Occupation } from '../../shared/domain/occupation/occupation.schema.ts';
import type { ReadDb } from '../platform/db/open-database.ts';
import { firstOfEach, type TitleRow } from './title-search.rules.ts';

/** More titles than this say the same few letters: the likeliest are weighed, the others would only take time. */
const MAX_TITLES = 1000;

/** Reads occupations (ROME) of a release. */
export function occupationRepository(db: ReadDb): {
  searchTitles(match: string): readonly TitleRow[];
  find(rome: string): Occupation | null;
} {
  const search = db.prepare(`
    SELECT title.rome, occupation.label, title.title, title.is_principal
    FROM occupation_title_fts AS fts
    JOIN occupation_title AS title ON title.id = fts.rowid
    JOIN occupation ON occupation.rome = title.rome
    WHERE occupation_title_fts MATCH ?
    ORDER BY title.is_principal DESC, length(title.title), title.id LIMIT ${MAX_TITLES}`);
  const occupation = db.prepare('SELECT rome, label, definition FROM occupation WHERE rome = ?');
  const tensions = db.prepare(
    'SELECT family_label AS familyLabel, percent FROM tension WHERE rome = ? ORDER BY family_code',
  );
  const neighbours = db.prepare(`
    SELECT mobility.target_rome AS rome, occupation.label, mobility.kind
    FROM mobility JOIN occupation ON occupation.rome = mobility.target_rome
    WHERE mobility.rome = ? ORDER BY mobility.kind, mobility.target_rome`);

  return {
    searchTitles: (match) => search.all(match) as TitleRow[],
    find(rome) {
      const found = occupation.get(rome) as Pick<Occupation, 'rome' | 'label' | 'definition'> | undefined;
      if (found === undefined) return null;
      return {
        ...found,
        tensions: tensions.all(rome) as { familyLabel: string; percent: number }[],
        neighbours: firstOfEach(neighbours.all(rome) as { rome: string; label: string; kind: MobilityKind }[]),
      };
    },
  };
}
