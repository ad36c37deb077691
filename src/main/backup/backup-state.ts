import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { alterationSchema, type BackupState } from '../../shared/domain/backup/backup.schema.ts';
import { instantSchema } from '../../shared/domain/operation/operation.schema.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import { backupsFolder } from './backup-folder.ts';

const keptStateSchema = z.strictObject({
  version: z.literal(1),
  integrity: z.enum(['unknown', 'whole', 'damaged']),
  checkedAt: instantSchema.nullable(),
  /** Kept until the log is found as it was written: it is told at each opening. */
  alteration: alterationSchema.nullable().default(null),
  /** What the last copy held: the same again needs no other copy. */
  copied: z.string().max(100).nullable(),
  /** True when somebody had a file erased and older copies still hold it. */
  isErasureDue: z.boolean(),
  /** The number of an operation: no copy holds anything that was erased up to it. */
  renewedUpTo: z.number().int().min(0).default(0),
});
export type KeptState = Readonly<z.infer<typeof keptStateSchema>>;

const NOTHING_KNOWN: KeptState = {
  version: 1,
  integrity: 'unknown',
  checkedAt: null,
  alteration: null,
  copied: null,
  isErasureDue: false,
  renewedUpTo: 0,
};

function stateFile(folder: string): string {
  return join(backupsFolder(folder), 'state.json');
}

/** What is remembered of copies and checks; what cannot be read is as if nothing was known: a copy and a check follow. */
export function readKeptState(folder: string): KeptState {
  try {
    return keptStateSchema.parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')));
  } catch {
    return NOTHING_KNOWN;
  }
}

/** @throws AppError DISK_FULL */
export function writeKeptState(folder: string, state: KeptState): void {
  mkdirSync(backupsFolder(folder), { recursive: true, mode: 0o700 });
  writeFileAtomic(stateFile(folder), `${JSON.stringify(state)}\n`);
}

/** What is told of copies while nobody has unlocked. */
export const NOBODY: BackupState = {
  isTaking: false,
  lastAt: null,
  lastFailed: null,
  integrity: 'unknown',
  alteration: null,
  checkedAt: null,
  isKeyringRepaired: false,
};
