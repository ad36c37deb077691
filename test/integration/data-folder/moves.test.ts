import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn } from '../../../src/main/platform/files/folder-files.ts';
import { dataFolderOf, locateData, STAYING } from '../../../src/main/platform/files/moved-folder.ts';
import { offeredPlaceSchema, type MoveState } from '../../../src/shared/domain/data-folder/data-folder.schema.ts';
import { folderState } from '../../support/folder-state.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { aDataFolder } from './a-data-folder.ts';

let temp: TempFolder;
let startDir: string;
let place: string;
beforeEach(() => {
  temp = tempFolder('moves');
  startDir = join(temp.path, 'start');
  place = join(temp.path, 'Disque de Sidonie');
  for (const folder of ['chromium/Cache', 'logs', 'workspaces/own/backups']) {
    mkdirSync(join(startDir, folder), { recursive: true });
  }
  chmodSync(join(startDir, 'workspaces/own'), 0o700);
  writeFileSync(join(startDir, 'chromium/Cache/data_0'), 'profile');
  writeFileSync(join(startDir, 'logs/vav.log'), '{}\n');
  writeFileSync(join(startDir, 'window-state.json'), '{}');
  writeFileSync(join(startDir, 'settings.json'), '{"language":"en"}');
  writeFileSync(join(startDir, 'workspaces/own/cases.sqlite'), Buffer.alloc(3_500_000, 7));
  writeFileSync(join(startDir, 'workspaces/own/empty'), '');
});
afterEach(() => temp.cleanup());

const dataOf = (folder: string) =>
  Object.fromEntries(Object.entries(folderState(folder)).filter(([path]) => !STAYING.has(path.split('/')[0] ?? '')));
const reasonOf = (act: () => void): unknown => {
  try {
    act();
    return 'none';
  } catch (error) {
    return (error as { details?: { reason?: unknown } }).details?.reason ?? error;
  }
};

