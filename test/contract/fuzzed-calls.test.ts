/** Calls with junk, plausible or not: each is refused in a declared way, or answered as the record of calls says. */
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallDefinition } from '../../src/shared/contract/define.ts';
import { calls, type CallName, type CoreCallName } from '../../src/shared/contract/index.ts';
import type { Envelope } from '../../src/shared/contract/wire.ts';
import { aCore, placeRelease, type TestCore } from '../support/core.ts';
import { fixtureRelease, TEST_NOW } from '../support/fixture-release.ts';
import { folderState } from '../support/folder-state.ts';
import { peopleCore, placeSpace, type PeopleCore } from '../support/people.ts';
import { PROJECTIONS } from '../../src/main/case-file/cases.use-cases.ts';
import { firstAlteration } from '../../src/main/operation/verify-chain.use-cases.ts';
import { firstUnfaithful } from '../../src/main/operation/verify-tables.use-cases.ts';
import { secondDesk, type SecondDesk } from '../support/second-desk.ts';
import { tempFolder, type TempFolder } from '../support/temp-folder.ts';
import type { SeededFile } from '../support/seeded-file.ts';
import { SESSION_CALLS } from '../support/session-calls.ts';
import { seedFile, validInputs, type ValidInputs } from '../support/valid-inputs.ts';
import { fuzzed } from './fuzzed-inputs.ts';

const FUZZED_CALLS = 10_000;
const MOST_SECONDS = 60;
/** What a person writes and what is noted of what they look at. */
const TABLES = ['op', 'draft', 'access_log'] as const;

