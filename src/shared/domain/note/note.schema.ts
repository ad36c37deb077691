import { z } from 'zod';
import { ACTION_OWNERS } from '../action/action.schema.ts';
import { modalitySchema } from '../appointment/appointment.schema.ts';
import {
  idSchema,
  instantSchema,
  localDateSchema,
  longTextSchema,
  revisionSchema,
  textSchema,
} from '../operation/operation.schema.ts';
import {
  NOT_HELD_BY,
  NOTE_MAX_LINKS,
  NOTE_SECTIONS,
  NOTE_TEMPLATES,
  NOTE_WHY_MAX_CHARACTERS,
  SECTION_MAX_CHARACTERS,
} from './note.ts';

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

/** Why a note is withdrawn. */
export const whySchema = textSchema(NOTE_WHY_MAX_CHARACTERS).min(1);

const templateSchema = z.enum(NOTE_TEMPLATES);

export const draftBodySchema = z.strictObject({
  template: templateSchema.default('follow-up'),
  /** Said by whoever writes the note, never filled in (R10); null in every other template. */
  notHeld: z.enum(NOT_HELD_BY).nullable().default(null),
  /** The day of the appointment. */
  on: localDateSchema,
  modality: modalitySchema,
  sections: noteSectionsSchema,
  links: z.array(noteLinkSchema).max(NOTE_MAX_LINKS),
  /** The note this one corrects. */
  corrects: idSchema.nullable(),
  /** Why it does; empty in a note that corrects none. */
  why: textSchema(NOTE_WHY_MAX_CHARACTERS).default(''),
});
export type DraftBody = z.infer<typeof draftBodySchema>;

export const draftSchema = z.strictObject({
  /** 0 when nothing is kept yet: the note is only filled in. */
  version: z.number().int(),
  savedAt: instantSchema.nullable(),
  body: draftBodySchema,
  /** The note as it would be filled in now, whatever was typed: what is done meanwhile goes where nothing was. */
  filledIn: z.strictObject(
    Object.fromEntries(NOTE_TEMPLATES.map((template) => [template, draftBodySchema])) as Record<
      (typeof NOTE_TEMPLATES)[number],
      typeof draftBodySchema
    >,
  ),
  /** The template that suits what happened today; a note is never one of a meeting not held by itself (R10). */
  proposed: templateSchema,
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
  /** Its author took it back: it is in the file and in no output. */
  withdrawn: z.strictObject({ at: instantSchema, why: z.string() }).nullable(),
  revision: revisionSchema,
});
export type Note = z.infer<typeof noteSchema>;
