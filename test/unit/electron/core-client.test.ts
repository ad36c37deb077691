import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { startCore, type FirstAnswers } from '../../../src/main/electron/core-client.ts';
import { makeRestartBudget } from '../../../src/main/electron/restart-budget.ts';
import type { CoreEvent, FromCore, ToCore } from '../../../src/main/core-protocol.ts';
import { silentLog } from '../../../src/main/platform/log/log.ts';

class FakeWorker extends EventEmitter {
  readonly said: ToCore[] = [];
  readonly terminate = vi.fn(() => Promise.resolve(1));
  postMessage(message: ToCore): void {
    this.said.push(message);
  }
  say(message: FromCore): void {
    this.emit('message', message);
  }
  answer(index: number, data: unknown): void {
    const { id } = this.said[index] as { id: number };
    this.say({ type: 'answer', id, envelope: { ok: true, data, meta: { ms: 1, datasetVersion: null } } });
  }
}

interface Choices {
  readonly closeMs?: number;
  readonly first?: FirstAnswers | null;
  readonly start?: () => FakeWorker;
}

function setUp({ closeMs = 5, first = null, start = () => new FakeWorker() }: Choices = {}) {
  const workers: FakeWorker[] = [];
  const published: CoreEvent[] = [];
  const giveUp = vi.fn();
  let time = 0;
  const core = startCore({
    start: () => {
      const worker = start();
      workers.push(worker);
      return worker;
    },
    first,
    publish: (event) => published.push(event),
    mayRestart: makeRestartBudget(() => time),
    giveUp,
    log: silentLog,
    closeMs,
  });
  const worker = (index: number): FakeWorker =>
    workers[index] ?? expect.fail(`worker ${String(index)} was not started`);
  return { core, workers, worker, published, giveUp, pass: (ms: number) => void (time += ms) };
}

const internal = { ok: false, error: { code: 'INTERNAL' } };

