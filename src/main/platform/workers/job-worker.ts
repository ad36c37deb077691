import { parentPort, Worker, workerData } from 'node:worker_threads';
import { AppError, type ErrorCode, type ErrorDetails } from '../../../shared/kernel/app-error.ts';

/** An error as it crosses threads. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
}

/** What a job worker tells: how far it is, then its result or why it stopped. */
type FromJob<P, R> =
  | { readonly type: 'progress'; readonly progress: P }
  | { readonly type: 'done'; readonly result: R }
  | { readonly type: 'failed'; readonly error: WireError };

export interface JobOptions<P> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: P) => void;
}

/** Runs one job in a worker of its own. Cancelling asks; the job stops at its next pause and cleans up after itself. */
export function runInWorker<P, R>(file: URL, job: unknown, { signal, onProgress }: JobOptions<P>): Promise<R> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: job });
    const cancel = (): void => worker.postMessage('cancel');
    const settle = (act: () => void): void => {
      signal.removeEventListener('abort', cancel);
      act();
    };
    signal.addEventListener('abort', cancel);
    if (signal.aborted) cancel();
    worker.on('message', (message: FromJob<P, R>) => {
      if (message.type === 'progress') onProgress(message.progress);
      else if (message.type === 'done') settle(() => resolve(message.result));
      else settle(() => reject(new AppError(message.error.code, message.error.message, message.error.details)));
    });
    worker.on('error', (error: Error) => settle(() => reject(error)));
    // After `done` or `failed` this changes nothing: a promise settles once.
    worker.on('exit', () => settle(() => reject(new AppError('INTERNAL', 'The job ended without an answer.'))));
  });
}

/** The other side: the whole body of a job worker. */
export function serveJob<P, R>(run: (job: never, options: JobOptions<P>) => Promise<R>): void {
  const port = parentPort;
  if (port === null) throw new Error('A job worker needs a parent.');
  const controller = new AbortController();
  port.on('message', () => controller.abort());
  const send = (message: FromJob<P, R>): void => port.postMessage(message);
  run(workerData as never, {
    signal: controller.signal,
    onProgress: (progress) => send({ type: 'progress', progress }),
  })
    .then((result) => send({ type: 'done', result }))
    .catch((error: unknown) => send({ type: 'failed', error: toWire(error) }))
    .finally(() => port.close());
}

/** An error as it crosses threads: one that was not expected says nothing of what it met. */
export function toWire(error: unknown): WireError {
  if (error instanceof AppError) return { code: error.code, message: error.message, details: error.details };
  const kind = error instanceof Error ? error.constructor.name : typeof error;
  return { code: 'INTERNAL', message: `Something unexpected happened (${kind}); nothing was changed.`, details: {} };
}
