import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { spaceFiles } from '../../../src/main/access/space.use-cases.ts';
import { createEncrypted } from '../../../src/main/platform/db/encrypted-database.ts';
import { folderState } from '../../support/folder-state.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { accessTo, CAMILLE, CANARY, codeOf, createdSpace, MIGRATIONS, savedState } from './space-folder.ts';

let temp: TempFolder;
let folder: string;
beforeEach(() => {
  temp = tempFolder('access');
  folder = join(temp.path, 'workspaces', 'own');
});
afterEach(() => temp.cleanup());

describe('a creation that stopped half-way', () => {
  it('has created nothing; what it left makes room and is kept', async () => {
    mkdirSync(folder, { recursive: true });
    const files = spaceFiles(folder);
    createEncrypted(files.cases, Buffer.alloc(32, 1)).close();
    const left = readFileSync(files.cases);
    const access = accessTo(folder);
    expect(access.status().isCreated).toBe(false);
    await access.createSpace(CAMILLE);
    access.store().prepare('INSERT INTO note VALUES (?)').run(CANARY);
    access.lock();
    expect(readFileSync(`${files.cases}.set-aside-1`).equals(left)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['cases.sqlite', 'cases.sqlite.set-aside-1', 'keyring.json']);
  });

  it('because the store failed takes back what it wrote', async () => {
    const access = accessTo(folder, {
      openStore(space, dataKey) {
        createEncrypted(join(space, 'cases.sqlite'), dataKey).close();
        throw new Error('the power went');
      },
    });
    await expect(access.createSpace(CAMILLE)).rejects.toThrow('the power went');
    expect(readdirSync(folder)).toEqual([]);
    expect(access.keys[0]!.given.every((byte) => byte === 0)).toBe(true);
    expect(access.status()).toMatchObject({ isCreated: false, session: null });
  });

  it('because the disk is full says so, and can be tried again', async (context) => {
    const disk = smallDisk(2 * 1024 * 1024);
    if (disk === null) return context.skip('no disk can be mounted here');
    onTestFinished(() => disk.cleanup());
    const space = join(disk.path, 'own');
    disk.leave(16 * 1024);
    const access = accessTo(space);
    expect(await codeOf(access.createSpace(CAMILLE))).toBe('DISK_FULL');
    expect(readdirSync(space)).toEqual([]);
    disk.free();
    expect((await access.createSpace(CAMILLE)).session?.name).toBe(CAMILLE.name);
    access.lock();
  });
});

describe('files that were altered', () => {
  it('a role edited in the keyring no longer opens', async () => {
    const id = await createdSpace(folder);
    const { keyring } = spaceFiles(folder);
    writeFileSync(keyring, readFileSync(keyring, 'utf8').replace('"advisor"', '"supervisor"'));
    const access = accessTo(folder);
    expect(access.status().accounts[0]!.role).toBe('supervisor');
    expect(await codeOf(access.unlock(id, CAMILLE.passphrase))).toBe('WRONG_PASSPHRASE');
  });

  it('a keyring cut short is said to be unreadable, by every call, and is left as it is', async () => {
    const id = await createdSpace(folder);
    const { keyring } = spaceFiles(folder);
    writeFileSync(keyring, readFileSync(keyring).subarray(0, 300));
    const before = folderState(folder);
    const access = accessTo(folder);
    expect(() => access.status()).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
    expect(await codeOf(access.unlock(id, CAMILLE.passphrase))).toBe('CASES_UNREADABLE');
    expect(folderState(folder)).toEqual(before);
  });

  it('a keyring damaged while it is open does not keep it from being locked, and that is told', async () => {
    const access = accessTo(folder);
    await access.createSpace(CAMILLE);
    writeFileSync(spaceFiles(folder).keyring, '{');
    access.lock();
    expect(access.session()).toBeNull();
    expect(access.told.at(-1)).toMatchObject({ session: null, isCreated: true });
  });

  it.each([
    ['damaged', (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index % 1_000 === 17 ? byte ^ 1 : byte)))],
    ['emptied', () => Buffer.alloc(0)],
  ])('a cases file %s is said to be unreadable and is left as it is', async (_, alter) => {
    const id = await createdSpace(folder);
    const { cases } = spaceFiles(folder);
    writeFileSync(cases, alter(readFileSync(cases)));
    const before = savedState(folder);
    const access = accessTo(folder);
    expect(await codeOf(access.unlock(id, CAMILLE.passphrase))).toBe('CASES_UNREADABLE');
    expect(savedState(folder)).toEqual(before);
    expect(access.session()).toBeNull();
    expect(access.keys.every(({ given }) => given.every((byte) => byte === 0))).toBe(true);
  });

  it('cases written by a newer version are refused kindly and are left as they are', async () => {
    const newer = [...MIGRATIONS, { version: 20, name: 'more', sql: 'CREATE TABLE more (a TEXT) STRICT' }];
    const id = await createdSpace(folder, { migrations: newer });
    const before = savedState(folder);
    const access = accessTo(folder);
    await expect(access.unlock(id, CAMILLE.passphrase)).rejects.toMatchObject({
      code: 'CASES_FROM_FUTURE',
      details: { version: 20, known: 10 },
    });
    expect(savedState(folder)).toEqual(before);
  });
});
