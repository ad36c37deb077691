import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
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
  readonly args?: readonly string[];
}

/** Starts the built application, on data of its own. */
export async function launchApp({ dataDir, args = [] }: LaunchOptions = {}): Promise<RunningApp> {
  const own = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'vav-e2e-'));
  const electron = await _electron.launch({
    executablePath: fromEnv('ELECTRON_EXEC_PATH'),
    args: [...(JSON.parse(process.env['VAV_ELECTRON_FLAGS'] ?? '[]') as string[]), '.', `--data-dir=${own}`, ...args],
    cwd: projectRoot,
    // Else Playwright adds --no-sandbox by itself; where root needs it, it is among the flags above.
    chromiumSandbox: true,
  });
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

/** The product decides on onBeforeRequest; what it refuses ends in onErrorOccurred, what it lets pass in onCompleted. */
async function watchRequests(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app, session }) => {
    const foreign: string[] = [];
    Object.assign(globalThis, { vavForeign: foreign });
    const watch = (): void => {
      for (const watched of [session.defaultSession, session.fromPartition('vav')]) {
        const isForeign = (url: string): boolean => !/^(app:\/\/vav\/|devtools:|data:|blob:app:\/\/vav\/)/.test(url);
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
