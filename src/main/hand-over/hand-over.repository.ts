import type { WriteDb } from '../platform/db/open-database.ts';

interface NamedFile {
  readonly caseId: string;
  readonly advisorId: string;
  /** The value of the fact `name`, as it is kept. */
  readonly name: string;
}

interface Asked {
  readonly advisorId: string;
  readonly today: string;
  readonly from: number;
  readonly until: number;
}

export interface HandOverRepository {
  /** The files of an advisor with a meeting still planned between two instants, by its hour, where nobody stands in. */
  meeting(asked: Asked): readonly string[];
  /** The open files of an advisor, in no order that says anything of anybody. */
  open(advisorId: string): readonly string[];
  named(): readonly NamedFile[];
}

export function handOverRepository(db: WriteDb): HandOverRepository {
  const meeting = db
    .prepare<[Asked], string>(
      `SELECT case_id FROM appointment
       WHERE starts_at >= @from AND starts_at < @until AND presence = 'planned' AND case_id IN (
         SELECT id FROM case_file WHERE advisor_id = @advisorId AND closed_on IS NULL
           AND (stand_in_id IS NULL OR stand_in_until < @today))
       GROUP BY case_id ORDER BY min(starts_at), case_id`,
    )
    .pluck();
  const open = db
    .prepare<[string], string>('SELECT id FROM case_file WHERE advisor_id = ? AND closed_on IS NULL ORDER BY id')
    .pluck();
  const named = db.prepare<[], NamedFile>(
    `SELECT case_file.id AS caseId, advisor_id AS advisorId, value AS name FROM case_file
     JOIN case_field ON case_id = case_file.id AND field = 'name' WHERE closed_on IS NULL`,
  );
  return {
    meeting: (asked) => meeting.all(asked),
    open: (advisorId) => open.all(advisorId),
    named: () => named.all(),
  };
}
