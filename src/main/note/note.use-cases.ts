import { isOpen } from '../../shared/domain/action/action.rules.ts';
import {
  applyNote,
  isEmptyNote,
  noteAsText,
  noteLength,
  type ValidatedNote,
} from '../../shared/domain/note/note.rules.ts';
import type { Draft, DraftBody, FrozenLink, Note, UnfinishedNote } from '../../shared/domain/note/note.schema.ts';
import { NOTE_MAX_CHARACTERS } from '../../shared/domain/note/note.ts';
import type { Committed } from '../../shared/domain/operation/operation.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { AccessLogUseCases } from '../access/access-log.use-cases.ts';
import type { ActionUseCases } from '../action/action.use-cases.ts';
import type { AppointmentUseCases } from '../appointment/appointment.use-cases.ts';
import type { CaseFileUseCases } from '../case-file/case-file.use-cases.ts';
import type { ContactUseCases } from '../contact/contact.use-cases.ts';
import type { DecisionUseCases } from '../decision/decision.use-cases.ts';
import { assertNoRefusedNumber } from '../guard/guard.use-cases.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import {
  assertNotAfterToday,
  commitAs,
  perStore,
  type Desk,
  type Projection,
} from '../operation/operation.use-cases.ts';
import { filledIn, openedIn } from './filled-in.ts';
import { linkWords, NOT_HELD_WORDS, noteHeadings, objectiveWords } from './note-words.ts';
import { draftRepository, noteRepository, type KeptDraft } from './note.repository.ts';

export const noteProjection: Projection<ValidatedNote> = {
  entity: 'note',
  tables: ['note'],
  apply: applyNote,
  revisionOf: (state) => state?.revision ?? 0,
  open: noteRepository,
};

export interface NoteUseCases {
  /** Newest first. */
  list(caseId: string): readonly Note[];
  draft(caseId: string): Draft;
  /**
   * @throws AppError CHANGED_MEANWHILE when it was written from another version than the last one, CASE_CLOSED past the term
   * of words
   */
  saveDraft(caseId: string, body: DraftBody, baseVersion: number | null): Pick<KeptDraft, 'version' | 'savedAt'>;
  draftVersions(caseId: string): readonly KeptDraft[];
  /** One's own, in any file, last written first. */
  unfinished(): readonly UnfinishedNote[];
  /** @throws AppError CHANGED_MEANWHILE as `saveDraft` */
  discardDraft(caseId: string, baseVersion: number | null): void;
  /** @throws AppError NOTE_EMPTY, NOTE_TOO_LONG, NUMBER_REFUSED, CHANGED_MEANWHILE and CASE_CLOSED as `saveDraft`; the draft is kept */
  validate(command: ValidateNote): Committed;
  /**
   * Takes a validated note back: it stays in the file as it was, with why, and goes to no output any more.
   * @throws AppError NOT_ALLOWED for somebody else's note, NOTE_WITHDRAWN, NUMBER_REFUSED
   */
  withdraw(command: WithdrawNote): Committed;
  /** A validated note as plain text, for the official software; written in the access log. @throws AppError NOTE_WITHDRAWN */
  copyText(caseId: string, noteId: string): string;
}

interface ValidateNote {
  readonly commandId: string;
  readonly caseId: string;
  readonly body: DraftBody;
  readonly baseVersion: number | null;
}

interface WithdrawNote {
  readonly commandId: string;
  readonly caseId: string;
  readonly noteId: string;
  readonly why: string;
  readonly baseRevision: number;
}

interface NoteSources {
  readonly files: Pick<CaseFileUseCases, 'assertMine' | 'assertTakesWords' | 'read'>;
  readonly actions: Pick<ActionUseCases, 'list'>;
  readonly appointments: Pick<AppointmentUseCases, 'list'>;
  readonly contacts: Pick<ContactUseCases, 'list'>;
  readonly decisions: Pick<DecisionUseCases, 'retained'>;
  readonly access: AccessLogUseCases;
}

