/**
 * The SQLite addon in the places where the application loads it: the main thread and a worker, of Node and of Electron.
 *
 * It may be compiled here rather than shipped (scripts/lib/addon.mjs), and the mistakes of such a build show late: at a
 * garbage collection, at the end of a worker, at the exit of the process. A crash would take the test runner with it,
 * so each case is a child process that must end by itself, with code 0.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { electronRuntime } from '../../../scripts/lib/runtime.mjs';

const stressScript = resolve(import.meta.dirname, '../../support/sqlite-stress.mjs');
const electron = await electronRuntime();

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vav-sqlite-'));
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const RUNTIMES: readonly (readonly [name: string, exe: string])[] = [
  ['Node', process.execPath],
  ['Electron as Node', electron.exe],
];

describe.each(RUNTIMES)('the SQLite addon in %s', (_name, exe) => {
  test.each(['thread', 'worker', 'busy worker'])('survives garbage collection in a %s and exits cleanly', (place) => {
    const child = spawnSync(exe, ['--expose-gc', stressScript, place, dir], {
      encoding: 'utf8',
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      timeout: 50_000,
    });
    expect({ stderr: child.stderr, signal: child.signal, status: child.status }).toEqual({
      stderr: '',
      signal: null,
      status: 0,
    });
    expect(child.stdout.trim()).toBe('statements 4000, databases 200');
  });
});

describe('an encrypted database', () => {
  const CANARY = 'Ysaline Quénéhervé-Tréboul';

  function writeCanary(file: string, key: string | null): void {
    const db = new Database(file);
    if (key !== null) {
      db.pragma(`cipher='chacha20'`);
      db.key(Buffer.from(key, 'hex'));
    }
    db.pragma('journal_mode = WAL');
    db.exec('CREATE TABLE note (body TEXT NOT NULL) STRICT');
    const insert = db.prepare('INSERT INTO note VALUES (?)');
    for (let i = 0; i < 200; i++) insert.run(`${CANARY} ${i}`);
    // What lies on the disk while the application runs: the file, its log, its index.
    db.prepare('SELECT count(*) FROM note').get();
  }

  const onDisk = (): string =>
    readdirSync(dir)
      .map((name) => readFileSync(join(dir, name), 'latin1'))
      .join('');
  const canaryBytes = Buffer.from(CANARY).toString('latin1');

  test('shows nothing of what it holds', () => {
    writeCanary(join(dir, 'cases.sqlite'), 'ab'.repeat(32));
    expect(onDisk().length).toBeGreaterThan(10_000);
    expect(onDisk()).not.toContain(canaryBytes);
    expect(onDisk()).not.toContain('SQLite format 3');
  });

  test('is what hides it: the same words are readable in a database without key', () => {
    writeCanary(join(dir, 'clear.sqlite'), null);
    expect(onDisk()).toContain(canaryBytes);
  });

  test('refuses another key', () => {
    const file = join(dir, 'cases.sqlite');
    writeCanary(file, 'ab'.repeat(32));
    const db = new Database(file);
    db.pragma(`cipher='chacha20'`);
    db.key(Buffer.from('cd'.repeat(32), 'hex'));
    expect(() => db.prepare('SELECT * FROM note').get()).toThrow(/not a database/);
    db.close();
  });
});

test('better-sqlite3 looks for the binary where it is installed', () => {
  const packageDir = resolve(createRequire(import.meta.url).resolve('better-sqlite3'), '../..');
  const target = `${process.platform}-${process.arch}`;
  expect(readFileSync(join(packageDir, 'lib', `${target}.js`), 'utf8')).toContain(`../prebuilds/${target}.node`);
});
