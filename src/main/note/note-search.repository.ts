import type { NoteSearchOrder } from '../../shared/domain/note/note-search.ts';
import type { NoteTemplate } from '../../shared/domain/note/note.ts';
import type { FrozenLink, NoteSections } from '../../shared/domain/note/note.schema.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

export interface FoundNote {
  readonly noteId: string;
  readonly caseId: string;
  readonly day: string;
  readonly template: NoteTemplate;
  /** The value of the fact `name`, as it is kept. */
  readonly name: string | null;
  readonly sections: NoteSections;
  readonly links: readonly FrozenLink[];
}

export interface Searched {
  readonly match: string;
  /** Who searches, and the day: files are held until a day. */
  readonly advisorId: string;
  readonly today: string;
  /** Null for all of them. */
  readonly template: NoteTemplate | null;
}

export interface NoteSearchRepository {
  /**
   * The numbers of the notes that match, in the open files of an advisor, newest day first, at most `most` of them. A note
   * that another one corrects, or that was withdrawn, is not looked for: what it says was wrong.
   */
  newest(asked: Searched, most: number): readonly number[];
  /** Of the notes from this number on, which are as new or newer, those that say it best. */
  best(asked: Searched, from: number, most: number): readonly number[];
  read(seq: number): FoundNote | null;
}

const MATCHED = `
  FROM note_words CROSS JOIN searched_note ON searched_note.seq = note_words.rowid
    CROSS JOIN case_file ON case_file.id = searched_note.case_id
  WHERE note_words MATCH @match AND case_file.id IN (
      SELECT case_id FROM holding WHERE account_id = @advisorId AND until >= @today) AND case_file.closed_on IS NULL
    AND NOT EXISTS (
      SELECT 1 FROM note later WHERE later.corrects = searched_note.note_id AND later.withdrawn_at IS NULL)
    AND searched_note.note_id NOT IN (SELECT id FROM note WHERE withdrawn_at IS NOT NULL)
    AND (@template IS NULL OR @template = (SELECT template FROM note WHERE id = searched_note.note_id))`;

interface Asked extends Searched {
  readonly from: number;
  readonly most: number;
}

export function noteSearchRepository(db: WriteDb): NoteSearchRepository {
  const listed: Readonly<Record<NoteSearchOrder, ReturnType<typeof db.prepare<[Asked], number>>>> = {
    newest: db
      .prepare<[Asked], number>(
        `SELECT note_words.rowid ${MATCHED} AND note_words.rowid >= @from
        ORDER BY note_words.rowid DESC LIMIT @most`,
      )
      .pluck(),
    best: db
      .prepare<[Asked], number>(
        `SELECT note_words.rowid ${MATCHED} AND note_words.rowid >= @from
        ORDER BY bm25(note_words), note_words.rowid DESC LIMIT @most`,
      )
      .pluck(),
  };
  const one = db.prepare<[number], Omit<FoundNote, 'sections' | 'links'> & { sections: string; links: string }>(`
    SELECT note.id AS noteId, note.case_id AS caseId, note.day, note.template, note.sections, note.links,
      (SELECT value FROM case_field WHERE case_id = note.case_id AND field = 'name') AS name
    FROM searched_note JOIN note ON note.id = searched_note.note_id WHERE searched_note.seq = ?`);
  return {
    newest: (asked, most) => listed.newest.all({ ...asked, from: 0, most }),
    best: (asked, from, most) => listed.best.all({ ...asked, from, most }),
    read(seq) {
      const row = one.get(seq);
      if (row === undefined) return null;
      return {
        ...row,
        sections: JSON.parse(row.sections) as NoteSections,
        links: JSON.parse(row.links) as FrozenLink[],
      };
    },
  };
}
