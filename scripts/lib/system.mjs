/**
 * What the system must bring: the libraries Electron links to, a virtual display where there is no screen, a compiler
 * for the one compilation. Debian and its children are served by apt-get; elsewhere a message says what is missing.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDir, readJson, writeAtomically } from './paths.mjs';
import { ProvisionError, say } from './report.mjs';

/** What Electron's executable links to and a bare Debian lacks. */
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'];

/** Where Debian keeps its record of installed packages: unchanged since the last check, nothing to check. */
const DPKG_STATUS = '/var/lib/dpkg/status';

/**
 * The packages that are missing for these needs:
 * - electronExe: the executable that must start;
 * - virtualDisplay: windows will be shown on a display of our own;
 * - compiler: the addon is to be compiled.
 * @param {{ electronExe?: string, virtualDisplay?: boolean, compiler?: boolean }} needs
 */
export function missingPackages({ electronExe, virtualDisplay = false, compiler = false }, probe = systemProbe) {
  const missing = [];
  if (electronExe && probe.hasMissingLibraries(electronExe)) missing.push(...ELECTRON_PACKAGES);
  if (virtualDisplay && !probe.hasCommand('Xvfb')) missing.push('xvfb');
  // Without any font Chromium draws no text at all.
  if (electronExe && !probe.hasFonts()) missing.push('fonts-dejavu-core');
  if (compiler && !(probe.hasCommand('cc') && probe.hasCommand('c++'))) missing.push('g++');
  return missing;
}

/** Installs what is missing, or stops with the command that would. Linux only: other systems bring all of it. */
export async function ensureSystemPackages(needs) {
  if (process.platform !== 'linux') return;
  const memory = path.join(cacheDir(), 'system-checks.json');
  const key = JSON.stringify([needs, fs.existsSync(DPKG_STATUS) ? fs.statSync(DPKG_STATUS).mtimeMs : 0]);
  if (readJson(memory)?.includes(key)) return;
  await withLock('apt', () => {
    const missing = missingPackages(needs);
    if (missing.length > 0) install(missing, needs);
  });
  // The record has changed if anything was installed: what is remembered is true of the record as it is now.
  const now = JSON.stringify([needs, fs.existsSync(DPKG_STATUS) ? fs.statSync(DPKG_STATUS).mtimeMs : 0]);
  writeAtomically(memory, JSON.stringify([...(readJson(memory) ?? []).slice(-20), now]));
}

function install(missing, needs) {
  const sudo = privilege();
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!systemProbe.hasCommand('apt-get')) {
    throw new ProvisionError(`This system lacks what these Debian packages bring: ${missing.join(' ')}`);
  }
  if (sudo === null) throw new ProvisionError(`Debian packages are missing. Please run:\n\n  sudo ${command}\n`);
  say('system', `installing Debian packages: ${missing.join(' ')} (up to a minute)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => {
    const [file, ...rest] = [...sudo, 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args];
    return spawnSync(file, rest, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  };
  apt(['update']); // An old list may still serve: the install tells.
  const result = apt(['install', '-y', '--no-install-recommends', ...missing.map(availableName)]);
  const still = missingPackages(needs);
  if (result.status !== 0 || still.length > 0) {
    throw new ProvisionError(`apt-get could not install ${still.join(' ')}:\n${result.stderr}\nTried: ${command}`);
  }
}

/** How to become root: no need, sudo without a password, or null. */
function privilege() {
  if (process.getuid() === 0) return [];
  if (!systemProbe.hasCommand('sudo')) return null;
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

/** Newer Debian and Ubuntu renamed the packages of libraries whose time type grew to 64 bits. */
function availableName(name) {
  const renamed = `${name}t64`;
  const policy = spawnSync('apt-cache', ['policy', renamed], { encoding: 'utf8' });
  return /Candidate: (?!\(none\))/.test(policy.stdout ?? '') ? renamed : name;
}

/** The questions asked of this machine, in one object that tests replace. */
const systemProbe = {
  hasMissingLibraries(exe) {
    const result = spawnSync('ldd', [exe], { encoding: 'utf8' });
    return result.status === 0 && result.stdout.includes('not found');
  },
  hasCommand(name) {
    return (process.env.PATH ?? '').split(path.delimiter).some((dir) => fs.existsSync(path.join(dir, name)));
  },
  hasFonts() {
    const dirs = ['/usr/share/fonts', '/usr/local/share/fonts', path.join(os.homedir(), '.local/share/fonts')];
    const isFont = (name) => /\.(ttf|otf|pfb|ttc)$/i.test(name);
    return dirs.some((dir) => fs.existsSync(dir) && fs.readdirSync(dir, { recursive: true }).some(isFont));
  },
};
