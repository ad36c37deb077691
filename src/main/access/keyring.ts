import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
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
 * Wraps the data key anew under another passphrase; the data and the other accounts stay as they are. Null when the
 * current passphrase is wrong.
 */
export async function changePassphrase(
  keyring: Keyring,
  accountId: string,
  passphrases: { readonly current: string; readonly next: string },
  cost: number,
): Promise<Keyring | null> {
  const dataKey = await unwrap(keyring, accountId, passphrases.current);
  if (dataKey === null) return null;
  try {
    const accounts = keyring.accounts.map(async (account) =>
      account.id === accountId
        ? { ...account, ...(await wrap(keyring.spaceId, dataKey, account, passphrases.next, cost)) }
        : account,
    );
    return { ...keyring, accounts: await Promise.all(accounts) };
  } finally {
    dataKey.fill(0);
  }
}

/** The data key, or null when the passphrase is not the one of this account (or its line was altered). */
export async function unwrap(keyring: Keyring, accountId: string, passphrase: string): Promise<Uint8Array | null> {
  const account = keyring.accounts.find(({ id }) => id === accountId);
  if (account === undefined) return null;
  const { kdf, wrapped } = account;
  const key = await derive(passphrase, Buffer.from(kdf.salt, 'base64'), kdf.cost);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'base64'), { authTagLength: 16 });
    decipher.setAAD(boundTo(keyring.spaceId, account));
    decipher.setAuthTag(Buffer.from(wrapped.tag, 'base64'));
    return openedOrNull(() => {
      const data = decipher.update(wrapped.data, 'base64');
      decipher.final();
      return data;
    });
  } finally {
    key.fill(0);
  }
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
  return { ...account, createdAt, ...(await wrap(spaceId, dataKey, account, passphrase, cost)) };
}

/** A salt and a nonce of its own each time: two accounts with the same passphrase have nothing in common in the file. */
async function wrap(
  spaceId: string,
  dataKey: Uint8Array,
  account: Account,
  passphrase: string,
  cost: number,
): Promise<Pick<Keyholder, 'kdf' | 'wrapped'>> {
  if (dataKey.length !== KEY_BYTES) throw new Error(`A data key has ${KEY_BYTES} bytes.`);
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const key = await derive(passphrase, salt, cost);
  try {
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    cipher.setAAD(boundTo(spaceId, account));
    const data = Buffer.concat([cipher.update(dataKey), cipher.final()]);
    return {
      kdf: { name: 'scrypt', cost, blockSize: BLOCK_SIZE, parallelism: 1, salt: base64(salt) },
      wrapped: { nonce: base64(nonce), data: base64(data), tag: base64(cipher.getAuthTag()) },
    };
  } finally {
    key.fill(0);
  }
}

/** What the wrapped key is bound to: moved to another space or account, or with another role, it no longer opens. */
function boundTo(spaceId: string, { id, role }: Pick<Account, 'id' | 'role'>): Buffer {
  return Buffer.from(JSON.stringify([spaceId, id, role]));
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

function openedOrNull(open: () => Uint8Array): Uint8Array | null {
  try {
    return open();
  } catch {
    return null;
  }
}

function base64(data: Uint8Array): string {
  return Buffer.from(data).toString('base64');
}
