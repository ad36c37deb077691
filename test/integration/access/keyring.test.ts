import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addAccount,
  createKeyring,
  makeDataKey,
  PASSPHRASE_COST,
  readKeyring,
  unwrap,
  unwrapByCode,
  withoutRecovery,
  withPassphrase,
  withRecovery,
  writeKeyring,
} from '../../../src/main/access/keyring.ts';
import type { Keyring } from '../../../src/main/access/keyring.schema.ts';
import { filesHolding } from '../../support/bytes-on-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { SMALL_COST } from './space-folder.ts';

const SPACE = '0f7c2a5e-5a0c-4a3a-9d64-0d5b2b1f5a11';
const ANNE = {
  id: '5f2b7d1c-3c55-4b7e-8a0e-2a9f6f1f0001',
  name: 'Anne Petit',
  agency: 'Metz',
  role: 'advisor',
  passphrase: 'école près de la forêt',
} as const;
const BORIS = { ...ANNE, id: '5f2b7d1c-3c55-4b7e-8a0e-2a9f6f1f0002', name: 'Boris Lang', role: 'supervisor' } as const;
const OPTIONS = { cost: SMALL_COST, now: 1_790_000_000_000 };

let folder: TempFolder;
let file: string;
beforeEach(() => {
  folder = tempFolder('keyring');
  file = join(folder.path, 'keyring.json');
});
afterEach(() => folder.cleanup());

async function twoAccounts(dataKey: Uint8Array): Promise<Keyring> {
  const keyring = await createKeyring(SPACE, dataKey, ANNE, OPTIONS);
  return addAccount(keyring, dataKey, { ...BORIS, passphrase: 'another long one' }, OPTIONS);
}

describe('a keyring', () => {
  it('gives the same data key to each of its accounts, by their own passphrase', async () => {
    const dataKey = makeDataKey();
    writeKeyring(file, await twoAccounts(dataKey));
    const keyring = readKeyring(file)!;
    expect(await unwrap(keyring, ANNE.id, ANNE.passphrase)).toEqual(dataKey);
    expect(await unwrap(keyring, BORIS.id, 'another long one')).toEqual(dataKey);
    expect(await unwrap(keyring, ANNE.id, 'another long one')).toBeNull();
    expect(await unwrap(keyring, BORIS.id, ANNE.passphrase)).toBeNull();
    expect(await unwrap(keyring, SPACE, ANNE.passphrase)).toBeNull();
  });

  it('opens whichever way the keyboard composes accents', async () => {
    const dataKey = makeDataKey();
    const keyring = await createKeyring(SPACE, dataKey, ANNE, OPTIONS);
    const decomposed = ANNE.passphrase.normalize('NFD');
    expect(decomposed).not.toBe(ANNE.passphrase);
    expect(await unwrap(keyring, ANNE.id, decomposed)).toEqual(dataKey);
  });

  it('holds neither the data key nor a passphrase in clear', async () => {
    const dataKey = makeDataKey();
    writeKeyring(file, await twoAccounts(dataKey));
    const hidden = [ANNE.passphrase, 'another long one'].concat(
      ['hex', 'base64', 'base64url'].map((form) => Buffer.from(dataKey).toString(form as BufferEncoding)),
    );
    for (const secret of hidden) expect(filesHolding(folder.path, secret)).toEqual([]);
    expect(filesHolding(folder.path, Buffer.from(dataKey))).toEqual([]);
  });

  it('draws a salt and a nonce for each account', async () => {
    const dataKey = makeDataKey();
    const one = await createKeyring(SPACE, dataKey, ANNE, OPTIONS);
    const two = await addAccount(one, dataKey, { ...BORIS, passphrase: ANNE.passphrase }, OPTIONS);
    const [anne, boris] = two.accounts;
    expect(anne!.kdf.salt).not.toBe(boris!.kdf.salt);
    expect(anne!.wrapped.nonce).not.toBe(boris!.wrapped.nonce);
    expect(anne!.wrapped.data).not.toBe(boris!.wrapped.data);
  });

  it('takes no account twice', async () => {
    const dataKey = makeDataKey();
    const keyring = await createKeyring(SPACE, dataKey, ANNE, OPTIONS);
    await expect(addAccount(keyring, dataKey, ANNE, OPTIONS)).rejects.toThrow(/already/);
  });
});

describe('a change of passphrase', () => {
  it('wraps the same key anew for this account, and leaves the others as they are', async () => {
    const dataKey = makeDataKey();
    const before = await twoAccounts(dataKey);
    const next = 'the tide comes in at six';
    const after = await withPassphrase(before, dataKey, ANNE.id, { passphrase: next, cost: SMALL_COST });
    expect(await unwrap(after, ANNE.id, next)).toEqual(dataKey);
    expect(await unwrap(after, ANNE.id, ANNE.passphrase)).toBeNull();
    expect(after.accounts[1]).toEqual(before.accounts[1]);
    expect(after.accounts[0]).toMatchObject({ id: ANNE.id, createdAt: before.accounts[0]!.createdAt });
  });
});

