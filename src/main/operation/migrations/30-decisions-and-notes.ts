export const decisionsAndNotes = {
  version: 30,
  name: 'decisions and notes',
  sql: `
      CREATE TABLE decision (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        item_key TEXT NOT NULL,
        item TEXT NOT NULL,
        outcome TEXT NOT NULL,
        reasons TEXT NOT NULL,
        words TEXT NOT NULL,
        snapshot TEXT NOT NULL,
        name TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        made_seq INTEGER NOT NULL,
        is_withdrawn INTEGER NOT NULL,
        is_current INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX decision_by_case ON decision (case_id, item_key, made_seq);
      CREATE INDEX decision_by_item ON decision (item_key, at) WHERE is_current = 1;
      CREATE INDEX decision_retained ON decision (case_id) WHERE is_current = 1 AND outcome = 'retained';
      CREATE INDEX decision_reports ON decision (item_key)
        WHERE is_current = 1 AND outcome = 'set-aside' AND (reasons LIKE '%"closed"%' OR reasons LIKE '%"wrong-data"%');
      CREATE TABLE own_employer (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        name TEXT NOT NULL,
        commune_name TEXT NOT NULL,
        approach TEXT NOT NULL,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        at INTEGER NOT NULL,
        is_withdrawn INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX own_employer_by_case ON own_employer (case_id, at);
      CREATE TABLE correction_dismissal (
        siret TEXT PRIMARY KEY,
        at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE note (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        day TEXT NOT NULL,
        modality TEXT NOT NULL,
        sections TEXT NOT NULL,
        links TEXT NOT NULL,
        corrects TEXT,
        actor_id TEXT NOT NULL,
        actor_name TEXT NOT NULL,
        validated_at INTEGER NOT NULL,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX note_by_case ON note (case_id, day, validated_at);
      CREATE INDEX note_corrections ON note (corrects) WHERE corrects IS NOT NULL;`,
} as const;
