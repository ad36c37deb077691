/**
 * What the store of case files is made of, by steps numbered by tens. A step that was ever released is never edited: its
 * checksum is kept in the store, and what must change is another step.
 */
export const MIGRATIONS = [
  {
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
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    version: 50,
    name: 'words of notes',
    // What notes are searched by. The words follow the notes by themselves, in the same transaction: written, erased or made
    // anew. The index keeps no text and forgets what leaves it at once ('secure-delete'), rather than when it is next merged.
    // Notes have numbers of their own here, which grow with the days that they are of: an index is read in the order of its
    // numbers, so the newest come first without sorting them. (The numbers of rows may change when a store is copied.)
    sql: `
      CREATE TABLE searched_note (
        seq INTEGER PRIMARY KEY,
        note_id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL
      ) STRICT;
      CREATE VIRTUAL TABLE note_words USING fts5 (text, content = '', tokenize = "unicode61 remove_diacritics 2");
      INSERT INTO note_words (note_words, rank) VALUES ('secure-delete', 1);
      INSERT INTO searched_note (seq, note_id, case_id)
        SELECT unixepoch(day) / 86400 * 10000000 + row_number() OVER (PARTITION BY day ORDER BY validated_at, id),
          id, case_id FROM note;
      INSERT INTO note_words (rowid, text) SELECT seq, (SELECT replace(replace(replace(replace(group_concat(words, char(10)), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')
          FROM (SELECT value AS words FROM json_each(note.sections)
            UNION ALL SELECT value ->> 'text' FROM json_each(note.links)))
        FROM searched_note JOIN note ON note.id = searched_note.note_id ORDER BY seq;
      CREATE TRIGGER note_is_searched AFTER INSERT ON note BEGIN
        INSERT INTO searched_note (seq, note_id, case_id)
          SELECT coalesce(max(seq), unixepoch(NEW.day) / 86400 * 10000000) + 1, NEW.id, NEW.case_id FROM searched_note
          WHERE seq > unixepoch(NEW.day) / 86400 * 10000000 AND seq < (unixepoch(NEW.day) / 86400 + 1) * 10000000;
        INSERT INTO note_words (rowid, text) SELECT seq, (SELECT replace(replace(replace(replace(group_concat(words, char(10)), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')
          FROM (SELECT value AS words FROM json_each(NEW.sections)
            UNION ALL SELECT value ->> 'text' FROM json_each(NEW.links)))
          FROM searched_note WHERE note_id = NEW.id;
      END;
      CREATE TRIGGER note_is_forgotten AFTER DELETE ON note BEGIN
        INSERT INTO note_words (note_words, rowid, text) SELECT 'delete', seq, (SELECT replace(replace(replace(replace(group_concat(words, char(10)), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')
          FROM (SELECT value AS words FROM json_each(OLD.sections)
            UNION ALL SELECT value ->> 'text' FROM json_each(OLD.links)))
          FROM searched_note WHERE note_id = OLD.id;
        DELETE FROM searched_note WHERE note_id = OLD.id;
      END;
      -- INSERT OR REPLACE removes a line without the trigger above.
      CREATE TRIGGER note_is_replaced BEFORE INSERT ON note WHEN EXISTS (SELECT 1 FROM note WHERE id = NEW.id) BEGIN
        DELETE FROM note WHERE id = NEW.id;
      END;`,
  },
] as const;
