import { expect, test, type Page } from '@playwright/test';
import fs from 'node:fs';
import path from 'node:path';
import { launchApp, type RunningApp } from '../support/electron-app.ts';

/** Rows of docs/threat-model.md that only the real Electron can prove: ways out of the page, ways into the shell. */
let app: RunningApp;
let page: Page;

test.beforeAll(async () => {
  app = await launchApp();
  page = app.page;
});

test.afterAll(async () => {
  await app.close();
});

const windowCount = (): Promise<number> =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Lets a refused navigation be refused: the page answers again once the main process has dealt with it. */
async function settle(): Promise<void> {
  await app.electron.evaluate(() => undefined);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

test('row 12: a webview attaches to nothing', async () => {
  const attached = await page.evaluate(async () => {
    const view = document.createElement('webview') as HTMLElement & { getWebContentsId?: unknown };
    view.setAttribute('src', 'https://example.invalid/');
    document.body.append(view);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const hasContents = typeof view.getWebContentsId === 'function';
    view.remove();
    return hasContents;
  });
  expect(attached).toBe(false);
  const kinds = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((one) => one.getType()),
  );
  expect(kinds).toEqual(['window']);
});

test('row 13: the window stays on its page whatever the page tries', async () => {
  const before = page.url();
  const hostile = [
    'https://example.invalid/',
    'app://vav.evil/',
    'file:///etc/passwd',
    'data:text/html,a',
    'mailto:a@example.invalid',
  ];
  for (const url of hostile) {
    await page.evaluate((target) => {
      location.href = target;
    }, url);
    await settle();
    expect(page.url(), url).toBe(before);
    await page.evaluate((target) => {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
      link.remove();
    }, url);
    await settle();
    expect(page.url(), url).toBe(before);
  }
  expect(await page.evaluate(() => typeof window.vav.call)).toBe('function');
});

test('row 17: a page that went blank, which no event announces, is not listened to', async () => {
  await page.evaluate(() => {
    location.href = 'about:blank';
  });
  await page.waitForURL('about:blank');
  expect(await page.evaluate(() => window.vav.call('settings.get', {}))).toMatchObject({
    ok: false,
    error: { code: 'NOT_ALLOWED' },
  });
  await page.goBack();
  await expect(page).toHaveURL(/^app:\/\/vav\//);
});

test('row 14: no second window opens', async () => {
  const before = await windowCount();
  const opened = await page.evaluate(() =>
    ['https://example.invalid/', 'app://vav/', 'about:blank', ''].map((url) => window.open(url) === null),
  );
  expect(opened).toEqual([true, true, true, true]);
  expect(await windowCount()).toBe(before);
});

test('row 15: a link leaves for the browser only if it is allowed and the person says so', async () => {
  await app.electron.evaluate(({ dialog, shell }) => {
    const world = globalThis as unknown as { vavOpened: string[]; vavAsked: string[]; vavAnswer: number };
    Object.assign(world, { vavOpened: [], vavAsked: [], vavAnswer: 1 });
    shell.openExternal = (url) => Promise.resolve(void world.vavOpened.push(url));
    dialog.showMessageBox = ((...args: { detail?: string }[]) => {
      world.vavAsked.push(args.at(-1)?.detail ?? '');
      return Promise.resolve({ response: world.vavAnswer, checkboxChecked: false });
    }) as unknown as typeof dialog.showMessageBox;
  });
  const open = (url: string): Promise<unknown> =>
    page.evaluate(async (target) => {
      const envelope = await window.vav.call('about.openLink', { url: target });
      return envelope.ok ? envelope.data : envelope.error.code;
    }, url);
  expect(await open('https://evil.example/')).toBe('NOT_ALLOWED');
  expect(await open('file:///etc/passwd')).toBe('NOT_ALLOWED');
  expect(await open('https://www.insee.fr/fr/')).toEqual({ isOpened: false });
  await app.electron.evaluate(() => Object.assign(globalThis, { vavAnswer: 0 }));
  expect(await open('https://www.insee.fr/fr/')).toEqual({ isOpened: true });
  const { asked, opened } = await app.electron.evaluate(() => {
    const world = globalThis as unknown as { vavOpened: string[]; vavAsked: string[] };
    return { asked: world.vavAsked, opened: world.vavOpened };
  });
  expect(asked).toEqual(['https://www.insee.fr/fr/', 'https://www.insee.fr/fr/']);
  expect(opened).toEqual(['https://www.insee.fr/fr/']);
});

test('row 17: another window, even with our preload, is not listened to', async () => {
  const preload = path.join(import.meta.dirname, '../../out/preload/index.cjs');
  const answer = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, partition: 'vav', sandbox: true } });
    try {
      await stranger.loadURL('app://vav/');
      return (await stranger.webContents.executeJavaScript('window.vav.call("settings.get", {})')) as unknown;
    } finally {
      stranger.destroy();
    }
  }, preload);
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
});

