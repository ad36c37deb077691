import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startShell } from '../../src/main/electron/lifecycle.ts';

const state = vi.hoisted(() => ({ calls: [] as string[], noSandbox: false, hasLock: true }));
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    getVersion: () => '0.1.0',
    userAgentFallback: 'Mozilla/5.0 Vis-à-vis/0.1.0 Chrome/130',
    commandLine: {
      hasSwitch: (name: string) => name === 'no-sandbox' && state.noSandbox,
      appendSwitch: (name: string, value: string) => void state.calls.push(`switch ${name}=${value}`),
    },
    setPath: (key: string, value: string) => void state.calls.push(`setPath ${key} ${path.basename(value)}`),
    requestSingleInstanceLock: () => {
      state.calls.push('lock');
      return state.hasLock;
    },
    enableSandbox: () => void state.calls.push('enableSandbox'),
    on: (event: string) => void state.calls.push(`on ${event}`),
    whenReady: () => {
      state.calls.push('whenReady');
      return new Promise(() => undefined);
    },
    exit: (code: number) => void state.calls.push(`exit ${String(code)}`),
  },
  // Used once Chromium is ready, which it never is here.
  ...Object.fromEntries(
    ['BrowserWindow', 'Menu', 'clipboard', 'ipcMain', 'nativeTheme', 'powerMonitor', 'screen', 'session', 'shell'].map(
      (name) => [name, {}],
    ),
  ),
  protocol: { registerSchemesAsPrivileged: () => void state.calls.push('registerScheme') },
  dialog: { showErrorBox: (title: string) => void state.calls.push(`error ${title}`) },
}));

vi.mock('node:worker_threads', () => ({
  Worker: class {
    constructor(file: string) {
      state.calls.push(`core ${file}`);
    }
    on(): void {
      // Nothing is answered: the core is not what is tested.
    }
  },
}));

const files = { coreWorker: '/a', preload: '/b', sharedPreload: '/d', renderer: '/c' };
let dataDir: string;
let argv: string[];

beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-launch-'));
  Object.assign(state, { calls: [], noSandbox: false, hasLock: true });
  argv = process.argv;
  // Electron's own, for an application that is packaged.
  Object.assign(process, { resourcesPath: '/resources' });
  process.argv = ['electron', '.', `--data-dir=${dataDir}`];
});

afterEach(() => {
  process.argv = argv;
  fs.rmSync(dataDir, { recursive: true, force: true });
});

describe('the start', () => {
  it('row 4, row 12, row 13: isolates, locks, sandboxes and guards before Chromium is ready', () => {
    startShell(files);
    expect(state.calls).toEqual([
      'setPath userData chromium',
      'setPath sessionData chromium',
      'lock',
      'enableSandbox',
      'switch lang=fr',
      'registerScheme',
      'on session-created',
      'on web-contents-created',
      'core /a',
      'on second-instance',
      'on window-all-closed',
      'whenReady',
    ]);
  });

  it('row 4: leaves the sandbox off only where the command line already did', () => {
    state.noSandbox = true;
    startShell(files);
    expect(state.calls).not.toContain('enableSandbox');
  });

  it('row 32: a second start on the same folder leaves at once', () => {
    state.hasLock = false;
    startShell(files);
    expect(state.calls.slice(2)).toEqual(['lock', 'exit 0']);
  });

  it('row 32: switches it does not know change nothing', () => {
    process.argv.push('--no-such-switch', '--data-dirs=/x', '-v');
    startShell(files);
    expect(state.calls).toContain('whenReady');
    expect(fs.existsSync(path.join(dataDir, 'chromium'))).toBe(true);
  });

  it('says in French that a data folder cannot be made, and leaves', () => {
    const file = path.join(dataDir, 'file');
    fs.writeFileSync(file, '');
    process.argv = ['electron', '.', `--data-dir=${file}/below`];
    startShell(files);
    expect(state.calls).toEqual(['error Vis-à-vis ne peut pas démarrer', 'exit 1']);
  });
});
