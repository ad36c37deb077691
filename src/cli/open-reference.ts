import { join } from 'node:path';
import { makeCore, makeReadingCore, runJobInPlace, type ReadingCore } from '../main/composition-root.ts';
import { defaultDataDir, thisWorkstation } from '../main/platform/files/data-dir.ts';
import { silentLog } from '../main/platform/log/log.ts';
import type { CallInput, CallName, CallOutput } from '../shared/contract/index.ts';
import { AppError } from '../shared/kernel/app-error.ts';
import type { CommandContext } from './output.ts';
import { unwrap } from './output.ts';

type Manifest = NonNullable<CallOutput<'workspace.status'>['manifest']>;

/** Reference data to ask questions of, through the same dispatcher as the application. */
export interface Reference {
  readonly manifest: Manifest;
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  readonly close: () => void;
}

const CALLER = { role: 'advisor' } as const;

/**
 * The release of `--dataset DIR`, or the one the application has open; when the application never ran here, its
 * demonstration is made first.
 *
 * @throws AppError NO_DATASET, DATASET_UNREADABLE
 */
export async function openReference(dataset: string | undefined, context: CommandContext): Promise<Reference> {
  if (dataset !== undefined) {
    const core = makeReadingCore(context.resolvePath(dataset), silentLog);
    return { manifest: core.manifest, close: core.close, ask: asker(core) };
  }
  const dataDir = defaultDataDir(thisWorkstation());
  const core = makeCore({
    dataDir,
    resourcesDir: context.resourcesDir,
    builtResourcesDir: context.builtResourcesDir,
    versions: { app: 'cli', electron: null },
    clock: { now: () => Date.now() },
    log: silentLog,
    runJob: async (job, options) => {
      context.tell(`preparing the demonstration in ${join(dataDir, 'workspaces')}`);
      return (await runJobInPlace(job, options)).report;
    },
    checksOutput: true,
    onEvent: () => undefined,
  });
  await core.prepare();
  const ask = asker(core);
  const { manifest } = await ask('workspace.status', {});
  if (manifest === null) throw new AppError('NO_DATASET', 'No reference data could be opened: give --dataset DIR.');
  return { manifest, ask, close: core.close };
}

/** The dispatcher checks what it answers against the contract: the type is the schema's. */
function asker(core: Pick<ReadingCore, 'call'>): Reference['ask'] {
  return async <N extends CallName>(name: N, input: CallInput<N>) =>
    unwrap(await core.call(name, input, CALLER)) as CallOutput<N>;
}
