import { unknownKind, type Operation } from '../operation/operation.ts';
import type { DraftBody, FrozenLink, Note, NoteLink, NotePayload, NoteSections } from './note.schema.ts';
import { NOTE_SECTIONS, type NoteSection } from './note.ts';

/** A note as its one operation made it; what corrects it is known from the others. */
export type ValidatedNote = Omit<Note, 'correctedBy'>;

export type NoteOperation = Operation<NotePayload & { readonly actorName: string }> & {
  readonly kind: 'note.validate';
};

/** A note is validated once and never changes: a correction is another note, which says which one it corrects. */
export function applyNote(_state: ValidatedNote | null, operation: Operation): ValidatedNote {
  if (operation.kind !== 'note.validate') return unknownKind(operation);
  const op = operation as NoteOperation;
  const { entityId: id, caseId, actorId, at: validatedAt, deviceSeq: revision } = op;
  return { ...op.payload, id, caseId: caseId ?? '', actorId, validatedAt, revision };
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

export function isEmptyNote(sections: NoteSections, links: readonly unknown[]): boolean {
  return links.length === 0 && noteLength(sections) === 0;
}

/**
 * A note as plain text with its headings, for the official software: what was written and what was retained or agreed
 * on. A note holds nothing that was set aside, so neither does its copy (R10).
 */
export function noteAsText(
  { sections, links }: Pick<NotePayload, 'sections' | 'links'>,
  words: { readonly headings: Readonly<Record<NoteSection, string>>; readonly link: (link: FrozenLink) => string },
): string {
  return NOTE_SECTIONS.map((section) => {
    const linked = links.filter((link) => link.section === section).map((link) => `- ${words.link(link)}`);
    const lines = [sections[section].trim(), ...linked].filter((line) => line !== '');
    return lines.length === 0 ? null : [words.headings[section], ...lines].join('\n');
  })
    .filter((block) => block !== null)
    .join('\n\n');
}
