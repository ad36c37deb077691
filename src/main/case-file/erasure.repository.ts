import type { WriteDb } from '../platform/db/open-database.ts';

/** A file that is closed, as what is due to be erased is counted. */
export interface ClosedLine {
  readonly id: string;
  readonly closedOn: string;
  readonly closedAt: number | null;
  /** Whether words of ours are still kept: notes, drafts, contacts. */
  readonly hasWords: number;
  readonly revision: number;
}

export interface ErasureRepository {
  /** The files closed on that day or before, of all portfolios. */
  closedUpTo(day: string): readonly ClosedLine[];
  /** Drafts, lines of preparation and what is half typed are no operations: they go with the file, or with the notes. */
  eraseDrafts(caseId: string): void;
}

export function erasureRepository(db: WriteDb): ErasureRepository {
  const closed = db.prepare<[string], ClosedLine>(`
    SELECT id, closed_on AS closedOn, closed_at AS closedAt, revision,
      EXISTS (SELECT 1 FROM note WHERE case_id = case_file.id)
        OR EXISTS (SELECT 1 FROM contact WHERE case_id = case_file.id)
        OR EXISTS (SELECT 1 FROM sheet WHERE case_id = case_file.id)
        OR EXISTS (SELECT 1 FROM reading WHERE case_id = case_file.id)
        OR EXISTS (SELECT 1 FROM draft WHERE case_id = case_file.id) AS hasWords
    FROM case_file WHERE closed_on IS NOT NULL AND closed_on <= ?`);
  const drafts = ['draft', 'draft_mark', 'private_line'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE case_id = ?`),
  );
  const halfTyped = db.prepare<[string, string]>(`
    UPDATE preference SET value = json_remove(value, '$."action ' || ? || '"', '$."contact ' || ? || '"')
    WHERE name = 'half-typed' AND json_type(value) = 'object'`);
  return {
    closedUpTo: (day) => closed.all(day),
    eraseDrafts(caseId) {
      for (const statement of drafts) statement.run(caseId);
      halfTyped.run(caseId, caseId);
    },
  };
}