describe('a recovery code', () => {
  const code = 'the code as it is written';

  it('opens the same key, until another takes its place or it is used up', async () => {
    const dataKey = makeDataKey();
    const before = await twoAccounts(dataKey);
    expect(await unwrapByCode(before, ANNE.id, code)).toBeNull();
    const after = await withRecovery(before, dataKey, ANNE.id, { ...OPTIONS, code });
    writeKeyring(file, after);
    expect(readKeyring(file)).toEqual(after);
    expect(await unwrapByCode(after, ANNE.id, code)).toEqual(dataKey);
    expect(await unwrapByCode(after, BORIS.id, code)).toBeNull();
    expect(await unwrap(after, ANNE.id, ANNE.passphrase)).toEqual(dataKey);
    expect(filesHolding(folder.path, code)).toEqual([]);
    const replaced = await withRecovery(after, dataKey, ANNE.id, { ...OPTIONS, code: 'another one' });
    expect(await unwrapByCode(replaced, ANNE.id, code)).toBeNull();
    expect(withoutRecovery(after, ANNE.id)).toEqual(before);
  });

  it('and a passphrase do not open in the place of each other, nor of another account', async () => {
    const dataKey = makeDataKey();
    const keyring = await withRecovery(await twoAccounts(dataKey), dataKey, ANNE.id, { ...OPTIONS, code });
    const [anne, boris] = keyring.accounts;
    const { recovery } = anne!;
    const swapped = { ...anne!, kdf: recovery!.kdf, wrapped: recovery!.wrapped };
    expect(await unwrap({ ...keyring, accounts: [swapped] }, ANNE.id, code)).toBeNull();
    const lent = { ...boris!, recovery };
    expect(await unwrapByCode({ ...keyring, accounts: [lent] }, BORIS.id, code)).toBeNull();
  });
});

describe('a keyring that was altered', () => {
  type Line = Keyring['accounts'][number];
  it.each<[string, (line: Line) => Partial<Line>]>([
    ['its role', () => ({ role: 'supervisor' })],
    ['its id', () => ({ id: BORIS.id })],
    ['its salt', ({ kdf }) => ({ kdf: { ...kdf, salt: Buffer.alloc(16).toString('base64') } })],
    ['its cost', ({ kdf }) => ({ kdf: { ...kdf, cost: 2 * SMALL_COST } })],
    ['its tag', ({ wrapped }) => ({ wrapped: { ...wrapped, tag: Buffer.alloc(16).toString('base64') } })],
    ['its data', ({ wrapped }) => ({ wrapped: { ...wrapped, data: Buffer.alloc(32).toString('base64') } })],
  ])('in the line of an account, %s, no longer opens', async (_, alter) => {
    const keyring = await createKeyring(SPACE, makeDataKey(), ANNE, OPTIONS);
    const line = keyring.accounts[0]!;
    const altered = { ...line, ...alter(line) };
    const opened = await unwrap({ ...keyring, accounts: [altered] }, altered.id, ANNE.passphrase);
    expect(opened).toBeNull();
    expect(await unwrap({ ...keyring, spaceId: ANNE.id }, ANNE.id, ANNE.passphrase)).toBeNull();
  });

  it('or cut short, anywhere, is refused with words of its own', async () => {
    writeKeyring(file, await twoAccounts(makeDataKey()));
    const whole = readFileSync(file, 'utf8');
    for (let length = 0; length < whole.length - 2; length += 37) {
      writeFileSync(file, whole.slice(0, length));
      expect(() => readKeyring(file), `${length} characters`).toThrow(
        expect.objectContaining({ code: 'CASES_UNREADABLE' }),
      );
    }
  });

  it.each([
    ['a cost that would take the memory of the machine', { cost: 2 ** 30 }],
    ['a cost that is no power of two', { cost: 3_000 }],
    ['a cost below the least', { cost: 2 }],
    ['a salt of another size', { salt: 'AAAA' }],
    ['another derivation', { name: 'pbkdf2' }],
  ])('with %s is refused before anything is derived', async (_, change) => {
    const keyring = await createKeyring(SPACE, makeDataKey(), ANNE, OPTIONS);
    const [line] = keyring.accounts;
    const altered = { ...keyring, accounts: [{ ...line, kdf: { ...line!.kdf, ...change } }] };
    writeFileSync(file, JSON.stringify(altered));
    expect(() => readKeyring(file)).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
  });

  it('that is not there is no keyring at all', () => {
    expect(readKeyring(file)).toBeNull();
  });
});

describe('the real cost', () => {
  it('opens, takes a tenth of a second at least, and lets the rest go on meanwhile', async () => {
    const dataKey = makeDataKey();
    const keyring = await createKeyring(SPACE, dataKey, ANNE, { ...OPTIONS, cost: PASSPHRASE_COST });
    expect(keyring.accounts[0]!.kdf.cost).toBe(131_072);
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 1);
    const before = performance.now();
    const opened = await unwrap(keyring, ANNE.id, ANNE.passphrase);
    const took = performance.now() - before;
    clearInterval(ticking);
    expect(opened).toEqual(dataKey);
    expect(took).toBeGreaterThan(50);
    expect(turns).toBeGreaterThan(5);
  });
});
