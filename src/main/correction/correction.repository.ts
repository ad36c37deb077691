import type { SiteCorrection } from '../../shared/domain/correction/correction.rules.ts';
import type { Correction } from '../../shared/domain/correction/correction.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** As in the partial index of the table, or SQLite would not use it. */
const REPORTS = `is_current = 1 AND outcome = 'set-aside'
  AND (reasons LIKE '%"closed"%' OR reasons LIKE '%"wrong-data"%')`;
const STANDING = `${REPORTS} AND item_key LIKE 'siret:%'
  AND NOT EXISTS (SELECT 1 FROM correction_dismissal 
    WHERE siret = substr(item_key, 7) AND correction_dismissal.revision > decision.made_seq)`;

/** What was reported of an employer, by whoever was last to. */
export interface Report extends Omit<Correction, 'reportedOn' | 'optOut'> {
  readonly reportedAt: number;
}

type KeptOptOut = NonNullable<SiteCorrection['optOut']> & { readonly siret: string };

export function correctionRepository(db: WriteDb) {
  const dismissal = db.prepare<[string], NonNullable<SiteCorrection['dismissal']>>(
    'SELECT at, revision FROM correction_dismissal WHERE siret = ?',
  );
  const optOutColumns =
    'siret, name, commune_name AS communeName, scope, asked_by AS askedBy, asked_on AS askedOn, revision';
  const optOut = db.prepare<[string], KeptOptOut>(`SELECT ${optOutColumns} FROM employer_opt_out WHERE siret = ?`);
  const optOuts = db.prepare<[], KeptOptOut>(`SELECT ${optOutColumns} FROM employer_opt_out ORDER BY revision DESC`);
  const putOptOut = db.prepare(`
    INSERT OR REPLACE INTO employer_opt_out (siret, name, commune_name, scope, asked_by, asked_on, revision)
    VALUES (@siret, @name, @communeName, @scope, @askedBy, @askedOn, @revision)`);
  const liftOptOut = db.prepare('DELETE FROM employer_opt_out WHERE siret = ?');
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
  const optOutOf = (siret: string): SiteCorrection['optOut'] => {
    const row = optOut.get(siret);
    if (row === undefined) return null;
    const { siret: _, ...out } = row;
    return out;
  };
  return {
    read(siret: string): SiteCorrection | null {
      const dismissed = dismissal.get(siret) ?? null;
      const out = optOutOf(siret);
      return dismissed === null && out === null ? null : { siret, dismissal: dismissed, optOut: out };
    },
    write({ siret, dismissal: dismissed, optOut: out }: SiteCorrection): void {
      if (dismissed !== null) put.run({ siret, ...dismissed });
      if (out === null) liftOptOut.run(siret);
      else putOptOut.run({ siret, ...out });
    },
    optOutOf,
    /** Newest first. */
    optOuts: (): readonly KeptOptOut[] => optOuts.all(),
    /** Newest first. */
    list: (): readonly Report[] =>
      list.all().map(({ siret, name, communeName, reportedAt, isClosed }) => ({
        ...{ siret, name, communeName, reportedAt, kind: isClosed === 1 ? 'closed' : 'wrong-data' },
      })),
    closed: (): readonly string[] => closed.all(),
  };
}
