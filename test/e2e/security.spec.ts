import { expect, test, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

/** Rows of docs/threat-model.md that only the real Electron can prove: what the page is and may do. */
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  app = await launchApp();
  page = app.page;
});

test.afterAll(async () => {
  await app.close();
});

test('row 29: a start asks nothing of any network, and complains of nothing', async () => {
  await expect(page.locator('body')).not.toBeEmpty();
  expect(await app.foreignRequests()).toEqual([]);
  expect(app.complaints()).toEqual([]);
});

test('row 1: the page and all it is made of come from app://vav', async () => {
  expect(page.url()).toMatch(/^app:\/\/vav\//);
  const origins = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
  expect(origins.filter((name) => !/^(app:\/\/vav\/|data:)/.test(name))).toEqual([]);
});

test('row 2: the page has no Node', async () => {
  const seen = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in globalThis),
  );
  expect(seen).toEqual([]);
});

test('row 3: a page that rewrites its own world does not reach the preload', async () => {
  const answer = await page.evaluate(async () => {
    const original = Array.prototype.push;
    const stolen: unknown[] = [];
    Array.prototype.push = function push(...items: unknown[]): number {
      stolen[stolen.length] = items;
      return original.apply(this, items);
    };
    const { then } = Promise.prototype;
    try {
      const envelope = await window.vav.call('settings.get', {});
      // The page's own code may push things meanwhile: what counts is what was asked, and what was answered.
      const isOfTheCall = (item: unknown): boolean =>
        item === 'settings.get' || (typeof item === 'object' && item !== null && 'ok' in item && 'data' in item);
      return { ok: envelope.ok, stolen: stolen.flat().filter(isOfTheCall).length };
    } finally {
      Array.prototype.push = original;
      Promise.prototype.then = then;
    }
  });
  expect(answer).toEqual({ ok: true, stolen: 0 });
});

test('row 4: the window has the preferences it was given', async () => {
  const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
  });
});

test('row 4: the built preload requires nothing but electron', () => {
  const preload = fs.readFileSync(path.join(import.meta.dirname, '../../out/preload/index.cjs'), 'utf8');
  expect([...preload.matchAll(/require\(\s*["'`]([^"'`]+)/g)].map((match) => match[1])).toEqual(['electron']);
  expect(preload).not.toMatch(/\bimport\(/);
});

test('row 5: notifications, position, camera, screen and devices are refused; copying text is not', async () => {
  const outcome = await page.evaluate(async () => {
    const outcomeOf = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'given',
        () => 'refused',
      );
    return {
      notifications: await Notification.requestPermission(),
      position: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          () => resolve('refused'),
        );
      }),
      camera: await outcomeOf(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcomeOf(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcomeOf(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboardRead: await outcomeOf(navigator.clipboard.readText()),
    };
  });
  expect(outcome).toEqual({
    notifications: 'denied',
    position: 'refused',
    camera: 'refused',
    microphone: 'refused',
    screen: 'refused',
    clipboardRead: 'refused',
  });
  const copying = await page.evaluate(async () => {
    const status = await navigator.permissions.query({ name: 'clipboard-write' as PermissionName });
    return status.state;
  });
  expect(copying).toBe('granted');
});

test('row 5: a download is refused', async () => {
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['a']));
    link.download = 'a.txt';
    link.click();
  });
  await expect.poll(() => readLog()).toContain('download.refused');
});

test('row 7: the page is served with its policy, and a nonce of its own each time', async () => {
  const policies = await page.evaluate(async () => {
    const policyOf = async (): Promise<string | null> => (await fetch('/')).headers.get('content-security-policy');
    return [await policyOf(), await policyOf()];
  });
  for (const policy of policies) {
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/=]{24}'; /);
    expect(policy).not.toContain('unsafe');
  }
  expect(policies[0]).not.toBe(policies[1]);
});

test('row 7: injected scripts, eval, remote images and strings turned into markup do nothing, and are noticed', async () => {
  const outcome = await page.evaluate(async () => {
    // In a task of its own: Playwright lifts the ban on eval for the one that runs this function.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const world = globalThis as { ran?: string };
    const refused: string[] = [];
    const attempt = (name: string, act: () => unknown): void => {
      try {
        act();
      } catch {
        refused.push(name);
      }
    };
    attempt('script text', () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = "inline"';
      document.body.append(script);
    });
    attempt('event attribute', () =>
      document.createElement('img').setAttribute('onerror', 'globalThis.ran = "attribute"'),
    );
    attempt('image', () => {
      const image = document.createElement('img');
      image.src = 'https://example.invalid/x.png';
      document.body.append(image);
    });
    attempt('eval', () => (0, eval)('globalThis.ran = "eval"'));
    attempt('function', () => {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it fails is the point
      const run = new Function('globalThis.ran = "function"') as () => void;
      run();
    });
    attempt('markup', () => (document.createElement('div').innerHTML = '<img src=x onerror="globalThis.ran=1">'));
    attempt('frame', () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.invalid/';
      document.body.append(frame);
    });
    const outcomeOf = (attempted: Promise<unknown>): Promise<string> =>
      attempted.then(
        () => 'open',
        () => 'closed',
      );
    const remote = 'https://example.invalid/a.js';
    const network = [await outcomeOf(fetch(remote)), await outcomeOf(import(/* @vite-ignore */ remote))];
    const expected = ['connect-src', 'frame-src', 'img-src', 'require-trusted-types-for', 'script-src-elem'];
    while (!expected.every((directive) => violated.includes(directive))) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    for (const added of document.querySelectorAll('[src^="https://example.invalid"]')) added.remove();
    return { ran: world.ran ?? null, refused, network };
  });
  expect(outcome.ran).toBeNull();
  expect(outcome.network).toEqual(['closed', 'closed']);
  expect(outcome.refused).toEqual(expect.arrayContaining(['event attribute', 'eval', 'function', 'markup']));
});

test('row 29: after all these attempts, nothing has reached the network', async () => {
  expect((await app.foreignRequests()).filter((request) => request.startsWith('reached'))).toEqual([]);
});

function readLog(): string {
  return fs.readFileSync(path.join(app.dataDir, 'logs', 'vav.log'), 'utf8');
}
