/**
 * What Electron must be told on this machine, and nothing elsewhere: no sandbox for root, software drawing without a
 * screen, and a virtual display there.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from './paths.mjs';
import { ProvisionError, say } from './report.mjs';

const SCREEN = '1920x1200x24';

/** What matters about the machine. */
export function currentMachine(env = process.env) {
  return { platform: process.platform, uid: process.getuid?.() ?? null, env };
}

/** Whether windows have nowhere to go. */
export function lacksDisplay({ platform, env }) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** Whether drawing must be done in software: no screen, or the virtual one of `withDisplay` in a parent process. */
function drawsInSoftware(machine) {
  return lacksDisplay(machine) || machine.env.VAV_VIRTUAL_DISPLAY === '1';
}

/** Command line switches for Electron. */
export function electronFlags(machine = currentMachine()) {
  const flags = [];
  // Chromium refuses to start its sandbox for root. The tests tagged @sandbox run as another user.
  if (machine.platform === 'linux' && machine.uid === 0) flags.push('--no-sandbox');
  if (drawsInSoftware(machine)) {
    flags.push('--use-angle=swiftshader', '--enable-unsafe-swiftshader');
    // On a virtual display windows lie on top of each other, and covered windows stop painting.
    flags.push('--disable-backgrounding-occluded-windows');
  }
  return flags;
}

/** Environment for Electron and for the tools that start it (electron-vite, Playwright, the tests). */
export function electronEnv(exe, machine = currentMachine()) {
  return {
    ELECTRON_EXEC_PATH: exe,
    VAV_ELECTRON_FLAGS: JSON.stringify(electronFlags(machine)),
    // No desktop, no session bus: without this Chromium looks for one and says so at length.
    ...(drawsInSoftware(machine)
      ? { DBUS_SESSION_BUS_ADDRESS: 'disabled:', DBUS_SYSTEM_BUS_ADDRESS: 'disabled:' }
      : {}),
  };
}

/**
 * Runs `work` with the environment that shows windows somewhere: nothing on a machine with a screen, a virtual display
 * for as long as the work lasts on one without.
 */
export function withDisplay(work, machine = currentMachine()) {
  return withDisplays(1, work, machine);
}

/**
 * The same with several virtual displays, so that several applications at a time each have their keys: the first one is
 * the environment, and all of them are in VAV_DISPLAYS.
 */
export async function withDisplays(count, work, machine = currentMachine()) {
  if (!lacksDisplay(machine)) return work({});
  const displays = [];
  try {
    for (let rank = 0; rank < count; rank += 1) displays.push(await startVirtualDisplay());
    const all = count === 1 ? {} : { VAV_DISPLAYS: JSON.stringify(displays.map(({ env }) => env)) };
    return await work({ ...displays[0].env, ...all });
  } finally {
    for (const display of displays) display.stop();
  }
}

/**
 * Xvfb on the first free display, closed to everyone who has not the cookie. Not `xvfb-run`: it keeps signals from
 * reaching what it runs, and needs xauth.
 */
async function startVirtualDisplay() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-display-'));
  const authority = path.join(dir, 'Xauthority');
  fs.writeFileSync(authority, xauthority(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', '-auth', authority];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const stop = () => {
    server.kill();
    fs.rmSync(dir, { recursive: true, force: true });
  };
  process.once('exit', stop);
  const number = await new Promise((resolve, reject) => {
    let errors = '';
    server.stderr.on('data', (chunk) => (errors += chunk));
    server.stdio[3].once('data', (chunk) => resolve(String(chunk).trim()));
    server.once('error', (error) => reject(new ProvisionError(`Xvfb does not start: ${error.message}`)));
    server.once('exit', (code) => reject(new ProvisionError(`Xvfb stopped (${code}):\n${errors}`)));
  });
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority, VAV_VIRTUAL_DISPLAY: '1' }, stop };
}

/** An Xauthority file with one cookie for any display of any host (family "wild"), as `xauth` would write it. */
export function xauthority(cookie) {
  const field = (bytes) => Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 0xff]), bytes]);
  const empty = Buffer.alloc(0);
  const fields = [empty, empty, Buffer.from('MIT-MAGIC-COOKIE-1'), cookie].map(field);
  return Buffer.concat([Buffer.from([0xff, 0xff]), ...fields]);
}

/** Starts a command, hands it the signals we get, and answers with its exit code. */
export function runForeground(file, args, { env, cwd = projectRoot } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: 'inherit' });
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    const forward = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 1));
    });
  });
}

/** Starts the application, with the flags and the display this machine needs, and answers with its exit code. */
export function spawnElectron(exe, args) {
  if (lacksDisplay(currentMachine())) say('display', `no display here: a virtual one (Xvfb, ${SCREEN}) will do`);
  return withDisplay((displayEnv) => {
    const machine = currentMachine({ ...process.env, ...displayEnv });
    // Chromium reads its own words (an empty date) in this language before a line of ours runs: too late for a switch.
    const env = { ...machine.env, LANGUAGE: 'fr', ...electronEnv(exe, machine) };
    return runForeground(exe, [...electronFlags(machine), projectRoot, ...args], { env });
  });
}
