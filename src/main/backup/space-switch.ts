import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/kernel/app-error.ts';
import { casesFile } from '../operation/operation.use-cases.ts';
import { filesOf } from '../platform/db/encrypted-database.ts';
import { flushFile, flushFolder } from '../platform/files/atomic-write.ts';
import { backupFile } from './backup-folder.ts';
import { witnessFile } from './witness.ts';

/**
 * How a file of case files takes the place of another one, whenever the process ends:
 *
 * 1. it is made whole in a folder of its own (`staging`), which counts for nothing;
 * 2. that folder is renamed: from then on the switch is decided, and whoever opens the space finishes it;
 * 3. what was there gets its second name, as a copy or as a damaged file; then its log goes; then the new one is renamed
 *    over it; then the folder goes.
 *
 * A log left beside a file that it does not belong to would be read into it: it goes before the rename, once what it held
 * is kept under the second name.
 */

/** The name that what was there keeps: that of a copy, or `damaged-3`. */
type KeptName = string;

const STAGING = 'staging';
const DECIDED = /^switch-(.+)$/;

/** An empty folder to make the new file in; what an earlier try left is removed. */
export function stagingFolder(folder: string): string {
  const staging = join(folder, STAGING);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true, mode: 0o700 });
  return staging;
}

export function dropStaging(folder: string): void {
  rmSync(join(folder, STAGING), { recursive: true, force: true });
}

/**
 * Puts the staged file in the place of the other one, which nobody may have open.
 * @throws AppError DISK_FULL, also when something of the staged file is still in its log, which is not moved
 */
export function switchToStaged(folder: string, keptName: KeptName): void {
  const staged = casesFile(join(folder, STAGING));
  if ((statSync(`${staged}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) {
    throw new AppError('DISK_FULL', 'The staged file could not take what is in its log.');
  }
  flushFile(staged);
  flushFolder(dirname(staged));
  renameSync(dirname(staged), join(folder, `switch-${keptName}`));
  flushFolder(folder);
  finishSwitch(folder, keptName);
}

/** Finishes what an earlier process decided and did not end. */
export function finishSwitches(folder: string, names: readonly string[]): void {
  for (const name of names) {
    const keptName = DECIDED.exec(name)?.[1];
    if (keptName !== undefined) finishSwitch(folder, keptName);
  }
}

/** Where the file that was there is kept. */
export function keptFile(folder: string, keptName: KeptName): string {
  return keptName.startsWith('damaged-') ? `${casesFile(folder)}.${keptName}` : backupFile(folder, keptName);
}

/** A name under which nothing is kept yet. */
export function nextDamagedName(folder: string): KeptName {
  let rank = 1;
  while (filesOf(keptFile(folder, `damaged-${rank}`)).some((file) => existsSync(file))) rank += 1;
  return `damaged-${rank}`;
}

function finishSwitch(folder: string, keptName: KeptName): void {
  const decided = join(folder, `switch-${keptName}`);
  const staged = casesFile(decided);
  const current = casesFile(folder);
  if (existsSync(staged)) {
    const kept = keptFile(folder, keptName);
    mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
    // Not the index of the log: it says nothing that the log does not.
    keepAs(current, kept);
    keepAs(`${current}-wal`, `${kept}-wal`);
    flushFolder(dirname(kept));
    for (const beside of filesOf(current).slice(1)) rmSync(beside, { force: true });
    flushFolder(folder);
    renameSync(staged, current);
    flushFolder(folder);
  }
  // It says where the log of the other file ended.
  rmSync(witnessFile(folder), { force: true });
  rmSync(decided, { recursive: true, force: true });
}

/** A second name for the same bytes, or a copy of them where the disk knows no second names. */
function keepAs(file: string, kept: string): void {
  if (!existsSync(file) || existsSync(kept)) return;
  try {
    linkSync(file, kept);
  } catch {
    const beside = `${kept}.tmp`;
    copyFileSync(file, beside);
    flushFile(beside);
    renameSync(beside, kept);
  }
}
