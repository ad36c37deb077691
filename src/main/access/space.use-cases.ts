import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/kernel/app-error.ts';
import { asDatabaseError, filesOf } from '../platform/db/encrypted-database.ts';
import { asDiskError, flushFolder } from '../platform/files/atomic-write.ts';
import { addAccount, createKeyring, readKeyring, writeKeyring, type NewAccount, type WrapOptions } from './keyring.ts';
import type { Keyring } from './keyring.schema.ts';
import { hasSpace, spaceFiles } from './space-files.use-cases.ts';

export { hasSpace, keyringCopyFile, spaceFiles, type SpaceFiles } from './space-files.use-cases.ts';
export { makeDataKey, PASSPHRASE_COST, readableKeyring, readKeyring, type NewAccount } from './keyring.ts';

/** How many people can open a space; 0 when there is none. @throws AppError CASES_UNREADABLE */
export function accountCount(folder: string): number {
  const keyring = readKeyring(spaceFiles(folder).keyring);
  if (keyring === null && hasSpace(folder)) throw new AppError('CASES_UNREADABLE', 'The keyring is gone.');
  return keyring?.accounts.length ?? 0;
}

export interface NewSpace extends WrapOptions {
  readonly spaceId: string;
  readonly accounts: readonly NewAccount[];
  readonly dataKey: Uint8Array;
}

/**
 * Gives a folder whose cases file was written with this data key the keyring that opens it, for one person or several.
 * @throws AppError SPACE_EXISTS, DISK_FULL
 */
export async function writeSpace(folder: string, space: NewSpace): Promise<void> {
  assertNoSpace(folder);
  const keyring = await makeKeyring(space);
  assertNoSpace(folder);
  makeFolder(folder);
  writeKeyring(spaceFiles(folder).keyring, keyring);
}

/** The keyring of a new space, with all its accounts. */
export async function makeKeyring({ spaceId, accounts, dataKey, cost, now }: NewSpace): Promise<Keyring> {
  const [first, ...others] = accounts;
  if (first === undefined) throw new Error('A space that nobody can open is lost.');
  let keyring = await createKeyring(spaceId, dataKey, first, { cost, now });
  for (const account of others) keyring = await addAccount(keyring, dataKey, account, { cost, now });
  return keyring;
}

/**
 * The files of a new space: the cases file, then its keyring. What fails half-way takes back what it wrote.
 * @throws AppError SPACE_EXISTS, DISK_FULL
 */
export function createSpaceFiles<T extends { close(): void }>(
  folder: string,
  keyring: Keyring,
  createStore: () => T,
): T {
  assertNoSpace(folder);
  makeFolder(folder);
  const files = spaceFiles(folder);
  setAside(files.cases);
  let store: T | null = null;
  try {
    store = createStore();
    flushFolder(folder);
    writeKeyring(files.keyring, keyring);
    return store;
  } catch (error) {
    store?.close();
    for (const file of [files.keyring, ...filesOf(files.cases)]) rmSync(file, { force: true });
    throw asDatabaseError(error);
  }
}

/** Any keyring or copy of one, even damaged, may open something one day: no space is made over it. */
export function assertNoSpace(folder: string): void {
  if (hasSpace(folder)) throw new AppError('SPACE_EXISTS', 'This space exists already.');
}

/** Nobody but its owner looks into the folder, where the system knows owners. @throws AppError DISK_FULL */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // It was there before, and open to all, where reference data came first.
    chmodSync(folder, 0o700);
    flushFolder(dirname(folder));
  } catch (error) {
    throw asDiskError(error);
  }
}

/**
 * A cases file without keyring is what a creation that was stopped left, or what is left when a keyring was lost, and a
 * copy of that keyring may come back: it makes room under another name and is never erased.
 */
function setAside(cases: string): void {
  const leftovers = filesOf(cases);
  if (!leftovers.some((file) => existsSync(file))) return;
  let rank = 1;
  while (filesOf(`${cases}.set-aside-${rank}`).some((file) => existsSync(file))) rank += 1;
  const targets = filesOf(`${cases}.set-aside-${rank}`);
  leftovers.forEach((file, index) => {
    const target = targets[index];
    if (target !== undefined && existsSync(file)) renameSync(file, target);
  });
}
