import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { spaceFiles } from '../../../src/main/access/space.use-cases.ts';
import { filesHolding } from '../../support/bytes-on-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { accessTo, ANNE, BORIS, CANARY, codeOf, savedState, seededSpace, type TestAccess } from './space-folder.ts';

const NEXT = 'la neige tient sur le toit';

let temp: TempFolder;
let folder: string;
let access: TestAccess;
beforeEach(async () => {
  temp = tempFolder('secrets');
  folder = join(temp.path, 'workspaces', 'own');
  await seededSpace(folder, [ANNE, BORIS]);
  access = accessTo(folder);
  await access.unlock(ANNE.id, ANNE.passphrase);
});
afterEach(() => {
  access.lock();
  temp.cleanup();
});

const keyring = (): string => readFileSync(spaceFiles(folder).keyring, 'utf8');
/** With the last character of a group replaced, which its check finds. */
const mistyped = (code: string): string => code.slice(0, 4) + (code.startsWith('0', 4) ? '1' : '0') + code.slice(5);
/** A code of another account, or of before: well written, and not the one. */
async function anotherCode(): Promise<string> {
  const other = accessTo(folder);
  await other.unlock(BORIS.id, BORIS.passphrase);
  const code = await other.makeRecoveryCode(BORIS.passphrase);
  other.lock();
  return code;
}

describe('a change of passphrase', () => {
  it('leaves open what is open, changes one account only, and takes effect at the next opening', async () => {
    access.store().prepare('INSERT INTO note VALUES (?)').run(CANARY);
    const status = await access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    expect(status.session?.id).toBe(ANNE.id);
    expect(access.store().prepare('SELECT body FROM note').pluck().all()).toEqual([CANARY]);
    access.lock();
    expect(await codeOf(access.unlock(ANNE.id, ANNE.passphrase))).toBe('WRONG_PASSPHRASE');
    expect((await access.unlock(ANNE.id, NEXT)).session?.id).toBe(ANNE.id);
    expect((await access.unlock(BORIS.id, BORIS.passphrase)).session?.id).toBe(BORIS.id);
  });

  it('counts wrong tries with those of unlocking, and changes nothing', async () => {
    const before = savedState(folder);
    await expect(access.changePassphrase({ current: 'not the one', next: NEXT })).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
      details: { triesLeft: 4 },
    });
    for (let count = 0; count < 4; count += 1) await codeOf(access.unlock(ANNE.id, 'nor this one'));
    await expect(access.changePassphrase({ current: ANNE.passphrase, next: NEXT })).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      details: { waitSeconds: 5 },
    });
    expect(access.session()?.id).toBe(ANNE.id);
    expect(savedState(folder)).toEqual(before);
  });

  it('is not written when it was locked meanwhile', async () => {
    const before = keyring();
    const changing = access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    access.lock();
    expect(await codeOf(changing)).toBe('LOCKED');
    expect(keyring()).toBe(before);
  });

  it('is for whoever has unlocked, and not for the next one', async () => {
    const unlocking = access.unlock(BORIS.id, BORIS.passphrase);
    const changing = access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    await unlocking;
    expect(await codeOf(changing)).toBe('LOCKED');
    access.lock();
    expect(await codeOf(access.changePassphrase({ current: BORIS.passphrase, next: NEXT }))).toBe('LOCKED');
  });

  it('asked twice at once with the same passphrase is made once', async () => {
    const codes = await Promise.all(
      [NEXT, 'une autre phrase encore'].map((next) =>
        codeOf(access.changePassphrase({ current: ANNE.passphrase, next })),
      ),
    );
    expect(codes).toEqual(['none', 'WRONG_PASSPHRASE']);
    access.lock();
    expect(await codeOf(access.unlock(ANNE.id, NEXT))).toBe('none');
  });

  it('keeps the recovery code', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    await access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    access.lock();
    expect((await access.recover(ANNE.id, { code, passphrase: ANNE.passphrase })).session?.id).toBe(ANNE.id);
  });
});

