import type { WriteDb } from '../platform/db/open-database.ts';

interface KeptLine {
  readonly text: string;
  readonly writtenAt: number;
}

/** These lines are no operations: what is erased leaves nothing behind, and a rebuild does not touch them. */
export function privateLineRepository(db: WriteDb) {
  const one = db.prepare<[string, string], KeptLine>(
    'SELECT text, written_at AS writtenAt FROM private_line WHERE case_id = ? AND author_id = ?',
  );
  const all = db.prepare<[string], KeptLine & { readonly authorId: string }>(
    'SELECT author_id AS authorId, text, written_at AS writtenAt FROM private_line WHERE case_id = ? ORDER BY written_at',
  );
  const put = db.prepare(
    'INSERT OR REPLACE INTO private_line (case_id, author_id, text, written_at) VALUES (@caseId, @authorId, @text, @now)',
  );
  const remove = db.prepare('DELETE FROM private_line WHERE case_id = ? AND author_id = ?');
  const forget = db.prepare('DELETE FROM private_line WHERE written_at < ?');
  return {
    read: (caseId: string, authorId: string): KeptLine | null => one.get(caseId, authorId) ?? null,
    /** Oldest first. */
    ofCase: (caseId: string): readonly (KeptLine & { readonly authorId: string })[] => all.all(caseId),
    write(line: { readonly caseId: string; readonly authorId: string; readonly text: string; readonly now: number }) {
      put.run(line);
    },
    remove: (caseId: string, authorId: string) => void remove.run(caseId, authorId),
    /** Whoever wrote them. */
    forgetBefore: (instant: number) => void forget.run(instant),
  };
}
