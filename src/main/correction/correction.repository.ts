import type { Correction } from '../../shared/domain/correction/correction.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** An employer put back in the lists, and when: what was reported before no longer counts. */
export interface Dismissal {
  readonly siret: string;
  readonly at: number;
  readonly revision: number;
}

/** As in the partial index of the table, or SQLite would not use it. */
const REPORTS = `is_current = 1 AND outcome = 'set-aside'
  AND (reasons LIKE '%"closed"%' OR reasons LIKE '%"wrong-data"%')`;
const STANDING = `${REPORTS} AND item_key LIKE 'siret:%'
  AND NOT EXISTS (SELECT 1 FROM correction_dismissal WHERE siret = substr(item_key, 7) AND correction_dismissal.at >= decision.at)`;

export function correctionRepository(db: WriteDb) {
  const one = db.prepare<[string], Dismissal>('SELECT siret, at, revision FROM correction_dismissal WHERE siret = ?');
  const put = db.prepare(
    'INSERT OR REPLACE INTO correction_dismissal (siret, at, revision) VALUES (@siret, @at, @revision)',
  );
  const list = db.prepare<[], Omit<Correction, 'kind'> & { isClosed: number }>(`
    SELECT substr(item_key, 7) AS siret, max(name) AS name, json_extract(max(snapshot), '$.communeName') AS communeName,
      max(reasons LIKE '%"closed"%') AS isClosed, max(at) AS reportedAt
    FROM decision WHERE ${STANDING} GROUP BY item_key ORDER BY reportedAt DESC, siret`);
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
    list: (): readonly Correction[] =>
      list.all().map(({ isClosed, ...row }) => ({ ...row, kind: isClosed === 1 ? 'closed' : 'wrong-data' })),
    closed: (): readonly string[] => closed.all(),
  };
}
