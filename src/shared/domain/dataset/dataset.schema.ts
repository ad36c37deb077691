import { z } from 'zod';
import { unrankedReasonSchema } from '../employer/employer.schema.ts';
import { REFUSAL_CODES } from './refusal-codes.ts';

/**
 * The kinds of reference data a release is made of; each file recognised by header feeds one of them. The forecast of hires is
 * the one that nobody publishes: a structure makes it from its own counts, and most have none.
 */
export const SOURCE_NAMES = [
  'rome-occupations',
  'rome-titles',
  'rome-mobility',
  'rome-texts',
  'naf-labels',
  'rome-naf-hires',
  'contact-modes',
  'tension',
  'places',
  'establishments',
  'hires-forecast',
] as const;
export const sourceNameSchema = z.enum(SOURCE_NAMES);
export type SourceName = z.infer<typeof sourceNameSchema>;

/** Source names a release cannot do without: no list can be made if one is missing. */
export const REQUIRED_SOURCES: readonly SourceName[] = [
  'rome-occupations',
  'rome-titles',
  'rome-naf-hires',
  'places',
  'establishments',
];

const countSchema = z.number().int().min(0);

export const refusalCodeSchema = z.enum(REFUSAL_CODES);

/** One row that was not kept: its line in the file (the header is line 1) and why. */
export const refusalSchema = z.strictObject({
  line: z.number().int(),
  /** In one sentence, for the command line and logs; a screen says it by `code` in its own language. */
  reason: z.string(),
  code: refusalCodeSchema,
  /** The code or number it is about, empty where the file says nothing; null for none, or for text, never quoted. */
  value: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusalSchema>;

export const sourceReportSchema = z.strictObject({
  source: sourceNameSchema,
  /** File name relative to the folder read. */
  file: z.string(),
  read: countSchema,
  kept: countSchema,
  refused: countSchema,
  /** How many rows each kind of refusal cost: exact, while `refusals` may stop short. */
  reasons: z.array(z.strictObject({ code: refusalCodeSchema, count: countSchema })).readonly(),
  refusals: z.array(refusalSchema).readonly(),
});
export type SourceReport = z.infer<typeof sourceReportSchema>;

export const manifestSourceSchema = z.strictObject({
  source: sourceNameSchema,
  file: z.string(),
  /** Who publishes it, under which licence, of which year: "unknown" where nobody says. */
  publisher: z.string(),
  licence: z.string(),
  vintage: z.string(),
  read: countSchema,
  kept: countSchema,
  refused: countSchema,
  sha256: z.string(),
});
export type ManifestSource = z.infer<typeof manifestSourceSchema>;

export const manifestSchema = z.strictObject({
  formatVersion: z.literal(2),
  /** Derived from the content and from what `sources` says of it: the same files give the same version. */
  version: z.string(),
  kind: z.enum(['demonstration', 'imported']),
  /** Day the release was made, UTC. Not part of the version. */
  createdOn: z.string(),
  sources: z.array(manifestSourceSchema).readonly(),
  counts: z.strictObject({
    occupations: countSchema,
    titles: countSchema,
    communes: countSchema,
    sectors: countSchema,
    establishments: countSchema,
    ranked: countSchema,
    unranked: z.record(unrankedReasonSchema, countSchema),
  }),
  files: z.array(z.strictObject({ name: z.string(), bytes: countSchema, sha256: z.string() })).readonly(),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** What a folder offers before anything is imported. */
export const recognisedFileSchema = z.strictObject({
  file: z.string(),
  bytes: countSchema,
  source: sourceNameSchema.nullable(),
  /** Why it will not be read, when it will not: not recognised, or another file already feeds the same source. */
  ignored: z.enum(['not-recognised', 'duplicate', 'unreadable']).nullable(),
});
export type RecognisedFile = z.infer<typeof recognisedFileSchema>;

export const folderPreviewSchema = z.strictObject({
  folderId: z.string(),
  folderName: z.string(),
  files: z.array(recognisedFileSchema).readonly(),
  missing: z.array(sourceNameSchema).readonly(),
});
export type FolderPreview = z.infer<typeof folderPreviewSchema>;

/** How far a long work is: `done` of `total` units of one step. */
export const progressSchema = z.strictObject({
  step: z.enum(['reading', 'places', 'employers', 'writing', 'checking', 'people']),
  /** File being read, when reading. */
  file: z.string().nullable(),
  done: z.number(),
  total: z.number(),
});
export type Progress = z.infer<typeof progressSchema>;

export const importReportSchema = z.strictObject({
  release: z.strictObject({ version: z.string(), createdOn: z.string() }),
  sources: z.array(sourceReportSchema).readonly(),
  ms: z.number(),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const importStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('idle') }),
  z.strictObject({ state: z.literal('running'), progress: progressSchema.nullable() }),
  z.strictObject({ state: z.literal('done'), report: importReportSchema }),
  z.strictObject({ state: z.literal('cancelled') }),
  z.strictObject({
    state: z.literal('failed'),
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  }),
]);
export type ImportState = z.infer<typeof importStateSchema>;
