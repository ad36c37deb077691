/**
 * From the click to the first thing to read, and what it costs, against an empty Electron window in the same run:
 * `npm run bench -- start`.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchApp } from '../support/electron-app.ts';
import { WindowPage } from '../support/pages/window.page.ts';
import { launchToField, writeEmptyApp } from './empty-electron.ts';
import { proportionalMemory } from './process-memory.ts';
import { percentile, printTable, ratio } from './report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RUNS = 7;
/** Memory settles: collected garbage is given back a few seconds after. */
const SETTLING_MS = 5_000;

interface Run {
  readonly startMs: number;
  readonly unlockMs: number;
  readonly derivationMs: number;
  readonly memoryMiB: number | null;
}

export async function benchStart(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  const empty = writeEmptyApp(dataDir);
  // The first start asks what to do, then makes the demonstration with its people: measured apart.
  const { welcome, made } = await startFirst(dataDir);
  const ours: Run[] = [];
  const bare: Pick<Run, 'startMs' | 'memoryMiB'>[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await runOurs(dataDir));
    bare.push(await runEmpty(empty));
  }
  fs.rmSync(dataDir, { recursive: true, force: true });
  const bareMs = median(bare.map(({ startMs }) => startMs));
  const startMs = median(ours.map((run) => run.startMs));
  printTable(`From launch to what takes the first key, median of ${RUNS}`, [
    { what: 'first start, to the choice', ms: Math.round(welcome), 'against empty': ratio(welcome, bareMs) },
    { what: 'demonstration chosen, to its accounts', ms: Math.round(made), 'against empty': ratio(made, bareMs) },
    { what: 'next starts, to the passphrase field', ms: Math.round(startMs), 'against empty': ratio(startMs, bareMs) },
    { what: 'empty Electron window', ms: Math.round(bareMs), 'against empty': '1.0x' },
  ]);
  printTable('From the passphrase to the day: its first meeting, or where it has none its first thing to do', [
    {
      'submitted to first line, ms': Math.round(median(ours.map(({ unlockMs }) => unlockMs))),
      'derivation of the key, ms': Math.round(median(ours.map(({ derivationMs }) => derivationMs))),
      'beyond it, median': Math.round(median(ours.map(beyondDerivation))),
      worst: Math.round(Math.max(...ours.map(beyondDerivation))),
    },
  ]);
  printMemory(ours, bare);
}

function beyondDerivation({ unlockMs, derivationMs }: Run): number {
  return unlockMs - derivationMs;
}

function printMemory(ours: readonly Run[], bare: readonly Pick<Run, 'memoryMiB'>[]): void {
  const known = (runs: readonly Pick<Run, 'memoryMiB'>[]): readonly number[] =>
    runs.flatMap(({ memoryMiB }) => (memoryMiB === null ? [] : [memoryMiB]));
  if (known(ours).length === 0) {
    process.stdout.write('memory skipped: only Linux tells what processes share\n');
    return;
  }
  const [mine, theirs] = [median(known(ours)), median(known(bare))];
  printTable('Memory of all processes (PSS), day of the demonstration on screen', [
    { 'Vis-à-vis MiB': mine, 'empty Electron MiB': theirs, 'beyond it': mine - theirs },
  ]);
}

async function startFirst(dataDir: string): Promise<{ readonly welcome: number; readonly made: number }> {
  const start = performance.now();
  const app = await launchApp({ dataDir });
  const choice = app.page.getByRole('button', { name: 'Essayer la démonstration' });
  await choice.waitFor();
  const asked = performance.now();
  await choice.click();
  const gate = new WindowPage(app.page);
  await gate.passphrase.waitFor();
  const made = performance.now();
  // What is only shown the first time somebody comes in is not what is measured.
  await gate.comeIn();
  await app.page.locator('.to-do-item').first().waitFor();
  await app.close();
  return { welcome: asked - start, made: made - asked };
}

async function runOurs(dataDir: string): Promise<Run> {
  const start = performance.now();
  const electron = await launchToField(ROOT, [`--data-dir=${dataDir}`]);
  const startMs = performance.now() - start;
  const page = await electron.firstWindow();
  const derivationMs = await wrongPassphrase(page);
  const unlockMs = await unlock(page);
  const memoryMiB = await memoryOf(electron);
  await electron.close();
  return { startMs, unlockMs, derivationMs, memoryMiB };
}

/** A wrong passphrase costs the derivation of its key and nothing else, once the core is there. */
function wrongPassphrase(page: Page): Promise<number> {
  return page.evaluate(async () => {
    await window.vav.call('dataset.importState', {});
    const status = await window.vav.call('access.status', {});
    const { accounts } = (status as { readonly data: { readonly accounts: readonly { readonly id: string }[] } }).data;
    const start = performance.now();
    await window.vav.call('access.unlock', { accountId: accounts[0]?.id, passphrase: 'not the passphrase at all' });
    return performance.now() - start;
  });
}

/** Timed in the page, from the click that sends the passphrase to a meeting or a thing to do of the day, painted. */
async function unlock(page: Page): Promise<number> {
  await new WindowPage(page).passphrase.fill(await shownPassphrase(page));
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const send = [...document.querySelectorAll('button')].find(({ type }) => type === 'submit');
        const start = performance.now();
        const look = (): void => {
          if (document.querySelector('[role="gridcell"], .to-do-item') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now() - start));
        };
        send?.click();
        look();
      }),
  );
}

function shownPassphrase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const status = await window.vav.call('access.status', {});
    const { accounts } = (
      status as { readonly data: { readonly accounts: readonly { readonly demonstrationPassphrase: string }[] } }
    ).data;
    return accounts[0]?.demonstrationPassphrase ?? '';
  });
}

async function runEmpty(empty: string): Promise<Pick<Run, 'startMs' | 'memoryMiB'>> {
  const start = performance.now();
  const electron = await launchToField(empty);
  const startMs = performance.now() - start;
  const memoryMiB = await memoryOf(electron);
  await electron.close();
  return { startMs, memoryMiB };
}

async function memoryOf(electron: ElectronApplication): Promise<number | null> {
  const pid = electron.process().pid;
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
  return pid === undefined ? null : proportionalMemory(pid);
}

function median(values: readonly number[]): number {
  return percentile(values, 50);
}
