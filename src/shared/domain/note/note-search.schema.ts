import { z } from 'zod';
import { idSchema, localDateSchema } from '../operation/operation.schema.ts';
import { NOTE_SEARCH_MAX_CHARACTERS, NOTE_SEARCH_MAX_HITS, NOTE_SEARCH_ORDERS } from './note-search.ts';
import { NOTE_TEMPLATES } from './note.ts';

export const noteSearchSchema = z.strictObject({
  text: z.string().max(NOTE_SEARCH_MAX_CHARACTERS),
  order: z.enum(NOTE_SEARCH_ORDERS),
  /** Notes of this template alone; null for all. */
  template: z.enum(NOTE_TEMPLATES).nullable().default(null),
  limit: z.number().int().min(1).max(NOTE_SEARCH_MAX_HITS),
});
export type NoteSearch = z.infer<typeof noteSearchSchema>;

export const noteHitSchema = z.strictObject({
  noteId: idSchema,
  caseId: idSchema,
  /** As the person is called. */
  first: z.string(),
  last: z.string(),
  /** The day the note is of. */
  day: localDateSchema,
  template: z.enum(NOTE_TEMPLATES),
  /** A passage of the note, in pieces: what was searched for, and what stands around. */
  parts: z.array(z.strictObject({ text: z.string(), isMatch: z.boolean() })).readonly(),
});
export type NoteHit = z.infer<typeof noteHitSchema>;

export const noteHitsSchema = z.strictObject({
  hits: z.array(noteHitSchema).readonly(),
  /** Of the notes that have these words: exact unless there are more than are counted. */
  total: z.number().int().min(0),
  /** There are more than `total`. */
  isMore: z.boolean(),
});
export type NoteHits = z.infer<typeof noteHitsSchema>;
