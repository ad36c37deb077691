import { z } from 'zod';
import { idSchema, instantSchema } from '../operation/operation.schema.ts';

/** Why a copy was made; the first part of its name. */
export const BACKUP_KINDS = ['daily', 'asked', 'before-restore', 'before-update', 'after-erasure'] as const;
export const backupKindSchema = z.enum(BACKUP_KINDS);
export type BackupKind = z.infer<typeof backupKindSchema>;

/**
 * What a copy is called: its kind and its instant (`before-30`, once: the version that an update replaced), nothing about
 * anybody. Never a path.
 */
export const backupIdSchema = z
  .string()
  .max(60)
  .regex(/^(?:(?:daily|asked|before-restore|before-update|after-erasure)-\d{8}T\d{9}Z|before-\d{1,6})$/);

export const backupSchema = z.strictObject({
  backupId: backupIdSchema,
  kind: backupKindSchema,
  takenAt: instantSchema,
  bytes: z.int().min(0),
});
export type Backup = Readonly<z.infer<typeof backupSchema>>;

export const integritySchema = z.enum(['unknown', 'checking', 'whole', 'damaged']);
export type Integrity = z.infer<typeof integritySchema>;

/**
 * What of the log is not what was written, though every page of its file can be read: somebody who holds the key wrote in
 * it without the application. `content`: what a line holds; `line`: who, when, what kind, or its place; `missing`: a line
 * before this one; `end`: the last one that was noted outside of the store; `tables`: what is shown is not what the log says.
 */
export const alterationSchema = z.strictObject({
  why: z.enum(['content', 'line', 'missing', 'end', 'tables']),
  /** Of the first line that is not as it was. */
  number: z.int().min(1),
  /** When that line says that it was written. */
  at: instantSchema.nullable(),
});
export type Alteration = Readonly<z.infer<typeof alterationSchema>>;

/** How the copies of the open space are doing, and whether its file was found whole. */
export const backupStateSchema = z.strictObject({
  isTaking: z.boolean(),
  /** When the newest copy was taken; null when there is none, or nobody has unlocked. */
  lastAt: instantSchema.nullable(),
  /** Why the last try gave no copy; null when it gave one. */
  lastFailed: z.enum(['DISK_FULL', 'CASES_UNREADABLE', 'INTERNAL']).nullable(),
  integrity: integritySchema,
  /** Null as long as the log is found as it was written. */
  alteration: alterationSchema.nullable(),
  /** When the whole file was last checked; null when it never was. */
  checkedAt: instantSchema.nullable(),
  /** True when the keyring was found damaged at this opening, and put back from its copy. */
  isKeyringRepaired: z.boolean(),
});
export type BackupState = Readonly<z.infer<typeof backupStateSchema>>;

/** What was done, in the words that a person has for it. */
export const CHANGE_FAMILIES = [
  'file-opened',
  'fact',
  'closing',
  'contact',
  'appointment',
  'action',
  'company',
  'note',
  'erasure',
  'other',
] as const;
export const changeFamilySchema = z.enum(CHANGE_FAMILIES);
export type ChangeFamily = z.infer<typeof changeFamilySchema>;

/** What a restore would change: said before it is confirmed. */
export const backupPreviewSchema = z.strictObject({
  backup: backupSchema,
  /** When the last thing that the copy holds was written; null when it holds nothing. */
  upTo: instantSchema.nullable(),
  /** Changes that are here and not in the copy. */
  lost: z.strictObject({
    changes: z.int().min(0),
    since: instantSchema.nullable(),
    until: instantSchema.nullable(),
    byFamily: z.array(z.strictObject({ family: changeFamilySchema, changes: z.int().min(1) })).readonly(),
  }),
  /** Changes that are in the copy and not here: those that an earlier restore took away. */
  regained: z.int().min(0),
  /** The files of whoever asks, of which something would be lost; most changes first. */
  files: z
    .array(
      z.strictObject({
        caseId: idSchema,
        /** As it is now. */
        name: z.string(),
        changes: z.int().min(1),
        /** True when the whole file was opened after the copy: it would be gone. */
        isWhollyLost: z.boolean(),
      }),
    )
    .readonly(),
  /** How many files of other advisors would lose something. */
  otherFiles: z.int().min(0),
  /** Notes begun and not validated, of whoever asks, which the copy does not have as they are. */
  drafts: z.array(z.strictObject({ caseId: idSchema, name: z.string() })).readonly(),
  otherDrafts: z.int().min(0),
  /** Files erased since the copy: they are erased from it too. */
  erasedSince: z.int().min(0),
});
export type BackupPreview = Readonly<z.infer<typeof backupPreviewSchema>>;

/**
 * What CASES_UNREADABLE says in its details when somebody unlocks a damaged space. `repair` is `operations` when the
 * tables can be made anew from the log, `backup` when a copy must take the place of the file, `none` when nothing can be
 * done here. The others are there when they are known.
 */
export const repairOfferSchema = z.object({
  repair: z.enum(['operations', 'backup', 'none']),
  /** What is damaged: the tables made of the log, the log itself, the whole file, or its last writings. */
  damage: z.enum(['tables', 'log', 'file', 'last-writings']).optional(),
  backupId: backupIdSchema.optional(),
  /** Of the copy. */
  takenAt: instantSchema.optional(),
  /** Changes that would be lost; −1: it cannot be known. */
  lostOperations: z.int().min(-1).optional(),
  /** What would be lost was written after this instant. */
  lostSince: instantSchema.optional(),
});
export type RepairOffer = Readonly<z.infer<typeof repairOfferSchema>>;

/** What a repair did. */
export const repairedSchema = z.strictObject({
  from: z.enum(['operations', 'backup']),
  /** As announced, counted again; −1: it cannot be known. */
  lostOperations: z.int().min(-1),
  /** What is not the log and could not be read whole: drafts, for one. Names of tables. */
  unreadable: z.array(z.string()).readonly(),
  /** The name under which the damaged file is kept, in the same folder. */
  keptAs: z.string(),
});
export type Repaired = Readonly<z.infer<typeof repairedSchema>>;
