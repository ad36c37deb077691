import type { ContactDetails, ContactSource } from '../../shared/domain/employer-contact/employer-contact.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** What is kept of a contact, by whom and which version of it. */
export interface KeptContact extends ContactDetails {
  readonly siret: string;
  readonly authorId: string;
  readonly version: number;
}

export interface EmployerContactRepository {
  find(siret: string): KeptContact | null;
  /** Where somebody of the agency found one. */
  sites(): readonly string[];
  put(contact: KeptContact): void;
  remove(siret: string): void;
  /** What was learned that day or before goes. */
  forgetUpTo(day: string): void;
}

export function employerContactRepository(db: WriteDb): EmployerContactRepository {
  const one = db.prepare<[string], KeptContact & { readonly source: ContactSource }>(`
    SELECT siret, name, role, phone, email, way_in AS wayIn, source, known_on AS knownOn, author_id AS authorId, version
    FROM employer_contact WHERE siret = ?`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO employer_contact
      (siret, name, role, phone, email, way_in, source, known_on, author_id, version)
    VALUES (@siret, @name, @role, @phone, @email, @wayIn, @source, @knownOn, @authorId, @version)`);
  const remove = db.prepare('DELETE FROM employer_contact WHERE siret = ?');
  const forget = db.prepare('DELETE FROM employer_contact WHERE known_on <= ?');
  const sites = db.prepare<[], string>('SELECT siret FROM employer_contact ORDER BY siret').pluck();
  return {
    sites: () => sites.all(),
    find: (siret) => one.get(siret) ?? null,
    put: (contact) => void put.run(contact),
    remove: (siret) => void remove.run(siret),
    forgetUpTo: (day) => void forget.run(day),
  };
}