describe('the client of the core', () => {
  it('gives each question its own answer, whatever their order', async () => {
    const { core, worker } = setUp();
    const first = core.call('settings.get', {});
    const second = core.offerFolder('/data');
    expect(worker(0).said).toEqual([
      { type: 'call', id: 1, name: 'settings.get', input: {} },
      { type: 'offerFolder', id: 2, path: '/data' },
    ]);
    worker(0).answer(1, 'second');
    worker(0).answer(0, 'first');
    expect([await first, await second]).toMatchObject([{ data: 'first' }, { data: 'second' }]);
  });

  it('answers what is known without a core, and starts one for the first question that needs it', async () => {
    const access = { workspace: 'own', isCreated: true, session: null, accounts: [], isTrial: true } as const;
    const { core, workers, worker, published } = setUp({ first: { 'access.status': access } });
    expect(await core.call('access.status', {})).toMatchObject({ ok: true, data: access });
    expect(workers).toHaveLength(0);
    const unlocked = core.call('access.unlock', { accountId: 'a', passphrase: 'p' });
    expect(workers).toHaveLength(1);
    expect(worker(0).said.map((message) => 'name' in message && message.name)).toContain('access.unlock');
    worker(0).answer(1, 'open');
    expect(await unlocked).toMatchObject({ data: 'open' });
    // What was known may not be true: the core says what is.
    worker(0).answer(0, { current: 'own' });
    await vi.waitFor(() => expect(worker(0).said).toHaveLength(3));
    worker(0).answer(2, { session: null });
    await vi.waitFor(() => expect(published.map(({ name }) => name)).toEqual(['workspace.changed', 'access.changed']));
    const asked = core.call('access.status', {});
    worker(0).answer(4, 'of the core');
    expect(await asked).toMatchObject({ data: 'of the core' });
  });

  it('starts no core to close one that was never needed', async () => {
    const { core, workers } = setUp({ first: {} });
    await core.close();
    expect(await core.call('settings.get', {})).toMatchObject(internal);
    expect(workers).toHaveLength(0);
  });

  it('gives up when the core cannot be started', async () => {
    const { core, giveUp } = setUp({
      first: {},
      start: () => {
        throw new Error('The data are not there any more.');
      },
    });
    expect(await core.call('settings.get', {})).toMatchObject(internal);
    expect(giveUp).toHaveBeenCalledOnce();
  });

  it('publishes the events of the core', () => {
    const { worker, published } = setUp();
    const event = { type: 'event', name: 'dataset.importChanged', payload: { state: 'idle' } } as const;
    worker(0).say({ type: 'ready' });
    worker(0).say(event);
    expect(published).toEqual([event]);
  });

  it('answers what was pending when the core dies, starts it again and tells where things stand', async () => {
    const { core, workers, worker, published, giveUp } = setUp();
    const lost = core.call('settings.get', {});
    worker(0).emit('error', new Error('out of memory'));
    worker(0).emit('exit', 1);
    expect(await lost).toMatchObject(internal);
    expect(workers).toHaveLength(2);
    worker(1).answer(0, { current: 'demonstration' });
    await vi.waitFor(() => expect(worker(1).said).toHaveLength(2));
    worker(1).answer(1, { session: null });
    await vi.waitFor(() => expect(worker(1).said).toHaveLength(3));
    worker(1).answer(2, { state: 'idle' });
    await vi.waitFor(() => expect(published).toHaveLength(3));
    expect(published).toEqual([
      { type: 'event', name: 'workspace.changed', payload: { current: 'demonstration' } },
      { type: 'event', name: 'access.changed', payload: { session: null } },
      { type: 'event', name: 'dataset.importChanged', payload: { state: 'idle' } },
    ]);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('starts another core when asked to, and keeps for it what is asked meanwhile', async () => {
    const { core, workers, worker, published, giveUp } = setUp({ closeMs: 5_000 });
    const restarted = core.restart();
    expect(worker(0).said).toEqual([{ type: 'shutdown' }]);
    const asked = core.call('dataFolder.status', {});
    void core.restart();
    expect(worker(0).said).toHaveLength(1);
    worker(0).say({ type: 'closed' });
    worker(0).emit('exit', 0);
    await restarted;
    expect(workers).toHaveLength(2);
    expect(worker(1).said[0]).toMatchObject({ type: 'call', name: 'dataFolder.status' });
    worker(1).answer(0, 'there');
    expect(await asked).toMatchObject({ data: 'there' });
    worker(1).answer(1, { current: 'own' });
    await vi.waitFor(() => expect(published).toHaveLength(1));
    expect(giveUp).not.toHaveBeenCalled();
    // One that was asked for is no death: the first one after it is still an accident.
    worker(1).emit('exit', 1);
    expect(workers).toHaveLength(3);
  });

  it('ends a core that is slow to start anew', async () => {
    const { core, worker, workers } = setUp();
    const restarted = core.restart();
    await vi.waitFor(() => expect(worker(0).terminate).toHaveBeenCalled());
    worker(0).emit('exit', 1);
    await restarted;
    expect(workers).toHaveLength(2);
  });

  it('gives up at the second death within a minute', async () => {
    const { core, workers, worker, giveUp, pass } = setUp();
    worker(0).emit('exit', 1);
    pass(59_999);
    worker(1).emit('exit', 1);
    expect(giveUp).toHaveBeenCalledOnce();
    expect(workers).toHaveLength(2);
    expect(await core.call('settings.get', {})).toMatchObject(internal);
  });

  it('starts again after a death long after the last', () => {
    const { workers, worker, giveUp, pass } = setUp();
    worker(0).emit('exit', 1);
    pass(60_000);
    worker(1).emit('exit', 1);
    expect(workers).toHaveLength(3);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('closes when the core says it is closed', async () => {
    const { core, worker } = setUp({ closeMs: 60_000 });
    const closing = core.close();
    expect(worker(0).said).toEqual([{ type: 'shutdown' }]);
    worker(0).say({ type: 'closed' });
    await closing;
    expect(worker(0).terminate).not.toHaveBeenCalled();
  });

  it('closes when the core ends without a word, and does not start it again', async () => {
    const { core, workers, worker, giveUp } = setUp({ closeMs: 60_000 });
    const lost = core.call('settings.get', {});
    const closing = core.close();
    worker(0).emit('exit', 0);
    await closing;
    expect(await lost).toMatchObject(internal);
    expect(workers).toHaveLength(1);
    expect(giveUp).not.toHaveBeenCalled();
  });

  it('does not wait for ever for a core that is stuck', async () => {
    const { core, worker } = setUp();
    await core.close();
    expect(worker(0).terminate).toHaveBeenCalledOnce();
  });

  it('closes at once when no core runs', async () => {
    const { core, worker } = setUp({ closeMs: 60_000 });
    worker(0).emit('exit', 1);
    worker(1).emit('exit', 1);
    await core.close();
  });
});
