import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calls } from '../shared/contract/index.ts';
import type { Envelope } from '../shared/contract/wire.ts';
import type { Manifest } from '../shared/domain/dataset/dataset.schema.ts';
import { workspaceNameSchema } from '../shared/domain/workspace/workspace.schema.ts';
import { AppError } from '../shared/kernel/app-error.ts';
import { makeDispatcher, type Caller } from './call-dispatcher.ts';
import { wasPublished } from './dataset/release-folder.ts';
import { openCurrentRelease } from './dataset/release.use-cases.ts';
import { runAndLocate } from './dataset/run-dataset-job.ts';
import { asDamageError } from './platform/db/open-database.ts';
import type { Log } from './platform/log/log.ts';
import { referenceHandlers, referenceUseCases } from './reference-handlers.ts';
import { NOBODY_LEFT_OUT } from './suggestion/suggestion.use-cases.ts';
import { runLabonneboite } from './vectors/labonneboite.use-cases.ts';
import type { VectorReport } from './vectors/verdict.ts';
import { makeWorkspaces } from './workspace/workspace.use-cases.ts';

/** A core that reads one release and nothing else: `--dataset DIR` of the command line. */
export interface ReadingCore {
  readonly call: (name: string, input: unknown, caller: Caller) => Promise<Envelope<unknown>>;
  readonly manifest: Manifest;
  readonly close: () => void;
}

/** @throws AppError NO_DATASET or DATASET_UNREADABLE */
export function makeReadingCore(folder: string, log: Log): ReadingCore {
  const release = openCurrentRelease(folder);
  return {
    manifest: release.manifest,
    close: release.close,
    call: makeDispatcher({
      calls,
      handlers: referenceHandlers(
        referenceUseCases(
          () => release,
          () => NOBODY_LEFT_OUT,
          // The command line draws no map: communes are as large as one another.
          () => new Map(),
        ),
      ),
      log,
      stopwatch: () => performance.now(),
      datasetVersion: () => release.manifest.version,
      checksOutput: true,
      named: asDamageError,
    }),
  };
}

/**
 * The reference folder that the application has open in a data folder; null where it never published anything. Reads,
 * writes nothing: a workspace whose data are gone is an error, not a reason to answer from another one.
 *
 * @throws AppError DATASET_UNREADABLE
 */
export function findOpenReference(dataDir: string, log: Log): string | null {
  const workspaces = makeWorkspaces({ dataDir, log, onChange: () => undefined });
  const { current, available } = workspaces.status();
  if (available.includes(current)) return workspaces.referenceFolder(current);
  if (
    available.length === 0 &&
    !workspaceNameSchema.options.some((name) => wasPublished(workspaces.referenceFolder(name)))
  ) {
    return null;
  }
  throw new AppError('DATASET_UNREADABLE', `The data that the application has open (${current}) cannot be read.`);
}

/** Runs the reference's test rows on a release, or on public files imported for the occasion. */
export async function checkLabonneboite(options: {
  readonly file: string;
  readonly data: { readonly from: string } | { readonly dataset: string };
  readonly resourcesDir: string;
  readonly builtResourcesDir: string;
  readonly now: number;
  readonly signal: AbortSignal;
}): Promise<VectorReport> {
  const { file, data, now, signal, ...places } = options;
  const root = mkdtempSync(join(tmpdir(), 'vav-vectors-'));
  try {
    if ('from' in data) {
      const quiet = { signal, onProgress: (): void => undefined };
      await runAndLocate({ kind: 'import', from: data.from, root, now, ...places }, quiet);
    }
    const release = openCurrentRelease('from' in data ? root : data.dataset);
    try {
      return await runLabonneboite(file, release, { now, signal });
    } finally {
      release.close();
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
