import { defineConfig } from 'vitest/config';

/**
 * One project per folder of test/, so that `vitest run --project unit` runs one kind. Processes and not threads: the
 * SQLite addon is the machine's own code, and a crash in it must name a test file instead of ending the run.
 */
const suite = (name: string, options: { readonly testTimeout: number }) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // Two cores are common on the machines that run this; more workers only wait for each other.
    maxWorkers: 2,
    projects: [
      // Pure rules: a slow one is a mistake.
      suite('unit', { testTimeout: 5_000 }),
      // The contract, junk on every call, the import rules (which start a tool).
      suite('contract', { testTimeout: 30_000 }),
      // A real database in a temporary folder, real workers, child processes.
      suite('integration', { testTimeout: 60_000 }),
      // Answers recorded over the fixture files, asked of two runtimes.
      suite('golden', { testTimeout: 120_000 }),
      suite('security', { testTimeout: 60_000 }),
    ],
  },
});
