import type { AgencyTag } from '../../shared/domain/agency-tag/agency-tag.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

type TagRow = Omit<AgencyTag, 'isRetired'> & { readonly isRetired: number };

export interface AgencyTagRepository {
  read(id: string): AgencyTag | null;
  write(tag: AgencyTag): void;
  all(): readonly AgencyTag[];
  /** How many files of a portfolio wear each tag. */
  filesOf(advisorId: string): ReadonlyMap<string, number>;
}

export function agencyTagRepository(db: WriteDb): AgencyTagRepository {
  const columns = 'id, name, is_retired AS isRetired, revision';
  const one = db.prepare<[string], TagRow>(`SELECT ${columns} FROM agency_tag WHERE id = ?`);
  const all = db.prepare<[], TagRow>(`SELECT ${columns} FROM agency_tag`);
  const put = db.prepare(`
    INSERT INTO agency_tag (id, name, is_retired, revision) VALUES (@id, @name, @isRetired, @revision)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, is_retired = excluded.is_retired, revision = excluded.revision`);
  const files = db.prepare<[string], { tagId: string; files: number }>(`
    SELECT tag.value AS tagId, count(*) AS files FROM case_file, json_each(case_file.tags) AS tag
    WHERE advisor_id = ? AND tags <> '[]' GROUP BY tag.value`);
  return {
    read(id) {
      const row = one.get(id);
      return row === undefined ? null : toTag(row);
    },
    write: (tag) => void put.run({ ...tag, isRetired: tag.isRetired ? 1 : 0 }),
    all: () => all.all().map(toTag),
    filesOf: (advisorId) => new Map(files.all(advisorId).map((row) => [row.tagId, row.files])),
  };
}

function toTag(row: TagRow): AgencyTag {
  return { ...row, isRetired: row.isRetired === 1 };
}
