import type { SiteCorrection } from '../../shared/domain/correction/correction.rules.ts';
import { REPORT_KINDS } from '../../shared/domain/correction/correction.ts';
import type { Correction, ReportKind } from '../../shared/domain/correction/correction.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

/** As in the partial index of the table, or SQLite would not use it. */
const REPORTS = `is_current = 1 AND outcome = 'set-aside'
  AND (reasons LIKE '%"closed"%' OR reasons LIKE '%"wrong-data"%')`;
const STANDING = `${REPORTS} AND item_key LIKE 'siret:%'
  AND NOT EXISTS (SELECT 1 FROM correction_dismissal 
    WHERE siret = substr(item_key, 7) AND correction_dismissal.revision > decision.made_seq)`;

const [CLOSED, WRONG_DATA] = REPORT_KINDS;

/** What was reported of an employer, by whoever was last to. */
export interface Report extends Omit<Correction, 'kind' | 'reportedOn' | 'optOut'> {
  readonly kind: ReportKind;
  readonly reportedAt: number;
}

type KeptReport = NonNullable<SiteCorrection['report']> & { readonly siret: string };
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
  const reportColumns = 'siret, kind, name, commune_name AS communeName, at, revision';
  const report = db.prepare<[string], KeptReport>(`SELECT ${reportColumns} FROM employer_report WHERE siret = ?`);
  const reports = db.prepare<[], KeptReport>(`SELECT ${reportColumns} FROM employer_report`);
  const putReport = db.prepare(`
    INSERT OR REPLACE INTO employer_report (siret, kind, name, commune_name, at, revision)
    VALUES (@siret, @kind, @name, @communeName, @at, @revision)`);
  const dropReport = db.prepare('DELETE FROM employer_report WHERE siret = ?');
  const put = db.prepare(
    'INSERT OR REPLACE INTO correction_dismissal (siret, at, revision) VALUES (@siret, @at, @revision)',
  );
  // Beside a lone max(), SQLite takes the other columns from the row that has it: name and commune go together.
  const ofDecisions = db.prepare<[], Omit<Report, 'kind'> & { isClosed: number; lastSeq: number }>(`
    SELECT substr(item_key, 7) AS siret, name, json_extract(snapshot, '$.communeName') AS communeName, at AS reportedAt,
      total(reasons LIKE '%"closed"%') > 0 AS isClosed, max(made_seq) AS lastSeq
    FROM decision WHERE ${STANDING} GROUP BY item_key ORDER BY lastSeq DESC`);
  const closed = db
    .prepare<[], string>(
      `
    SELECT substr(item_key, 7) FROM decision WHERE ${STANDING} AND reasons LIKE '%"closed"%'
    UNION SELECT siret FROM employer_report WHERE kind = 'closed' ORDER BY 1`,
    )
    .pluck();
  const optOutOf = (siret: string): SiteCorrection['optOut'] => {
    const row = optOut.get(siret);
    if (row === undefined) return null;
    const { siret: _, ...out } = row;
    return out;
  };
  const reportOf = (siret: string): SiteCorrection['report'] => {
    const row = report.get(siret);
    if (row === undefined) return null;
    const { siret: _, ...said } = row;
    return said;
  };
  return {
    read(siret: string): SiteCorrection | null {
      const dismissed = dismissal.get(siret) ?? null;
      const out = optOutOf(siret);
      const said = reportOf(siret);
      if (dismissed === null && out === null && said === null) return null;
      return { siret, dismissal: dismissed, optOut: out, report: said };
    },
    write({ siret, dismissal: dismissed, optOut: out, report: said }: SiteCorrection): void {
      if (dismissed !== null) put.run({ siret, ...dismissed });
      if (out === null) liftOptOut.run(siret);
      else putOptOut.run({ siret, ...out });
      if (said === null) dropReport.run(siret);
      else putReport.run({ siret, ...said });
    },
    optOutOf,
    /** Newest first. */
    optOuts: (): readonly KeptOptOut[] => optOuts.all(),
    /** What was said for a person or from the page of an employer, newest first; who is closed by one is closed. */
    list(): readonly Report[] {
      const bySiret = new Map<string, Report>();
      const all = [
        ...ofDecisions.all().map(({ isClosed, ...said }) => ({ ...said, kind: isClosed === 1 ? CLOSED : WRONG_DATA })),
        ...reports.all().map(({ at, revision, ...said }) => ({ ...said, reportedAt: at, lastSeq: revision })),
      ];
      for (const said of all.sort((a, b) => b.lastSeq - a.lastSeq)) {
        const { lastSeq: _, ...newest } = said;
        const known = bySiret.get(said.siret) ?? newest;
        bySiret.set(said.siret, said.kind === CLOSED ? { ...known, kind: CLOSED } : known);
      }
      return [...bySiret.values()];
    },
    closed: (): readonly string[] => closed.all(),
  };
}
