import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOpenReference, makeReadingCore, runJobInPlace, type ReadingCore } from '../main/composition-root.ts';
import { defaultDataDir, thisWorkstation } from '../main/platform/files/data-dir.ts';
import { dataFolderOf } from '../main/platform/files/moved-folder.ts';
import { silentLog } from '../main/platform/log/log.ts';
import type { CallInput, CallName, CallOutput } from '../shared/contract/index.ts';
import { existingFolder } from './arguments.ts';
import type { CommandContext } from './output.ts';
import { unwrap } from './output.ts';

/** Reference data to ask questions of, through the same dispatcher as the application. */
export interface Reference {
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  readonly close: () => void;
}

const CALLER = { role: 'advisor' } as const;

/**
 * The release of `--dataset DIR`, or the one the application has open: read where it is, never changed nor replaced by
 * another. When the application never ran here, a demonstration made for this answer and removed after it.
 *
 * @throws AppError NO_DATASET, DATASET_UNREADABLE, FOLDER_UNREADABLE when the data were moved and are not there, CANCELLED
 */
export async function openReference(dataset: string | undefined, context: CommandContext): Promise<Reference> {
  if (dataset !== undefined) {
    return toReference(makeReadingCore(existingFolder(context.resolvePath(dataset), 'dataset'), silentLog));
  }
  const folder = findOpenReference(dataFolderOf(defaultDataDir(thisWorkstation())), silentLog);
  return folder === null ? openDemonstration(context) : toReference(makeReadingCore(folder, silentLog));
}

async function openDemonstration({
  resourcesDir,
  builtResourcesDir,
  signal,
  tell,
}: CommandContext): Promise<Reference> {
  tell('the application has no data here: answering from a demonstration made for the occasion');
  const root = mkdtempSync(join(tmpdir(), 'vav-demonstration-'));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  try {
    await runJobInPlace(
      { kind: 'demonstration', people: null, root, resourcesDir, builtResourcesDir, now: Date.now() },
      { signal, onProgress: () => undefined },
    );
    return toReference(makeReadingCore(root, silentLog), remove);
  } catch (error) {
    remove();
    throw error;
  }
}

function toReference(core: ReadingCore, andThen: () => void = () => undefined): Reference {
  return {
    /** The dispatcher checks what it answers against the contract: the type is the schema's. */
    ask: async <N extends CallName>(name: N, input: CallInput<N>) =>
      unwrap(await core.call(name, input, CALLER)) as CallOutput<N>,
    close() {
      core.close();
      andThen();
    },
  };
}
