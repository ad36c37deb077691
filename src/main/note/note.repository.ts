import type {
  DraftBody,
  FrozenLink,
  Note,
  NoteSections,
  UnfinishedNote,
} from '../../shared/domain/note/note.schema.ts';
import { DRAFT_VERSIONS_KEPT } from '../../shared/domain/note/note.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { BEFORE_TEMPLATES, type ValidatedNote } from '../../shared/domain/note/note.rules.ts';
import type { WriteDb } from '../platform/db/open-database.ts';

interface NoteRow extends Omit<Note, 'sections' | 'links' | 'withdrawn'> {
  readonly sections: string;
  readonly links: string;
  readonly withdrawnAt: number | null;
  readonly withdrawnWhy: string | null;
}

export interface KeptDraft {
  readonly version: number;
  readonly savedAt: number;
  readonly body: DraftBody;
}

interface NewDraft {
  readonly caseId: string;
  readonly authorId: string;
  readonly savedAt: number;
  readonly body: DraftBody;
  readonly baseVersion: number | null;
}

const COLUMNS = `note.id, note.case_id AS caseId, note.template, note.not_held AS notHeld, note.day AS "on",
  note.modality, note.sections, note.links, note.corrects, note.why,
  note.withdrawn_at AS withdrawnAt, note.withdrawn_why AS withdrawnWhy,
  note.actor_id AS actorId, note.actor_name AS actorName, note.validated_at AS validatedAt, note.revision,
  (SELECT later.id FROM note later WHERE later.corrects = note.id AND later.withdrawn_at IS NULL ORDER BY later.validated_at DESC LIMIT 1) AS correctedBy`;

export function noteRepository(db: WriteDb) {
  const one = db.prepare<[string], NoteRow>(`SELECT ${COLUMNS} FROM note WHERE id = ?`);
  const ofCase = db.prepare<[string], NoteRow>(
    `SELECT ${COLUMNS} FROM note WHERE case_id = ? ORDER BY day DESC, validated_at DESC`,
  );
  const lastValidatedAt = db
    .prepare<[string], number | null>('SELECT max(validated_at) FROM note WHERE case_id = ? AND withdrawn_at IS NULL')
    .pluck();
  const put = db.prepare(`
    INSERT OR REPLACE INTO note
      (id, case_id, template, not_held, day, modality, sections, links, corrects, why, actor_id, actor_name, validated_at,
        withdrawn_at, withdrawn_why, revision)
    VALUES (@id, @caseId, @template, @notHeld, @on, @modality, @sections, @links, @corrects, @why, @actorId, @actorName,
      @validatedAt, @withdrawnAt, @withdrawnWhy, @revision)`);
  return {
    read(id: string): Note | null {
      const row = one.get(id);
      return row === undefined ? null : toNote(row);
    },
    write(note: ValidatedNote): void {
      const { sections, links, withdrawn, ...plain } = note;
      const taken = { withdrawnAt: withdrawn?.at ?? null, withdrawnWhy: withdrawn?.why ?? null };
      put.run({ ...plain, ...taken, sections: JSON.stringify(sections), links: JSON.stringify(links) });
    },
    ofCase: (caseId: string): readonly Note[] => ofCase.all(caseId).map(toNote),
    /** Whatever the day that notes are of, those withdrawn aside; null where there is none. */
    lastValidatedAt: (caseId: string): number | null => lastValidatedAt.get(caseId) ?? null,
  };
}

/** Drafts are not operations: nobody else sees them, and they are gone once the note is validated. */
export function draftRepository(db: WriteDb) {
  const all = db.prepare<[string, string], { version: number; savedAt: number; body: string }>(`
    SELECT version, saved_at AS savedAt, body FROM draft WHERE case_id = ? AND author_id = ? ORDER BY version DESC`);
  const put = db.prepare(
    'INSERT INTO draft (case_id, author_id, version, saved_at, body) VALUES (@caseId, @authorId, @version, @savedAt, @body)',
  );
  const mark = db
    .prepare<[string, string], number>('SELECT version FROM draft_mark WHERE case_id = ? AND author_id = ?')
    .pluck();
  const putMark = db.prepare('INSERT OR REPLACE INTO draft_mark (case_id, author_id, version) VALUES (?, ?, ?)');
  const prune = db.prepare('DELETE FROM draft WHERE case_id = ? AND author_id = ? AND version <= ?');
  const remove = db.prepare('DELETE FROM draft WHERE case_id = ? AND author_id = ?');
  const last = db.prepare<[string, string], { version: number; savedAt: number; body: string }>(`
    SELECT version, saved_at AS savedAt, body FROM draft WHERE case_id = ? AND author_id = ?
    ORDER BY version DESC LIMIT 1`);
  const unfinished = db.prepare<[string], UnfinishedNote>(`
    SELECT case_id AS caseId, min(saved_at) AS startedAt, max(saved_at) AS savedAt FROM draft WHERE author_id = ?
    GROUP BY case_id ORDER BY savedAt DESC, caseId`);
  const toDraft = (row: { version: number; savedAt: number; body: string }): KeptDraft => ({
    ...row,
    body: { ...BEFORE_TEMPLATES, ...(JSON.parse(row.body) as DraftBody) },
  });
  const assertFrom = (baseVersion: number | null, known: { readonly version: number } | undefined): void => {
    if (baseVersion === null || baseVersion === (known?.version ?? 0)) return;
    throw new AppError('CHANGED_MEANWHILE', 'This note was written elsewhere since.', { entity: 'draft' });
  };
  return {
    last(caseId: string, authorId: string): KeptDraft | null {
      const row = last.get(caseId, authorId);
      return row === undefined ? null : toDraft(row);
    },
    unfinished: (authorId: string): readonly UnfinishedNote[] => unfinished.all(authorId),
    versions: (caseId: string, authorId: string): readonly KeptDraft[] => all.all(caseId, authorId).map(toDraft),
    /**
     * Keeps another version, unless nothing changed since the last one. Two windows may write the same note: the second
     * one is told.
     */
    save: db.transaction(({ caseId, authorId, savedAt, body: draft, baseVersion }: NewDraft): KeptDraft => {
      const body = JSON.stringify(draft);
      const known = last.get(caseId, authorId);
      if (known?.body === body) return toDraft(known);
      assertFrom(baseVersion, known);
      const version = (mark.get(caseId, authorId) ?? 0) + 1;
      put.run({ caseId, authorId, version, savedAt, body });
      putMark.run(caseId, authorId, version);
      prune.run(caseId, authorId, version - DRAFT_VERSIONS_KEPT);
      return { version, savedAt, body: draft };
    }),
    /** @throws AppError CHANGED_MEANWHILE when the last version is not the one that was seen */
    remove: db.transaction((caseId: string, authorId: string, baseVersion: number | null): void => {
      assertFrom(baseVersion, last.get(caseId, authorId));
      remove.run(caseId, authorId);
    }),
  };
}

function toNote({ withdrawnAt, withdrawnWhy, ...row }: NoteRow): Note {
  return {
    ...row,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, why: withdrawnWhy ?? '' },
    sections: JSON.parse(row.sections) as NoteSections,
    links: JSON.parse(row.links) as FrozenLink[],
  };
}
