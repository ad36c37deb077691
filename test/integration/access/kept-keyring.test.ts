import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Keyring } from '../../../src/main/access/keyring.schema.ts';
import { hasSpace, keyringCopyFile, spaceFiles } from '../../../src/main/access/space.use-cases.ts';
import { keepKeyringCopy } from '../../../src/main/backup/keyring-copy.ts';
import { createEncrypted } from '../../../src/main/platform/db/encrypted-database.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { accessTo, ANNE, BORIS, CAMILLE, codeOf, seededSpace, type TestAccess } from './space-folder.ts';

const NEXT = 'la neige tient sur le toit';

let temp: TempFolder;
let folder: string;
let file: string;
let copy: string;
let opened: TestAccess[] = [];
beforeEach(async () => {
  temp = tempFolder('kept-keyring');
  await aSpaceIn(join(temp.path, 'own'));
});
afterEach(() => {
  for (const access of opened) access.lock();
  opened = [];
  temp.cleanup();
});

async function aSpaceIn(path: string): Promise<void> {
  folder = path;
  ({ keyring: file } = spaceFiles(folder));
  copy = keyringCopyFile(file);
  await seededSpace(folder, [ANNE, BORIS]);
  keepKeyringCopy(folder);
}
function anAccess(): TestAccess {
  const access = accessTo(folder);
  opened.push(access);
  return access;
}
type Line = Keyring['accounts'][number];
const read = (path: string): Keyring => JSON.parse(readFileSync(path, 'utf8')) as Keyring;
const alter = (path: string, change: (keyring: Keyring) => Partial<Keyring>): void => {
  const keyring = read(path);
  writeFileSync(path, `${JSON.stringify({ ...keyring, ...change(keyring) }, null, 2)}\n`);
};
const withLine =
  (rank: number, change: (line: Line) => Partial<Line>) =>
  ({ accounts }: Keyring): Partial<Keyring> => ({
    accounts: accounts.map((line, index) => (index === rank ? { ...line, ...change(line) } : line)),
  });
const flipped = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
const unlockable = ({ wrapped }: Line): Partial<Line> => ({ wrapped: { ...wrapped, data: flipped(wrapped.data) } });
const asides = (): readonly string[] => readdirSync(folder).filter((name) => name.includes('.damaged-'));
const unlock = (access: TestAccess, { id, passphrase }: { readonly id: string; readonly passphrase: string }) =>
  codeOf(access.unlock(id, passphrase));

describe('a keyring that is gone', () => {
  it('leaves a space that its copy opens, over which no other is made', async () => {
    const whole = readFileSync(file);
    rmSync(file);
    const access = anAccess();
    expect(hasSpace(folder)).toBe(true);
    expect(access.status()).toMatchObject({ isCreated: true, accounts: [{ id: ANNE.id }, { id: BORIS.id }] });
    expect(await codeOf(access.createSpace(CAMILLE))).toBe('SPACE_EXISTS');
    expect(await unlock(access, ANNE)).toBe('none');
    expect(readFileSync(file).equals(whole)).toBe(true);
    expect(access.opened()?.isKeyringRepaired).toBe(true);
  });

  it('and of which the copy is damaged is said to be unreadable, and is no place for another space', async () => {
    rmSync(file);
    writeFileSync(copy, '{');
    const access = anAccess();
    expect(() => access.status()).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
    expect(await codeOf(access.createSpace(CAMILLE))).toBe('SPACE_EXISTS');
  });
});

describe('a full disk', () => {
  it('keeps nobody out, and keeps the copy, which is then the only keyring that opens', async (context) => {
    const disk = smallDisk(4 * 1024 * 1024);
    if (disk === null) return context.skip('no disk can be mounted here');
    onTestFinished(() => disk.cleanup());
    await aSpaceIn(join(disk.path, 'own'));
    const whole = readFileSync(copy);
    writeFileSync(file, whole.subarray(0, 300));
    disk.leave(0);
    // The store finds room where the keyring does not.
    let stores = 0;
    const access = accessTo(folder, {
      openStore: () => createEncrypted(join(temp.path, `store-${(stores += 1)}.sqlite`), Buffer.alloc(32)),
    });
    onTestFinished(() => access.lock());
    expect(await unlock(access, ANNE)).toBe('none');
    expect(readFileSync(copy).equals(whole)).toBe(true);
    expect(asides()).toEqual([]);
    expect(await codeOf(access.changePassphrase({ current: ANNE.passphrase, next: NEXT }))).toBe('DISK_FULL');
    expect(readFileSync(copy).equals(whole)).toBe(true);
    access.lock();
    disk.free();
    expect(await unlock(access, ANNE)).toBe('none');
    expect(readFileSync(file).equals(whole)).toBe(true);
  });

  it('that lets the keyring be written but not its copy leaves no copy of before', async () => {
    const access = anAccess();
    await access.unlock(ANNE.id, ANNE.passphrase);
    // A folder where the copy is written beside itself.
    mkdirSync(join(`${copy}.tmp`, 'in the way'), { recursive: true });
    await access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    expect(existsSync(copy)).toBe(false);
    access.lock();
    expect(await unlock(access, ANNE)).toBe('WRONG_PASSPHRASE');
    expect(await unlock(access, { ...ANNE, passphrase: NEXT })).toBe('none');
  });
});

