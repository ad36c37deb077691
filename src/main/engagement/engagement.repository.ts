import type { EngagementCopy } from '../../shared/domain/engagement/engagement.rules.ts';
import type { Engagement } from '../../shared/domain/engagement/engagement.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface Row extends Omit<Engagement, 'commitments'> {
  readonly commitments: string;
}

const COLUMNS = `engagement.id, engagement.case_id AS caseId, engagement.kind, engagement.signed_on AS signedOn,
  engagement.starts_on AS startsOn, engagement.ends_on AS endsOn, engagement.weekly_hours AS weeklyHours,
  engagement.commitments, engagement.reference, engagement.replaces, engagement.actor_id AS actorId,
  engagement.actor_name AS actorName, engagement.at, engagement.revision,
  (SELECT later.id FROM engagement later WHERE later.replaces = engagement.id) AS replacedBy`;

export function engagementRepository(db: WriteDb) {
  const one = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM engagement WHERE id = ?`);
  const ofCase = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM engagement WHERE case_id = ? ORDER BY at DESC, id`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO engagement (id, case_id, kind, signed_on, starts_on, ends_on, weekly_hours, commitments,
      reference, replaces, actor_id, actor_name, at, revision)
    VALUES (@id, @caseId, @kind, @signedOn, @startsOn, @endsOn, @weeklyHours, @commitments,
      @reference, @replaces, @actorId, @actorName, @at, @revision)`);
  const toCopy = (row: Row): Engagement => ({ ...row, commitments: JSON.parse(row.commitments) as string[] });
  return {
    read(id: string): Engagement | null {
      const row = one.get(id);
      return row === undefined ? null : toCopy(row);
    },
    write(copy: EngagementCopy): void {
      put.run({ ...copy, commitments: JSON.stringify(copy.commitments) });
    },
    ofCase: (caseId: string): readonly Engagement[] => ofCase.all(caseId).map(toCopy),
  };
}
