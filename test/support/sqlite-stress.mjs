/**
 * Thousands of statements and databases, finalized by hand or left to the garbage collector, which is called in
 * between. Usage: `node --expose-gc sqlite-stress.mjs thread|worker|"busy worker" DIR`. Plain JavaScript, as every
 * runtime under test must start it.
 */
import path from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const STATEMENTS = 4000;
const DATABASES = 200;

function stress(dir) {
  const db = new Database(path.join(dir, 'stress.sqlite'));
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO person (name) VALUES (?)');
  db.transaction(() => {
    for (let i = 0; i < 500; i++) insert.run(`person ${i}`);
  })();
  for (let i = 0; i < STATEMENTS; i++) {
    const statement = db.prepare(`SELECT id, name FROM person WHERE id > ? LIMIT ${1 + (i % 7)}`);
    // Some iterators are left half-way on purpose: the collector must finalize them.
    for (const row of statement.iterate(i % 400)) if (row.id % 3 === 0) break;
    if (i % 200 === 0) globalThis.gc();
  }
  for (let i = 0; i < DATABASES; i++) {
    const other = new Database(':memory:');
    other.function('twice', (value) => value * 2);
    const statement = other.prepare('SELECT twice(21) AS answer');
    if (statement.get().answer !== 42) throw new Error('wrong answer');
    if (i % 2 === 0) other.close();
    if (i % 20 === 0) globalThis.gc();
  }
  globalThis.gc();
}

const [place, dir] = isMainThread ? process.argv.slice(2) : [workerData.place, workerData.dir];
if (isMainThread && place !== 'thread') {
  const worker = new Worker(new URL(import.meta.url), { workerData: { place, dir } });
  worker.once('message', () => {
    process.stdout.write(`statements ${STATEMENTS}, databases ${DATABASES}\n`);
    // The core's worker is stopped while its databases are open.
    if (place === 'busy worker') void worker.terminate();
  });
} else {
  stress(dir);
  if (isMainThread) process.stdout.write(`statements ${STATEMENTS}, databases ${DATABASES}\n`);
  else {
    const { parentPort } = await import('node:worker_threads');
    const open = new Database(path.join(dir, 'stress.sqlite'));
    parentPort.postMessage('done');
    if (place === 'busy worker') setInterval(() => open.prepare('SELECT count(*) FROM person').get(), 1);
  }
}
