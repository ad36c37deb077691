import { z } from 'zod';
import { noteHitsSchema, noteSearchSchema } from '../domain/note/note-search.schema.ts';
import {
  draftBodySchema,
  draftSchema,
  draftVersionSchema,
  noteSchema,
  unfinishedNoteSchema,
  whySchema,
} from '../domain/note/note.schema.ts';
import {
  commandSchema,
  committedSchema,
  idSchema,
  instantSchema,
  revisionSchema,
} from '../domain/operation/operation.schema.ts';
import { command, query, shellCommand } from './define.ts';

const roles = ['advisor'] as const;
/** Nobody has unlocked; or what they unlocked turned out to be damaged. */
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const byCase = z.strictObject({ caseId: idSchema });
const byNote = byCase.extend({ noteId: idSchema });
/** The version that the text was written from; null to go on from whatever is there. */
const baseVersionSchema = z.number().int().min(0).nullable();

export const noteCalls = {
  'note.list': query({
    summary: 'The validated notes of a case file, newest first.',
    roles,
    input: byCase,
    output: z.array(noteSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'note.draft': query({
    summary: 'The note being written by whoever asks; filled in from what was done where nothing is kept yet.',
    roles,
    input: byCase,
    output: draftSchema,
    errors: [...always, 'NOT_FOUND'],
  }),
  'note.saveDraft': command({
    summary: 'Keeps the note being written; the last twenty versions are kept.',
    roles,
    // After null, what was there stays among the versions.
    input: byCase.extend({ body: draftBodySchema, baseVersion: baseVersionSchema }),
    output: z.strictObject({ version: z.number().int(), savedAt: instantSchema }),
    errors: [...always, 'NOT_FOUND', 'CASE_CLOSED', 'CHANGED_MEANWHILE', 'DISK_FULL'],
  }),
  'note.draftVersions': query({
    summary: 'The versions kept of the note being written, newest first.',
    roles,
    input: byCase,
    output: z.array(draftVersionSchema).readonly(),
    errors: [...always, 'NOT_FOUND'],
  }),
  'note.unfinished': query({
    summary: 'The notes that whoever asks has begun and not validated, without their text, last written first.',
    roles,
    input: z.strictObject({}),
    output: z.array(unfinishedNoteSchema).readonly(),
    errors: [...always],
  }),
  'note.discardDraft': command({
    summary: 'Throws away the note being written and its versions.',
    roles,
    input: byCase.extend({ baseVersion: baseVersionSchema }),
    output: z.strictObject({}),
    errors: [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'DISK_FULL'],
  }),
  'note.validate': command({
    summary: 'Validates a note: author and time are written, nothing in it changes any more, and the draft is gone.',
    roles,
    input: commandSchema.extend({ body: draftBodySchema, baseVersion: baseVersionSchema }),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'CASE_CLOSED', 'NOTE_EMPTY', 'NOTE_TOO_LONG', 'NUMBER_REFUSED'] as const),
      ...(['NOTE_WITHOUT_WHY', 'NOTE_WITHDRAWN'] as const),
      ...(['CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const),
    ],
  }),
  'note.withdraw': command({
    summary: 'Takes back a validated note of one’s own: it stays in the file with why, and goes to no output any more.',
    roles,
    input: commandSchema.extend({
      ...{ noteId: idSchema, why: whySchema, baseRevision: revisionSchema },
    }),
    output: committedSchema,
    errors: [
      ...always,
      ...(['NOT_FOUND', 'NOT_ALLOWED', 'NOTE_WITHDRAWN', 'NUMBER_REFUSED'] as const),
      ...(['CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const),
    ],
  }),
  'note.copyText': query({
    summary: 'A validated note as plain text with its headings; written in the access log.',
    roles,
    input: byNote,
    output: z.strictObject({ text: z.string() }),
    errors: [...always, 'NOT_FOUND', 'NOTE_WITHDRAWN', 'DISK_FULL'],
  }),
  'note.search': query({
    summary:
      'Validated notes of the asker’s own open files that have these words; written in the access log without them.',
    roles,
    input: noteSearchSchema,
    output: noteHitsSchema,
    errors: [...always, 'SEARCH_REFUSED', 'DISK_FULL'],
  }),
  'note.copyOut': shellCommand({
    summary: 'Puts a validated note on the clipboard for the official software, and takes it away after a minute.',
    roles,
    input: byNote,
    output: z.strictObject({ clearedAfterSeconds: z.number().int() }),
    errors: [...always, 'NOT_FOUND', 'NOTE_WITHDRAWN', 'DISK_FULL'],
  }),
} as const;
