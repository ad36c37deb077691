/**
 * A move of a data folder in a process of its own, and the start that follows it, which ends before the nth thing it does
 * to the disk: `node killed-move.ts '{"startDir": …, "dataDir": …, "place": …, "killBefore": 7}'`. One that is not killed
 * prints how many things it did.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { startDir, dataDir, place, killBefore } = JSON.parse(process.argv[2] ?? '') as {
  readonly startDir: string;
  readonly dataDir: string;
  readonly place: string;
  readonly killBefore: number;
};

const CHANGES = ['mkdirSync', 'openSync', 'writeSync', 'fsyncSync', 'renameSync', 'rmSync', 'rmdirSync'] as const;
let done = 0;
let isArmed = false;
for (const name of CHANGES) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name](...args: unknown[]) {
      if (isArmed) done += 1;
      if (isArmed && done === killBefore) die();
      return original(...args);
    },
  });
}
syncBuiltinESMExports();

const { makeDataFolder } = await import('../../src/main/data-folder/data-folder.use-cases.ts');
const { locateData } = await import('../../src/main/platform/files/moved-folder.ts');
const { silentLog } = await import('../../src/main/platform/log/log.ts');

const start = (current: string, onEnd: () => void) =>
  makeDataFolder({
    startDir,
    dataDir: current,
    clock: { now: () => 0 },
    log: silentLog,
    isBusy: () => false,
    lock: () => Promise.resolve(),
    onChange: ({ state }) => state !== 'running' && onEnd(),
  });

await new Promise<void>((resolve) => {
  const folder = start(dataDir, resolve);
  const { folderId } = folder.offer(place);
  isArmed = true;
  folder.move(folderId);
});
const found = locateData(startDir);
if (!found.isThere) throw new Error('The data are nowhere.');
start(found.dataDir, () => undefined);
fs.writeFileSync(1, String(done));

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('The process outlived its end.');
}