test('row 18: the app protocol gives nothing from outside its folder', async () => {
  const statuses = await page.evaluate(() =>
    Promise.all(
      ['/../package.json', '/%2e%2e/package.json', '/..%5cpackage.json', '/assets/%00', '/.env', '/none.js'].map(
        (url) => fetch(url).then(({ status }) => status),
      ),
    ),
  );
  expect(statuses.every((status) => status === 403 || status === 404)).toBe(true);
  expect(await page.evaluate(() => fetch('/', { method: 'POST' }).then(({ status }) => status))).toBe(405);
});

test('row 20: the bridge is {call, on}, frozen, and knows only names of the contract', async () => {
  const bridge = await page.evaluate(async () => {
    const { vav } = window;
    const replaced = Reflect.set(vav, 'call', () => null) || Reflect.set(window, 'vav', {});
    const codeOf = async (name: string): Promise<string> => {
      const envelope = await vav.call(name, {});
      return envelope.ok ? 'answered' : envelope.error.code;
    };
    const isRefused = (name: string): boolean => {
      try {
        vav.on(name, () => undefined);
        return false;
      } catch {
        return true;
      }
    };
    return {
      keys: Object.keys(vav).sort(),
      isFrozen: Object.isFrozen(vav),
      replaced,
      codes: await Promise.all(['nothing.here', 'constructor', '__proto__', 'x'.repeat(65)].map(codeOf)),
      events: ['vav:event', '', 'ipc-message'].map(isRefused),
      leaks: ['ipcRenderer', 'electron', 'webFrame'].filter((name) => name in globalThis),
    };
  });
  expect(bridge).toEqual({
    keys: ['call', 'on'],
    isFrozen: true,
    replaced: false,
    codes: ['UNKNOWN_CALL', 'UNKNOWN_CALL', 'UNKNOWN_CALL', 'UNKNOWN_CALL'],
    events: [true, true, true],
    leaks: [],
  });
});

test('row 26: a folder dropped on the window is offered without its path', async () => {
  const folder = fs.mkdtempSync(path.join(app.dataDir, 'offered-'));
  const offered = page.evaluate(
    () => new Promise<unknown>((resolve) => window.vav.on('dataset.folderOffered', resolve)),
  );
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await client.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
  const payload = (await offered) as { preview: { folderName: string } | null };
  expect(payload.preview?.folderName).toBe(path.basename(folder));
  expect(JSON.stringify(payload)).not.toContain(app.dataDir);
});

test('row 32: a second start on the same data leaves at once and the first keeps its one window', async () => {
  const { spawnSync } = await import('node:child_process');
  const flags = JSON.parse(process.env['VAV_ELECTRON_FLAGS'] ?? '[]') as string[];
  const second = spawnSync(
    process.env['ELECTRON_EXEC_PATH'] ?? '',
    [...flags, '.', `--data-dir=${app.dataDir}/.`, '--no-such-switch'],
    {
      cwd: path.join(import.meta.dirname, '../..'),
      timeout: 20_000,
    },
  );
  expect(second.status).toBe(0);
  expect(await windowCount()).toBe(1);
});

test('row 29: after all these attempts, nothing has reached the network', async () => {
  expect((await app.foreignRequests()).filter((request) => request.startsWith('reached'))).toEqual([]);
});