describe('a damaged line that still parses', () => {
  beforeEach(() => alter(file, withLine(1, unlockable)));

  it('is not copied over the good one by the work of the day', async () => {
    const whole = readFileSync(copy);
    const access = anAccess();
    expect(await unlock(access, ANNE)).toBe('none');
    keepKeyringCopy(folder);
    expect(readFileSync(copy).equals(whole)).toBe(true);
    expect(await unlock(access, BORIS)).toBe('none');
  });

  it('is not copied over the good one by what another account changes of its own', async () => {
    const access = anAccess();
    await access.unlock(ANNE.id, ANNE.passphrase);
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    await access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    access.lock();
    await access.recover(ANNE.id, { code, passphrase: ANNE.passphrase });
    expect(await unlock(access, BORIS)).toBe('none');
    expect(read(file)).toEqual(read(copy));
    access.lock();
    expect(await unlock(access, { ...ANNE, passphrase: NEXT })).toBe('WRONG_PASSPHRASE');
    expect(await unlock(access, ANNE)).toBe('none');
  });

  it('gives way alone: a good line is not lost because that of the copy is damaged too', async () => {
    alter(copy, withLine(0, unlockable));
    const access = anAccess();
    expect(await unlock(access, BORIS)).toBe('none');
    expect(await unlock(access, ANNE)).toBe('none');
    expect(read(file)).toEqual(read(copy));
  });
});

describe('what opens decides', () => {
  it('when a digit of the identifier of the space was altered, in the keyring or in its copy', async () => {
    const whole = readFileSync(file);
    const other = ({ spaceId }: Keyring) => ({ spaceId: (spaceId.startsWith('1') ? '2' : '1') + spaceId.slice(1) });
    alter(file, other);
    const access = anAccess();
    expect(await unlock(access, ANNE)).toBe('none');
    expect(readFileSync(file).equals(whole)).toBe(true);
    alter(copy, other);
    expect(await unlock(access, BORIS)).toBe('none');
    expect(readFileSync(copy).equals(whole)).toBe(true);
  });

  it('which role one has, whatever the keyring says', async () => {
    alter(
      file,
      withLine(0, () => ({ role: 'supervisor' })),
    );
    const access = anAccess();
    expect((await access.unlock(ANNE.id, ANNE.passphrase)).session?.role).toBe('advisor');
    expect(read(file).accounts[0]?.role).toBe('advisor');
  });

  it('and a copy of before a change no longer opens once the new passphrase did', async () => {
    const before = join(temp.path, 'before.json');
    copyFileSync(copy, before);
    const access = anAccess();
    await access.unlock(ANNE.id, ANNE.passphrase);
    await access.changePassphrase({ current: ANNE.passphrase, next: NEXT });
    // As when the process ends between the two writings.
    copyFileSync(before, copy);
    expect(await unlock(access, { ...ANNE, passphrase: NEXT })).toBe('none');
    expect(await unlock(access, ANNE)).toBe('WRONG_PASSPHRASE');
  });
});

describe('a recovery code', () => {
  async function aCode(): Promise<string> {
    const access = anAccess();
    await access.unlock(ANNE.id, ANNE.passphrase);
    const code = await access.makeRecoveryCode(ANNE.passphrase);
    access.lock();
    return code;
  }
  const unrecoverable = ({ recovery }: Line): Partial<Line> =>
    recovery === undefined
      ? {}
      : { recovery: { ...recovery, wrapped: { ...recovery.wrapped, data: flipped(recovery.wrapped.data) } } };

  it('opens by the copy when its line in the keyring is damaged, though the passphrase opened since', async () => {
    const code = await aCode();
    alter(file, withLine(0, unrecoverable));
    const access = anAccess();
    expect(await unlock(access, ANNE)).toBe('none');
    access.lock();
    expect((await access.recover(ANNE.id, { code, passphrase: NEXT })).session?.id).toBe(ANNE.id);
    access.lock();
    expect(await unlock(access, ANNE)).toBe('WRONG_PASSPHRASE');
    expect(await unlock(access, { ...ANNE, passphrase: NEXT })).toBe('none');
    expect(await codeOf(access.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('NO_RECOVERY_CODE');
    expect(read(file)).toEqual(read(copy));
  });

  it('opens by the copy when the keyring is cut short', async () => {
    const code = await aCode();
    writeFileSync(file, '{');
    const access = anAccess();
    expect(await codeOf(access.recover(ANNE.id, { code, passphrase: NEXT }))).toBe('none');
  });
});

describe('a damaged keyring that was kept', () => {
  it.each([
    ['passphrase', (access: TestAccess) => access.changePassphrase({ current: ANNE.passphrase, next: NEXT })],
    ['recovery code', (access: TestAccess) => access.makeRecoveryCode(ANNE.passphrase)],
  ])('goes with the next change of %s: it would open as before', async (_, change) => {
    alter(file, withLine(1, unlockable));
    const access = anAccess();
    await access.unlock(BORIS.id, BORIS.passphrase);
    expect(asides()).toEqual(['keyring.json.damaged-1']);
    await access.unlock(ANNE.id, ANNE.passphrase);
    await change(access);
    expect(asides()).toEqual([]);
  });
});
