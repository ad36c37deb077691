import type { Reading } from '../../shared/domain/reading/reading.schema.ts';
import { readingIdOf } from '../../shared/domain/reading/reading.rules.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

const COLUMNS = `case_id AS caseId, said_by AS "by", text, day AS "on", actor_id AS actorId, at, revision`;

export function readingRepository(db: WriteDb) {
  const one = db.prepare<[string], Reading>(`SELECT ${COLUMNS} FROM reading WHERE id = ?`);
  const ofCase = db.prepare<[string], Reading>(`SELECT ${COLUMNS} FROM reading WHERE case_id = ? ORDER BY said_by`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO reading (id, case_id, said_by, text, day, actor_id, at, revision)
    VALUES (@id, @caseId, @by, @text, @on, @actorId, @at, @revision)`);
  return {
    read: (id: string): Reading | null => one.get(id) ?? null,
    write(reading: Reading): void {
      put.run({ ...reading, id: readingIdOf(reading.caseId, reading.by) });
    },
    ofCase: (caseId: string): readonly Reading[] => ofCase.all(caseId),
  };
}
