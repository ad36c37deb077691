import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { EventName, EventPayload } from '../shared/contract/index.ts';
import type { Envelope } from '../shared/contract/wire.ts';
import { makeCore, PASSPHRASE_COST, type CoreOptions } from './composition-root.ts';
import type { CoreStart, FromCore, ToCore } from './core-protocol.ts';
import { fileLog } from './platform/log/file-log.ts';
import { runInWorker } from './platform/workers/job-worker.ts';
import { runWithKey } from './platform/workers/keyed-worker.ts';

/** The worker that holds the core: it hears the shell's messages and answers each one. */
const port = parentPort;
if (port === null) throw new Error('The core runs in a worker.');
const send = (message: FromCore): void => port.postMessage(message);

const start = workerData as CoreStart;
/** Copies and checks of the day wait until the first screen is there. */
const AFTER_UNLOCK_MS = 5_000;
const clock = { now: () => Date.now() };
const runJob: CoreOptions['runJob'] = (job, options) =>
  runInWorker(new URL('./dataset.worker.js', import.meta.url), job, options);
const core = makeCore({
  dataDir: start.dataDir,
  startDir: start.startDir,
  resourcesDir: start.resourcesDir,
  builtResourcesDir: fileURLToPath(new URL('../resources', import.meta.url)),
  versions: start.versions,
  clock,
  log: fileLog(join(start.startDir, 'logs'), clock),
  runJob,
  runCaseJob: (job, key, signal) => runWithKey(new URL('./cases.worker.js', import.meta.url), job, key, signal),
  afterUnlockMs: AFTER_UNLOCK_MS,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  passphraseCost: PASSPHRASE_COST,
  checksOutput: start.checksOutput,
  onEvent: <N extends EventName>(name: N, payload: EventPayload<N>) =>
    send({ type: 'event', name, payload } as FromCore),
});

port.on('message', (message: ToCore) => {
  if (message.type === 'shutdown') {
    core.close();
    send({ type: 'closed' });
    port.close();
    return;
  }
  void answerTo(message).then((envelope) => send({ type: 'answer', id: message.id, envelope }));
});

function answerTo(message: Exclude<ToCore, { type: 'shutdown' }>): Promise<Envelope<unknown>> {
  if (message.type === 'call') return core.call(message.name, message.input);
  return message.type === 'offerFolder' ? core.offerFolder(message.path) : core.offerPlace(message.path);
}

send({ type: 'ready' });
void core.prepare();
