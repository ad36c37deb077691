import { z } from 'zod';
import { listedTagSchema, tagNameSchema } from '../domain/agency-tag/agency-tag.schema.ts';
import { committedSchema, idSchema, revisionSchema } from '../domain/operation/operation.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const whenChanging = [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const tagCommand = z.strictObject({ commandId: idSchema, tagId: idSchema });

export const agencyTagCalls = {
  'agencyTag.list': query({
    summary: 'The tags of the agency by name, retired ones included, with how many of one’s own files wear each.',
    roles,
    input: z.strictObject({}),
    output: z.array(listedTagSchema).readonly(),
    errors: [...always],
  }),
  'agencyTag.add': command({
    summary: 'Adds a tag to the list of the agency; two names that differ by case or accents are the same.',
    roles,
    input: tagCommand.extend({ name: tagNameSchema }),
    output: committedSchema,
    errors: [...always, 'NAME_TAKEN', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'],
  }),
  'agencyTag.rename': command({
    summary: 'Gives a tag another name, on all the files that wear it.',
    roles,
    input: tagCommand.extend({ name: tagNameSchema, baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...whenChanging, 'NAME_TAKEN'],
  }),
  'agencyTag.retire': command({
    summary: 'Offers a tag no more; files that wear it keep it.',
    roles,
    input: tagCommand.extend({ baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...whenChanging],
  }),
  'agencyTag.restore': command({
    summary: 'Offers a retired tag again.',
    roles,
    input: tagCommand.extend({ baseRevision: revisionSchema }),
    output: committedSchema,
    errors: [...whenChanging],
  }),
} as const;
