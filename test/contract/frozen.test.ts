/** A validated note and the copy of a contract: no call changes a word of them, whatever it is given. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { calls, type CallName, type CoreCallName } from '../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../support/people.ts';
import { SESSION_CALLS } from '../support/session-calls.ts';
import { seedFile, validInputs } from '../support/valid-inputs.ts';
import { fuzzed } from './fuzzed-inputs.ts';

const RUNS_A_CALL = 60;
const seed = Number(process.env['VAV_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** A file that is closed may be erased whole, which is another right of the person. */
const NOT_HERE: ReadonlySet<string> = new Set([...SESSION_CALLS, 'caseFile.erase']);
const names = (Object.keys(calls) as CallName[]).filter(
  (name): name is CoreCallName => calls[name].home === 'core' && !NOT_HERE.has(name),
);

let core: PeopleCore;
beforeAll(async () => {
  console.log(`frozen: VAV_TEST_SEED=${seed}`);
  core = await peopleCore('frozen');
});
afterAll(() => core.cleanup());

it('no call changes a validated note nor the copy of a contract', async () => {
  const file = await seedFile(core);
  const { caseId } = file;
  const inputs = validInputs(file, core.newId);
  const { opId: copyId } = await core.ask('engagement.record', inputs['engagement.record']);
  const words = async (): Promise<unknown> => ({
    notes: (await core.ask('note.list', { caseId })).map((note) => ({
      ...{ ...note, correctedBy: null, withdrawn: null, revision: 0 },
    })),
    copies: (await core.ask('engagement.list', { caseId })).map((copy) => ({ ...copy, replacedBy: null })),
  });
  const before = (await words()) as { readonly notes: readonly unknown[]; readonly copies: readonly unknown[] };
  const ids = [file.noteId, file.toWithdraw.id, copyId];
  const others = Object.fromEntries(
    ['opId', 'commandId', 'noteId', 'replaces', 'actionId', 'appointmentId', 'entryId'].map((field) => [field, ids]),
  );
  let asked = 0;
  for (const name of names) {
    for (const input of fc.sample(fuzzed(inputs[name], others), {
      seed: seed + names.indexOf(name),
      numRuns: RUNS_A_CALL,
    })) {
      await core.call(name, input);
      asked += 1;
    }
  }
  console.log(`frozen: ${asked} calls`);
  const after = (await words()) as typeof before;
  expect(after.notes).toEqual(expect.arrayContaining([...before.notes]));
  expect(after.copies).toEqual(expect.arrayContaining([...before.copies]));
});
