/** Click to usable window, against an empty Electron window in the same run: `npm run bench -- start`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { PortfolioPage } from '../support/pages/portfolio.page.ts';
import { percentile, printTable, ratio } from './report.ts';

const RUNS = 5;

export async function benchStart(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  const empty = emptyApp(dataDir);
  // The first start asks what to do, then makes the demonstration with its people: measured apart.
  const { welcome, made } = await startFirst(dataDir);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await startOurs(dataDir));
    bare.push(await startEmpty(empty));
  }
  fs.rmSync(dataDir, { recursive: true, force: true });
  printTable('From launch to what takes the first key', [
    {
      what: 'first start, to the choice',
      'p50 ms': Math.round(welcome),
      'against empty': ratio(welcome, percentile(bare, 50)),
    },
    {
      what: 'demonstration chosen, to its accounts',
      'p50 ms': Math.round(made),
      'against empty': ratio(made, percentile(bare, 50)),
    },
    {
      what: 'next starts, to the passphrase field',
      'p50 ms': Math.round(percentile(ours, 50)),
      'against empty': ratio(percentile(ours, 50), percentile(bare, 50)),
    },
    { what: 'empty Electron window', 'p50 ms': Math.round(percentile(bare, 50)), 'against empty': '1.0x' },
  ]);
}

async function startFirst(dataDir: string): Promise<{ readonly welcome: number; readonly made: number }> {
  const start = performance.now();
  const app = await launchApp({ dataDir });
  const choice = app.page.getByRole('button', { name: 'Essayer la démonstration' });
  await choice.waitFor();
  const asked = performance.now();
  await choice.click();
  await new PortfolioPage(app.page).passphrase.waitFor();
  const made = performance.now();
  await app.close();
  return { welcome: asked - start, made: made - asked };
}

async function startOurs(dataDir: string): Promise<number> {
  const start = performance.now();
  const app = await launchApp({ dataDir });
  await new PortfolioPage(app.page).passphrase.waitFor();
  const elapsed = performance.now() - start;
  await app.close();
  return elapsed;
}

async function startEmpty(main: string): Promise<number> {
  const start = performance.now();
  const electron = await _electron.launch({
    executablePath: process.env['ELECTRON_EXEC_PATH'] ?? '',
    args: [...(JSON.parse(process.env['VAV_ELECTRON_FLAGS'] ?? '[]') as string[]), main],
    chromiumSandbox: true,
  });
  const page = await electron.firstWindow();
  await page.getByRole('textbox').waitFor();
  const elapsed = performance.now() - start;
  await electron.close();
  return elapsed;
}

function emptyApp(folder: string): string {
  const main = path.join(folder, 'empty', 'main.js');
  fs.mkdirSync(path.dirname(main));
  fs.writeFileSync(path.join(folder, 'empty', 'package.json'), JSON.stringify({ name: 'empty', main: 'main.js' }));
  fs.writeFileSync(
    main,
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ webPreferences: { sandbox: true } }).loadURL('data:text/html,<input>'));
app.on('window-all-closed', () => app.quit());
`,
  );
  return path.dirname(main);
}
