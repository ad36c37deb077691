import { parentPort, Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/kernel/app-error.ts';
import { toWire, type WireError } from './job-worker.ts';

/** What is sent to the worker: the key is moved, not copied, and only one thread holds these bytes. */
interface ToWorker {
  readonly job: unknown;
  readonly key: Uint8Array<ArrayBuffer>;
  /** Not 0: cancelled. Shared, since a thread in the middle of a statement hears no message. */
  readonly cancelled: Int32Array<SharedArrayBuffer>;
}

type FromWorker<R> =
  { readonly type: 'done'; readonly result: R } | { readonly type: 'failed'; readonly error: WireError };

/**
 * Runs one job that needs a key in a worker of its own. The key goes by a message, never in what starts the worker; it is
 * erased here at once, and there once the job ends.
 */
export function runWithKey<R>(file: URL, job: unknown, key: Uint8Array, signal: AbortSignal): Promise<R> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file);
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    const cancel = (): void => void Atomics.store(cancelled, 0, 1);
    const settle = (act: () => void): void => {
      signal.removeEventListener('abort', cancel);
      act();
    };
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    worker.on('message', (message: FromWorker<R>) => {
      if (message.type === 'done') settle(() => resolve(message.result));
      else settle(() => reject(new AppError(message.error.code, message.error.message, message.error.details)));
    });
    worker.on('error', (error: Error) => settle(() => reject(error)));
    // After an answer this changes nothing: a promise settles once.
    worker.on('exit', () => settle(() => reject(new AppError('INTERNAL', 'The job ended without an answer.'))));
    const moved = Uint8Array.from(key);
    key.fill(0);
    const message: ToWorker = { job, key: moved, cancelled };
    worker.postMessage(message, [moved.buffer]);
  });
}

/** The other side: the whole body of such a worker. */
export function serveWithKey(run: (job: never, key: Uint8Array, isCancelled: () => boolean) => unknown): void {
  const port = parentPort;
  if (port === null) throw new Error('A job worker needs a parent.');
  port.once('message', ({ job, key, cancelled }: ToWorker) => {
    const send = (message: FromWorker<unknown>): void => port.postMessage(message);
    try {
      send({ type: 'done', result: run(job as never, key, () => Atomics.load(cancelled, 0) !== 0) });
    } catch (error) {
      send({ type: 'failed', error: toWire(error) });
    } finally {
      key.fill(0);
      port.close();
    }
  });
}
