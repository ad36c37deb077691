import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/main/call-dispatcher.ts';
import { ROLES, type CallDefinition } from '../../src/shared/contract/define.ts';
import { calls, events, type CoreCallName } from '../../src/shared/contract/index.ts';
import type { Envelope } from '../../src/shared/contract/wire.ts';
import { ERROR_CODES } from '../../src/shared/kernel/app-error.ts';
import { ADVISOR, fixtureCore, type FixtureCore } from '../support/core.ts';
import { folderState } from '../support/folder-state.ts';
import { VALID_INPUTS } from '../support/valid-inputs.ts';
import { fuzzed } from './fuzzed-inputs.ts';

const definitions: readonly (readonly [string, CallDefinition])[] = Object.entries(calls);
const coreCalls = definitions.filter(([, { home }]) => home === 'core') as [CoreCallName, CallDefinition][];
const shellCalls = definitions.filter(([, { home }]) => home === 'shell');

const FUZZED_CALLS = 10_000;
const MOST_SECONDS = 60;

let core: FixtureCore;

beforeAll(async () => {
  core = await fixtureCore('calls', ['own']);
});
afterAll(() => core.cleanup());

describe('the record of calls', () => {
  it.each(definitions)(
    '%s says in one sentence what it does, who may call it and how it can fail',
    (name, definition) => {
      expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
      expect(definition.summary).toMatch(/^[A-Z][^.!?\n]{10,}(?:\.[^ .][^.!?\n]*)*\.$/);
      expect(definition.roles.length).toBeGreaterThan(0);
      for (const role of definition.roles) expect(ROLES).toContain(role);
      for (const code of definition.errors) expect(ERROR_CODES).toContain(code);
      expect(new Set(definition.errors).size).toBe(definition.errors.length);
    },
  );

  it.each(Object.entries(events))('the event %s says in one sentence when it is told', (name, { summary }) => {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/);
    expect(summary).toMatch(/^[A-Z][^\n]{10,}\.$/);
  });

  it.each(coreCalls)('%s has a handler in the core that answers a valid input', async (name, definition) => {
    const input = VALID_INPUTS[name];
    expect(definition.input.safeParse(input).success).toBe(true);
    const envelope = await core.call(name, input, ADVISOR);
    // Only a ticket that nobody gave may be refused.
    if (name === 'dataset.previewFolder' || name === 'dataset.startImport')
      expect(envelope).toMatchObject({ error: { code: 'NOT_FOUND' } });
    else expect(envelope).toMatchObject({ ok: true });
  });

  it.each(shellCalls)('%s is left to the shell: the core does not know it', async (name) => {
    expect(await core.call(name, {}, ADVISOR)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  });

  it('refuses any object that has more fields than it says', () => {
    const shellInputs = { 'dataset.chooseFolder': {}, 'about.openLink': { url: 'https://www.insee.fr' } };
    const valid = new Map<string, object>(Object.entries({ ...VALID_INPUTS, ...shellInputs }));
    for (const [name, { input }] of definitions) {
      expect(input.safeParse(valid.get(name)).success, name).toBe(true);
      expect(input.safeParse({ ...valid.get(name), extra: 1 }).success, name).toBe(false);
    }
  });
});

describe('the one way in', () => {
  it.each([
    ...['', ' ', 'workspace', 'workspace.statuses', 'WORKSPACE.STATUS', 'workspace.status ', 'offerFolder'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'],
  ])('does not know a call named %j', async (name) => {
    expect(await core.call(name, {}, ADVISOR)).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  });

  it('does not know a name that is no text', async () => {
    for (const name of [undefined, null, 0, {}, ['workspace.status'], Symbol.iterator]) {
      const envelope = await core.call(name as string, {}, ADVISOR);
      if (!Array.isArray(name)) expect(envelope).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
    }
  });

  it.each(coreCalls.map(([name]) => name))('does not let a role that is not listed call %s', async (name) => {
    for (const role of ['visitor', '', '__proto__', undefined]) {
      const envelope = await core.call(name, VALID_INPUTS[name], { role } as unknown as Caller);
      expect(envelope).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    }
  });

  it('says which fields it refuses, never what they held', async () => {
    const error = await core.refusal('occupation.search', { text: 12, limit: 'secret words', other: 'secret words' });
    expect(error.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(error.message).toContain('limit');
  });
});

describe('ten thousand calls with junk', () => {
  const refused: (readonly [CoreCallName, unknown])[] = [];
  const counts = { answered: 0, invalid: 0, declared: 0 };
  const seed = Number(process.env['VAV_TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

  it(
    'are each refused in a declared way, or answered as the record says, in less than a minute',
    async () => {
      console.log(`fuzzed calls: VAV_TEST_SEED=${seed}`);
      const startedAt = performance.now();
      const runs = Math.ceil(FUZZED_CALLS / coreCalls.length);
      for (const [name, definition] of coreCalls) {
        for (const input of fc.sample(fuzzed(VALID_INPUTS[name]), { seed, numRuns: runs })) {
          check(name, definition, input, await core.call(name, input, ADVISOR));
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

  it('change nothing when they are refused', async () => {
    const state = async (): Promise<unknown> => [
      folderState(core.dataDir),
      await core.ask('workspace.status', {}),
      await core.ask('settings.get', {}),
      await core.ask('dataset.importState', {}),
    ];
    expect(refused.length).toBeGreaterThan(1_000);
    const before = await state();
    const told = core.events.length;
    for (const [name, input] of refused) expect(await core.call(name, input, ADVISOR)).toMatchObject({ ok: false });
    expect(await state()).toEqual(before);
    expect(core.events).toHaveLength(told);
  });

  function check(name: CoreCallName, definition: CallDefinition, input: unknown, envelope: Envelope<unknown>): void {
    const isValid = definition.input.safeParse(input).success;
    if (envelope.ok) {
      counts.answered += 1;
      expect(isValid, name).toBe(true);
      expect(definition.output.safeParse(envelope.data).success, name).toBe(true);
      return;
    }
    refused.push([name, input]);
    if (isValid) {
      counts.declared += 1;
      expect(definition.errors, name).toContain(envelope.error.code);
    } else {
      counts.invalid += 1;
      expect(envelope.error.code, name).toBe('INVALID_INPUT');
    }
  }
});