describe('a move of the data', () => {
  it('copies and checks everything but what stays, points to it, and the next start removes the old', async () => {
    const before = dataOf(startDir);
    const { folder, told, isOver } = aDataFolder({ startDir, dataDir: startDir });
    mkdirSync(place);
    const offered = folder.offer(place);
    expect(offeredPlaceSchema.parse(offered)).toMatchObject({ path: place, refusal: null, warnings: ['temporary'] });
    expect(offered.neededBytes).toBe(3_500_000 + 17);
    folder.move(offered.folderId);
    expect(await isOver).toEqual({ state: 'done' });

    const steps = told.flatMap((state) => (state.state === 'running' ? [state] : []));
    expect(steps.length).toBeGreaterThan(6);
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([offered.neededBytes]));
    for (const step of ['copying', 'checking'] as const) {
      const done = steps.filter((state) => state.step === step).map((state) => state.done);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
      expect(done.at(-1)).toBe(offered.neededBytes);
    }

    expect(locateData(startDir)).toEqual({ isThere: true, startDir, dataDir: place });
    // Until the next core starts there, the old place is whole too.
    expect(dataOf(startDir)).toEqual(before);
    const next = aDataFolder({ startDir, dataDir: place });
    expect(next.folder.status()).toMatchObject({
      path: place,
      isDefault: false,
      isMovable: true,
      move: { state: 'done' },
    });
    expect(next.folder.isMoved()).toBe(true);
    expect(Object.keys(dataOf(startDir)).filter((path) => !path.includes('backups'))).toEqual(
      expect.not.arrayContaining(['settings.json', 'workspaces/own/cases.sqlite']),
    );
    expect(filesIn(startDir, STAYING).files).toEqual([]);
    expect(Object.entries(before).filter(([path]) => !(path in dataOf(place)))).toEqual([
      // An empty folder holds nothing to move.
      ['workspaces/own/backups', 'folder'],
    ]);
    for (const kept of ['chromium/Cache/data_0', 'logs/vav.log', 'window-state.json']) {
      expect(existsSync(join(startDir, kept))).toBe(true);
      expect(existsSync(join(place, kept))).toBe(false);
    }
    if (process.platform !== 'win32') expect(statSync(join(place, 'workspaces/own')).mode & 0o777).toBe(0o700);
  });

  it('comes back to where it starts, and leaves no sign of having been elsewhere', async () => {
    const before = dataOf(startDir);
    const away = aDataFolder({ startDir, dataDir: startDir });
    away.folder.move(away.folder.offer(place).folderId);
    await away.isOver;
    const back = aDataFolder({ startDir, dataDir: place });
    back.folder.move(back.folder.offer(startDir).folderId);
    expect(await back.isOver).toEqual({ state: 'done' });
    expect(locateData(startDir)).toEqual({ isThere: true, startDir, dataDir: startDir });
    aDataFolder({ startDir, dataDir: startDir });
    expect(dataOf(startDir)).toEqual({ ...before, 'workspaces/own/backups': 'folder' });
    expect(readdirSync(startDir).filter((name) => /^move/.test(name))).toEqual([]);
    expect(readdirSync(place)).toEqual([]);
  });

  it('that is cancelled changes nothing, and may be asked again', async () => {
    const before = folderState(startDir);
    const { folder, told, isOver } = aDataFolder(
      { startDir, dataDir: startDir },
      {
        onChange(state) {
          if (state.state === 'running' && state.step === 'checking') folder.cancel();
        },
      },
    );
    mkdirSync(place);
    folder.move(folder.offer(place).folderId);
    expect(await isOver).toEqual({ state: 'cancelled' });
    expect(told.some((state) => state.state === 'running' && state.step === 'checking')).toBe(true);
    expect(folderState(startDir)).toEqual(before);
    expect(readdirSync(place)).toEqual([]);
    const again = aDataFolder({ startDir, dataDir: startDir });
    again.folder.move(again.folder.offer(place).folderId);
    expect(await again.isOver).toEqual({ state: 'done' });
  });

  it('lets nothing be written from its beginning on, and waits for what is being done to end', async () => {
    let finish: () => void = () => undefined;
    const lock = (): Promise<void> =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const { folder, isOver } = aDataFolder({ startDir, dataDir: startDir }, { lock });
    const may = (call: string, kind: 'query' | 'command') => reasonOf(() => folder.assertMay(call, { kind }));
    const { folderId } = folder.offer(place);
    expect(may('settings.set', 'command')).toBe('none');
    folder.move(folderId);
    expect(reasonOf(() => folder.move(folderId))).toBe('running');
    expect(folder.status().isMovable).toBe(false);
    expect(['settings.set', 'access.unlock'].map((call) => may(call, 'command'))).toEqual(['moving', 'moving']);
    expect([may('employer.get', 'query'), may('dataFolder.cancelMove', 'command')]).toEqual(['none', 'none']);
    writeFileSync(join(startDir, 'late.json'), 'written while the files were being closed');
    finish();
    expect(await isOver).toEqual({ state: 'done' });
    expect(may('settings.set', 'command')).toBe('moving');
    expect(existsSync(join(place, 'late.json'))).toBe(true);
  });

  it('is refused when something was written all the same', async () => {
    const before = folderState(startDir);
    const late = join(startDir, 'settings.json');
    const { folder, isOver } = aDataFolder(
      { startDir, dataDir: startDir },
      { onChange: (state) => isChecking(state) && writeFileSync(late, '{"language":"en","theme":"dark"}') },
    );
    folder.move(folder.offer(place).folderId);
    expect(await isOver).toEqual({ state: 'failed', code: 'MOVE_REFUSED', reason: 'changed' });
    writeFileSync(late, '{"language":"en"}');
    expect(folderState(startDir)).toEqual(before);
    expect(readdirSync(place)).toEqual([]);
  });

  it('is refused when what was written there is not what was read', async () => {
    const { folder, isOver } = aDataFolder(
      { startDir, dataDir: startDir },
      { onChange: (state) => isChecking(state) && flip(join(place, 'workspaces/own/cases.sqlite')) },
    );
    folder.move(folder.offer(place).folderId);
    expect(await isOver).toEqual({ state: 'failed', code: 'MOVE_REFUSED', reason: 'different' });
    expect(locateData(startDir)).toMatchObject({ dataDir: startDir });
    expect(filesIn(place).files).toEqual([]);
  });

  it('is refused while data are imported, or when a link leads elsewhere', async () => {
    const busy = aDataFolder({ startDir, dataDir: startDir }, { isBusy: () => true });
    expect(busy.folder.status().isMovable).toBe(false);
    expect(reasonOf(() => busy.folder.move(busy.folder.offer(place).folderId))).toBe('busy');
    expect(() => busy.folder.move('place-9')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    symlinkSync(temp.path, join(startDir, 'elsewhere'));
    const { folder, isOver } = aDataFolder({ startDir, dataDir: startDir });
    folder.move(folder.offer(place).folderId);
    expect(await isOver).toMatchObject({ code: 'MOVE_REFUSED', reason: 'links' });
    expect(existsSync(place)).toBe(false);
  });
});

const isChecking = (state: MoveState): boolean =>
  state.state === 'running' && state.step === 'checking' && state.done < 2e6;

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length - 1] = 8;
  writeFileSync(file, bytes);
}

