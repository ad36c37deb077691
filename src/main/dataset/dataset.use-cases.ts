import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  importReportSchema,
  REQUIRED_SOURCES,
  type FolderPreview,
  type ImportReport,
  type ImportState,
  type RecognisedFile,
} from '../../shared/domain/dataset/dataset.schema.ts';
import type { WorkspaceName } from '../../shared/domain/workspace/workspace.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { Log } from '../platform/log/log.ts';
import type { Workspaces } from '../workspace/workspace.use-cases.ts';
import type { DatasetJob, RunDatasetJob } from './jobs.ts';
import { wasPublished } from './release-folder.ts';
import { hasRelease } from './release.use-cases.ts';

export interface DatasetUseCases {
  /** Takes a folder the person chose or dropped, and says what it holds. @throws AppError FOLDER_UNREADABLE */
  offerFolder(path: string): Promise<FolderPreview>;
  /** @throws AppError NOT_FOUND when the ticket is not one that was given */
  previewFolder(folderId: string): Promise<FolderPreview>;
  /** @throws AppError NOT_FOUND or IMPORT_RUNNING */
  startImport(folderId: string): void;
  cancelImport(): void;
  importState(): ImportState;
  /** Report of the import that made the open release; null for the demonstration. */
  report(): ImportReport | null;
  /**
   * Opens the workspace of last time. A demonstration that was damaged is made again; the first time, nothing is made
   * until somebody chooses. Never throws: a failure is told by the import state.
   */
  prepare(): Promise<void>;
  /**
   * Opens the demonstration, made first where it is not there; it was chosen, and is remembered. Asked twice, it is made
   * once. @throws AppError
   */
  tryDemonstration(): Promise<void>;
}

export interface DatasetOptions {
  readonly resourcesDir: string;
  readonly builtResourcesDir: string;
  readonly clock: Clock;
  readonly timeZone: string;
  /** N of scrypt for the accounts of the demonstration. */
  readonly passphraseCost: number;
  readonly log: Log;
  readonly runJob: RunDatasetJob;
  readonly recognise: (path: string) => Promise<readonly RecognisedFile[]>;
  readonly workspaces: Pick<
    Workspaces,
    | 'status'
    | 'referenceFolder'
    | 'folder'
    | 'hasSpace'
    | 'open'
    | 'show'
    | 'openLast'
    | 'setPreparing'
    | 'release'
    | 'tell'
  >;
  /** Whether somebody has case files open. */
  readonly hasSession: () => boolean;
  readonly onChange: (state: ImportState) => void;
}

/** Progress is told at most this often: a screen cannot show more. */
const PROGRESS_EVERY_MS = 80;