const ofSession = new Set<string>(SESSION_CALLS);
const names = (Object.keys(calls) as CallName[]).filter((name): name is CoreCallName => calls[name].home === 'core');
const runs = Math.ceil(FUZZED_CALLS / names.length);
const seed = Number(process.env['VAV_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

/** Of one file only: lists stay computed for the other, and it stays in the portfolio. */
const OF_ONE_FILE: readonly string[] = ['caseFile.setComputing', 'handOver.reassign'];

type Call = readonly [CoreCallName, unknown];

let core: PeopleCore;
let file: SeededFile;
let inputs: ValidInputs;
/** The log and the validated notes before any junk. */
let written: readonly unknown[];
/** Nobody at the keyboard, the jobs of the data replaced by nothing: for calls that change who sits there. */
let guest: TestCore;
let guestFolder: TempFolder;

beforeAll(async () => {
  console.log(`fuzzed calls: VAV_TEST_SEED=${seed}`);
  core = await peopleCore('fuzzed');
  file = await seedFile(core);
  inputs = validInputs(file, core.newId);
  written = await writtenIn(core.dataDir);
  guestFolder = tempFolder('fuzzed-guest');
  const fixture = await fixtureRelease();
  for (const workspace of ['demonstration', 'own'] as const) placeRelease(guestFolder.path, workspace, fixture.root);
  fixture.cleanup();
  await placeSpace(guestFolder.path);
  // An hour passes at each look at the clock: a wrong passphrase keeps nobody waiting.
  let time = TEST_NOW;
  const clock = { now: () => (time += 3_600_000) };
  guest = aCore(guestFolder.path, { clock, runJob: () => Promise.resolve(null as never) });
  await guest.prepare();
});
afterAll(() => {
  core.cleanup();
  guest.close();
  guestFolder.cleanup();
});

/** Inputs of one call, a valid one first; another draw for each call. */
function inputsOf(name: CoreCallName): readonly unknown[] {
  const others = { caseId: [file.bareCaseId], siret: [file.siret], opId: [inputs['caseFile.create'].commandId] };
  const arbitrary = fuzzed(inputs[name], OF_ONE_FILE.includes(name) ? {} : others);
  return [inputs[name], ...fc.sample(arbitrary, { seed: seed + names.indexOf(name), numRuns: runs })];
}

describe('ten thousand calls with junk', () => {
  const refused: Call[] = [];
  const refusedToGuests: Call[] = [];
  const counts = { answered: 0, invalid: 0, declared: 0 };
  const answered = new Set<string>();

  it(
    'are each refused in a declared way, or answered as the record says, in less than a minute',
    async () => {
      const startedAt = performance.now();
      for (const name of names.filter((other) => !ofSession.has(other))) {
        for (const input of inputsOf(name)) {
          if (!check(name, input, await core.call(name, input))) refused.push([name, input]);
        }
      }
      for (const name of SESSION_CALLS) {
        for (const input of inputsOf(name)) {
          const isAnswered = check(name, input, await guest.call(name, input));
          const isRead = (calls[name].roles as readonly string[]).includes('guest');
          if (!isAnswered && isRead && !calls[name].input.safeParse(input).success) refusedToGuests.push([name, input]);
        }
      }
      const seconds = (performance.now() - startedAt) / 1000;
      console.log(`fuzzed calls: ${JSON.stringify(counts)} in ${seconds.toFixed(1)} s`);
      expect(counts.answered + counts.invalid + counts.declared).toBeGreaterThanOrEqual(FUZZED_CALLS);
      expect(Math.min(counts.answered, counts.invalid, counts.declared)).toBeGreaterThan(200);
      expect(seconds).toBeLessThan(MOST_SECONDS);
    },
    2 * MOST_SECONDS * 1000,
  );

  it('reach every call of an advisor: each was answered at least once', () => {
    // What is one's own to change, asked of whoever has not unlocked; a space that is there already; tickets that nobody gave; what a supervisor alone asks.
    expect(names.filter((name) => !answered.has(name)).sort()).toEqual([
      ...[
        'access.changePassphrase',
        'access.createSpace',
        'access.makeRecoveryCode',
        'access.recover',
        // Only what is damaged is repaired.
        'access.repair',
        // It needs the session that it replaces, which the fuzz does not have.
        'backup.restore',
        'dataFolder.move',
        'dataset.previewFolder',
        'dataset.startImport',
        'supervision.counts',
      ],
    ]);
  });

  it('change nothing when they are refused: no file, no operation, no draft, no line of the access log', async () => {
    const desk: SecondDesk = await secondDesk(core.dataDir);
    const state = async (): Promise<unknown> => [
      filesOf(core.dataDir),
      TABLES.map((table) => desk.store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
      await core.ask('access.status', {}),
      await core.ask('workspace.status', {}),
      await core.ask('settings.get', {}),
      await core.ask('dataset.importState', {}),
    ];
    expect(refused.length).toBeGreaterThan(2_000);
    const before = await state();
    const told = core.events.length;
    for (const [name, input] of refused) {
      expect(await core.call(name, input), `${name} ${inspect(input)}`).toMatchObject({ ok: false });
    }
    expect(await state()).toEqual(before);
    expect(core.events).toHaveLength(told);
    desk.close();
  });

  it('leave the log whole, what was written in it and what was validated as they were', async () => {
    const now = await writtenIn(core.dataDir);
    expect(now.slice(0, written.length)).toEqual(written);
    const { store, close } = await secondDesk(core.dataDir);
    expect(firstAlteration(store.db)).toBeNull();
    expect(firstUnfaithful(store.db, PROJECTIONS)).toBeNull();
    close();
  });

  it('change nothing of who sits there when they are not understood', async () => {
    const state = async (): Promise<unknown> => [
      filesOf(guest.dataDir),
      await guest.ask('access.status', {}),
      await guest.ask('workspace.status', {}),
    ];
    expect(refusedToGuests.length).toBeGreaterThan(200);
    const before = await state();
    const told = guest.events.length;
    for (const [name, input] of refusedToGuests) {
      expect(await guest.call(name, input)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    }
    expect(await state()).toEqual(before);
    expect(guest.events).toHaveLength(told);
  });

  /** @returns whether it was answered */
  function check(name: CoreCallName, input: unknown, envelope: Envelope<unknown>): boolean {
    const definition: CallDefinition = calls[name];
    const isValid = definition.input.safeParse(input).success;
    if (envelope.ok) {
      counts.answered += 1;
      answered.add(name);
      expect(isValid, name).toBe(true);
      expect(definition.output.safeParse(envelope.data).success, name).toBe(true);
      return true;
    }
    const { code } = envelope.error;
    // Rights come first: what an advisor may not ask is not even read.
    if (!definition.roles.includes('advisor')) {
      expect(code, name).toBe('NOT_ALLOWED');
      counts.declared += 1;
    } else if (code === 'LOCKED' && !(definition.roles as readonly string[]).includes('guest')) {
      // The same for whoever has not unlocked.
      counts.declared += 1;
    } else if (isValid) {
      counts.declared += 1;
      expect(definition.errors, `${name} ${inspect(input)}`).toContain(code);
    } else {
      counts.invalid += 1;
      expect(code, name).toBe('INVALID_INPUT');
    }
    return false;
  }
});

/** What proves each line of the log, and the notes of a file that nothing erases, as they read. */
async function writtenIn(dataDir: string): Promise<readonly unknown[]> {
  const { store, close } = await secondDesk(dataDir);
  const notes = store.db.prepare('SELECT id, sections, actor_id, validated_at FROM note ORDER BY rowid LIMIT 1').all();
  const lines = store.db.prepare('SELECT op_id, hex(digest), hex(link) FROM op ORDER BY device_seq').all();
  close();
  return [...notes, ...lines];
}

/** Every file but what SQLite keeps of who reads. */
function filesOf(folder: string): unknown {
  return Object.entries(folderState(folder)).filter(([path]) => !path.endsWith('-shm'));
}
