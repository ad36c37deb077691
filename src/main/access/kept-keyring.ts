import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Account } from '../../shared/domain/access/access.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { asDiskError } from '../platform/files/atomic-write.ts';
import { accountOf } from './access-status.use-cases.ts';
import { readableKeyring, withWays, writeKeyring, type Way } from './keyring.ts';
import type { Keyring } from './keyring.schema.ts';
import { hasSpace, keyringCopyFile, spaceFiles } from './space-files.use-cases.ts';

/** The keyring of a space and, where it differs, its copy: a passphrase that only the copy knows shows damage. */
export interface KeptKeyring {
  /** The copy where the keyring itself is gone or cannot be read. */
  readonly keyring: Keyring;
  /** Null when it is the same, or cannot be read. */
  readonly copy: Keyring | null;
  /**
   * Puts what was proved to open in whichever of the two files says otherwise; a keyring that gives way is kept. True when
   * it did. @throws AppError DISK_FULL
   */
  readonly settle: (proved: Proved) => boolean;
}

/** Ways into an account, and the keyring in which they are known to be good. */
export interface Proved {
  readonly keyring: Keyring;
  readonly accountId: string;
  readonly ways: readonly Way[];
}

/** Null when the space does not exist. @throws AppError CASES_UNREADABLE when neither can be read */
export function keptKeyring(folder: string): KeptKeyring | null {
  if (!hasSpace(folder)) return null;
  const file = spaceFiles(folder).keyring;
  const keyring = readableKeyring(file);
  const copy = readableKeyring(keyringCopyFile(file));
  const either = keyring ?? copy;
  if (either === null) throw new AppError('CASES_UNREADABLE', 'The keyring cannot be read.');
  return {
    keyring: either,
    copy: copy === null || isSame(copy, either) ? null : copy,
    settle: (proved) => writeBoth(file, proved, keepAside),
  };
}

/** The data key, which of the two keyrings gave it, and whose account that is there: an edited role opens nothing. */
export interface Opening {
  readonly keyring: Keyring;
  readonly account: Account;
  readonly dataKey: Uint8Array;
}

/** By the keyring or by its copy; what opened is then in both. A full disk does not keep one out. */
export async function openByEither(
  { keyring: first, copy, settle }: KeptKeyring,
  { accountId, way }: { readonly accountId: string; readonly way: Way },
  open: (keyring: Keyring) => Promise<Uint8Array | null>,
): Promise<Opening | null> {
  for (const keyring of copy === null ? [first] : [first, copy]) {
    const dataKey = await open(keyring);
    const holder = keyring.accounts.find(({ id }) => id === accountId);
    if (dataKey === null || holder === undefined) continue;
    quietly(() => settle({ keyring, accountId, ways: [way] }));
    return { keyring, account: accountOf(holder), dataKey };
  }
  return null;
}

/**
 * Writes what somebody changed of their own account. Keyrings that were kept for being damaged go: they would still open
 * as before. @throws AppError DISK_FULL; nothing is then changed
 */
export function writeChanged(folder: string, changed: Proved): void {
  const file = spaceFiles(folder).keyring;
  writeBoth(file, changed, () => undefined);
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(file)}.damaged-`)) rmSync(join(folder, name), { force: true });
  }
}

/**
 * Writes ways into an account in the keyring, then in its copy where there is one; every other line of each stays as it is.
 * A copy that could not follow goes: it would still open as before. True when the keyring itself was written.
 */
function writeBoth(file: string, proved: Proved, beforeReplacing: (file: string) => void): boolean {
  const isWritten = writeWhereOther(file, proved, beforeReplacing);
  const copy = keyringCopyFile(file);
  if (!existsSync(copy)) return isWritten;
  try {
    writeWhereOther(copy, proved, () => undefined);
  } catch (error) {
    if (!isWritten) throw error;
    rmSync(copy, { force: true });
  }
  return isWritten;
}

function writeWhereOther(file: string, proved: Proved, beforeReplacing: (file: string) => void): boolean {
  const there = readableKeyring(file);
  const isKnown = there?.accounts.some(({ id }) => id === proved.accountId) ?? false;
  const next = there === null || !isKnown ? proved.keyring : withWays(there, proved.keyring, proved);
  if (there !== null && isSame(there, next)) return false;
  beforeReplacing(file);
  writeKeyring(file, next);
  return true;
}

/** Under a name of its own, whatever takes its place. @throws AppError DISK_FULL */
function keepAside(file: string): void {
  if (!existsSync(file)) return;
  let rank = 1;
  while (existsSync(`${file}.damaged-${rank}`)) rank += 1;
  const kept = `${file}.damaged-${rank}`;
  try {
    copyFileSync(file, kept);
  } catch (error) {
    rmSync(kept, { force: true });
    throw asDiskError(error);
  }
}

function isSame(one: Keyring, other: Keyring): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function quietly(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
