import { z } from 'zod';
import { folderPreviewSchema, importReportSchema, importStateSchema } from '../domain/dataset/dataset.schema.ts';
import { command, query, ROLES, shellCommand } from './define.ts';

/** Nothing here is about a person: everyone may call. */
const roles = ROLES;
/** A folder is named by the ticket the shell gave for it: the interface never sends a path. */
const folderIdSchema = z.string().regex(/^folder-\d{1,9}$/);

/**
 * Between the shell and the core only, never in the record: a folder comes from a dialog or a drop, and this is the one
 * place where a path enters.
 */
export const offerFolderCall = query({
  summary: 'Takes a folder that a person chose or dropped, and says what it holds.',
  roles,
  input: z.strictObject({ path: z.string().min(1).max(4096) }),
  output: folderPreviewSchema,
  errors: ['FOLDER_UNREADABLE'],
});

export const datasetCalls = {
  'dataset.chooseFolder': shellCommand({
    summary: 'Asks for a folder and says what each of its files is recognised as; null when nothing was chosen.',
    roles,
    input: z.strictObject({}),
    output: folderPreviewSchema.nullable(),
    errors: ['FOLDER_UNREADABLE'],
  }),
  'dataset.previewFolder': query({
    summary: 'What each file of an offered folder is recognised as.',
    roles,
    input: z.strictObject({ folderId: folderIdSchema }),
    output: folderPreviewSchema,
    errors: ['NOT_FOUND', 'FOLDER_UNREADABLE'],
  }),
  'dataset.startImport': command({
    summary: 'Starts importing an offered folder; progress and the end are told by the event dataset.importChanged.',
    roles,
    input: z.strictObject({ folderId: folderIdSchema }),
    output: z.strictObject({}),
    errors: ['NOT_FOUND', 'IMPORT_RUNNING'],
  }),
  'dataset.cancelImport': command({
    summary: 'Stops the running import; the data in use stay as they were.',
    roles,
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
  }),
  'dataset.importState': query({
    summary: 'Whether an import is running, and how the last one ended.',
    roles,
    input: z.strictObject({}),
    output: importStateSchema,
    errors: [],
  }),
  'dataset.report': query({
    summary: 'The line-by-line report of the import that made the data in use; null for the demonstration.',
    roles,
    input: z.strictObject({}),
    output: importReportSchema.nullable(),
    errors: ['NO_DATASET'],
  }),
} as const;
