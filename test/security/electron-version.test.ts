import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import latest from './electron-latest.json' with { type: 'json' };

/** Electron supports its three latest majors, a new one every eight weeks. */
const MAX_AGE_WEEKS = 16;
const WEEK_MS = 7 * 24 * 3600 * 1000;

it('row 16: users get the newest major of Electron known here, or the one before, at an exact version', () => {
  const version = manifest.devDependencies.electron;
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(latest.major - 1);
});

// A test that fails by the calendar would fail in every old clone: only a release asks (VAV_RELEASE=1, see docs/threat-model.md).
it.runIf(process.env['VAV_RELEASE'] === '1')('row 16: a release looked at what is newest not long ago', () => {
  const weeks = (Date.now() - Date.parse(latest.seenOn)) / WEEK_MS;
  expect(weeks, 'look up the newest Electron and write it in electron-latest.json').toBeLessThan(MAX_AGE_WEEKS);
});
