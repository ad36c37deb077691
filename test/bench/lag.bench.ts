/** How late the window answers while a folder is imported beside: `npm run bench -- lag`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchApp } from '../support/electron-app.ts';
import { makeLongFolder } from '../support/e2e-folders.ts';
import { DataPage } from '../support/pages/data.page.ts';
import { percentile, printTable } from './report.ts';

const ESTABLISHMENTS = 200_000;

/** One reading each 5 ms: by how much it came later than asked for, in milliseconds. */
function startReading(): void {
  const everyMs = 5;
  const readings: number[] = [];
  let expected = performance.now() + everyMs;
  const timer = setInterval(() => {
    const now = performance.now();
    readings.push(Math.max(0, now - expected));
    expected = now + everyMs;
  }, everyMs);
  Object.assign(globalThis, { vavLag: { readings, stop: () => clearInterval(timer) } });
}

function endReading(): readonly number[] {
  const { vavLag } = globalThis as unknown as {
    readonly vavLag: { readonly readings: readonly number[]; readonly stop: () => void };
  };
  vavLag.stop();
  return vavLag.readings;
}

export async function benchLag(): Promise<void> {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  const app = await launchApp({ dataDir: path.join(temp, 'data') });
  const data = new DataPage(app);
  await data.enter();
  await data.goTo('Données');
  // At rest first: what the machine does by itself is not ours.
  const read = async (work: () => Promise<void>) => {
    await app.electron.evaluate(startReading);
    await app.page.evaluate(startReading);
    await work();
    return { main: await app.electron.evaluate(endReading), page: await app.page.evaluate(endReading) };
  };
  const atRest = await read(() => app.page.waitForTimeout(5_000));
  const importing = await read(() => data.importFolder(makeLongFolder(temp, ESTABLISHMENTS)));
  await app.close();
  fs.rmSync(temp, { recursive: true, force: true });
  const row = (what: string, lags: readonly number[]) => ({
    what,
    'p50 ms': percentile(lags, 50),
    'p99 ms': percentile(lags, 99),
    'worst ms': percentile(lags, 100),
    readings: lags.length,
  });
  printTable(`Lateness of a timer of 5 ms, importing ${ESTABLISHMENTS.toLocaleString('en')} establishments`, [
    row('main thread, at rest', atRest.main),
    row('main thread, importing', importing.main),
    row('page, at rest', atRest.page),
    row('page, importing', importing.page),
  ]);
}
