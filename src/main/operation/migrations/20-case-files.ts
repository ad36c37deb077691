export const caseFiles = {
  version: 20,
  name: 'case files',
  // Projections: made of the log, and made anew from it by rebuild().
  sql: `
      CREATE TABLE case_file (
        id TEXT PRIMARY KEY,
        advisor_id TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        closed_on TEXT,
        outcome TEXT,
        is_computing_off INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX case_file_by_advisor ON case_file (advisor_id);
      CREATE TABLE case_field (
        case_id TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        said_by TEXT NOT NULL,
        said_on TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        PRIMARY KEY (case_id, field)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE appointment (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        starts_at INTEGER NOT NULL,
        minutes INTEGER NOT NULL,
        modality TEXT NOT NULL,
        purpose TEXT NOT NULL,
        presence TEXT NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX appointment_by_case ON appointment (case_id, starts_at, presence);
      CREATE TABLE contact (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        day TEXT NOT NULL,
        channel TEXT NOT NULL,
        initiated_by TEXT NOT NULL,
        is_exchange INTEGER NOT NULL,
        line TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        is_withdrawn INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX contact_by_case ON contact (case_id, day, is_exchange, is_withdrawn);
      CREATE TABLE action (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        owner TEXT NOT NULL,
        text TEXT NOT NULL,
        due_on TEXT,
        state TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        is_withdrawn INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX action_by_case ON action (case_id, due_on);
      CREATE INDEX action_open ON action (case_id, owner)
        WHERE is_withdrawn = 0 AND state IN ('not-yet', 'in-progress');`,
} as const;
