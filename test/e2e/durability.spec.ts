import { expect, test, type Page } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallInput, CallName, CallOutput } from '../../src/shared/contract/index.ts';
import type { Bridge, Envelope } from '../../src/shared/contract/wire.ts';
import { drawFrom } from '../../src/shared/kernel/draw.ts';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';
import { openTraces, processTree, tracesIn } from '../support/bytes-on-disk.ts';
import { CANARIES, CANARY_TEXTS, writeCanaries } from '../support/canaries.ts';
import { makeCaseClient } from '../support/case-client.ts';
import type { CaseClient, Intent } from '../support/case-intents.ts';
import { launchApp, type RunningApp } from '../support/electron-app.ts';
import { endJourney } from '../support/end-journey.ts';
import { folderState } from '../support/folder-state.ts';
import type { Found } from '../support/ledger.ts';
import { faultsOf, settle } from '../support/whole-store.ts';

/** What was acknowledged outlives the process, and what was written is for those who have the passphrase. */
const KILLS = 10;
/** A kill comes at any moment of a command, from the page to the disk and back. */
const LONGEST_WAIT_MS = 8;
const PERSON = { name: 'Dominique Essai', agency: 'Agence de test', passphrase: 'une phrase de passe' } as const;

const seed = Number(process.env['VAV_SEED'] ?? Date.now() % 1_000_000);

let dataDir: string;
let space: string;
test.beforeEach(() => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vav-durability-'));
  space = path.join(dataDir, 'workspaces', 'own');
});
test.afterEach(() => {
  fs.rmSync(dataDir, { recursive: true, force: true });
});

function call(page: Page, name: string, input: unknown): Promise<Envelope<unknown>> {
  return page.evaluate(([asked, given]) => (window as unknown as { vav: Bridge }).vav.call(asked, given), [
    name,
    input,
  ] as const);
}

async function ask<N extends CallName>(page: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const envelope = await call(page, name, input);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${envelope.error.message}`);
  return envelope.data as CallOutput<N>;
}

async function onlyAccount(page: Page): Promise<string> {
  const { accounts } = await ask(page, 'access.status', {});
  return accounts[0]?.id ?? '';
}

/** Opens the space of the test, made the first time. */
async function enter(page: Page): Promise<void> {
  const { isCreated, accounts } = await ask(page, 'access.status', {});
  if (!isCreated) await ask(page, 'access.createSpace', PERSON);
  else await ask(page, 'access.unlock', { accountId: accounts[0]?.id ?? '', passphrase: PERSON.passphrase });
}

/** What the store holds, read beside the application that has it open. */
async function findIn(page: Page): Promise<Found> {
  const reader = fileURLToPath(new URL('../support/space-reader.ts', import.meta.url));
  const input = JSON.stringify({ folder: space, accountId: await onlyAccount(page), passphrase: PERSON.passphrase });
  const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', reader], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Found;
}

/** Works until so many commands were acknowledged, then kills the application in the middle of the next one. */
async function workAndKill(app: RunningApp, client: CaseClient, commands: number, waitMs: number): Promise<Intent> {
  const child = app.electron.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (let done = 0; ; done += 1) {
    const intent = client.next();
    if (done === commands) setTimeout(() => child.kill('SIGKILL'), waitMs);
    const envelope = await call(app.page, intent.name, intent.input).catch(() => null);
    if (envelope === null) {
      await ended;
      return intent;
    }
    if (!envelope.ok) throw new Error(`${intent.name}: ${envelope.error.code} ${envelope.error.message}`);
    client.acknowledge(intent, (envelope.data as { readonly revision?: number }).revision ?? 0);
  }
}

async function askAgain(page: Page, { name, input }: Intent): Promise<unknown> {
  const envelope = await call(page, name, input);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.error.code} ${envelope.error.message}`);
  return envelope.data;
}

/** What the application shows of it: the people of the portfolio, their notes and what is being written. */
async function assertShown(page: Page, client: CaseClient): Promise<void> {
  const shown = client.ledger.shown();
  const names = Object.keys(shown).flatMap((target) => /^field (\S+) name$/.exec(target)?.[1] ?? []);
  expect((await ask(page, 'caseFile.portfolio', {})).map(({ id }) => id).sort()).toEqual(names.sort());
  const notes = await Promise.all(names.map((caseId) => ask(page, 'note.list', { caseId })));
  const told = Object.keys(shown).filter((target) => target.startsWith('note '));
  expect(
    notes
      .flat()
      .map(({ id }) => `note ${id}`)
      .sort(),
  ).toEqual(told.sort());
  for (const [caseId, text] of Object.entries(client.ledger.drafts())) {
    expect((await ask(page, 'note.draft', { caseId })).body.sections.personSays).toBe(text);
  }
}

