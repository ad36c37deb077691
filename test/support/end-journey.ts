import { expect } from '@playwright/test';
import type { RunningApp } from './electron-app.ts';

/** How every journey ends: nothing complained of, nothing asked of the network, a clean exit. */
export async function endJourney(app: RunningApp): Promise<void> {
  const foreign = await app.foreignRequests();
  await app.close();
  expect(app.complaints(), 'the console complained').toEqual([]);
  expect(foreign, 'something was asked of the network').toEqual([]);
}
