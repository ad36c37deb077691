import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeDispatcher, type Caller } from '../../src/main/call-dispatcher.ts';
import { silentLog } from '../../src/main/platform/log/log.ts';
import { ROLES, type CallDefinition } from '../../src/shared/contract/define.ts';
import { calls, events, type CoreCallName } from '../../src/shared/contract/index.ts';
import { ERROR_CODES } from '../../src/shared/kernel/app-error.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../support/people.ts';
import { SESSION_CALLS } from '../support/session-calls.ts';
import { SHELL_INPUTS } from '../support/shell-inputs.ts';
import { seedFile, validInputs, type ValidInputs } from '../support/valid-inputs.ts';

const definitions: readonly (readonly [string, CallDefinition])[] = Object.entries(calls);
const coreCalls = definitions.filter(([, { home }]) => home === 'core') as [CoreCallName, CallDefinition][];
const shellCalls = definitions.filter(([, { home }]) => home === 'shell');

/** What a supervisor alone may ask. */
const ofSupervision = new Set<string>(['supervision.counts']);
const ofSession = new Set<string>(SESSION_CALLS);

let core: PeopleCore;
let inputs: ValidInputs;

beforeAll(async () => {
  core = await peopleCore('calls');
  inputs = validInputs(await seedFile(core), core.newId);
});
afterAll(() => core.cleanup());

describe('the record of calls', () => {
  it.each(definitions)(
    '%s says in one sentence what it does, who may call it and how it can fail',
    (name, definition) => {
      expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
      expect(definition.summary).toMatch(/^[A-Z][^.!?\n]{10,}(?:\.[^ .][^.!?\n]*)*\.$/);
      expect(definition.roles.length).toBeGreaterThan(0);
      for (const role of definition.roles) expect(ROLES).toContain(role);
      for (const code of definition.errors) expect(ERROR_CODES).toContain(code);
      expect(new Set(definition.errors).size).toBe(definition.errors.length);
    },
  );

  it.each(Object.entries(events))('the event %s says in one sentence when it is told', (name, { summary }) => {
    expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
    expect(summary).toMatch(/^[A-Z][^\n]{10,}\.$/);
  });

  it.each(coreCalls.filter(([name]) => !ofSession.has(name) && !ofSupervision.has(name)))(
    '%s has a handler in the core that answers a valid input',
    async (name, definition) => {
      expect(definition.input.safeParse(inputs[name]).success).toBe(true);
      const envelope = await core.call(name, inputs[name]);
      // Only a ticket that nobody gave may be refused.
      if (['dataset.previewFolder', 'dataset.startImport', 'dataFolder.move'].includes(name))
        expect(envelope).toMatchObject({ error: { code: 'NOT_FOUND' } });
      else expect(envelope).toMatchObject({ ok: true });
    },
  );

  it('answers a supervisor, and whoever comes, goes, or opens another workspace', async () => {
    await core.unlockAs(2);
    expect(await core.ask('supervision.counts', {})).toMatchObject({ corrections: null });
    expect(await core.ask('access.lock', {})).toMatchObject({ session: null });
    expect(await core.refusal('access.createSpace', inputs['access.createSpace'])).toMatchObject({
      code: 'SPACE_EXISTS',
    });
    expect(await core.ask('access.unlock', inputs['access.unlock'])).toMatchObject({ session: { id: ACCOUNTS[0].id } });
    expect(await core.ask('workspace.open', { name: 'own' })).toMatchObject({ current: 'own' });
    expect(await core.ask('access.status', {})).toMatchObject({ session: { id: ACCOUNTS[0].id } });
  });

  it('answers whoever changes their own ways in, and whoever comes by a recovery code', async () => {
    const [{ id: accountId, passphrase }] = ACCOUNTS;
    await core.unlockAs(0);
    const next = 'une autre phrase de camille';
    await core.ask('access.changePassphrase', { current: passphrase, next });
    const { code } = await core.ask('access.makeRecoveryCode', { passphrase: next });
    await core.ask('access.lock', {});
    expect(await core.refusal('access.recover', inputs['access.recover'])).toMatchObject({
      code: 'WRONG_RECOVERY_CODE',
      details: { isMistyped: false },
    });
    expect(await core.ask('access.recover', { accountId, code, passphrase })).toMatchObject({
      session: { id: accountId },
      accounts: [{ hasRecoveryCode: false }, {}, {}],
    });
  });

  it.each(shellCalls)('%s is left to the shell: the core does not know it', async (name) => {
    expect(await core.call(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  });

  it('refuses any object that has more fields than it says', () => {
    const valid = new Map<string, object>(Object.entries({ ...inputs, ...SHELL_INPUTS }));
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
    expect(await core.call(name, {})).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
  });

  it('does not know a name that is no text', async () => {
    for (const name of [undefined, null, 0, {}, ['workspace.status'], Symbol.iterator]) {
      const envelope = await core.call(name as string, {});
      if (!Array.isArray(name)) expect(envelope).toMatchObject({ ok: false, error: { code: 'UNKNOWN_CALL' } });
    }
  });

  it.each(coreCalls.map(([name]) => name))('does not let a role that is not listed call %s', async (name) => {
    const handler = vi.fn();
    const dispatch = makeDispatcher({
      ...{ calls, handlers: { [name]: handler }, log: silentLog, checksOutput: true },
      ...{ stopwatch: () => 0, datasetVersion: () => null, named: (error: unknown) => error },
    });
    for (const role of ['visitor', '', '__proto__', undefined]) {
      const envelope = await dispatch(name, inputs[name], { role } as unknown as Caller);
      expect(envelope).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } });
    }
    expect(handler).not.toHaveBeenCalled();
  });

  it('says which fields it refuses, never what they held', async () => {
    const error = await core.refusal('occupation.search', { text: 12, limit: 'secret words', other: 'secret words' });
    expect(error.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(error.message).toContain('limit');
  });
});
