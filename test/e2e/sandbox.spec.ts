import { expect, test } from '@playwright/test';
import fs from 'node:fs';
import { launchApp } from '../support/electron-app.ts';

/**
 * Root cannot have Chromium's sandbox, so this runs as another user: the pass that does sets VAV_EXPECT_SANDBOX=1,
 * and then a skip would be a lie.
 */
const isRoot = process.getuid?.() === 0;
const mustRun = process.env['VAV_EXPECT_SANDBOX'] === '1';

test('row 4: the operating system confines the renderer', { tag: '@sandbox' }, async () => {
  if (isRoot && mustRun) throw new Error('VAV_EXPECT_SANDBOX=1, and yet this runs as root.');
  test.skip(process.platform !== 'linux' && !mustRun, 'seccomp is of Linux');
  test.skip(isRoot, 'root starts Chromium without its sandbox');

  const app = await launchApp();
  try {
    const hasSwitch = await app.electron.evaluate(({ app: shell }) => shell.commandLine.hasSwitch('no-sandbox'));
    expect(hasSwitch).toBe(false);
    const pid = await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    // 2: a filter decides on every system call.
    expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
    expect(/^NoNewPrivs:\s+(\d)/m.exec(status)?.[1]).toBe('1');
    // Its own process namespace: the renderer sees none of the other processes.
    expect(/^NSpid:(.+)$/m.exec(status)?.[1]?.trim().split(/\s+/).length).toBeGreaterThan(1);
  } finally {
    await app.close();
  }
});
