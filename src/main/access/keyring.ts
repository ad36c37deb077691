import { createCipheriv, createDecipheriv, randomBytes, scrypt, type DecipherGCM } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Account } from '../../shared/domain/access/access.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import { keyringSchema, type Keyholder, type Keyring } from './keyring.schema.ts';

/** N of scrypt, with r = 8: about 0.2 s and 128 MB for each passphrase that is tried. */
export const PASSPHRASE_COST = 2 ** 17;

const KEY_BYTES = 32;
const BLOCK_SIZE = 8;

/** A person to whom the data key is given, with the passphrase that opens it. */
export interface NewAccount extends Account {
  readonly passphrase: string;
}

export interface WrapOptions {
  /** N of scrypt: `PASSPHRASE_COST`, less in tests only. */
  readonly cost: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

/** The key of a space: random, and known to no one but through a passphrase. */
export function makeDataKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

/** The keyring of a new space, with its first account. */
export async function createKeyring(
  spaceId: string,
  dataKey: Uint8Array,
  first: NewAccount,
  options: WrapOptions,
): Promise<Keyring> {
  return { version: 1, spaceId, accounts: [await keyholder(spaceId, dataKey, first, options)] };
}

/** The keyring with one more account. The data key is the one that the others have: the caller unwrapped it. */
export async function addAccount(
  keyring: Keyring,
  dataKey: Uint8Array,
  account: NewAccount,
  options: WrapOptions,
): Promise<Keyring> {
  if (keyring.accounts.some(({ id }) => id === account.id)) throw new Error('This account is in the keyring already.');
  const added = await keyholder(keyring.spaceId, dataKey, account, options);
  return { ...keyring, accounts: [...keyring.accounts, added] };
}

/**
 * Wraps the data key anew for one account under another passphrase; the data, the other accounts and the recovery code
 * stay as they are. The caller unwrapped the key, with whatever opens this account.
 */
export async function withPassphrase(
  keyring: Keyring,
  dataKey: Uint8Array,
  accountId: string,
  { passphrase, cost }: { readonly passphrase: string; readonly cost: number },
): Promise<Keyring> {
  const account = holderOf(keyring, accountId);
  const lock = await wrap(dataKey, boundTo(keyring.spaceId, account), passphrase, cost);
  return replacing(keyring, { ...account, ...lock });
}

/** Wraps the data key once more for one account, under a recovery code that replaces the one before. */
export async function withRecovery(
  keyring: Keyring,
  dataKey: Uint8Array,
  accountId: string,
  { code, cost, now }: WrapOptions & { readonly code: string },
): Promise<Keyring> {
  const account = holderOf(keyring, accountId);
  const lock = await wrap(dataKey, recoveryBoundTo(keyring.spaceId, account), code, cost);
  return replacing(keyring, { ...account, recovery: { createdAt: new Date(now).toISOString(), ...lock } });
}

/** The keyring once the code of an account was used up. */
export function withoutRecovery(keyring: Keyring, accountId: string): Keyring {
  const { recovery: _used, ...account } = holderOf(keyring, accountId);
  return replacing(keyring, account);
}

/** The two ways into an account: each opens by itself, and each may be damaged by itself. */
export type Way = 'passphrase' | 'recovery';

/**
 * A keyring with these ways into an account as they are in another one of the same space; what else it says stays. The
 * identifier of the space and the role come along: what opens is bound to them.
 */
export function withWays(
  keyring: Keyring,
  from: Keyring,
  { accountId, ways }: { readonly accountId: string; readonly ways: readonly Way[] },
): Keyring {
  const given = holderOf(from, accountId);
  const { recovery: own, ...line } = holderOf(keyring, accountId);
  const { kdf, wrapped } = ways.includes('passphrase') ? given : line;
  const recovery = ways.includes('recovery') ? given.recovery : own;
  const holder = { ...line, role: given.role, kdf, wrapped, ...(recovery === undefined ? {} : { recovery }) };
  return { ...replacing(keyring, holder), spaceId: from.spaceId };
}

/** The data key, or null when the passphrase is not the one of this account (or its line was altered). */
export async function unwrap(keyring: Keyring, accountId: string, passphrase: string): Promise<Uint8Array | null> {
  const account = keyring.accounts.find(({ id }) => id === accountId);
  return account === undefined ? null : open(account, boundTo(keyring.spaceId, account), passphrase);
}

/** The data key, or null when the code is not the one of this account, or it has none. */
export async function unwrapByCode(keyring: Keyring, accountId: string, code: string): Promise<Uint8Array | null> {
  const account = keyring.accounts.find(({ id }) => id === accountId);
  return account?.recovery === undefined
    ? null
    : open(account.recovery, recoveryBoundTo(keyring.spaceId, account), code);
}

/** The keyring of a space; null when the space does not exist. @throws AppError CASES_UNREADABLE when it is damaged */
export function readKeyring(file: string): Keyring | null {
  if (!existsSync(file)) return null;
  try {
    return keyringSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new AppError('CASES_UNREADABLE', 'The keyring cannot be read.');
  }
}

/** Null when there is none, or it is damaged. */
export function readableKeyring(file: string): Keyring | null {
  try {
    return readKeyring(file);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** @throws AppError DISK_FULL; the keyring of before is then kept */
export function writeKeyring(file: string, keyring: Keyring): void {
  writeFileAtomic(file, `${JSON.stringify(keyringSchema.parse(keyring), null, 2)}\n`);
}

async function keyholder(
  spaceId: string,
  dataKey: Uint8Array,
  { id, name, agency, role, passphrase }: NewAccount,
  { cost, now }: WrapOptions,
): Promise<Keyholder> {
  const account: Account = { id, name, agency, role };
  const createdAt = new Date(now).toISOString();
  return { ...account, createdAt, ...(await wrap(dataKey, boundTo(spaceId, account), passphrase, cost)) };
}

type Lock = Pick<Keyholder, 'kdf' | 'wrapped'>;

/** A salt and a nonce of its own each time: two accounts with the same passphrase have nothing in common in the file. */
async function wrap(dataKey: Uint8Array, bound: Buffer, secret: string, cost: number): Promise<Lock> {
  if (dataKey.length !== KEY_BYTES) throw new Error(`A data key has ${KEY_BYTES} bytes.`);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await derive(secret, salt, cost);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    cipher.setAAD(bound);
    const data = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    return {
      kdf: { name: 'scrypt', cost, blockSize: BLOCK_SIZE, parallelism: 1, salt: base64(salt) },
      wrapped: { nonce: base64(nonce), data: base64(data), tag: base64(cipher.getAuthTag()) },
    };
  } finally {
    key.fill(0);
  }
}

async function open({ kdf, wrapped }: Lock, bound: Buffer, secret: string): Promise<Uint8Array | null> {
  const key = await derive(secret, Buffer.from(kdf.salt, 'base64'), kdf.cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(bound);
    decipher.setAuthTag(Buffer.from(wrapped.tag, 'base64'));
    const data = decipher.update(wrapped.data, 'base64');
    if (isWhole(decipher)) return data;
    data.fill(0);
    return null;
  } finally {
    key.fill(0);
  }
}

/** What the wrapped key is bound to: moved to another space or account, or with another role, it no longer opens. */
function boundTo(spaceId: string, { id, role }: Pick<Account, 'id' | 'role'>): Buffer {
  return Buffer.from(JSON.stringify([spaceId, id, role]));
}

/** The same for a recovery code: put in the place of the other, neither opens. */
function recoveryBoundTo(spaceId: string, { id, role }: Pick<Account, 'id' | 'role'>): Buffer {
  return Buffer.from(JSON.stringify([spaceId, id, role, 'recovery']));
}

function holderOf({ accounts }: Keyring, accountId: string): Keyholder {
  const holder = accounts.find(({ id }) => id === accountId);
  if (holder === undefined) throw new Error('This account is not in the keyring.');
  return holder;
}

function replacing(keyring: Keyring, holder: Keyholder): Keyring {
  return { ...keyring, accounts: keyring.accounts.map((account) => (account.id === holder.id ? holder : account)) };
}

/** Beside the event loop: the core goes on answering. NFC, so that an "é" is the same from every keyboard. */
async function derive(passphrase: string, salt: Uint8Array, cost: number): Promise<Buffer> {
  const secret = Buffer.from(passphrase.normalize('NFC'));
  // Twice what scrypt needs (128 × N × r): OpenSSL counts a little more than the formula.
  const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 2 * 128 * cost * BLOCK_SIZE };
  try {
    return await new Promise((resolve, reject) => {
      scrypt(secret, salt, KEY_BYTES, options, (error, key) => (error === null ? resolve(key) : reject(error)));
    });
  } finally {
    secret.fill(0);
  }
}

/** False when what was opened is not what was closed: a wrong key, or an altered line. */
function isWhole(decipher: DecipherGCM): boolean {
  try {
    decipher.final();
    return true;
  } catch {
    return false;
  }
}

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64');
}
