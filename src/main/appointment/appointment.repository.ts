import type { Appointment } from '../../shared/domain/appointment/appointment.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

const COLUMNS = 'id, case_id AS caseId, starts_at AS startsAt, minutes, modality, kind, purpose, presence, revision';

export function appointmentRepository(db: WriteDb) {
  const one = db.prepare<[string], Appointment>(`SELECT ${COLUMNS} FROM appointment WHERE id = ?`);
  const ofCase = db.prepare<[string], Appointment>(
    `SELECT ${COLUMNS} FROM appointment WHERE case_id = ? ORDER BY starts_at DESC`,
  );
  const between = db.prepare<{ advisorId: string; today: string; from: number; until: number }, Appointment>(`
    SELECT ${COLUMNS} FROM appointment
    WHERE starts_at >= @from AND starts_at < @until
      AND case_id IN (SELECT case_id FROM holding WHERE account_id = @advisorId AND until >= @today)
    ORDER BY starts_at, id`);
  const put = db.prepare(`
    INSERT OR REPLACE INTO appointment (id, case_id, starts_at, minutes, modality, kind, purpose, presence, revision)
    VALUES (@id, @caseId, @startsAt, @minutes, @modality, @kind, @purpose, @presence, @revision)`);
  return {
    read: (id: string): Appointment | null => one.get(id) ?? null,
    write(appointment: Appointment): void {
      put.run(appointment);
    },
    ofCase: (caseId: string): readonly Appointment[] => ofCase.all(caseId),
    /** Those of the files that an advisor holds today that start from one instant and before another, by their hours. */
    ofAdvisor: (advisorId: string, today: string, [from, until]: readonly [number, number]): readonly Appointment[] =>
      between.all({ advisorId, today, from, until }),
  };
}
