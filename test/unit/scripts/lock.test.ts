import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '../../../scripts/lib/lock.mjs';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vav-lock-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

test('two pieces of work under one lock never overlap', async () => {
  const events: string[] = [];
  const work = (name: string) => () =>
    withLock(
      'build',
      async () => {
        events.push(`${name} starts`);
        await Promise.resolve();
        events.push(`${name} ends`);
      },
      { dir },
    );
  await Promise.all([work('a')(), work('b')()]);
  expect(events).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

test('the lock of a process that died is taken over', async () => {
  // No process has this number: it is above the limit of every system.
  writeFileSync(join(dir, 'build.lock'), '999999999');
  expect(await withLock('build', () => 'done', { dir })).toBe('done');
});

test('work that fails gives the lock back', async () => {
  await expect(withLock('build', () => Promise.reject(new Error('no disk')), { dir })).rejects.toThrow('no disk');
  expect(readdirSync(dir)).toEqual([]);
});
