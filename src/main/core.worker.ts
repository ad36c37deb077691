import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { EventName, EventPayload } from '../shared/contract/index.ts';
import { makeCore, PASSPHRASE_COST, type CoreOptions } from './composition-root.ts';
import type { CoreStart, FromCore, ToCore } from './core-protocol.ts';
import { fileLog } from './platform/log/file-log.ts';
import { runInWorker } from './platform/workers/job-worker.ts';

/** The worker that holds the core: it hears the shell's messages and answers each one. */
const port = parentPort;
if (port === null) throw new Error('The core runs in a worker.');
const send = (message: FromCore): void => port.postMessage(message);

const start = workerData as CoreStart;
const clock = { now: () => Date.now() };
const runJob: CoreOptions['runJob'] = (job, options) =>
  runInWorker(new URL('./dataset.worker.js', import.meta.url), job, options);
const core = makeCore({
  dataDir: start.dataDir,
  resourcesDir: start.resourcesDir,
  builtResourcesDir: fileURLToPath(new URL('../resources', import.meta.url)),
  versions: start.versions,
  clock,
  log: fileLog(join(start.dataDir, 'logs'), clock),
  runJob,
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
  const answer = message.type === 'call' ? core.call(message.name, message.input) : core.offerFolder(message.path);
  void answer.then((envelope) => send({ type: 'answer', id: message.id, envelope }));
});

send({ type: 'ready' });
void core.prepare();