export function makeDatasetUseCases(options: DatasetOptions): DatasetUseCases {
  const {
    resourcesDir,
    builtResourcesDir,
    clock,
    timeZone,
    passphraseCost,
    hasSession,
    log,
    runJob,
    recognise,
    workspaces,
    onChange,
  } = options;
  const folders = new Map<string, string>();
  let state: ImportState = { state: 'idle' };
  let running: AbortController | null = null;
  let making: Promise<void> | null = null;

  const become = (next: ImportState): void => {
    state = next;
    onChange(next);
  };
  const pathOf = (folderId: string): string => {
    const path = folders.get(folderId);
    if (path === undefined) throw new AppError('NOT_FOUND', 'This folder was not offered.', { folderId });
    return path;
  };
  const preview = async (folderId: string): Promise<FolderPreview> => {
    const path = pathOf(folderId);
    const files = await recognise(path);
    const found = new Set(files.filter(({ ignored }) => ignored === null).map(({ source }) => source));
    return {
      folderId,
      folderName: basename(path),
      files,
      missing: REQUIRED_SOURCES.filter((source) => !found.has(source)),
    };
  };

  const placesOf = (name: WorkspaceName): Pick<DatasetJob, 'root' | 'resourcesDir' | 'builtResourcesDir' | 'now'> => ({
    root: workspaces.referenceFolder(name),
    resourcesDir,
    builtResourcesDir,
    now: clock.now(),
  });

  const runImport = async (from: string, controller: AbortController): Promise<void> => {
    try {
      const report = await runJob(
        { kind: 'import', from, ...placesOf('own') },
        {
          signal: controller.signal,
          onProgress: throttled(clock, (progress) => become({ state: 'running', progress })),
        },
      );
      openUnlessBusy('own', () => workspaces.open('own'));
      become({ state: 'done', report });
    } catch (error) {
      become(toEndState(error, log));
    } finally {
      running = null;
    }
  };

  return {
    async offerFolder(path) {
      const folderId = `folder-${folders.size + 1}`;
      folders.set(folderId, path);
      return preview(folderId);
    },
    previewFolder: preview,
    startImport(folderId) {
      if (running !== null) throw new AppError('IMPORT_RUNNING', 'An import is already running.');
      const from = pathOf(folderId);
      running = new AbortController();
      become({ state: 'running', progress: null });
      void runImport(from, running);
    },
    cancelImport: () => running?.abort(),
    importState: () => state,
    report() {
      const release = workspaces.release();
      const file = join(release.path, 'report.json');
      if (release.manifest.kind === 'demonstration' || !existsSync(file)) return null;
      try {
        return importReportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
      } catch {
        // Nothing depends on a report: one that is damaged, or in the layout of another version, is as good as none.
        return null;
      }
    },
    async prepare() {
      try {
        const wanted = workspaces.status().current;
        const opened = workspaces.openLast();
        if (wanted === 'own' && wasPublished(workspaces.referenceFolder('own')) && !isOpenWithData(opened)) {
          // What opened instead says what it is; the screen of the data says why.
          const message = 'The data of last time cannot be read.';
          become({ state: 'failed', code: 'DATASET_UNREADABLE', message, details: {} });
        }
        if (isComplete(opened)) return;
        // Nothing was ever made: whoever sits there chooses first.
        if (opened === null && !wasPublished(workspaces.referenceFolder('demonstration'))) return;
        await makeDemonstration();
      } catch (error) {
        become(toEndState(error, log));
      }
    },
    async tryDemonstration() {
      const isThere = hasRelease(workspaces.referenceFolder('demonstration')) && workspaces.hasSpace('demonstration');
      if (making !== null || !isThere) await makeDemonstration();
      openUnlessBusy('demonstration', () => workspaces.open('demonstration'));
    },
  };

  /** Whether what was opened is the own workspace with its data. */
  function isOpenWithData(opened: ReturnType<Workspaces['openLast']>): boolean {
    return opened?.name === 'own' && !opened.isWithoutData;
  }

  /** Work that ends behind somebody's back never closes the files they have open: what it made waits to be asked for. */
  function openUnlessBusy(name: WorkspaceName, open: () => void): void {
    if (hasSession() && workspaces.status().current !== name) workspaces.tell();
    else open();
  }

  /** A generated demonstration has people; what a test or a structure put in its place has none to be made. */
  function isComplete(opened: ReturnType<Workspaces['openLast']>): boolean {
    if (opened === null || (opened.name === 'demonstration' && opened.isWithoutData)) return false;
    const isGenerated = workspaces.status().manifest?.kind === 'demonstration';
    return opened.name === 'own' || !isGenerated || workspaces.hasSpace('demonstration');
  }

  function makeDemonstration(): Promise<void> {
    making ??= writeDemonstration().finally(() => {
      making = null;
    });
    return making;
  }

  async function writeDemonstration(): Promise<void> {
    const folder = workspaces.folder('demonstration');
    const people = workspaces.hasSpace('demonstration') ? null : { folder, timeZone, cost: passphraseCost };
    workspaces.setPreparing({ step: 'reading', file: null, done: 0, total: 1 });
    try {
      await runJob(
        { kind: 'demonstration', people, ...placesOf('demonstration') },
        {
          signal: new AbortController().signal,
          onProgress: throttled(clock, (progress) => workspaces.setPreparing(progress)),
        },
      );
      openUnlessBusy('demonstration', () => workspaces.show('demonstration'));
    } finally {
      workspaces.setPreparing(null);
    }
  }
}

function toEndState(error: unknown, log: Log): ImportState {
  if (error instanceof AppError && error.code === 'CANCELLED') return { state: 'cancelled' };
  if (error instanceof AppError) {
    const details = Object.fromEntries(
      Object.entries(error.details).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]),
    );
    return { state: 'failed', code: error.code, message: error.message, details };
  }
  log.error('import.failed', { kind: error instanceof Error ? error.constructor.name : typeof error });
  return {
    state: 'failed',
    code: 'INTERNAL',
    message: 'Something unexpected happened; nothing was changed.',
    details: {},
  };
}

function throttled<T>(clock: Clock, tell: (value: T) => void): (value: T) => void {
  let toldAt = -Infinity;
  return (value) => {
    const now = clock.now();
    if (now - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = now;
    tell(value);
  };
}
