import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** What the console reported as an error so far, violations of the content security policy included. */
  readonly complaints: () => readonly string[];
  /** Requests for anything but our own origin: `refused https://…` or, which must never be, `reached https://…`. */
  readonly foreignRequests: () => Promise<readonly string[]>;
  /** Ends the application as a person would, and proves that it ended well. */
  readonly close: () => Promise<void>;
}

interface LaunchOptions {
  /** A folder of the test's own; by default a new one, removed at the end. */
  readonly dataDir?: string;
  /** Whether a folder that is still empty begins with the demonstration made and locked, as any start but the first. */
  readonly isPrepared?: boolean;
  readonly args?: readonly string[];
}

/** Starts the built application, on data of its own. */
export async function launchApp({ dataDir, isPrepared, args = [] }: LaunchOptions = {}): Promise<RunningApp> {
  const own = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'vav-e2e-'));
  if (isPrepared === true) placeDemonstration(own);
  const electron = await launchElectron([`--data-dir=${own}`, ...args]);
  const complaints: string[] = [];
  electron.context().on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  electron.context().on('weberror', (error) => complaints.push(error.error().message));
  await watchRequests(electron);
  const page = await electron.firstWindow();
  await page.waitForLoadState('load');
  // Shown at its first paint, which comes after.
  const isVisible = (): Promise<boolean | undefined> =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible, 'the window does not show').toBe(true);
  return {
    electron,
    page,
    dataDir: own,
    complaints: () => complaints,
    foreignRequests: () => electron.evaluate(() => (globalThis as { vavForeign?: string[] }).vavForeign ?? []),
    close: async () => {
      const child = electron.process();
      await electron.close();
      expect(child.signalCode, 'the application was killed').toBeNull();
      expect(child.exitCode, 'the application did not end well').toBe(0);
      const log = fs.readFileSync(path.join(own, 'logs', 'vav.log'), 'utf8');
      expect(log, 'the core did not end by itself').not.toContain('core.slowToClose');
      if (dataDir === undefined) fs.rmSync(own, { recursive: true, force: true });
    },
  };
}

/** Making the demonstration takes ten seconds: it is made once a run (prepare-demonstration.ts) and copied. */
export function placeDemonstration(dataDir: string): void {
  const isEmpty = !fs.existsSync(dataDir) || fs.readdirSync(dataDir).length === 0;
  if (isEmpty) fs.cpSync(fromEnv('VAV_PREPARED_DEMONSTRATION'), dataDir, { recursive: true });
}

/** How long a start may take before another is tried: the first, the second, the last. A quiet machine needs half a second. */
const LAUNCH_MS = [6_000, 12_000, 30_000] as const;

/**
 * Now and then Playwright connects to the inspector of Electron and never hears from it: before a line of ours has run,
 * and only with a debugger. Such a start is given up and made again; that the application starts by itself is tested
 * without a debugger, in the resilience journeys.
 */
async function launchElectron(args: readonly string[], attempt: 0 | 1 | 2 = 0): Promise<ElectronApplication> {
  try {
    return await _electron.launch({
      executablePath: fromEnv('ELECTRON_EXEC_PATH'),
      args: [...electronFlags(), '.', ...args],
      cwd: projectRoot,
      env: { ...process.env, ...ownDisplay() } as Record<string, string>,
      // Else Playwright adds --no-sandbox by itself; where root needs it, it is among the flags above.
      chromiumSandbox: true,
      timeout: LAUNCH_MS[attempt],
    });
  } catch (error) {
    if (attempt === 2 || !(error instanceof Error) || !error.message.includes('Timeout')) throw error;
    return launchElectron(args, attempt === 0 ? 1 : 2);
  }
}

/** Starts the application without Playwright: nobody watches, and it may be killed at any instant. */
export function spawnApp(dataDir: string): ChildProcess {
  const args = [...electronFlags(), projectRoot, `--data-dir=${dataDir}`];
  return spawn(fromEnv('ELECTRON_EXEC_PATH'), args, {
    cwd: projectRoot,
    env: { ...process.env, ...ownDisplay() },
    stdio: 'ignore',
  });
}

/** Two applications on one display would take the keys from each other: each worker of the tests has its own. */
function ownDisplay(): Readonly<Record<string, string>> {
  const displays = JSON.parse(process.env['VAV_DISPLAYS'] ?? '[]') as readonly Readonly<Record<string, string>>[];
  return displays[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)] ?? {};
}

function electronFlags(): readonly string[] {
  return JSON.parse(process.env['VAV_ELECTRON_FLAGS'] ?? '[]') as string[];
}

/** The product decides on onBeforeRequest; what it refuses ends in onErrorOccurred, what it lets pass in onCompleted. */
async function watchRequests(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app, session }) => {
    const foreign: string[] = [];
    Object.assign(globalThis, { vavForeign: foreign });
    const watch = (): void => {
      for (const watched of [session.defaultSession, session.fromPartition('vav')]) {
        const isForeign = (url: string): boolean => !/^(app:\/\/vav\/|devtools:|data:)/.test(url);
        const noteAs = (outcome: string) => (request: { url: string }) => {
          if (isForeign(request.url)) foreign.push(`${outcome} ${request.url}`);
        };
        watched.webRequest.onErrorOccurred(noteAs('refused'));
        watched.webRequest.onCompleted(noteAs('reached'));
      }
    };
    return app.whenReady().then(watch);
  });
}

function fromEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with npm test`);
  return value;
}
