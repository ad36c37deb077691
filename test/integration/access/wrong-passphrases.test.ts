import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PASSPHRASE_COST, spaceFiles } from '../../../src/main/access/space.use-cases.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { accessTo, ANNE, BORIS, CAMILLE, codeOf, createdSpace, savedState, seededSpace } from './space-folder.ts';

let temp: TempFolder;
let folder: string;
beforeEach(() => {
  temp = tempFolder('access');
  folder = join(temp.path, 'workspaces', 'own');
});
afterEach(() => temp.cleanup());

describe('a wrong passphrase', () => {
  it('is said clearly, with the tries left, and damages nothing', async () => {
    const id = await createdSpace(folder);
    const before = savedState(folder);
    const access = accessTo(folder);
    await expect(access.unlock(id, 'not the one')).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
      details: { triesLeft: 4, waitSeconds: 0 },
    });
    expect(savedState(folder)).toEqual(before);
    expect(access.session()).toBeNull();
    expect((await access.unlock(id, CAMILLE.passphrase)).session?.id).toBe(id);
    access.lock();
    expect(savedState(folder)).toEqual(before);
  });

  it('leaves whoever has it open where they are', async () => {
    const access = accessTo(folder);
    const { session } = await access.createSpace(CAMILLE);
    expect(await codeOf(access.unlock(session!.id, 'not the one'))).toBe('WRONG_PASSPHRASE');
    expect(access.session()).toEqual(session);
    expect(access.store().open).toBe(true);
    access.lock();
  });

  it('of an account nobody has is no try at all', async () => {
    await createdSpace(folder);
    const access = accessTo(folder);
    expect(await codeOf(access.unlock(ANNE.id, 'whatever'))).toBe('NOT_FOUND');
    expect(existsSync(spaceFiles(folder).attempts)).toBe(false);
  });
});

describe('wrong passphrases in a row', () => {
  /** Five wrong tries: the sixth has to wait five seconds. */
  async function fiveFailures(id: string) {
    const access = accessTo(folder);
    for (let count = 0; count < 5; count += 1) await codeOf(access.unlock(id, `wrong ${count}`));
    return access;
  }

  it('make the next try wait, the right passphrase too, longer and longer', async () => {
    const id = await createdSpace(folder);
    const access = await fiveFailures(id);
    await expect(access.unlock(id, CAMILLE.passphrase)).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      details: { waitSeconds: 5 },
    });
    expect(access.status().accounts[0]!.waitSeconds).toBe(5);
    access.time.now += 5_000;
    await expect(access.unlock(id, 'wrong again')).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
      details: { triesLeft: 0, waitSeconds: 10 },
    });
    access.time.now += 9_000;
    expect(await codeOf(access.unlock(id, CAMILLE.passphrase))).toBe('TOO_MANY_TRIES');
    access.time.now += 1_000;
    expect((await access.unlock(id, CAMILLE.passphrase)).accounts[0]!.waitSeconds).toBe(0);
    access.lock();
  });

  it('are not forgotten at a restart, and are at a success', async () => {
    const id = await createdSpace(folder);
    const before = await fiveFailures(id);
    const restarted = accessTo(folder, { now: before.time.now + 2_000 });
    await expect(restarted.unlock(id, CAMILLE.passphrase)).rejects.toMatchObject({ details: { waitSeconds: 3 } });
    restarted.time.now += 3_000;
    await restarted.unlock(id, CAMILLE.passphrase);
    restarted.lock();
    const later = accessTo(folder);
    await expect(later.unlock(id, 'wrong')).rejects.toMatchObject({ details: { triesLeft: 4 } });
  });

  it('cannot be hidden by ending the application before the answer: each counts from its start', async () => {
    const id = await createdSpace(folder, { cost: PASSPHRASE_COST });
    const pending = codeOf(accessTo(folder).unlock(id, 'wrong'));
    await vi.waitFor(() => expect(existsSync(spaceFiles(folder).attempts)).toBe(true));
    const restarted = accessTo(folder);
    await expect(restarted.unlock(id, 'wrong too')).rejects.toMatchObject({ details: { triesLeft: 3 } });
    expect(await pending).toBe('WRONG_PASSPHRASE');
  });

  it('do not lock out for ever when the clock is set back', async () => {
    const id = await createdSpace(folder);
    const before = await fiveFailures(id);
    const restarted = accessTo(folder, { now: before.time.now - 365 * 86_400_000 });
    expect(restarted.status().accounts[0]!.waitSeconds).toBe(5);
    restarted.time.now += 5_000;
    expect(restarted.status().accounts[0]!.waitSeconds).toBe(0);
    expect((await restarted.unlock(id, CAMILLE.passphrase)).session?.id).toBe(id);
    restarted.lock();
  });

  it('asked for all at once are counted one by one', async () => {
    const id = await createdSpace(folder);
    const access = accessTo(folder);
    const tries = Array.from({ length: 20 }, (_, index) => codeOf(access.unlock(id, `wrong ${index}`)));
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === 'WRONG_PASSPHRASE')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(15);
  });

  it('count for this account alone', async () => {
    await seededSpace(folder, [ANNE, BORIS]);
    const access = await fiveFailures(ANNE.id);
    expect(await codeOf(access.unlock(ANNE.id, ANNE.passphrase))).toBe('TOO_MANY_TRIES');
    expect((await access.unlock(BORIS.id, BORIS.passphrase)).session).toMatchObject({ role: 'supervisor' });
    access.lock();
  });

  it('with a count that cannot be read start from none', async () => {
    const id = await createdSpace(folder);
    await fiveFailures(id);
    writeFileSync(spaceFiles(folder).attempts, '{"version":1,"acc');
    const access = accessTo(folder);
    expect((await access.unlock(id, CAMILLE.passphrase)).session?.id).toBe(id);
    access.lock();
  });
});
