import { defineConfig } from '@playwright/test';

/** End-to-end tests: the built application in the real Electron. `npm test -- e2e` provides both. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  globalSetup: './test/support/prepare-demonstration.ts',
  // As many applications at a time as there are virtual displays: on a real one, the keys go to a single window.
  workers: (JSON.parse(process.env['VAV_DISPLAYS'] ?? '[]') as unknown[]).length || 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] === 'true',
  // A test that passes the second time is a bug in the test or in the application.
  retries: 0,
  reporter: [['list']],
  // A whole journey, with an Electron start (0.5 s) and software drawing on a busy machine.
  timeout: 60_000,
  // The longest a screen may take to reach an expected state: ten times the slowest call.
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
  },
});
