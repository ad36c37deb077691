import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launchApp } from './electron-app.ts';
import { ADVISOR, PREPARED_WITHIN_MS, WindowPage } from './pages/window.page.ts';

/** Makes the demonstration once for all journeys that are not about its making, and leaves it locked. */
export default async function prepareDemonstration(): Promise<() => void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-prepared-'));
  const app = await launchApp({ dataDir });
  const window = new WindowPage(app.page);
  await window.tryDemonstration.click();
  await window.useAccount(ADVISOR).waitFor({ timeout: PREPARED_WITHIN_MS });
  await app.close();
  process.env['VAV_PREPARED_DEMONSTRATION'] = dataDir;
  return () => fs.rmSync(dataDir, { recursive: true, force: true });
}
