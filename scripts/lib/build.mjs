/** `out/` follows the sources: what is built is rebuilt when, and only when, something it is made of has changed. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { key } from './dependencies.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './lock.mjs';
import { projectNode, projectRoot, readJson, toolEnv, toolScript, writeAtomically } from './paths.mjs';
import { duration, ProvisionError, say } from './report.mjs';

const OUTLINES_SCRIPT = 'scripts/build-outlines.mjs';
const GEOGRAPHY_SCRIPT = 'scripts/build-geography.mjs';

/** The parts of out/, what each is made of, and how. Each has its own stamp: the geography changes once a year. */
const buildParts = [
  {
    name: 'application',
    inputs: ['src', 'resources', 'electron.vite.config.ts', OUTLINES_SCRIPT, 'package-lock.json'],
    output: 'out/main/index.js',
    make: bundle,
  },
  {
    name: 'geography',
    inputs: [GEOGRAPHY_SCRIPT, 'scripts/geography', 'package-lock.json'],
    output: 'out/resources/geography.json',
    alsoMakes: ['out/resources/commune-names.json'],
    make: reduceGeography,
  },
  {
    name: 'licences',
    inputs: ['scripts/build-licences.mjs', 'package.json', 'package-lock.json'],
    output: 'out/resources/licences.json',
    make: runScript('scripts/build-licences.mjs'),
  },
];

/** Says what a part was last made from. */
function stampFile(root, part) {
  return path.join(root, 'out', '.stamps', `${part.name}.json`);
}

/** The fingerprint to build for, or null when what is there will do or its first input does not exist. */
export function staleFingerprint(root, part) {
  if (!fs.existsSync(path.join(root, part.inputs[0]))) return null;
  const inputs = fingerprint(root, part.inputs);
  const outputs = [part.output, ...(part.alsoMakes ?? [])];
  const made = readJson(stampFile(root, part))?.inputs === inputs;
  return made && outputs.every((output) => fs.existsSync(path.join(root, output))) ? null : inputs;
}

/** Says that out/ is no longer the application as `ensureBuild` leaves it. */
export function forgetBuild() {
  fs.rmSync(stampFile(projectRoot, buildParts[0]), { force: true });
}

/**
 * Builds what is stale (`only`: one part by name). All output goes to stderr.
 * @returns {Promise<boolean>} whether anything was built
 */
export async function ensureBuild({ force = false, only } = {}) {
  const parts = buildParts.filter((part) => only === undefined || part.name === only);
  if (!force && parts.every((part) => staleFingerprint(projectRoot, part) === null)) return false;
  return withLock(`build-${key(projectRoot)}`, () => {
    const built = [];
    for (const part of parts) {
      const inputs = force ? fingerprint(projectRoot, part.inputs) : staleFingerprint(projectRoot, part);
      if (inputs === null) continue;
      const start = performance.now();
      // First of all: a build that stops half-way must not pass for a finished one.
      fs.rmSync(stampFile(projectRoot, part), { force: true });
      part.make(path.join(projectRoot, part.output));
      writeAtomically(stampFile(projectRoot, part), JSON.stringify({ inputs }));
      say('build', `${part.name} built in ${duration(performance.now() - start)}`);
      built.push(part.name);
    }
    return built.length > 0;
  });
}

/** The main process, the preload and the renderer. */
function bundle() {
  const cli = toolScript('electron-vite', 'bin/electron-vite.js');
  const env = toolEnv({ NODE_ENV: 'production' });
  const result = spawnSync(projectNode(), [cli, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    env,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) throw new ProvisionError('The build failed: its message is above.');
}

/**
 * The two small files the application reads instead of 45 MB of geography packages. In a process of its own: what it
 * prints goes to stderr, and the memory it takes goes back.
 */
function reduceGeography(output) {
  const code = 'const [script, output] = process.argv.slice(1); await (await import(script)).buildGeography(output);';
  fs.mkdirSync(path.dirname(output), { recursive: true });
  const script = pathToFileURL(path.join(projectRoot, GEOGRAPHY_SCRIPT)).href;
  const result = spawnSync(projectNode(), ['--input-type=module', '-e', code, script, output], {
    cwd: projectRoot,
    stdio: ['ignore', 2, 2],
  });
  if (result.status !== 0) throw new ProvisionError('The geography could not be built: its message is above.');
}

/** A build script of the project that writes its output by itself. */
function runScript(script) {
  return () => {
    const result = spawnSync(projectNode(), [path.join(projectRoot, script)], {
      cwd: projectRoot,
      stdio: ['ignore', 2, 2],
    });
    if (result.status !== 0) throw new ProvisionError(`${script} failed: its message is above.`);
  };
}
