import { z } from 'zod';
import { dataFolderStatusSchema, offeredPlaceSchema, placeIdSchema } from '../domain/data-folder/data-folder.schema.ts';
import { command, query, ROLES, shellCommand } from './define.ts';

/** A folder is moved whole, whoever's files are in it, and is moved locked: everyone may call. */
const roles = ROLES;

/** Between the shell and the core only, never in the record: the one place where the path of a new folder enters. */
export const offerPlaceCall = query({
  summary: 'Takes a folder that a person chose for the data, and says whether they can go there.',
  roles,
  input: z.strictObject({ path: z.string().min(1).max(4096) }),
  output: offeredPlaceSchema,
  errors: [],
});

export const dataFolderCalls = {
  'dataFolder.status': query({
    summary: 'Where the data of this workstation are, how much they weigh, and whether they can be moved.',
    roles,
    input: z.strictObject({}),
    output: dataFolderStatusSchema,
    errors: [],
  }),
  'dataFolder.choose': shellCommand({
    summary: 'Asks for a folder for the data and says whether they can go there; null when nothing was chosen.',
    roles,
    input: z.strictObject({}),
    output: offeredPlaceSchema.nullable(),
    errors: [],
  }),
  'dataFolder.move': command({
    summary:
      'Locks the case files and moves all the data to an offered folder; progress and the end are told by dataFolder.changed.',
    roles,
    input: z.strictObject({ folderId: placeIdSchema }),
    output: z.strictObject({}),
    errors: ['NOT_FOUND', 'MOVE_REFUSED'],
  }),
  'dataFolder.cancelMove': command({
    summary: 'Stops the move that is running; the data stay where they were.',
    roles,
    input: z.strictObject({}),
    output: z.strictObject({}),
    errors: [],
  }),
} as const;
