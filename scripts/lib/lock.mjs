/**
 * One at a time, between processes: two terminals that provision, install or build at once wait for each other
 * instead of doing the work twice or mixing their files.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDir } from './paths.mjs';
import { say } from './report.mjs';

const POLL_MS = 200;
/** Longer than any step takes; past that the holder is taken for dead, whatever its pid says. */
const GIVE_UP_MS = 15 * 60_000;

/** Runs `work` while holding the lock called `name`. Not re-entrant. */
export async function withLock(name, work, { dir = path.join(cacheDir(), 'locks') } = {}) {
  fs.mkdirSync(dir, { recursive: true });
  const file = path.join(dir, `${name}.lock`);
  const start = Date.now();
  let told = false;
  while (!take(file)) {
    if (isAbandoned(file) || Date.now() - start > GIVE_UP_MS) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!told) say('wait', `another process is busy with "${name}": waiting for it`);
    told = true;
    await sleep(POLL_MS);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

/** Creates the lock with the pid already inside (a link is atomic), so that nobody reads an empty one. */
function take(file) {
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, String(process.pid));
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

function isAbandoned(file) {
  try {
    process.kill(Number(fs.readFileSync(file, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH'; // EPERM: alive, someone else's. ENOENT: just released, try again.
  }
}
