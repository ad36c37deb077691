import type { Correction } from '../../shared/domain/correction/correction.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** An employer put back in the lists, and where in the log: what was reported before no longer counts. */
export interface Dismissal {
  readonly siret: string;
  readonly at: number;
  readonly revision: number;
}

/** As in the partial index of the table, or SQLite would not use it. */
const REPORTS = `is_current = 1 AND outcome = 'set-aside'
  AND (reasons LIKE '%"closed"%' OR reasons LIKE '%"wrong-data"%')`;
const STANDING = `${REPORTS} AND item_key LIKE 'siret:%'
  AND NOT EXISTS (SELECT 1 FROM correction_dismissal 
    WHERE siret = substr(item_key, 7) AND correction_dismissal.revision > decision.made_seq)`;

/** What was reported of an employer, by whoever was last to. */
export interface Report extends Omit<Correction, 'reportedOn'> {
  readonly reportedAt: number;
}

export function correctionRepository(db: WriteDb) {
  const one = db.prepare<[string], Dismissal>('SELECT siret, at, revision FROM correction_dismissal WHERE siret = ?');
  const put = db.prepare(
    'INSERT OR REPLACE INTO correction_dismissal (siret, at, revision) VALUES (@siret, @at, @revision)',
  );
  // Beside a lone max(), SQLite takes the other columns from the row that has it: name and commune go together.
  const list = db.prepare<[], Omit<Report, 'kind'> & { isClosed: number }>(`
    SELECT substr(item_key, 7) AS siret, name, json_extract(snapshot, '$.communeName') AS communeName, at AS reportedAt,
      total(reasons LIKE '%"closed"%') > 0 AS isClosed, max(made_seq) AS lastSeq
    FROM decision WHERE ${STANDING} GROUP BY item_key ORDER BY lastSeq DESC`);
  const closed = db
    .prepare<[], string>(
      `
    SELECT DISTINCT substr(item_key, 7) FROM decision WHERE ${STANDING} AND reasons LIKE '%"closed"%' ORDER BY 1`,
    )
    .pluck();
  return {
    read: (siret: string): Dismissal | null => one.get(siret) ?? null,
    write(dismissal: Dismissal): void {
      put.run(dismissal);
    },
    /** Newest first. */
    list: (): readonly Report[] =>
      list.all().map(({ siret, name, communeName, reportedAt, isClosed }) => ({
        ...{ siret, name, communeName, reportedAt, kind: isClosed === 1 ? 'closed' : 'wrong-data' },
      })),
    closed: (): readonly string[] => closed.all(),
  };
}
