import { z } from 'zod';
import { settingsSchema } from '../domain/settings/settings.schema.ts';
import { workspaceNameSchema, workspaceStatusSchema } from '../domain/workspace/workspace.schema.ts';
import { command, query, ROLES, shellCommand } from './define.ts';

/** Nothing here is about a person: everyone may call. */
const roles = ROLES;

const licenceSchema = z.strictObject({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
});

export const workspaceCalls = {
  'workspace.status': query({
    summary: 'Which workspace is open, what its reference data are, and whether it is still being prepared.',
    roles,
    input: z.strictObject({}),
    output: workspaceStatusSchema,
    errors: [],
  }),
  'workspace.open': command({
    summary: 'Opens another workspace of this workstation.',
    roles,
    input: z.strictObject({ name: workspaceNameSchema }),
    output: workspaceStatusSchema,
    errors: ['NO_DATASET', 'DATASET_UNREADABLE'],
  }),
  'workspace.tryDemonstration': command({
    summary: 'Opens the demonstration, made first where it is not there yet; progress is told by workspace.changed.',
    roles,
    input: z.strictObject({}),
    output: workspaceStatusSchema,
    errors: ['DATASET_UNREADABLE', 'DISK_FULL'],
  }),
  'settings.get': query({
    summary: 'Language, theme, text size, density and idle time of this workstation.',
    roles,
    input: z.strictObject({}),
    output: settingsSchema,
    errors: [],
  }),
  'settings.set': command({
    summary: 'Changes some of the settings and keeps the others.',
    roles,
    input: settingsSchema.partial(),
    output: settingsSchema,
    errors: ['DISK_FULL'],
  }),
  'about.get': query({
    summary: 'Version, and the licence of every component the application is made of.',
    roles,
    input: z.strictObject({}),
    output: z.strictObject({
      version: z.string(),
      electron: z.string().nullable(),
      node: z.string(),
      licences: z.array(licenceSchema).readonly(),
    }),
    errors: [],
  }),
  'about.openLink': shellCommand({
    summary: 'Opens the page of a published source in the browser, after asking, if its host is in the allowed list.',
    roles,
    input: z.strictObject({ url: z.string().max(500) }),
    output: z.strictObject({ isOpened: z.boolean() }),
    errors: ['NOT_ALLOWED'],
  }),
} as const;
