import type { WriteDb } from '../../src/main/platform/db/open-database.ts';

interface WrittenAccess {
  readonly at: number;
  readonly actorId: string;
  readonly act: string;
}

/** Who did what with one file, oldest first, as the access log has it. */
export function accessesOf(db: WriteDb, caseId: string): readonly WrittenAccess[] {
  return db
    .prepare<[string], WrittenAccess>(
      'SELECT at, actor_id AS actorId, act FROM access_log WHERE case_id = ? ORDER BY id',
    )
    .all(caseId);
}
