export const operations = {
  version: 10,
  name: 'operations',
  // The log is the truth: SQLite itself refuses that a line be changed or removed.
  sql: `
      CREATE TABLE device (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL) STRICT;
      CREATE TABLE op (
        op_id TEXT PRIMARY KEY,
        device_id TEXT NOT NULL REFERENCES device (id),
        device_seq INTEGER NOT NULL,
        actor_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        case_id TEXT,
        entity TEXT NOT NULL,
        entity_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        schema_v INTEGER NOT NULL,
        base_revision INTEGER,
        payload TEXT,
        UNIQUE (device_id, device_seq)
      ) STRICT;
      CREATE INDEX op_by_seq ON op (device_seq);
      CREATE INDEX op_by_case ON op (case_id, device_seq);
      CREATE TRIGGER op_is_never_changed BEFORE UPDATE ON op
        WHEN NEW.payload IS NOT NULL OR (OLD.op_id, OLD.device_id, OLD.device_seq, OLD.actor_id, OLD.at, OLD.case_id,
            OLD.entity, OLD.entity_id, OLD.kind, OLD.schema_v, OLD.base_revision)
          IS NOT (NEW.op_id, NEW.device_id, NEW.device_seq, NEW.actor_id, NEW.at, NEW.case_id,
            NEW.entity, NEW.entity_id, NEW.kind, NEW.schema_v, NEW.base_revision)
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
      -- INSERT OR REPLACE removes a line without the trigger below.
      CREATE TRIGGER op_is_never_replaced BEFORE INSERT ON op
        WHEN EXISTS (SELECT 1 FROM op
          WHERE op_id = NEW.op_id OR (device_id = NEW.device_id AND device_seq = NEW.device_seq))
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
      CREATE TRIGGER op_is_never_removed BEFORE DELETE ON op
        BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
      CREATE TABLE access_log (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor_id TEXT NOT NULL,
        case_id TEXT,
        act TEXT NOT NULL CHECK (act IN ('opened', 'copied', 'exported')),
        reason TEXT,
        count INTEGER
      ) STRICT;
      CREATE INDEX access_by_case ON access_log (case_id, actor_id, at);
      CREATE TABLE draft (
        case_id TEXT NOT NULL,
        author_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        saved_at INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (case_id, author_id, version)
      ) STRICT;
      -- The last number given to a draft, kept when the draft goes: a number never means two texts.
      CREATE TABLE draft_mark (
        case_id TEXT NOT NULL,
        author_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        PRIMARY KEY (case_id, author_id)
      ) STRICT, WITHOUT ROWID;`,
} as const;
