import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  copyDatabase,
  createEncrypted,
  isWhole,
  openEncrypted,
  openEncryptedToRead,
} from '../../../src/main/platform/db/encrypted-database.ts';
import type { WriteDb } from '../../../src/main/platform/db/open-database.ts';
import { filesHolding, openFilesHolding } from '../../support/bytes-on-disk.ts';
import { folderState } from '../../support/folder-state.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { tempFolder, type TempFolder } from '../../support/temp-folder.ts';

const KEY = Buffer.alloc(32, 0xab);
const OTHER_KEY = Buffer.alloc(32, 0xcd);
const CANARY = 'canary: she said she would rather walk';

let folder: TempFolder;
let file: string;
beforeEach(() => {
  folder = tempFolder('encrypted');
  file = join(folder.path, 'some.sqlite');
});
afterEach(() => folder.cleanup());

/** Notes that say the canary, still partly in the log of the database while it is open. */
function withNotes(count = 500): WriteDb {
  const db = createEncrypted(file, KEY);
  db.exec('CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO note (body) VALUES (?)');
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) insert.run(`${(index * 7919) % count} ${CANARY}`);
  })();
  return db;
}

const countIn = (db: Pick<WriteDb, 'prepare'>): unknown => db.prepare('SELECT count(*) FROM note').pluck().get();

