/**
 * node_modules follows package-lock.json. Node built-ins only: this runs first, in a clone that has nothing yet.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { projectRoot, readJson, writeAtomically } from './paths.mjs';
import { duration, ProvisionError, say } from './report.mjs';

/** Runs `npm ci` when what is installed is not what the lock says. */
export async function ensureDependencies(root = projectRoot) {
  if (isUpToDate(root)) return;
  await withLock(`install-${key(root)}`, () => {
    if (!isUpToDate(root)) install(root);
  });
}

function isUpToDate(root) {
  const wanted = lockHash(root);
  const stamp = stampFile(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return true;
  // Someone ran npm by hand: no need to do it again if the result is the same.
  const agrees = installedMatches(
    readJson(path.join(root, 'package-lock.json')),
    readJson(path.join(root, 'node_modules', '.package-lock.json')),
  );
  if (agrees) writeAtomically(stamp, wanted);
  return agrees;
}

/**
 * Whether npm's record of what it installed covers the lock. Optional packages may be missing: they are for other
 * systems.
 */
export function installedMatches(lock, installed) {
  if (!lock?.packages || !installed?.packages) return false;
  return Object.entries(lock.packages).every(([where, wanted]) => {
    if (where === '') return true;
    const found = installed.packages[where];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

function install(root) {
  const start = performance.now();
  say('dependencies', 'node_modules does not match package-lock.json: npm ci (10 s to a minute)');
  const result = npm(['ci', '--no-audit', '--no-fund'], { cwd: root });
  if (result.status !== 0) {
    throw new ProvisionError('npm ci failed (its message is above). Can this machine reach the npm registry?');
  }
  writeAtomically(stampFile(root), lockHash(root));
  say('dependencies', `installed in ${duration(performance.now() - start)}`);
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.vav-lock-hash');
}

function lockHash(root) {
  return createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/** Tells one clone's lock from another's. */
export function key(root) {
  return createHash('sha256').update(root).digest('hex').slice(0, 12);
}
