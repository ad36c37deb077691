import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BACKUP_KINDS,
  backupIdSchema,
  type Backup,
  type BackupKind,
} from '../../shared/domain/backup/backup.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { compactInstant } from '../../shared/kernel/local-date.ts';

/** Where the copies of a space are, and what they are called. */
export function backupsFolder(folder: string): string {
  return join(folder, 'backups');
}

/** `daily-20261127T183000123Z`: a kind and an instant, the same in every zone. */
export function backupIdOf(kind: BackupKind, takenAt: number): string {
  return `${kind}-${compactInstant(takenAt)}`;
}

export function backupFile(folder: string, backupId: string): string {
  return join(backupsFolder(folder), `${backupId}.sqlite`);
}

/** The copies that are there, newest first. What is being written, or is not ours, is not among them. */
export function listBackups(folder: string): readonly Backup[] {
  const backups = backupsFolder(folder);
  if (!existsSync(backups)) return [];
  return readdirSync(backups)
    .flatMap((name) => (name.endsWith('.sqlite') ? [name.slice(0, -'.sqlite'.length)] : []))
    .flatMap((id) => described(folder, id) ?? [])
    .toSorted((a, b) => b.takenAt - a.takenAt || (a.backupId < b.backupId ? 1 : -1));
}

/** @throws AppError NOT_FOUND */
export function findBackup(folder: string, backupId: string): Backup {
  const backup = backupIdSchema.safeParse(backupId).success ? described(folder, backupId) : null;
  if (backup === null) throw new AppError('NOT_FOUND', 'There is no such copy.');
  return backup;
}

function described(folder: string, backupId: string): Backup | null {
  const found = statSync(backupFile(folder, backupId), { throwIfNoEntry: false });
  const kind = BACKUP_KINDS.find((known) => backupId.startsWith(`${known}-`)) ?? migrationKind(backupId);
  if (found === undefined || kind === null) return null;
  const takenAt = instantIn(backupId) ?? Math.round(found.mtimeMs);
  return { backupId, kind, takenAt, bytes: found.size };
}

/** `before-30`: what a migration left when such copies were named by the version that they had. */
function migrationKind(backupId: string): BackupKind | null {
  return /^before-\d+$/.test(backupId) ? 'before-update' : null;
}

function instantIn(backupId: string): number | null {
  const [, ...parts] = /-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/.exec(backupId) ?? [];
  if (parts.length === 0) return null;
  const [year, month, day, hour, minute, second, ms] = parts;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
  return Number.isNaN(instant) ? null : instant;
}
