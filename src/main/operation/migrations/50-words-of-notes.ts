export const wordsOfNotes = {
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
} as const;