describe('a recovery code', () => {
  it('row 41: gives a new passphrase, opens the space, and is used up', async () => {
    access.store().prepare('INSERT INTO note VALUES (?)').run(CANARY);
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    expect(access.status().accounts.map(({ hasRecoveryCode }) => hasRecoveryCode)).toEqual([true, false]);
    access.lock();
    const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    const status = await access.recover(ANNE.id, { code: typed, passphrase: NEXT });
    expect(status).toMatchObject({ session: { id: ANNE.id }, accounts: [{ hasRecoveryCode: false }, {}] });
    expect(access.store().prepare('SELECT body FROM note').pluck().all()).toEqual([CANARY]);
    access.lock();
    expect(await codeOf(access.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('NO_RECOVERY_CODE');
    expect(await codeOf(access.unlock(ANNE.id, ANNE.passphrase))).toBe('WRONG_PASSPHRASE');
    expect(await codeOf(access.unlock(ANNE.id, NEXT))).toBe('none');
  });

  it('is replaced by another one', async () => {
    const first = await access.makeRecoveryCode(ANNE.passphrase);
    const second = await access.makeRecoveryCode(ANNE.passphrase);
    expect(second).not.toBe(first);
    expect(await codeOf(access.recover(ANNE.id, { code: first, passphrase: NEXT }))).toBe('WRONG_RECOVERY_CODE');
    expect(await codeOf(access.recover(ANNE.id, { code: second, passphrase: NEXT }))).toBe('none');
  });

  it('asks for the passphrase, and counts wrong ones', async () => {
    const before = keyring();
    await expect(access.makeRecoveryCode('not the one')).rejects.toMatchObject({
      code: 'WRONG_PASSPHRASE',
      details: { triesLeft: 4 },
    });
    expect(keyring()).toBe(before);
  });

  it('that is mistyped is told by its group, without a derivation, and is no try', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    for (let count = 0; count < 9; count += 1) {
      await expect(access.recover(ANNE.id, { code: mistyped(code), passphrase: NEXT })).rejects.toMatchObject({
        code: 'WRONG_RECOVERY_CODE',
        details: { isMistyped: true, group: 1, triesLeft: 5, waitSeconds: 0 },
      });
    }
    await expect(access.recover(ANNE.id, { code: code.slice(0, 9), passphrase: NEXT })).rejects.toMatchObject({
      details: { isMistyped: true, triesLeft: 5 },
    });
    expect(await codeOf(access.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('none');
  });

  it('that is wrong is counted apart from passphrases, slowed down as they are, and remembered', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    access.lock();
    const wrong = await anotherCode();
    for (let triesLeft = 4; triesLeft >= 0; triesLeft -= 1) {
      await expect(access.recover(ANNE.id, { code: wrong, passphrase: NEXT })).rejects.toMatchObject({
        code: 'WRONG_RECOVERY_CODE',
        details: { isMistyped: false, triesLeft, waitSeconds: triesLeft === 0 ? 5 : 0 },
      });
    }
    expect(access.status().accounts[0]?.waitSeconds).toBe(0);
    const restarted = accessTo(folder);
    expect(await codeOf(restarted.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('TOO_MANY_TRIES');
    expect(await codeOf(restarted.unlock(ANNE.id, ANNE.passphrase))).toBe('none');
    restarted.time.now += 5_000;
    expect(await codeOf(restarted.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('none');
    restarted.lock();
  });

  it('forgives the wrong passphrases of before', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    access.lock();
    for (let count = 0; count < 6; count += 1) await codeOf(access.unlock(ANNE.id, 'forgotten'));
    await access.recover(ANNE.id, { code, passphrase: NEXT });
    access.lock();
    expect(await codeOf(access.unlock(ANNE.id, NEXT))).toBe('none');
  });

  it('stays good when the new keyring could not be written, and the key it opened is erased', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    access.lock();
    const before = keyring();
    // A folder where the keyring is written beside itself.
    const inTheWay = `${spaceFiles(folder).keyring}.tmp`;
    mkdirSync(join(inTheWay, 'in the way'), { recursive: true });
    await expect(access.recover(ANNE.id, { code, passphrase: NEXT })).rejects.toThrow();
    expect(keyring()).toBe(before);
    expect(access.session()).toBeNull();
    rmSync(inTheWay, { recursive: true });
    expect(await codeOf(access.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('none');
  });

  it('of an account nobody has, or that has none, is no try', async () => {
    const code = await anotherCode();
    expect(await codeOf(access.recover(temp.path, { code, passphrase: NEXT }))).toBe('NOT_FOUND');
    await expect(access.recover(ANNE.id, { code, passphrase: NEXT })).rejects.toMatchObject({
      code: 'NO_RECOVERY_CODE',
      details: {},
    });
  });

  it('loses to a locking that came meanwhile, and nothing is changed', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    const before = keyring();
    const recovering = access.recover(ANNE.id, { code, passphrase: NEXT });
    access.lock();
    expect(await codeOf(recovering)).toBe('LOCKED');
    expect(keyring()).toBe(before);
  });
});

describe('in the demonstration', () => {
  it('nothing of this is done: its passphrases are shown on screen', async () => {
    const demonstration = accessTo(folder, { workspace: 'demonstration' });
    await demonstration.unlock(ANNE.id, ANNE.passphrase);
    const before = keyring();
    const asked = [
      demonstration.changePassphrase({ current: ANNE.passphrase, next: NEXT }),
      demonstration.makeRecoveryCode(ANNE.passphrase),
      demonstration.recover(ANNE.id, { code: 'any', passphrase: NEXT }),
    ];
    for (const refusal of asked) {
      await expect(refusal).rejects.toMatchObject({ code: 'NOT_ALLOWED', details: { reason: 'demonstration' } });
    }
    expect(keyring()).toBe(before);
    demonstration.lock();
  });
});

describe('what is secret', () => {
  it('row 22, row 41: is nowhere on the disk nor in the log: not a passphrase, nor a code, nor the key', async () => {
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    await access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    await codeOf(access.recover(ANNE.id, { code: mistyped(code), passphrase: NEXT }));
    access.lock();
    await access.recover(ANNE.id, { code, passphrase: BORIS.passphrase });
    const key = Buffer.from(access.keys[0]!.copy);
    const secrets = [
      ANNE.passphrase,
      NEXT,
      BORIS.passphrase,
      code,
      code.replaceAll('-', ''),
      key,
      key.toString('base64'),
    ];
    for (const secret of secrets) expect(filesHolding(temp.path, secret)).toEqual([]);
    const logged = JSON.stringify(access.logged);
    for (const secret of secrets.filter((value) => typeof value === 'string')) expect(logged).not.toContain(secret);
    access.lock();
    expect(access.keys.every(({ given }) => given.every((byte) => byte === 0))).toBe(true);
  });
});