test(`killed ${KILLS} times while somebody works, it has all that it had acknowledged`, async () => {
  test.setTimeout(300_000);
  process.stdout.write(`VAV_SEED=${seed}\n`);
  const draw = drawFrom(seed);
  const client = makeCaseClient({ seed, now: Date.now(), sirets: [] });
  const told = { whole: 0, absent: 0 };
  let app = await launchApp({ dataDir });
  await enter(app.page);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const inFlight = await workAndKill(app, client, draw.between(3, 25), draw.below(LONGEST_WAIT_MS + 1));
    app = await launchApp({ dataDir });
    await enter(app.page);
    const found = await findIn(app.page);
    const isThere = settle(client, inFlight, found);
    told[isThere ? 'whole' : 'absent'] += 1;
    expect(faultsOf(found, client), `after kill ${kill}, VAV_SEED=${seed}`).toEqual([]);
    for (const [caseId, text] of Object.entries(found.drafts)) {
      expect(client.lostWordsMs(caseId, text)).toBeLessThanOrEqual(2_000);
    }
    // Asked again with the same identifier, it is done once, whether it had been done or not.
    const { revision = 0 } = (await askAgain(app.page, inFlight)) as { readonly revision?: number };
    if (!isThere) client.acknowledge(inFlight, revision);
    await assertShown(app.page, client);
  }
  expect(faultsOf(await findIn(app.page), client)).toEqual([]);
  await endJourney(app);
  process.stdout.write(
    `${KILLS} kills: ${client.ledger.operations.size} operations acknowledged, none lost; in flight: ${told.whole} whole, ${told.absent} absent\n`,
  );
});

test('nothing of what a person wrote is in clear: not in the data folder, the profile of Chromium, an open file', async () => {
  test.setTimeout(120_000);
  const texts = [...CANARY_TEXTS, PERSON.passphrase];
  const app = await launchApp({ dataDir });
  await enter(app.page);
  let made = 0;
  const newId = (): string =>
    uuidV7(
      Date.now(),
      Uint8Array.from({ length: 10 }, () => (made += 1)),
    );
  const caseId = await writeCanaries((name, input) => ask(app.page, name, input), newId, Date.now() + 3_600_000);
  const [note] = await ask(app.page, 'note.list', { caseId });
  await ask(app.page, 'note.copyOut', { caseId, noteId: note?.id ?? '' });
  // The screens have shown the name too.
  await app.page.reload();
  await expect(app.page.getByText(CANARIES.last).first()).toBeVisible();
  expect(tracesIn(dataDir, texts)).toEqual([]);
  // The accounts are named on the unlock screen: what is in clear is found, and only where it is to be.
  const named = `${path.join(space, 'keyring.json')}: ${PERSON.name}`;
  expect(tracesIn(dataDir, [PERSON.name])).toEqual([named]);
  expect(fs.readdirSync(path.join(dataDir, 'chromium'))).not.toEqual([]);
  expect(openTraces(processTree(app.electron.process().pid ?? 0), texts)).toEqual([]);
  await endJourney(app);
  expect(tracesIn(dataDir, texts)).toEqual([]);
});

test('a wrong passphrase says so, and leaves every file as it was', async () => {
  const first = await launchApp({ dataDir });
  await enter(first.page);
  await writeCanaries(
    (name, input) => ask(first.page, name, input),
    () => crypto.randomUUID(),
    Date.now() + 3_600_000,
  );
  await endJourney(first);
  const before = filesOfSpace();
  const app = await launchApp({ dataDir });
  const accountId = await onlyAccount(app.page);
  const answer = await call(app.page, 'access.unlock', { accountId, passphrase: 'une autre phrase de passe' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'WRONG_PASSPHRASE', details: { triesLeft: 4 } } });
  expect(await call(app.page, 'caseFile.portfolio', {})).toMatchObject({ ok: false, error: { code: 'LOCKED' } });
  expect(filesOfSpace()).toEqual(before);
  await enter(app.page);
  const people = await ask(app.page, 'caseFile.portfolio', {});
  expect(people.map(({ last }) => last)).toEqual([CANARIES.last]);
  await endJourney(app);
});

/** The tries are counted in a file of their own. */
function filesOfSpace(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(folderState(space)).filter(([name]) => name !== 'attempts.json'));
}
