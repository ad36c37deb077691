import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');
export const RESOURCES = join(PROJECT, 'resources');
export const BUILT_RESOURCES = join(PROJECT, 'out/resources');
export const FIXTURE_FOLDER = join(PROJECT, 'test/support/fixtures/reference');

/** Public files as published, outside the project; tests that need them say so where they are absent. */
export const SHARED = resolve(PROJECT, process.env['VAV_SHARED'] ?? '../shared');
export const lacksSharedData = !existsSync(join(SHARED, 'data'));

/** The command line as the build makes it. */
export function builtCli(): string {
  const cli = join(PROJECT, 'out/main/cli.js');
  if (!existsSync(cli)) throw new Error('out/main/cli.js is missing: run `npm run build` first (`npm test` does).');
  return cli;
}
