import { expect, it, vi } from 'vitest';

const refused = vi.hoisted(() => (name: string) => () => {
  throw new Error(`${name} was loaded.`);
});
vi.mock('zod', refused('zod'));
vi.mock('better-sqlite3', refused('better-sqlite3'));

it('the first answers are read without zod and SQLite, which take longer to load than the first screen has', async () => {
  await expect(import('../../../src/main/workspace/first-answers.use-cases.ts')).resolves.toBeDefined();
  await expect(import('../../../src/main/settings/settings.use-cases.ts')).rejects.toThrow();
});
