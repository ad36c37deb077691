import type { OwnEmployer } from '../../shared/domain/decision/decision.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface OwnEmployerRow extends Omit<OwnEmployer, 'isWithdrawn'> {
  readonly isWithdrawn: number;
}

const COLUMNS = `id, case_id AS caseId, name, commune_name AS communeName, approach, actor_id AS actorId,
  actor_name AS actorName, at, is_withdrawn AS isWithdrawn, revision`;

export function ownEmployerRepository(db: WriteDb) {
  const one = db.prepare<[string], OwnEmployerRow>(`SELECT ${COLUMNS} FROM own_employer WHERE id = ?`);
  const ofCase = db.prepare<[string], OwnEmployerRow>(
    `SELECT ${COLUMNS} FROM own_employer WHERE case_id = ? AND is_withdrawn = 0 ORDER BY at DESC, id DESC`,
  );
  const put = db.prepare(`
    INSERT OR REPLACE INTO own_employer
      (id, case_id, name, commune_name, approach, actor_id, actor_name, at, is_withdrawn, revision)
    VALUES (@id, @caseId, @name, @communeName, @approach, @actorId, @actorName, @at, @isWithdrawn, @revision)`);
  const toOwn = (row: OwnEmployerRow): OwnEmployer => ({ ...row, isWithdrawn: row.isWithdrawn === 1 });
  return {
    read(id: string): OwnEmployer | null {
      const row = one.get(id);
      return row === undefined ? null : toOwn(row);
    },
    write(own: OwnEmployer): void {
      put.run({ ...own, isWithdrawn: Number(own.isWithdrawn) });
    },
    ofCase: (caseId: string): readonly OwnEmployer[] => ofCase.all(caseId).map(toOwn),
  };
}
