import { z } from 'zod';
import { integritySchema } from '../backup/backup.schema.ts';
import { instantSchema } from '../operation/operation.schema.ts';
import { settingsSchema } from '../settings/settings.schema.ts';
import { workspaceNameSchema } from '../workspace/workspace.schema.ts';

/**
 * What a person may send to whoever helps them. Numbers, versions and names of states only: no path, no name, nothing
 * that anyone typed. Null where something could not be read: a report is asked for when things go wrong.
 */
const countSchema = z.number().int().min(0);

const workspaceReportSchema = z.strictObject({
  name: workspaceNameSchema,
  isCurrent: z.boolean(),
  /** Whether it has case files that somebody can open, and whether its keyring can be read. */
  space: z.enum(['none', 'ready', 'damaged']),
  accounts: countSchema.nullable(),
  casesBytes: countSchema.nullable(),
  /** The reference data: none, ready, or damaged. */
  reference: z.enum(['none', 'ready', 'damaged']),
  referenceVersion: z.string().nullable(),
});

export const diagnosticSchema = z.strictObject({
  madeAt: instantSchema,
  versions: z.strictObject({
    app: z.string(),
    electron: z.string().nullable(),
    chrome: z.string().nullable(),
    node: z.string(),
    sqlite: z.string().nullable(),
    /** The addon that holds SQLite. */
    addon: z.string().nullable(),
  }),
  machine: z.strictObject({
    platform: z.string(),
    arch: z.string(),
    release: z.string(),
    processors: countSchema,
    memoryBytes: countSchema,
    freeMemoryBytes: countSchema,
    /** What this process holds. */
    processBytes: countSchema,
    language: z.string(),
    timeZone: z.string(),
  }),
  dataFolder: z.strictObject({
    isDefault: z.boolean(),
    isMoved: z.boolean(),
    bytes: countSchema.nullable(),
    freeBytes: countSchema.nullable(),
  }),
  workspaces: z.array(workspaceReportSchema).readonly(),
  /** Of the case files that are open; null when nobody has unlocked. */
  caseFiles: z
    .strictObject({
      schemaVersion: countSchema,
      operations: countSchema,
      files: countSchema,
      notes: countSchema,
    })
    .nullable(),
  /** Of the current workspace; null when it has no case files. */
  backups: z
    .strictObject({
      count: countSchema,
      bytes: countSchema,
      /** When the newest was taken; null when there is none. */
      lastAt: instantSchema.nullable(),
      /** Whether the last check found the case files whole. */
      integrity: integritySchema,
    })
    .nullable(),
  settings: settingsSchema,
  /** Warnings and errors of the last day, the latest last, two hundred at most. */
  log: z
    .array(
      z.strictObject({
        at: z.iso.datetime(),
        level: z.enum(['warn', 'error']),
        event: z.string().max(64),
        code: z.string().max(64).nullable(),
      }),
    )
    .max(200)
    .readonly(),
});
export type Diagnostic = Readonly<z.infer<typeof diagnosticSchema>>;
