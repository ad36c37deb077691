import { unknownKind, type Operation } from '../operation/operation.ts';
import type { DraftBody, FrozenLink, Note, NoteLink, NotePayload, NoteSections } from './note.schema.ts';
import { NOTE_SECTIONS, type NoteSection, type NotHeldBy } from './note.ts';

/** A note as its one operation made it; what corrects it is known from the others. */
export type ValidatedNote = Omit<Note, 'correctedBy'>;

/** What was written before there were templates. */
export const BEFORE_TEMPLATES = { template: 'follow-up', notHeld: null, why: '' } as const;
type Since = keyof typeof BEFORE_TEMPLATES;

type Written = Omit<NotePayload, Since> & Partial<Pick<NotePayload, Since>> & { readonly actorName: string };
export type NoteOperation =
  | (Operation<Written> & { readonly kind: 'note.validate' })
  | (Operation<{ readonly why: string }> & { readonly kind: 'note.withdraw' });

/**
 * What a validated note says never changes: a correction is another note, which says which one it corrects. Its author can
 * take it back, which changes none of its words.
 */
export function applyNote(state: ValidatedNote | null, operation: Operation): ValidatedNote {
  const op = operation as NoteOperation;
  const { entityId: id, caseId, actorId, at, deviceSeq: revision } = op;
  switch (op.kind) {
    case 'note.validate': {
      const of = { id, caseId: caseId ?? '', actorId, validatedAt: at, withdrawn: null, revision };
      return { ...BEFORE_TEMPLATES, ...op.payload, ...of };
    }
    case 'note.withdraw':
      if (state === null) throw new Error('A note is validated before it is withdrawn.');
      return { ...state, withdrawn: { at, why: op.payload.why }, revision };
    default:
      return unknownKind(operation);
  }
}

/** Whether a note holds: no other one corrects it, and its author did not take it back. */
export function holds({ correctedBy, withdrawn }: Pick<Note, 'correctedBy' | 'withdrawn'>): boolean {
  return correctedBy === null && withdrawn === null;
}

export const EMPTY_SECTIONS: NoteSections = Object.fromEntries(
  NOTE_SECTIONS.map((section) => [section, '']),
) as NoteSections;

/**
 * What was filled in and still reads so takes what is filled in now, and what was retained or agreed on meanwhile is
 * pointed to: nothing that was typed or chosen changes. A correction keeps to the note it corrects.
 */
export function refilled(body: DraftBody, before: DraftBody, now: DraftBody): DraftBody {
  if (body.corrects !== null) return body;
  const sections = Object.fromEntries(
    NOTE_SECTIONS.map((name) => {
      const isUntouched = body.sections[name] === before.sections[name];
      return [name, isUntouched ? now.sections[name] : body.sections[name]];
    }),
  ) as NoteSections;
  const kept = body.links.filter((link) => isAmong(link, now.links) || !isAmong(link, before.links));
  const added = now.links.filter((link) => !isAmong(link, before.links) && !isAmong(link, kept));
  const modality = body.modality === before.modality ? now.modality : body.modality;
  return { ...body, modality, sections, links: [...kept, ...added] };
}

function isAmong({ kind, id }: NoteLink, links: readonly NoteLink[]): boolean {
  return links.some((link) => link.kind === kind && link.id === id);
}

/** Characters of free text, all sections together. */
export function noteLength(sections: NoteSections): number {
  return NOTE_SECTIONS.reduce((sum, section) => sum + sections[section].trim().length, 0);
}

export function isEmptyNote(
  { sections, notHeld }: Pick<NotePayload, 'sections' | 'notHeld'>,
  links: readonly unknown[],
): boolean {
  return links.length === 0 && notHeld === null && noteLength(sections) === 0;
}

/**
 * A note as plain text with its headings, for the official software: what was written and what was retained or agreed
 * on. A note holds nothing that was set aside, so neither does its copy (R10).
 */
export function noteAsText(
  { sections, links, notHeld }: Pick<NotePayload, 'sections' | 'links' | 'notHeld'>,
  words: {
    readonly headings: Readonly<Record<NoteSection, string>>;
    readonly link: (link: FrozenLink) => string;
    readonly notHeld: (by: NotHeldBy) => string;
  },
): string {
  return NOTE_SECTIONS.map((section) => {
    const linked = links.filter((link) => link.section === section).map((link) => `- ${words.link(link)}`);
    const said = section === 'object' && notHeld !== null ? [words.notHeld(notHeld)] : [];
    const lines = [...said, sections[section].trim(), ...linked].filter((line) => line !== '');
    return lines.length === 0 ? null : [words.headings[section], ...lines].join('\n');
  })
    .filter((block) => block !== null)
    .join('\n\n');
}
