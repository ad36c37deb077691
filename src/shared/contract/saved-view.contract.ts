import { z } from 'zod';
import { savedPortfolioViewSchema } from '../domain/case-file/portfolio-view.schema.ts';
import { committedSchema, idSchema, revisionSchema } from '../domain/operation/operation.schema.ts';
import { savedViewSchema, viewNameSchema } from '../domain/saved-view/saved-view.schema.ts';
import { command, query } from './define.ts';

const roles = ['advisor'] as const;
const always = ['LOCKED', 'CASES_UNREADABLE'] as const;
const whenChanging = [...always, 'NOT_FOUND', 'CHANGED_MEANWHILE', 'COMMAND_REUSED', 'DISK_FULL'] as const;
const viewCommand = z.strictObject({ commandId: idSchema, viewId: idSchema, baseRevision: revisionSchema });

export const savedViewCalls = {
  'savedView.list': query({
    summary: 'One’s own ways of looking at the portfolio, by name.',
    roles,
    input: z.strictObject({}),
    output: z.array(savedViewSchema).readonly(),
    errors: [...always],
  }),
  'savedView.save': command({
    summary: 'Keeps a way of looking at the portfolio under a name: a new one (revision 0), or one changed.',
    roles,
    input: viewCommand.extend({ name: viewNameSchema, view: savedPortfolioViewSchema }),
    output: committedSchema,
    errors: [...whenChanging, 'NAME_TAKEN'],
  }),
  'savedView.remove': command({
    summary: 'Takes a way of looking at the portfolio out of the list.',
    roles,
    input: viewCommand,
    output: committedSchema,
    errors: [...whenChanging],
  }),
} as const;
