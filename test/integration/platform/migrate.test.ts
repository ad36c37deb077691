import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEncrypted, openEncrypted } from '../../../src/main/platform/db/encrypted-database.ts';
import { migrate, type Migration } from '../../../src/main/platform/db/migrate.ts';
import type { WriteDb } from '../../../src/main/platform/db/open-database.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const KEY = Buffer.alloc(32, 0xab);
const NOW = 1_790_000_000_000;

const TOWNS: Migration = { version: 10, name: 'towns', sql: 'CREATE TABLE town (name TEXT NOT NULL) STRICT;' };
const STREETS: Migration = {
  version: 20,
  name: 'streets',
  sql: `CREATE TABLE street (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE TABLE door (street_id INTEGER NOT NULL REFERENCES street ON DELETE CASCADE) STRICT;`,
};
const BROKEN: Migration = {
  version: 20,
  name: 'broken',
  sql: `CREATE TABLE street (name TEXT NOT NULL) STRICT; INSERT INTO nowhere VALUES (1);`,
};

let folder: TempFolder;
let file: string;
let db: WriteDb;
beforeEach(() => {
  folder = tempFolder('migrate');
  file = join(folder.path, 'some.sqlite');
  db = createEncrypted(file, KEY);
});
afterEach(() => {
  db.close();
  folder.cleanup();
});

const copyTo = (version: number): string => join(folder.path, `copy-${version}.sqlite`);
const up = (...migrations: readonly Migration[]): number => migrate(db, migrations, { copyTo, now: NOW });
const tables = (): unknown =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all();
const applied = (): unknown => db.prepare('SELECT version, name, applied_at FROM migration').all();

describe('migrating', () => {
  it('an empty database applies each migration once, in order, and remembers it', () => {
    expect(up(TOWNS, STREETS)).toBe(20);
    expect(up(TOWNS, STREETS)).toBe(20);
    expect(tables()).toEqual(['door', 'migration', 'street', 'town']);
    expect(applied()).toEqual([
      { version: 10, name: 'towns', applied_at: NOW },
      { version: 20, name: 'streets', applied_at: NOW },
    ]);
    expect(readdirSync(folder.path).filter((name) => name.startsWith('copy'))).toEqual([]);
  });

  it('a database that holds something copies it first, as it was', () => {
    up(TOWNS);
    db.exec(`INSERT INTO town VALUES ('Metz')`);
    up(TOWNS, STREETS);
    const copy = openEncrypted(copyTo(10), KEY);
    expect(copy.prepare('SELECT name FROM town').pluck().all()).toEqual(['Metz']);
    expect(copy.prepare('SELECT max(version) FROM migration').pluck().get()).toBe(10);
    copy.close();
    expect(db.prepare('SELECT name FROM town').pluck().all()).toEqual(['Metz']);
  });

  it('copies nothing when there is nothing to do, or when no copy is wanted', () => {
    up(TOWNS);
    up(TOWNS);
    migrate(db, [TOWNS, STREETS], { copyTo: () => null, now: NOW });
    expect(existsSync(copyTo(10))).toBe(false);
  });

  it('rebuilds a table without erasing the rows that point to it', () => {
    up(TOWNS, STREETS);
    db.exec(`INSERT INTO street VALUES (1, 'rue Serpenoise'); INSERT INTO door VALUES (1);`);
    const rebuilding: Migration = {
      version: 30,
      name: 'rebuild',
      sql: `CREATE TABLE street_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, town TEXT) STRICT;
            INSERT INTO street_new (id, name) SELECT id, name FROM street;
            DROP TABLE street;
            ALTER TABLE street_new RENAME TO street;`,
    };
    up(TOWNS, STREETS, rebuilding);
    expect(db.prepare('SELECT count(*) FROM door').pluck().get()).toBe(1);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('a migration that fails', () => {
  it('leaves the database as it was, and can be tried again', () => {
    up(TOWNS);
    expect(() => up(TOWNS, BROKEN)).toThrow(/nowhere/);
    expect(tables()).toEqual(['migration', 'town']);
    expect(db.inTransaction).toBe(false);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(up(TOWNS, STREETS)).toBe(20);
  });

  it('on an empty database leaves it empty', () => {
    expect(() => up({ ...BROKEN, version: 10 })).toThrow(/nowhere/);
    expect(tables()).toEqual([]);
  });

  it('because rows point nowhere afterwards is undone', () => {
    up(TOWNS, STREETS);
    const orphan: Migration = { version: 30, name: 'orphan', sql: 'INSERT INTO door VALUES (99);' };
    expect(() => up(TOWNS, STREETS, orphan)).toThrow(/point nowhere/);
    expect(db.prepare('SELECT count(*) FROM door').pluck().get()).toBe(0);
  });

  it('because it ends its own transaction says so', () => {
    expect(() => up({ version: 10, name: 'commits', sql: 'COMMIT;' })).toThrow(/its own transaction/);
  });
});

describe('a history that is not ours', () => {
  it('from the future is refused, with both versions', () => {
    up(TOWNS, STREETS);
    expect(() => up(TOWNS)).toThrow(
      expect.objectContaining({ code: 'CASES_FROM_FUTURE', details: { version: 20, known: 10 } }),
    );
    expect(tables()).toEqual(['door', 'migration', 'street', 'town']);
  });

  it('with a migration edited since, or one slipped in before, is refused', () => {
    up(TOWNS, STREETS);
    const edited = { ...TOWNS, sql: `${TOWNS.sql} -- edited` };
    const between = { version: 30, name: 'late', sql: STREETS.sql };
    for (const history of [
      [edited, STREETS],
      [STREETS, between],
    ]) {
      expect(() => up(...history)).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
    }
  });
});

it('numbers that are not tens, or do not grow, are a mistake of ours', () => {
  for (const versions of [[5], [15], [20, 10], [10, 10], [0], [-10]]) {
    const wrong = versions.map((version) => ({ version, name: 'x', sql: 'SELECT 1' }));
    expect(() => up(...wrong)).toThrow(/comes after/);
  }
  expect(tables()).toEqual([]);
});
