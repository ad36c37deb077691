import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSPHRASE_COST, spaceFiles } from '../../../src/main/access/space.use-cases.ts';
import { createEncrypted } from '../../../src/main/platform/db/encrypted-database.ts';
import { accessStatusSchema } from '../../../src/shared/domain/access/access.schema.ts';
import { filesHolding, openFilesHolding } from '../../support/bytes-on-disk.ts';
import { folderState } from '../../support/folder-state.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { accessTo, ANNE, BORIS, CAMILLE, CANARY, codeOf, createdSpace, seededSpace } from './space-folder.ts';

let temp: TempFolder;
let folder: string;
beforeEach(() => {
  temp = tempFolder('access');
  folder = join(temp.path, 'workspaces', 'own');
});
afterEach(() => temp.cleanup());

describe('a space', () => {
  it('is created and open at once, and opens again after a restart', async () => {
    const first = accessTo(folder);
    expect(first.status()).toEqual({ workspace: 'own', isCreated: false, session: null, accounts: [], isTrial: true });
    const created = await first.createSpace(CAMILLE);
    expect(accessStatusSchema.parse(created)).toEqual(created);
    expect(created.session).toMatchObject({ name: CAMILLE.name, agency: CAMILLE.agency, role: 'advisor' });
    first.store().prepare('INSERT INTO note VALUES (?)').run(CANARY);
    first.lock();

    const second = accessTo(folder);
    expect(second.status()).toMatchObject({ isCreated: true, session: null });
    const status = await second.unlock(created.session!.id, CAMILLE.passphrase);
    expect(status.session).toEqual(created.session);
    expect(second.session()).toEqual(created.session);
    expect(second.store().prepare('SELECT body FROM note').pluck().all()).toEqual([CANARY]);
    second.lock();
  });

  it('gives nothing before it is unlocked, nor after it is locked, and erases the key then', async () => {
    const access = accessTo(folder);
    expect(() => access.store()).toThrow(expect.objectContaining({ code: 'LOCKED' }));
    await access.createSpace(CAMILLE);
    const [key] = access.keys;
    const store = access.store();
    expect(key!.given.some((byte) => byte !== 0)).toBe(true);
    access.lock();
    expect(key!.given.every((byte) => byte === 0)).toBe(true);
    expect(store.open).toBe(false);
    expect(access.session()).toBeNull();
    expect(() => access.store()).toThrow(expect.objectContaining({ code: 'LOCKED' }));
    expect(access.told.map(({ session }) => session?.name ?? null)).toEqual([CAMILLE.name, null]);
    access.lock();
    expect(access.told).toHaveLength(2);
  });

  it('that exists is never created again, even when its keyring is damaged', async () => {
    await createdSpace(folder);
    const before = folderState(folder);
    expect(await codeOf(accessTo(folder).createSpace(CAMILLE))).toBe('SPACE_EXISTS');
    expect(folderState(folder)).toEqual(before);
    writeFileSync(spaceFiles(folder).keyring, '{');
    expect(await codeOf(accessTo(folder).createSpace(CAMILLE))).toBe('SPACE_EXISTS');
  });

  it('is not created in the demonstration', async () => {
    expect(await codeOf(accessTo(folder, { workspace: 'demonstration' }).createSpace(CAMILLE))).toBe('NOT_ALLOWED');
    expect(existsSync(folder)).toBe(false);
  });

  it('asked for twice at once is created once', async () => {
    const access = accessTo(folder);
    const codes = await Promise.all([access.createSpace(CAMILLE), access.createSpace(CAMILLE)].map(codeOf));
    expect(codes).toEqual(['none', 'SPACE_EXISTS']);
    access.lock();
  });

  it('opens with the real cost', async () => {
    const id = await createdSpace(folder, { cost: PASSPHRASE_COST });
    const access = accessTo(folder);
    expect((await access.unlock(id, CAMILLE.passphrase)).session?.id).toBe(id);
    access.lock();
  });
});

