export const sheets = {
  version: 150,
  name: 'sheets',
  // What leaves a file and how, beside that it left; and the sheets kept to be handed over.
  sql: `
      ALTER TABLE access_log ADD COLUMN paper TEXT;
      ALTER TABLE access_log ADD COLUMN medium TEXT;
      CREATE TABLE sheet (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        kept_at INTEGER NOT NULL,
        day TEXT NOT NULL,
        paper TEXT NOT NULL,
        is_large INTEGER NOT NULL,
        way TEXT,
        handed_on TEXT,
        is_withdrawn INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX sheet_by_case ON sheet (case_id, kept_at);
      CREATE INDEX sheet_waiting ON sheet (case_id) WHERE is_withdrawn = 0 AND way IS NULL;`,
} as const;
