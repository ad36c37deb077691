/** Searches in a hundred thousand notes, in the core and in the real application: `npm run bench -- note-search`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { makeGuardUseCases } from '../../src/main/guard/guard.use-cases.ts';
import type { CallInput, CallOutput } from '../../src/shared/contract/index.ts';
import type { Envelope } from '../../src/shared/contract/wire.ts';
import { drawFrom } from '../../src/shared/kernel/draw.ts';
import { aCore } from '../support/core.ts';
import { launchApp } from '../support/electron-app.ts';
import { PortfolioPage } from '../support/pages/portfolio.page.ts';
import { RESOURCES } from '../support/project.ts';
import { manyNotes, NOTES_ADVISOR, RARE, UNCOMMON, type ManyNotes } from './many-notes.ts';
import { percentile, printTable } from './report.ts';

const FILES = 5_000;
const NOTES_EACH = 20;
const QUERIES_OF_A_KIND = 40;

type Search = CallInput<'note.search'>;
type Queries = Readonly<Record<string, readonly Search[]>>;

export async function benchNoteSearch(): Promise<void> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    const made = await manyNotes(dataDir, { files: FILES, notesEach: NOTES_EACH, now: Date.now() });
    printTable('A store of notes', [
      {
        notes: made.notes.toLocaleString('en'),
        'store MB': Math.round(made.bytes / 1e5) / 10,
        'written in s': Math.round(made.writtenIn / 100) / 10,
      },
    ]);
    const queries = queriesOf(made);
    await inCore(dataDir, queries);
    await inApplication(dataDir, queries);
  } finally {
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** 200 and more: words that most notes have, that few have, and that none has; alone, together, as they follow. */
function queriesOf({ words }: ManyNotes): Queries {
  const guard = makeGuardUseCases(RESOURCES);
  const draw = drawFrom(5);
  const allowed = (make: () => string): string => {
    const text = make();
    return guard.check(text).length === 0 ? text : allowed(make);
  };
  const of = (make: () => string, order: Search['order'] = 'newest'): readonly Search[] =>
    Array.from({ length: QUERIES_OF_A_KIND }, () => ({ text: allowed(make), order, limit: 50 }));
  const common = (): string => draw.pick(words.slice(0, 40));
  const any = (): string => draw.pick(words);
  return {
    'a common word': of(common),
    'any word': of(any),
    'a rare word': of(() => draw.pick([RARE, UNCOMMON])),
    'two words': of(() => `${common()} ${any()}`),
    'the beginning of a word': of(() => any().slice(0, 3)),
    'words that follow': of(() =>
      draw.pick(['"le trajet du matin"', '"je rappelle"', '"fin de semaine"', '"un mois"']),
    ),
    'a word that no note has': of(() => `${any()}zzq`),
    'a common word, best first': of(common, 'best'),
    'two words, best first': of(() => `${common()} ${common()}`, 'best'),
  };
}

async function inCore(dataDir: string, queries: Queries): Promise<void> {
  const core = aCore(dataDir, { checksOutput: false, clock: { now: () => Date.now() } });
  await core.prepare();
  await core.ask('access.unlock', { accountId: NOTES_ADVISOR.id, passphrase: NOTES_ADVISOR.passphrase });
  try {
    await measured('Searches in the core', queries, async (asked) => {
      const start = performance.now();
      const { total } = await core.ask('note.search', asked);
      return { ms: performance.now() - start, total };
    });
  } finally {
    core.close();
  }
}

async function inApplication(dataDir: string, queries: Queries): Promise<void> {
  const app = await launchApp({ dataDir });
  try {
    const portfolio = new PortfolioPage(app.page);
    await portfolio.passphrase.fill(NOTES_ADVISOR.passphrase);
    await portfolio.submitPassphrase.click();
    await portfolio.rows.first().waitFor();
    await measured('Searches from the page of the application', queries, (asked) => fromPage(app.page, asked));
  } finally {
    await app.close();
  }
}

/** In the page itself: what drives the browser from outside costs more than what is measured. */
function fromPage(page: Page, asked: Search): Promise<Measured> {
  return page.evaluate(async (search) => {
    const start = performance.now();
    const envelope = (await window.vav.call('note.search', search)) as Envelope<CallOutput<'note.search'>>;
    if (!envelope.ok) throw new Error(`${search.text}: ${envelope.error.code}`);
    return { ms: performance.now() - start, total: envelope.data.total };
  }, asked);
}

interface Measured {
  readonly ms: number;
  readonly total: number;
}

async function measured(title: string, queries: Queries, ask: (asked: Search) => Promise<Measured>): Promise<void> {
  const all: number[] = [];
  const rows: Readonly<Record<string, string | number>>[] = [];
  for (const [what, searches] of Object.entries(queries)) {
    const answers: Measured[] = [];
    for (const search of searches) answers.push(await ask(search));
    const times = answers.map(({ ms }) => ms);
    all.push(...times);
    rows.push({
      what,
      ...summary(times),
      'notes found, median': percentile(
        answers.map(({ total }) => total),
        50,
      ),
    });
  }
  printTable(title, [...rows, { what: 'all', ...summary(all), 'notes found, median': '' }]);
}

function summary(times: readonly number[]): Readonly<Record<string, number>> {
  return {
    searches: times.length,
    'p50 ms': percentile(times, 50),
    'p95 ms': percentile(times, 95),
    'worst ms': percentile(times, 100),
  };
}
