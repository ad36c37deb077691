import type { Paper } from '../../shared/domain/paper/paper.schema.ts';
import type { Handing, KeptSheet } from '../../shared/domain/sheet/sheet.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface SheetRow {
  readonly id: string;
  readonly caseId: string;
  readonly actorId: string;
  readonly keptAt: number;
  readonly on: string;
  readonly paper: string;
  readonly isLarge: number;
  readonly way: string | null;
  readonly handedOn: string | null;
  readonly isWithdrawn: number;
  readonly revision: number;
}

const COLUMNS = `id, case_id AS caseId, actor_id AS actorId, kept_at AS keptAt, day AS "on", paper, is_large AS isLarge, way,
  handed_on AS handedOn, is_withdrawn AS isWithdrawn, revision`;

export function sheetRepository(db: WriteDb) {
  const one = db.prepare<[string], SheetRow>(`SELECT ${COLUMNS} FROM sheet WHERE id = ?`);
  const ofCase = db.prepare<[string], SheetRow>(
    `SELECT ${COLUMNS} FROM sheet WHERE case_id = ? AND is_withdrawn = 0 ORDER BY kept_at DESC, id`,
  );
  const waiting = db.prepare<[string, string], SheetRow>(`
    SELECT ${COLUMNS} FROM sheet
    WHERE is_withdrawn = 0 AND way IS NULL
      AND case_id IN (SELECT case_id FROM holding WHERE account_id = ? AND until >= ?)
    ORDER BY kept_at, id`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO sheet
      (id, case_id, actor_id, kept_at, day, paper, is_large, way, handed_on, is_withdrawn, revision)
    VALUES (@id, @caseId, @actorId, @keptAt, @on, @paper, @isLarge, @way, @handedOn, @isWithdrawn, @revision)`);
  return {
    read(id: string): KeptSheet | null {
      const row = one.get(id);
      return row === undefined ? null : toSheet(row);
    },
    write({ handed, ...sheet }: KeptSheet): void {
      put.run({
        ...sheet,
        paper: JSON.stringify(sheet.paper),
        isLarge: Number(sheet.isLarge),
        way: handed?.way ?? null,
        handedOn: handed?.on ?? null,
        isWithdrawn: Number(sheet.isWithdrawn),
      });
    },
    /** Newest first, without those taken back. */
    ofCase: (caseId: string): readonly KeptSheet[] => ofCase.all(caseId).map(toSheet),
    /** Of the files that an advisor follows today, the one that waits the longest first. */
    waiting: (advisorId: string, today: string): readonly KeptSheet[] => waiting.all(advisorId, today).map(toSheet),
  };
}

function toSheet({ paper, isLarge, way, handedOn, isWithdrawn, ...row }: SheetRow): KeptSheet {
  return {
    ...row,
    paper: JSON.parse(paper) as Paper,
    isLarge: isLarge === 1,
    handed: way === null || handedOn === null ? null : ({ way, on: handedOn } as Handing),
    isWithdrawn: isWithdrawn === 1,
  };
}