describe('locking while somebody is unlocking', () => {
  it('wins: the key that was found is erased', async () => {
    const id = await createdSpace(folder);
    const access = accessTo(folder);
    const unlocking = codeOf(access.unlock(id, CAMILLE.passphrase));
    await Promise.resolve();
    access.lock();
    expect(await unlocking).toBe('LOCKED');
    expect(access.session()).toBeNull();
    expect(access.keys).toEqual([]);
  });

  it('wins over every one that waits for its turn too', async () => {
    const id = await createdSpace(folder);
    const access = accessTo(folder);
    const unlocking = [1, 2, 3].map(() => codeOf(access.unlock(id, CAMILLE.passphrase)));
    access.lock();
    expect(await Promise.all(unlocking)).toEqual(['LOCKED', 'LOCKED', 'LOCKED']);
    expect(access.session()).toBeNull();
  });

  it('a change of workspace does the same, and what was open in the other one is closed', async () => {
    const access = accessTo(folder);
    const { session } = await access.createSpace(CAMILLE);
    const store = access.store();
    access.place.folder = join(temp.path, 'workspaces', 'demonstration');
    access.place.workspace = 'demonstration';
    expect(access.session()).toBeNull();
    expect(() => access.store()).toThrow(expect.objectContaining({ code: 'LOCKED' }));
    expect(store.open).toBe(false);
    expect(access.keys[0]!.given.every((byte) => byte === 0)).toBe(true);
    expect(access.status()).toMatchObject({ workspace: 'demonstration', isCreated: false, isTrial: false });
    expect(await codeOf(access.unlock(session!.id, CAMILLE.passphrase))).toBe('NOT_FOUND');
  });
});

describe('the demonstration', () => {
  it('tells its passphrases; another space does not, whatever they are', async () => {
    const demonstrationPassphrases = new Map([[ANNE.id, ANNE.passphrase]]);
    await seededSpace(folder, [ANNE, BORIS]);
    const told = (workspace: 'demonstration' | 'own') =>
      accessTo(folder, { workspace, demonstrationPassphrases })
        .status()
        .accounts.map(({ demonstrationPassphrase }) => demonstrationPassphrase);
    expect(told('demonstration')).toEqual([ANNE.passphrase, null]);
    expect(told('own')).toEqual([null, null]);
  });

  it('is given to several people at once, over cases written with the same key', async () => {
    mkdirSync(folder, { recursive: true });
    const dataKey = Buffer.alloc(32, 7);
    const db = createEncrypted(spaceFiles(folder).cases, dataKey);
    db.exec('CREATE TABLE seeded (a TEXT) STRICT');
    db.close();
    await seededSpace(folder, [ANNE, BORIS], dataKey);
    for (const { id, passphrase } of [ANNE, BORIS]) {
      const access = accessTo(folder);
      await access.unlock(id, passphrase);
      expect(access.store().prepare('SELECT count(*) FROM seeded').pluck().get()).toBe(0);
      access.lock();
    }
  });
});

describe('what is secret', () => {
  it('is nowhere on the disk in clear: not what was written, nor the key, nor a passphrase', async () => {
    const access = accessTo(folder);
    await access.createSpace(CAMILLE);
    const insert = access.store().prepare('INSERT INTO note VALUES (?)');
    for (let index = 0; index < 300; index += 1) insert.run(`${CANARY} ${index}`);
    expect(readdirSync(folder)).toContain('cases.sqlite-wal');
    const key = Buffer.from(access.keys[0]!.copy);
    const secrets = [CANARY, CAMILLE.passphrase, key, key.toString('hex'), key.toString('base64')];
    for (const secret of secrets) {
      expect(filesHolding(folder, secret)).toEqual([]);
      expect(openFilesHolding(secret)).toEqual([]);
    }
    access.lock();
    for (const secret of secrets) expect(filesHolding(folder, secret)).toEqual([]);
  });

  it('is never logged, and neither is who it is about', async () => {
    const access = accessTo(folder);
    const { session } = await access.createSpace(CAMILLE);
    await codeOf(access.unlock(session!.id, 'a wrong passphrase'));
    await access.unlock(session!.id, CAMILLE.passphrase);
    access.lock();
    expect(access.logged.length).toBeGreaterThan(2);
    const lines = JSON.stringify(access.logged);
    for (const word of [CAMILLE.passphrase, 'a wrong passphrase', CAMILLE.name, CAMILLE.agency, session!.id]) {
      expect(lines).not.toContain(word);
    }
  });
});
