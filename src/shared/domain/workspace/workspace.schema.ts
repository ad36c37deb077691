import { z } from 'zod';
import { manifestSchema, progressSchema } from '../dataset/dataset.schema.ts';
import { WORKSPACE_NAMES } from './workspace.ts';

/** A workspace is a folder of its own: the demonstration is one, the organisation's own data another; nothing crosses. */
export const workspaceNameSchema = z.enum(WORKSPACE_NAMES);
export type WorkspaceName = z.infer<typeof workspaceNameSchema>;

export const workspaceStatusSchema = z.strictObject({
  current: workspaceNameSchema,
  /** Workspaces that hold a release and can be opened. */
  available: z.array(workspaceNameSchema).readonly(),
  manifest: manifestSchema.nullable(),
  /** Set while the demonstration is being prepared. */
  preparing: progressSchema.nullable(),
});
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>;