describe('a place for the data', () => {
  const offer = (path: string) => aDataFolder({ startDir, dataDir: startDir }).folder.offer(path);

  it('is the folder itself when it is empty or not there, and one of its own in another', () => {
    expect(offer(place).path).toBe(place);
    mkdirSync(place);
    writeFileSync(join(place, 'desktop.ini'), '');
    expect(offer(place)).toMatchObject({ path: place, refusal: null });
    writeFileSync(join(place, 'photo.jpg'), '');
    expect(offer(place)).toMatchObject({ path: join(place, 'vis-a-vis'), refusal: null });
    expect(readdirSync(place)).toEqual(['desktop.ini', 'photo.jpg']);
  });

  it('is refused where the data are, around them, in them, and where something is already', () => {
    expect(offer(startDir).refusal).toBe('same');
    expect(offer(join(startDir, 'workspaces', 'new')).refusal).toBe('nested');
    renameSync(startDir, join(temp.path, 'vis-a-vis'));
    startDir = join(temp.path, 'vis-a-vis');
    expect(offer(temp.path)).toMatchObject({ path: startDir, refusal: 'same' });
    mkdirSync(join(place, 'vis-a-vis'), { recursive: true });
    writeFileSync(join(place, 'vis-a-vis', 'photo.jpg'), '');
    expect(offer(place).refusal).toBe('not-empty');
    writeFileSync(join(temp.path, 'a file'), '');
    expect(offer(join(temp.path, 'a file')).refusal).not.toBeNull();
  });

  it('is refused where there is not enough room', ({ skip }) => {
    const disk = smallDisk(8_000_000);
    if (disk === null) return skip('no disk can be mounted here');
    try {
      expect(offer(disk.path)).toMatchObject({ refusal: 'no-room', freeBytes: expect.any(Number) as number });
    } finally {
      disk.cleanup();
    }
  });

  it('is told by a ticket, one a place', () => {
    const { folder } = aDataFolder({ startDir, dataDir: startDir });
    expect([folder.offer(place), folder.offer(place)].map(({ folderId }) => folderId)).toEqual(['place-1', 'place-2']);
  });
});

describe('the folder that starts', () => {
  const moved = async (): Promise<void> => {
    const { folder, isOver } = aDataFolder({ startDir, dataDir: startDir });
    folder.move(folder.offer(place).folderId);
    await isOver;
    aDataFolder({ startDir, dataDir: place });
  };

  it('is found again from the other one, so that both are one data folder', async () => {
    await moved();
    expect(locateData(place)).toEqual({ isThere: true, startDir, dataDir: place });
    symlinkSync(place, join(temp.path, 'shortcut'));
    expect(locateData(join(temp.path, 'shortcut'))).toEqual({ isThere: true, startDir, dataDir: place });
    expect(dataFolderOf(startDir)).toBe(place);
  });

  it('row 43: says which place is missing, and nothing is made in its stead', async () => {
    await moved();
    renameSync(place, `${place} unplugged`);
    expect(locateData(startDir)).toEqual({ isThere: false, startDir, missing: place });
    expect(() => dataFolderOf(startDir)).toThrow(expect.objectContaining({ code: 'FOLDER_UNREADABLE' }));
    // Where a disk was, systems leave an empty folder, or mount another disk.
    mkdirSync(place);
    expect(locateData(startDir)).toMatchObject({ isThere: false, missing: place });
    rmSync(place, { recursive: true });
    renameSync(`${place} unplugged`, place);
    expect(locateData(startDir)).toMatchObject({ isThere: true, dataDir: place });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"version":1}',
    '{"version":2,"id":"x","path":"/tmp"}',
    '{"version":1,"id":"x","path":"a"}',
  ])('says that it cannot tell where they are when its pointer holds %j', async (content) => {
    await moved();
    writeFileSync(join(startDir, 'moved-to.json'), content);
    expect(locateData(startDir)).toEqual({ isThere: false, startDir, missing: null });
  });

  it('removes nothing from the old place while the new one is not there', async () => {
    const { folder, isOver } = aDataFolder({ startDir, dataDir: startDir });
    folder.move(folder.offer(place).folderId);
    await isOver;
    const before = folderState(startDir);
    renameSync(place, `${place} unplugged`);
    expect(locateData(startDir)).toMatchObject({ isThere: false });
    aDataFolder({ startDir, dataDir: startDir });
    expect(folderState(startDir)).toEqual(before);
  });

  it('obeys no list of files that is not of its own move', () => {
    const victim = join(temp.path, 'victim');
    mkdirSync(victim);
    writeFileSync(join(victim, 'thesis.odt'), '');
    const journal = { version: 1, id: 'x', from: victim, to: startDir, files: ['thesis.odt', '../victim/thesis.odt'] };
    for (const files of [journal.files, ['thesis.odt']]) {
      writeFileSync(join(startDir, 'move.json'), JSON.stringify({ ...journal, files }));
      aDataFolder({ startDir, dataDir: startDir });
      writeFileSync(join(startDir, 'move.json'), JSON.stringify({ ...journal, from: startDir, to: victim, files }));
      aDataFolder({ startDir, dataDir: startDir });
    }
    expect(readdirSync(victim)).toEqual(['thesis.odt']);
    expect(existsSync(join(startDir, 'settings.json'))).toBe(true);
  });
});
