import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settleMove } from '../../../src/main/data-folder/settle-move.ts';
import { filesIn } from '../../../src/main/platform/files/folder-files.ts';
import { locateData, STAYING } from '../../../src/main/platform/files/moved-folder.ts';
import { folderState } from '../../support/folder-state.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';
import { aDataFolder } from './a-data-folder.ts';

const SCRIPT = join(import.meta.dirname, '../../support/killed-move.ts');
/** As many processes as the machines that run this have cores. */
const LANES = 2;

let temp: TempFolder;
beforeAll(() => {
  temp = tempFolder('killed-moves');
});
afterAll(() => temp.cleanup());

/** Small files where there are names to lose, and what stays at the start. */
function fill(folder: string): void {
  for (const [path, content] of [
    ['workspace.json', '{"current":"own"}'],
    ['workspaces/own/cases.sqlite', 'x'.repeat(3_000)],
    ['workspaces/own/backups/keyring.json', 'y'.repeat(400)],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** What was moved, as it was. */
const dataOf = (folder: string): Readonly<Record<string, string>> =>
  existsSync(folder)
    ? Object.fromEntries(Object.entries(folderState(folder)).filter(([path]) => !STAYING.has(path.split('/')[0] ?? '')))
    : {};
const remainsOf = (folder: string): readonly string[] =>
  existsSync(folder) ? filesIn(folder, STAYING).files.map(({ path }) => path) : [];

interface Scene {
  readonly startDir: string;
  readonly dataDir: string;
  readonly place: string;
}

/** A whole move, and the start that follows it, without another process. */
async function moveHere(startDir: string, dataDir: string, place: string): Promise<void> {
  const { isOver, folder } = aDataFolder({ startDir, dataDir });
  folder.move(folder.offer(place).folderId);
  await isOver;
  settleMove(startDir);
}

function runMove(scene: Scene, killBefore: number): Promise<{ readonly killed: boolean; readonly done: number }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(temp.path, 'compiled') };
    execFile(process.execPath, [SCRIPT, JSON.stringify({ ...scene, killBefore })], { env }, (error, stdout, stderr) => {
      if (error === null) resolve({ killed: false, done: Number(stdout) });
      else if (error.signal === 'SIGKILL') resolve({ killed: true, done: killBefore });
      else reject(new Error(stderr));
    });
  });
}

describe.each<[string, (root: string) => Promise<Scene>]>([
  [
    'out of the folder that starts',
    (root) => {
      const scene = { startDir: join(root, 'start'), dataDir: join(root, 'start'), place: join(root, 'new') };
      mkdirSync(join(scene.startDir, 'logs'), { recursive: true });
      writeFileSync(join(scene.startDir, 'logs', 'vav.log'), '{}\n');
      fill(scene.startDir);
      return Promise.resolve(scene);
    },
  ],
  [
    'from one other folder to the next',
    async (root) => {
      const startDir = join(root, 'start');
      mkdirSync(startDir);
      fill(startDir);
      await moveHere(startDir, startDir, join(root, 'first'));
      return { startDir, dataDir: join(root, 'first'), place: join(root, 'second') };
    },
  ],
  [
    'back to the folder that starts',
    async (root) => {
      const startDir = join(root, 'start');
      mkdirSync(startDir);
      fill(startDir);
      await moveHere(startDir, startDir, join(root, 'first'));
      return { startDir, dataDir: join(root, 'first'), place: startDir };
    },
  ],
])('a move %s', (name, prepare) => {
  it('that is killed anywhere leaves the data whole at one place, and the next start clears the other', async () => {
    const model = join(temp.path, `${name} whole`);
    mkdirSync(model);
    const { dataDir } = await prepare(model);
    const before = dataOf(dataDir);
    expect(Object.keys(before)).toContain('workspaces/own/cases.sqlite');
    const inUse = { old: 0, new: 0 };

    const moveKilledAt = async (point: number): Promise<boolean> => {
      const root = join(temp.path, `${name} ${point}`);
      mkdirSync(root);
      const scene = await prepare(root);
      const { killed } = await runMove(scene, point);
      const found = locateData(scene.startDir);
      expect(found, `killed before ${point}`).toMatchObject({ isThere: true });
      const used = found.isThere ? found.dataDir : '';
      expect(dataOf(used), `killed before ${point}`).toEqual(before);
      // The next start, and the one after: nothing is left to do.
      settleMove(scene.startDir);
      expect(dataOf(used)).toEqual(before);
      const other = used === scene.dataDir ? scene.place : scene.dataDir;
      expect(remainsOf(other), `killed before ${point}`).toEqual([]);
      expect(settleMove(scene.startDir)).toBe('nothing');
      inUse[used === scene.dataDir ? 'old' : 'new'] += 1;
      return killed;
    };
    let next = 1;
    let isOver = false;
    const lane = async (): Promise<void> => {
      while (!isOver) {
        const point = next++;
        if (!(await moveKilledAt(point))) isOver = true;
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    console.log(`a move ${name}: ${inUse.old} kills left the old place in use, ${inUse.new} the new one`);
    expect(inUse.old).toBeGreaterThan(20);
    expect(inUse.new).toBeGreaterThan(5);
  }, 240_000);
});
