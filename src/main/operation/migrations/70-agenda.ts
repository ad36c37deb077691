export const agenda = {
  version: 70,
  name: 'agenda',
  // What a meeting is; null in what was planned before, as a rebuild has it. The agenda of some days is read by its hours, from the index alone;
  // what is due, by its day.
  sql: `
      ALTER TABLE appointment ADD COLUMN kind TEXT;
      UPDATE appointment SET kind = (SELECT payload ->> 'kind' FROM op WHERE op_id = appointment.id);
      CREATE INDEX appointment_by_hour ON appointment
        (starts_at, id, case_id, minutes, modality, kind, purpose, presence, revision);
      CREATE INDEX action_due ON action (due_on, case_id)
        WHERE is_withdrawn = 0 AND state IN ('not-yet', 'in-progress') AND due_on IS NOT NULL;`,
} as const;