export function makeNoteUseCases(
  desk: Desk,
  { files, actions, appointments, contacts, decisions, access }: NoteSources,
): NoteUseCases {
  const notes = perStore(desk.store, noteRepository);
  const drafts = perStore(desk.store, draftRepository);
  const author = (): string => desk.account().id;

  /** What a note of this person may point to: what was retained and what is agreed on, never what was set aside (R10). */
  const linkable = (caseId: string): readonly FrozenLink[] => [
    ...decisions.retained(caseId).map(({ decisionId, name, communeName }): FrozenLink => {
      const text = communeName === null || communeName === '' ? name : `${name}, ${communeName}`;
      return { kind: 'decision', id: decisionId, section: 'decided', text, owner: null, dueOn: null };
    }),
    ...actions
      .list(caseId)
      .filter(isOpen)
      .map(({ id, kind, owner, text, dueOn }): FrozenLink => {
        if (kind === 'objective') {
          return { kind: 'action', id, section: 'decided', text: objectiveWords(text), owner: null, dueOn };
        }
        const section = owner === 'advisor' ? 'advisorDoes' : 'decided';
        return { kind: 'action', id, section, text, owner, dueOn };
      }),
  ];
  const fresh = (caseId: string, links: readonly FrozenLink[]): Pick<Draft, 'filledIn' | 'proposed'> => {
    const { closedOn, closedAt } = files.read(caseId);
    return filledIn({
      desk,
      lastValidatedAt: notes().lastValidatedAt(caseId),
      closed: closedOn === null ? null : { on: closedOn, at: closedAt ?? 0 },
      appointments: appointments.list(caseId),
      contacts: contacts.list(caseId),
      actions: actions.list(caseId),
      retained: decisions.retained(caseId),
      linkable: links,
    });
  };

  return {
    list(caseId) {
      files.assertMine(caseId);
      return notes().ofCase(caseId);
    },
    draft(caseId) {
      files.assertMine(caseId);
      const kept = drafts().last(caseId, author());
      const links = linkable(caseId);
      const opened = fresh(caseId, links);
      return {
        version: kept?.version ?? 0,
        savedAt: kept?.savedAt ?? null,
        body: kept?.body ?? openedIn(opened),
        ...opened,
        linkable: links,
      };
    },
    unfinished: () => drafts().unfinished(author()),
    saveDraft(caseId, body, baseVersion) {
      files.assertTakesWords(caseId);
      try {
        const { version, savedAt } = drafts().save.immediate({
          caseId,
          authorId: author(),
          savedAt: desk.clock.now(),
          body,
          baseVersion,
        });
        return { version, savedAt };
      } catch (error) {
        throw asDiskError(error);
      }
    },
    draftVersions(caseId) {
      files.assertMine(caseId);
      return drafts().versions(caseId, author());
    },
    discardDraft(caseId, baseVersion) {
      files.assertMine(caseId);
      try {
        drafts().remove.immediate(caseId, author(), baseVersion);
      } catch (error) {
        throw asDiskError(error);
      }
    },
    validate({ commandId, caseId, body, baseVersion }) {
      files.assertMine(caseId);
      const { template, notHeld, on, modality, sections, corrects, why } = body;
      const payload = { template, notHeld, on, modality, sections, corrects, why, actorName: desk.account().name };
      const frozen = () => {
        files.assertTakesWords(caseId);
        assertNotAfterToday(desk, on, 'body.on');
        assertSaysWhy(body);
        if (corrects !== null) assertHolds(noteOf(caseId, corrects));
        assertNoRefusedNumber([...Object.values(sections), why]);
        return { links: validLinks(body, linkable(caseId)) };
      };
      const entity = { entity: 'note', entityId: commandId, kind: 'note.validate' } as const;
      // Together: a validated note never comes back as one to finish; asked again, what is written since is left alone.
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision: 0, payload, frozen }, () => {
        drafts().remove(caseId, author(), baseVersion);
      });
    },
    withdraw({ commandId, caseId, noteId, why, baseRevision }) {
      files.assertMine(caseId);
      const frozen = () => {
        const note = noteOf(caseId, noteId);
        if (note.actorId !== author()) throw new AppError('NOT_ALLOWED', 'Its author alone withdraws a note.');
        assertHolds(note);
        assertNoRefusedNumber([why]);
        return {};
      };
      const entity = { entity: 'note', entityId: noteId, kind: 'note.withdraw' } as const;
      return commitAs(desk, { opId: commandId, caseId, ...entity, baseRevision, payload: { why }, frozen });
    },
    copyText(caseId, noteId) {
      files.assertMine(caseId);
      const note = noteOf(caseId, noteId);
      if (note.withdrawn !== null) throw new AppError('NOTE_WITHDRAWN', 'This note was withdrawn.');
      access.record({ act: 'copied', caseId });
      return noteAsText(note, {
        headings: noteHeadings(note.template),
        link: linkWords,
        notHeld: (by) => NOT_HELD_WORDS[by],
      });
    },
  };

  function noteOf(caseId: string, noteId: string): Note {
    const note = notes().read(noteId);
    if (note?.caseId !== caseId) throw new AppError('NOT_FOUND', 'This note is not in this case file.');
    return note;
  }
}

/** A correction says why; what corrects nothing does not. @throws AppError NOTE_WITHOUT_WHY */
function assertSaysWhy({ corrects, why }: DraftBody): void {
  if (corrects === null || why !== '') return;
  throw new AppError('NOTE_WITHOUT_WHY', 'It is not said why the note is corrected.');
}

function assertHolds({ withdrawn }: Note): void {
  if (withdrawn !== null) throw new AppError('NOTE_WITHDRAWN', 'This note was withdrawn.');
}

/** The links of a note that may be validated. @throws AppError NOTE_EMPTY, NOTE_TOO_LONG */
function validLinks(body: DraftBody, linkable: readonly FrozenLink[]): readonly FrozenLink[] {
  const links = frozenLinks(body, linkable);
  if (isEmptyNote(body, links)) throw new AppError('NOTE_EMPTY', 'Nothing is written in this note.');
  const length = noteLength(body.sections);
  if (length <= NOTE_MAX_CHARACTERS) return links;
  throw new AppError('NOTE_TOO_LONG', 'This note is too long.', { length, most: NOTE_MAX_CHARACTERS });
}

/** The links as they read now, in their order; one that is no longer possible (undone meanwhile) is left out. */
function frozenLinks(body: DraftBody, links: readonly FrozenLink[]): FrozenLink[] {
  return body.links.flatMap(({ kind, id }) => links.find((link) => link.kind === kind && link.id === id) ?? []);
}
