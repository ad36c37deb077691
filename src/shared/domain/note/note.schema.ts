import { z } from 'zod';
import { ACTION_OWNERS } from '../action/action.schema.ts';
import { modalitySchema } from '../appointment/appointment.schema.ts';
import {
  idSchema,
  instantSchema,
  localDateSchema,
  longTextSchema,
  revisionSchema,
} from '../operation/operation.schema.ts';
import { NOTE_MAX_LINKS, NOTE_SECTIONS, SECTION_MAX_CHARACTERS } from './note.ts';

const sectionTextSchema = longTextSchema(SECTION_MAX_CHARACTERS);
export const noteSectionsSchema = z.strictObject(
  Object.fromEntries(NOTE_SECTIONS.map((section) => [section, sectionTextSchema])) as Record<
    (typeof NOTE_SECTIONS)[number],
    typeof sectionTextSchema
  >,
);
export type NoteSections = z.infer<typeof noteSectionsSchema>;

/** What a note points to. Only what was retained or agreed on can be: nothing set aside (R10). */
export const noteLinkSchema = z.strictObject({ kind: z.enum(['decision', 'action']), id: idSchema });
export type NoteLink = z.infer<typeof noteLinkSchema>;

/** A link as it reads in the note: frozen with it. */
export const frozenLinkSchema = noteLinkSchema.extend({
  section: z.enum(['decided', 'advisorDoes']),
  /** The company, or what is to be done. */
  text: z.string(),
  owner: z.enum(ACTION_OWNERS).nullable(),
  dueOn: localDateSchema.nullable(),
});
export type FrozenLink = z.infer<typeof frozenLinkSchema>;

export const draftBodySchema = z.strictObject({
  /** The day of the appointment. */
  on: localDateSchema,
  modality: modalitySchema,
  sections: noteSectionsSchema,
  links: z.array(noteLinkSchema).max(NOTE_MAX_LINKS),
  /** The note this one corrects. */
  corrects: idSchema.nullable(),
});
export type DraftBody = z.infer<typeof draftBodySchema>;

export const draftSchema = z.strictObject({
  /** 0 when nothing is kept yet: the note is only filled in. */
  version: z.number().int(),
  savedAt: instantSchema.nullable(),
  body: draftBodySchema,
  /** The note as it would be filled in now, whatever was typed: what is done meanwhile goes where nothing was. */
  filledIn: draftBodySchema,
  /** What may be linked, with how it would read. */
  linkable: z.array(frozenLinkSchema).readonly(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A note begun and not validated yet, among those of whoever asks. */
export const unfinishedNoteSchema = z.strictObject({
  caseId: idSchema,
  /** Of the oldest version that is kept. */
  startedAt: instantSchema,
  savedAt: instantSchema,
});
export type UnfinishedNote = z.infer<typeof unfinishedNoteSchema>;

export const draftVersionSchema = z.strictObject({
  version: z.number().int(),
  savedAt: instantSchema,
  body: draftBodySchema,
});

/** A draft whose links are frozen as they read. */
export const notePayloadSchema = draftBodySchema.extend({ links: z.array(frozenLinkSchema).max(NOTE_MAX_LINKS) });
export type NotePayload = z.infer<typeof notePayloadSchema>;

export const noteSchema = notePayloadSchema.extend({
  id: idSchema,
  caseId: idSchema,
  actorId: idSchema,
  actorName: z.string(),
  validatedAt: instantSchema,
  correctedBy: idSchema.nullable(),
  revision: revisionSchema,
});
export type Note = z.infer<typeof noteSchema>;