describe('an encrypted database', () => {
  it('gives back what was written, to who has the key', () => {
    withNotes().close();
    const writing = openEncrypted(file, KEY);
    const reading = openEncryptedToRead(file, KEY);
    expect([countIn(writing), countIn(reading)]).toEqual([500, 500]);
    expect(() => reading.prepare(`INSERT INTO note (body) VALUES ('x')`).run()).toThrow(/readonly/);
    reading.close();
    writing.close();
  });

  it('shows nothing of it on the disk: not in the file, nor in its log', () => {
    const db = withNotes();
    expect(readdirSync(folder.path)).toContain('some.sqlite-wal');
    expect(filesHolding(folder.path, CANARY)).toEqual([]);
    expect(filesHolding(folder.path, 'SQLite format 3')).toEqual([]);
    expect(filesHolding(folder.path, KEY)).toEqual([]);
    db.close();
    expect(filesHolding(folder.path, CANARY)).toEqual([]);
  });

  it('sorts more than its cache without writing it to a temporary file', () => {
    const db = withNotes(20_000);
    db.pragma('cache_size = 10');
    const sorted = db.prepare('SELECT body FROM note ORDER BY body').iterate();
    sorted.next();
    expect(openFilesHolding(CANARY)).toEqual([]);
    sorted.return?.();
    // The same sort where nothing forbids it: the search finds it.
    db.pragma('temp_store = FILE');
    const spilled = db.prepare('SELECT body FROM note ORDER BY body').iterate();
    spilled.next();
    if (process.platform === 'linux') expect(openFilesHolding(CANARY)).not.toEqual([]);
    spilled.return?.();
    db.close();
  });

  it('waits for the disk at each commit, and is told the rest of its settings', () => {
    const db = createEncrypted(file, KEY);
    const told = (name: string): unknown => db.pragma(name, { simple: true });
    expect({
      journal: told('journal_mode'),
      synchronous: told('synchronous'),
      fullfsync: told('fullfsync'),
      tempStore: told('temp_store'),
      foreignKeys: told('foreign_keys'),
      trustedSchema: told('trusted_schema'),
      secureDelete: told('secure_delete'),
      cacheSize: told('cache_size'),
    }).toEqual({
      journal: 'wal',
      synchronous: 2,
      fullfsync: 1,
      tempStore: 2,
      foreignKeys: 1,
      trustedSchema: 0,
      secureDelete: 1,
      cacheSize: -65_536,
    });
    db.close();
  });

  it('is never created over a file', () => {
    writeFileSync(file, 'something');
    expect(() => createEncrypted(file, KEY)).toThrow(/There is a file/);
    expect(readFileSync(file, 'utf8')).toBe('something');
  });

  it('takes a key of 32 bytes only, and leaves no file behind for another', () => {
    expect(() => createEncrypted(file, Buffer.alloc(16))).toThrow(/32 bytes/);
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

describe('what is no database with that key', () => {
  it.each([
    ['another key', () => withNotes().close(), OTHER_KEY],
    ['no file', () => undefined, KEY],
    ['an empty file', () => writeFileSync(file, ''), KEY],
    ['text', () => writeFileSync(file, 'hello '.repeat(2_000)), KEY],
    ['a few bytes', () => writeFileSync(file, 'hi'), KEY],
    [
      'a database cut short',
      () => {
        withNotes().close();
        writeFileSync(file, readFileSync(file).subarray(0, 5_000));
      },
      KEY,
    ],
  ])('%s: is refused with words of its own, and is left as it was', (_, make, key) => {
    make();
    const before = folderState(folder.path)['some.sqlite'];
    for (const open of [openEncrypted, openEncryptedToRead]) {
      expect(() => open(file, key)).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
    }
    // A reader may leave an empty log beside; the file itself keeps its bytes.
    expect(folderState(folder.path)['some.sqlite']).toBe(before);
  });

  it('one byte changed anywhere in its pages is seen', () => {
    withNotes().close();
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const db = openEncrypted(file, KEY);
    expect(isWhole(db)).toBe(false);
    db.close();
  });
});

describe('a copy', () => {
  it('holds the same, under the same key, and is whole', () => {
    const db = withNotes();
    const to = join(folder.path, 'backups', 'copy.sqlite');
    copyDatabase(db, to);
    db.close();
    expect(filesHolding(folder.path, CANARY)).toEqual([]);
    expect(readdirSync(join(folder.path, 'backups'))).toEqual(['copy.sqlite']);
    const copy = openEncrypted(to, KEY);
    expect(countIn(copy)).toBe(500);
    expect(isWhole(copy)).toBe(true);
    copy.close();
    expect(() => openEncrypted(to, OTHER_KEY)).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
  });

  it('replaces the one before, and what a crash left beside', () => {
    const db = withNotes();
    const to = join(folder.path, 'copy.sqlite');
    writeFileSync(to, 'an old copy');
    writeFileSync(`${to}.tmp`, 'half of one');
    copyDatabase(db, to);
    db.close();
    expect(existsSync(`${to}.tmp`)).toBe(false);
    const copy = openEncryptedToRead(to, KEY);
    expect(countIn(copy)).toBe(500);
    copy.close();
  });

  it('of a damaged database is refused, and the one before is kept', () => {
    withNotes().close();
    const bytes = readFileSync(file);
    bytes.fill(0, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 100);
    writeFileSync(file, bytes);
    const to = join(folder.path, 'copy.sqlite');
    writeFileSync(to, 'an old copy');
    const db = openEncrypted(file, KEY);
    expect(() => copyDatabase(db, to)).toThrow(expect.objectContaining({ code: 'CASES_UNREADABLE' }));
    db.close();
    expect(readFileSync(to, 'utf8')).toBe('an old copy');
    expect(existsSync(`${to}.tmp`)).toBe(false);
  });
});

describe('a full disk', () => {
  it('is said, at creation and at a copy, and leaves nothing half-written', (context) => {
    const disk = smallDisk(4 * 1024 * 1024);
    if (disk === null) return context.skip('no disk can be mounted here');
    onTestFinished(() => disk.cleanup());
    disk.leave(0);
    const target = join(disk.path, 'some.sqlite');
    expect(() => createEncrypted(target, KEY)).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
    expect(readdirSync(disk.path)).toEqual(['filler']);
    const db = withNotes(20_000);
    disk.leave(64 * 1024);
    expect(() => copyDatabase(db, target)).toThrow(expect.objectContaining({ code: 'DISK_FULL' }));
    expect(readdirSync(disk.path)).toEqual(['filler']);
    db.close();
  });
});
