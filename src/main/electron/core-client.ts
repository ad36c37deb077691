import type { CallOutput, CoreCallName } from '../../shared/contract/index.ts';
import type { Envelope } from '../../shared/contract/wire.ts';
import type { CoreEvent, FolderPreview, FromCore, OfferedPlace, ToCore } from '../core-protocol.ts';
import type { Log } from '../platform/log/log.ts';
import { done, failed } from './ipc/envelopes.ts';

/** What is used of a `worker_threads` Worker. */
export interface CoreWorker {
  postMessage(message: ToCore): void;
  on(event: 'message', listener: (message: FromCore) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: (exitCode: number) => void): unknown;
  terminate(): Promise<number>;
}

/** Answers that are known before the core is there. */
export type FirstAnswers = { readonly [N in CoreCallName]?: CallOutput<N> };

export interface CoreClient {
  call(name: CoreCallName, input: unknown): Promise<Envelope<unknown>>;
  offerFolder(path: string): Promise<Envelope<FolderPreview>>;
  offerPlace(path: string): Promise<Envelope<OfferedPlace>>;
  /** Ends the core and starts another one, which looks again where the data are; what is asked meanwhile waits for it. */
  restart(): Promise<void>;
  /** Asks the core to end, and waits for it, but not for ever. */
  close(): Promise<void>;
}

interface CoreOptions {
  readonly start: () => CoreWorker;
  /**
   * With them the core starts when something else is asked: starting it takes the processors that the first screen needs.
   * Null: it starts at once.
   */
  readonly first: FirstAnswers | null;
  readonly publish: (event: CoreEvent) => void;
  /** Whether a core that died may be started again. */
  readonly mayRestart: () => boolean;
  /** Called when it may not. */
  readonly giveUp: () => void;
  readonly log: Log;
  readonly closeMs?: number;
}

/** A write in progress ends in well under a second; past this, something is stuck and SQLite survives being stopped. */
const CLOSE_MS = 5_000;

export function startCore(options: CoreOptions): CoreClient {
  const { start, publish, mayRestart, giveUp, log, closeMs = CLOSE_MS } = options;
  const pending = new Map<number, (envelope: Envelope<unknown>) => void>();
  let nextId = 1;
  let worker: CoreWorker | null = null;
  let finishClosing: (() => void) | null = null;
  let isClosing = false;
  /** What was asked while the core starts anew; null when it does not. */
  let parked: (() => void)[] | null = null;
  /** Null once the core was started: it alone knows from then on. */
  let first = options.first;

  function spawn(): void {
    const core = start();
    worker = core;
    core.on('message', receive);
    core.on('error', (error) => log.error('core.threw', { kind: error.name, stack: error.stack ?? '' }));
    core.on('exit', died);
  }

  function receive(message: FromCore): void {
    if (message.type === 'answer') {
      pending.get(message.id)?.(message.envelope);
      pending.delete(message.id);
    } else if (message.type === 'event') publish(message);
    else if (message.type === 'closed') finishClosing?.();
    else log.info('core.ready');
  }

  function died(exitCode: number): void {
    worker = null;
    for (const answer of pending.values()) answer(failed('INTERNAL', 'The core stopped before it answered.'));
    pending.clear();
    if (isClosing) {
      finishClosing?.();
      return;
    }
    const isAskedTo = parked !== null;
    if (!isAskedTo) log.error('core.died', { exitCode });
    if (isAskedTo || mayRestart()) spawnAndTell();
    else giveUp();
  }

  function spawnAndTell(): void {
    if (respawn()) void tellWhereWeAre();
    else giveUp();
  }

  function wake(): void {
    if (first === null || isClosing) return;
    first = null;
    spawnAndTell();
  }

  /** False where there is nothing left to start on: the disk of the data went away with the core. */
  function respawn(): boolean {
    try {
      spawn();
    } catch (error) {
      log.error('core.notStarted', { kind: error instanceof Error ? error.name : 'unknown' });
      return false;
    }
    const waiting = parked ?? [];
    parked = null;
    for (const post of waiting) post();
    return true;
  }

  /** What the interface showed may not be true: read before the core was there, or of one that died with a key and an import. */
  async function tellWhereWeAre(): Promise<void> {
    const status = await ask({ type: 'call', name: 'workspace.status', input: {} });
    if (status.ok) publish({ type: 'event', name: 'workspace.changed', payload: status.data as never });
    const access = await ask({ type: 'call', name: 'access.status', input: {} });
    if (access.ok) publish({ type: 'event', name: 'access.changed', payload: access.data as never });
    const imported = await ask({ type: 'call', name: 'dataset.importState', input: {} });
    if (imported.ok) publish({ type: 'event', name: 'dataset.importChanged', payload: imported.data as never });
  }

  type Question = ToCore extends infer M ? (M extends { readonly id: number } ? Omit<M, 'id'> : never) : never;

  function ask(question: Question): Promise<Envelope<unknown>> {
    wake();
    if (worker === null && parked === null) return Promise.resolve(failed('INTERNAL', 'The core is not running.'));
    return new Promise((resolve) => {
      const post = (): void => {
        const id = nextId++;
        pending.set(id, resolve);
        worker?.postMessage({ ...question, id });
      };
      if (parked === null) post();
      else parked.push(post);
    });
  }

  function restart(): Promise<void> {
    const core = worker;
    if (core === null || isClosing || parked !== null) return Promise.resolve();
    parked = [];
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log.warn('core.slowToClose', { waitedMs: closeMs });
        void core.terminate();
      }, closeMs);
      // Heard after the one that starts the next core: by then, it is there.
      core.on('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      core.postMessage({ type: 'shutdown' });
    });
  }

  function close(): Promise<void> {
    const core = worker;
    isClosing = true;
    if (core === null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        log.warn('core.slowToClose', { waitedMs: closeMs });
        void core.terminate().then(() => resolve());
      }, closeMs);
      finishClosing = () => {
        clearTimeout(timer);
        resolve();
      };
      core.postMessage({ type: 'shutdown' });
    });
  }

  if (first === null) spawn();
  return {
    call(name, input) {
      const known = first?.[name];
      return known === undefined ? ask({ type: 'call', name, input }) : Promise.resolve(done(known, 0));
    },
    offerFolder: (path) => ask({ type: 'offerFolder', path }) as Promise<Envelope<FolderPreview>>,
    offerPlace: (path) => ask({ type: 'offerPlace', path }) as Promise<Envelope<OfferedPlace>>,
    restart,
    close,
  };
}
