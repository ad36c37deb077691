/** A copy, a check and a restore of a large store, and how late the core is meanwhile: `npm run bench -- copies`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runWithKey } from '../../src/main/platform/workers/keyed-worker.ts';
import type { RunCaseJob } from '../../src/main/backup/case-jobs.ts';
import { aCore, type TestCore } from '../support/core.ts';
import { manyNotes, NOTES_ADVISOR, type ManyNotes } from './many-notes.ts';
import { percentile, printTable } from './report.ts';

const FILES = 5_000;
const NOTES_EACH = 20;
/** A timer of so many milliseconds: by how much it comes late is how long the core did not answer. */
const EVERY_MS = 2;

const WORKER = new URL('../../src/main/backup/cases.worker.ts', import.meta.url);
const inWorker: RunCaseJob = (job, key, signal) => runWithKey(WORKER, job, key, signal);

interface Measured {
  readonly ms: number;
  readonly late: readonly number[];
}

export async function benchCopies(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    const made = await manyNotes(dataDir, { files: FILES, notesEach: NOTES_EACH, now: Date.now() });
    const core = aCore(dataDir, { checksOutput: false, clock: { now: () => Date.now() }, runCaseJob: inWorker });
    await core.prepare();
    const unlocking = performance.now();
    await core.ask('access.unlock', { accountId: NOTES_ADVISOR.id, passphrase: NOTES_ADVISOR.passphrase });
    const unlocked = performance.now() - unlocking;
    await benchOpened(core, made, unlocked);
    core.close();
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

async function benchOpened(core: TestCore, made: ManyNotes, unlocked: number): Promise<void> {
  const rest = await lateness(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
  let backupId = '';
  const copying = await lateness(async () => {
    ({ backupId } = await core.ask('backup.take', {}));
  });
  const looking = await lateness(() => core.ask('backup.preview', { backupId }));
  const restoring = await lateness(() => core.ask('backup.restore', { backupId }));
  const row = (what: string, { ms, late }: Measured) => ({
    what,
    s: Math.round(ms / 100) / 10,
    'late p50 ms': percentile(late, 50),
    'late p99 ms': percentile(late, 99),
    'worst ms': percentile(late, 100),
  });
  const size = `${made.notes.toLocaleString('en')} notes, ${Math.round(made.bytes / 1e6)} MB`;
  printTable(`Copies of ${FILES.toLocaleString('en')} case files, ${size}; unlocked in ${Math.round(unlocked)} ms`, [
    row('at rest', rest),
    row('a copy (backup.take)', copying),
    row('a check and a preview (backup.preview)', looking),
    row('a restore (backup.restore)', restoring),
  ]);
}

/** How long a work takes, and how late a timer of the same thread is meanwhile. */
async function lateness(work: () => Promise<unknown>): Promise<Measured> {
  const late: number[] = [];
  let expected = performance.now() + EVERY_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - expected));
    expected = now + EVERY_MS;
  }, EVERY_MS);
  const start = performance.now();
  await work();
  clearInterval(timer);
  return { ms: performance.now() - start, late };
}
