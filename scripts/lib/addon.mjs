/**
 * The SQLite addon, loadable by every runtime in use.
 *
 * better-sqlite3 ships binaries for Node-API 10. Node 20 and Electron 33 offer Node-API 9 and crash on them, so where
 * one of those must load the addon, its own source is compiled once against the experimental Node-API, which every
 * runtime accepts. Packaging puts the shipped binary back (`shippedAddon`).
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, projectRoot, readJson } from './paths.mjs';
import { duration, ProvisionError, say } from './report.mjs';

/** What the shipped binaries ask of a runtime. */
const SHIPPED_NAPI = 10;

/** NAPI_EXPERIMENTAL: a module of this version is loaded by every Node. */
const EXPERIMENTAL_NAPI = 2147483647;

/** Raise it when the way of compiling changes. */
const RECIPE = 1;

const modules = path.join(projectRoot, 'node_modules');
const packageDir = path.join(modules, 'better-sqlite3');
const forcedHeader = path.join(projectRoot, 'scripts', 'addon', 'post-finalizer.h');

/** Where better-sqlite3 looks first, so that no product code knows about any of this. */
function installedAddon() {
  return path.join(packageDir, 'prebuilds', `${process.platform}-${process.arch}.node`);
}

/** The binary of the package, set aside when a compiled one takes its place. */
export function shippedAddon() {
  const aside = `${installedAddon()}.shipped`;
  return fs.existsSync(aside) ? aside : installedAddon();
}

/** Whether runtimes of these Node-API versions need a compiled addon. */
export function needsCompiledAddon(napiVersions) {
  return Math.min(...napiVersions) < SHIPPED_NAPI;
}

/** The compiled addon in the cache; its name tells all that went into it. */
export function compiledAddon() {
  const { name, version } = readJson(path.join(packageDir, 'package.json'));
  const headers = ['node-addon-api', 'node-api-headers'].map((dep) =>
    readJson(path.join(modules, dep, 'package.json')),
  );
  const recipe = createHash('sha256')
    .update(JSON.stringify([RECIPE, headers.map((dep) => dep.version)]))
    .update(fs.readFileSync(forcedHeader))
    .digest('hex')
    .slice(0, 8);
  return path.join(cacheDir(), `${name}-${version}-${process.platform}-${process.arch}-${recipe}.node`);
}

/** Compiles the addon unless the cache has it. */
export async function ensureCompiledAddon() {
  const target = compiledAddon();
  if (fs.existsSync(target)) return target;
  return withLock('sqlite-addon', () => {
    if (!fs.existsSync(target)) compile(target);
    return target;
  });
}

/** Puts the compiled addon in place of the shipped one. Returns whether anything changed. */
export function installAddon(compiled) {
  const target = installedAddon();
  if (sameContent(compiled, target)) return false;
  const aside = `${target}.shipped`;
  if (fs.existsSync(target) && !fs.existsSync(aside)) fs.renameSync(target, aside);
  const draft = `${target}.${process.pid}.tmp`;
  fs.copyFileSync(compiled, draft);
  fs.renameSync(draft, target);
  return true;
}

function sameContent(a, b) {
  if (!fs.existsSync(b) || fs.statSync(a).size !== fs.statSync(b).size) return false;
  return fs.readFileSync(a).equals(fs.readFileSync(b));
}

function compile(target) {
  if (process.platform !== 'linux') {
    throw new ProvisionError('The SQLite addon needs Node 22.14 or newer (and Electron 35 or newer) on this system.');
  }
  const start = performance.now();
  say('sqlite', 'compiling the SQLite addon for this runtime (about 30 s, once)');
  const draft = `${target}.draft-${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  try {
    const result = spawnSync('sh', ['-ec', compileScript(draft)], { encoding: 'utf8' });
    if (result.status !== 0) throw new ProvisionError(`The SQLite addon does not compile:\n${result.stderr}`);
    fs.renameSync(path.join(draft, 'addon.node'), target);
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  say('sqlite', `compiled in ${duration(performance.now() - start)}`);
}

/** The two compilations of the package's own recipe side by side, then the link. No LTO: minutes for nothing here. */
function compileScript(dir) {
  const gypi = fs.readFileSync(path.join(packageDir, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...gypi.matchAll(/'([A-Z][A-Z0-9_]+(?:=[^']*)?)'/g)].map((match) => `-D${match[1]}`);
  const includes = [
    path.join(packageDir, 'deps', 'sqlite3'),
    path.join(modules, 'node-addon-api'),
    path.join(modules, 'node-api-headers', 'include'),
  ].map((include) => `-I${include}`);
  const common = ['-c', '-fPIC', '-pthread', '-w', '-DNDEBUG', '-O2', ...defines, ...includes];
  const napi = ['NODE_GYP_MODULE_NAME=better_sqlite3', 'BUILDING_NODE_EXTENSION', `NAPI_VERSION=${EXPERIMENTAL_NAPI}`];
  const quiet = ['NAPI_DISABLE_CPP_EXCEPTIONS', 'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'];
  const cFlags = [...common, '-std=c99'];
  const cxxFlags = [
    ...common,
    ...['-std=c++20', '-fno-rtti', '-fno-exceptions', '-fvisibility=hidden', '-fvisibility-inlines-hidden'],
    ...[...napi, ...quiet].map((define) => `-D${define}`),
    ...['-include', forcedHeader],
  ];
  const linkFlags = ['-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL'];
  const quote = (args) => args.map((arg) => `'${arg}'`).join(' ');
  const c = `cc ${quote([...cFlags, `${packageDir}/deps/sqlite3/sqlite3.c`, '-o', `${dir}/sqlite3.o`])}`;
  const cxx = `c++ ${quote([...cxxFlags, `${packageDir}/src/better_sqlite3.cpp`, '-o', `${dir}/addon.o`])}`;
  const link = `c++ ${quote([...linkFlags, '-o', `${dir}/addon.node`, `${dir}/addon.o`, `${dir}/sqlite3.o`, '-ldl'])}`;
  return `${c} & pid=$!; ${cxx}; wait $pid; ${link}`;
}
