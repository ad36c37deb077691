export const approaches = {
  version: 80,
  name: 'approaches',
  sql: `
      CREATE TABLE approach (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        item_key TEXT NOT NULL,
        item TEXT NOT NULL,
        name TEXT NOT NULL,
        stage TEXT NOT NULL,
        has_answer INTEGER NOT NULL,
        due_kind TEXT,
        due_on TEXT,
        entries TEXT NOT NULL,
        sentence TEXT NOT NULL,
        sentence_revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX approach_by_case ON approach (case_id, stage, has_answer);
      CREATE INDEX approach_due ON approach (case_id, due_on, due_kind, name, item_key) WHERE due_on IS NOT NULL;
      CREATE TABLE employer_contact (
        siret TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        phone TEXT NOT NULL,
        email TEXT NOT NULL,
        way_in TEXT NOT NULL,
        source TEXT NOT NULL,
        known_on TEXT NOT NULL,
        author_id TEXT NOT NULL,
        version INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE employer_opt_out (
        siret TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        commune_name TEXT,
        scope TEXT NOT NULL,
        asked_by TEXT NOT NULL,
        asked_on TEXT NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;`,
} as const;
