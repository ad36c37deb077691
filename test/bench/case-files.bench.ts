/** Questions about people, in the core, with the files of one advisor: `npm run bench -- case-files`. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readingKey } from '../../src/main/access/reading-key.use-cases.ts';
import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import { drawFrom } from '../../src/shared/kernel/draw.ts';
import { aCore, type TestCore } from '../support/core.ts';
import { TEST_NOW } from '../support/fixture-release.ts';
import { ACCOUNTS, idMaker } from '../support/people.ts';
import { manyFiles, type ManyFiles } from './many-files.ts';
import { percentile, printTable } from './report.ts';

const FILES = 5_000;
const ASKED = 400;
const UNLOCKS = 5;

export async function benchCaseFiles(): Promise<void> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-bench-'));
  try {
    const made = await manyFiles(root, FILES, TEST_NOW);
    await benchUnlock(made);
    const core = await openedCore(made.dataDir);
    try {
      await benchCalls(core, made);
    } finally {
      core.close();
    }
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

async function openedCore(dataDir: string): Promise<TestCore> {
  const core = aCore(dataDir, { checksOutput: false });
  await core.prepare();
  const [{ id: accountId, passphrase }] = ACCOUNTS;
  await core.ask('access.unlock', { accountId, passphrase });
  return core;
}

/** From the passphrase to the first line of the portfolio, the derivation of the key apart: it is meant to be long. */
async function benchUnlock({ dataDir, operations, bytes, writtenIn }: ManyFiles): Promise<void> {
  const derivations: number[] = [];
  const unlocks: number[] = [];
  const portfolios: number[] = [];
  const [{ id: accountId, passphrase }] = ACCOUNTS;
  for (let run = 0; run < UNLOCKS; run += 1) {
    derivations.push(
      await elapsed(() => readingKey(path.join(dataDir, 'workspaces', 'own'), { account: accountId, passphrase })),
    );
    const core = aCore(dataDir, { checksOutput: false });
    await core.prepare();
    unlocks.push(await elapsed(() => core.ask('access.unlock', { accountId, passphrase })));
    portfolios.push(await elapsed(() => core.ask('caseFile.portfolio', {})));
    core.close();
  }
  printTable('A store of case files', [
    {
      'case files': FILES.toLocaleString('en'),
      operations: operations.toLocaleString('en'),
      'store MB': Math.round(bytes / 1e5) / 10,
      'written in s': Math.round(writtenIn / 100) / 10,
      'derivation p50 ms': percentile(derivations, 50),
      'unlock beyond derivation p50 ms': Math.round((percentile(unlocks, 50) - percentile(derivations, 50)) * 10) / 10,
      'first portfolio p50 ms': percentile(portfolios, 50),
    },
  ]);
}

async function benchCalls(core: TestCore, { caseIds }: ManyFiles): Promise<void> {
  const draw = drawFrom(11);
  const newId = idMaker(12);
  const asked = draw.shuffled(caseIds).slice(0, ASKED);
  const list = { radiusKm: null, group: 'private' as const, sections: [], sizes: [], order: 'spread' as const };
  const rows: Readonly<Record<string, string | number>>[] = [];
  const measure = async <N extends CallName>(name: N, inputs: readonly CallInput<N>[], what: string = name) => {
    const times: number[] = [];
    for (const input of inputs) times.push(await elapsed(() => core.ask(name, input)));
    rows.push({
      call: what,
      calls: times.length,
      'p50 ms': percentile(times, 50),
      'p95 ms': percentile(times, 95),
      'worst ms': percentile(times, 100),
    });
  };
  const byCase = asked.map((caseId) => ({ caseId }));
  const portfolio = Array.from({ length: 40 }, () => ({}));

  await measure('caseFile.portfolio', portfolio, 'caseFile.portfolio, nothing changed since');
  const afterChange: number[] = [];
  for (const [index, caseId] of asked.slice(0, 40).entries()) {
    await core.ask('contact.record', {
      ...{ commandId: newId(), caseId, on: '2026-09-01', channel: 'telephone', initiatedBy: 'us' },
      ...{ isExchange: true, line: `Appel ${index}` },
    });
    afterChange.push(await elapsed(() => core.ask('caseFile.portfolio', {})));
  }
  rows.push({
    call: 'caseFile.portfolio, after a change',
    calls: afterChange.length,
    'p50 ms': percentile(afterChange, 50),
    'p95 ms': percentile(afterChange, 95),
    'worst ms': percentile(afterChange, 100),
  });
  await measure('caseFile.get', byCase);
  await measure('caseFile.timeline', byCase);
  const page = asked.map((caseId) => ({ caseId, ...list, offset: 0, limit: 50 }));
  await measure('suggestion.forCase', page, 'suggestion.forCase, another question each time');
  await measure('note.draft', byCase);
  const body = { on: '2026-09-01', modality: 'on-site' as const, links: [], corrects: null };
  const drafts = asked.map((caseId, index) => {
    const sections = { ...EMPTY_SECTIONS, personSays: `Préfère les journées ${index}. `.repeat(20) };
    return { caseId, body: { ...body, sections }, baseVersion: null };
  });
  await measure('note.saveDraft', drafts);
  const decisions: CallInput<'decision.make'>[] = [];
  for (const caseId of asked) {
    const shown = await core.ask('suggestion.forCase', { caseId, ...list, offset: 0, limit: 50 });
    const row = shown.page.rows.find(({ siret }) => shown.standings[siret]?.revision === 0);
    if (row === undefined) continue;
    const item = { kind: 'establishment', siret: row.siret } as const;
    const made = { outcome: 'retained', reasons: [], words: '', list, baseRevision: 0 } as const;
    decisions.push({ commandId: newId(), caseId, item, ...made, reasons: [] });
  }
  await measure('decision.make', decisions);
  printTable(`Calls in the core with ${FILES.toLocaleString('en')} case files of one advisor`, rows);
  const bytes = JSON.stringify(await core.ask('caseFile.portfolio', {})).length;
  process.stdout.write(`\nThe portfolio is ${Math.round(bytes / 1e4) / 100} MB of JSON.\n`);
}

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
