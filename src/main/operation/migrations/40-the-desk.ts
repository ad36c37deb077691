export const theDesk = {
  version: 40,
  name: 'the desk',
  // A check cannot be altered: the access log is made anew with the lines it had.
  sql: `
      ALTER TABLE case_file ADD COLUMN closed_at INTEGER;
      ALTER TABLE case_file ADD COLUMN closing_reason TEXT;
      ALTER TABLE case_file ADD COLUMN archived_on TEXT;
      ALTER TABLE case_file ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
      UPDATE case_file SET closed_at =
          (SELECT at FROM op WHERE case_id = case_file.id AND kind = 'caseFile.close' ORDER BY device_seq DESC LIMIT 1)
        WHERE closed_on IS NOT NULL;
      CREATE INDEX case_file_closed ON case_file (closed_on, closed_at) WHERE closed_on IS NOT NULL;
      CREATE INDEX op_erasing ON op (device_seq) WHERE kind IN ('caseFile.erase', 'caseFile.eraseWords');
      CREATE TABLE agency_tag (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        is_retired INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE saved_view (
        id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL,
        name TEXT NOT NULL,
        view TEXT NOT NULL,
        is_removed INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX saved_view_by_account ON saved_view (account_id);
      CREATE TABLE preference (
        account_id TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (account_id, name)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE access_log_with_more (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor_id TEXT NOT NULL,
        case_id TEXT,
        act TEXT NOT NULL
          CHECK (act IN ('opened', 'copied', 'exported', 'printed', 'searched', 'restored', 'erased')),
        reason TEXT,
        count INTEGER
      ) STRICT;
      INSERT INTO access_log_with_more (id, at, actor_id, case_id, act, reason, count)
        SELECT id, at, actor_id, case_id, act, reason, count FROM access_log;
      DROP TABLE access_log;
      ALTER TABLE access_log_with_more RENAME TO access_log;
      CREATE INDEX access_by_case ON access_log (case_id, actor_id, at);
      CREATE INDEX access_by_time ON access_log (at);`,
} as const;
