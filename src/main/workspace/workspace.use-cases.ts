import type { Progress } from '../../shared/domain/dataset/dataset.schema.ts';
import { WORKSPACE_NAMES } from '../../shared/domain/workspace/workspace.ts';
import type { WorkspaceName, WorkspaceStatus } from '../../shared/domain/workspace/workspace.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { hasSpace } from '../access/space.use-cases.ts';
import { hasRelease, openCurrentRelease, type Release } from '../dataset/release.use-cases.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import type { Log } from '../platform/log/log.ts';
import { memoryFile, readCurrent, referenceFolder as referenceFolderOf, workspaceFolder } from './workspace-folder.ts';

/**
 * The workspaces of a data folder. Each has a folder of its own (`workspaces/<name>/reference/`): the demonstration and
 * an organisation's own data never meet.
 */
export interface Workspaces {
  /** Looks at the folders: what asks at each call asks for the name alone. */
  status(): WorkspaceStatus;
  /** The workspace that is open, or would be. */
  current(): WorkspaceName;
  /**
   * Opens the workspace that a person chose, and remembers it for next time.
   * @throws AppError NO_DATASET when the workspace has no release to open, DATASET_UNREADABLE when it is damaged
   */
  open(name: WorkspaceName): WorkspaceStatus;
  /** The same, remembered by nobody: falling back on the demonstration once is not a choice. @throws as `open` */
  show(name: WorkspaceName): WorkspaceStatus;
  /** Makes the organisation's own workspace the current one, for a space to be created in it. */
  enterOwn(): WorkspaceStatus;
  /**
   * Opens the workspace of last time, else the demonstration; null when neither can be opened. One with case files opens
   * even where its data cannot be read: `isWithoutData` says so.
   */
  openLast(): { readonly name: WorkspaceName; readonly isWithoutData: boolean } | null;
  /** Whether a workspace has case files that somebody can open. */
  hasSpace(name: WorkspaceName): boolean;
  /** The folder of a workspace. */
  folder(name: WorkspaceName): string;
  /** The open release. @throws AppError NO_DATASET */
  release(): Release;
  datasetVersion(): string | null;
  /** Where the releases of a workspace are; made by whoever writes the first one. */
  referenceFolder(name: WorkspaceName): string;
  /** Tells where things stand: there is something new to open. */
  tell(): void;
  /** Tells the progress of the demonstration being prepared, null when it is ready. */
  setPreparing(progress: Progress | null): void;
  close(): void;
}

export interface WorkspaceOptions {
  readonly dataDir: string;
  readonly log: Log;
  readonly onChange: (status: WorkspaceStatus) => void;
}

export function makeWorkspaces({ dataDir, log, onChange }: WorkspaceOptions): Workspaces {
  let preparing: Progress | null = null;
  let opened: Release | null = null;
  let current: WorkspaceName = readCurrent(dataDir);

  const folder = (name: WorkspaceName): string => workspaceFolder(dataDir, name);
  const referenceFolder = (name: WorkspaceName): string => referenceFolderOf(dataDir, name);
  const hasSpaceIn = (name: WorkspaceName): boolean => hasSpace(folder(name));
  const status = (): WorkspaceStatus => ({
    current,
    available: WORKSPACE_NAMES.filter((name) => hasRelease(referenceFolder(name)) || hasSpaceIn(name)),
    manifest: opened?.manifest ?? null,
    preparing,
  });
  const openNow = (name: WorkspaceName): WorkspaceStatus => {
    const isWithoutData = hasSpaceIn(name) && !hasRelease(referenceFolder(name));
    return become(name, isWithoutData ? null : openCurrentRelease(referenceFolder(name)));
  };
  const become = (name: WorkspaceName, release: Release | null): WorkspaceStatus => {
    opened?.close();
    opened = release;
    current = name;
    onChange(status());
    return status();
  };

  /** People come first: their files open, and the screens of the data say what is wrong with these. */
  const withoutDataIfUnreadable = (name: WorkspaceName): WorkspaceStatus => {
    try {
      return openNow(name);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn('workspace.without-data', { workspace: name, code: error.code });
      return become(name, null);
    }
  };
  const remember = (name: WorkspaceName): void => {
    try {
      writeFileAtomic(memoryFile(dataDir), `${JSON.stringify({ current: name })}\n`);
    } catch (error) {
      // The data are open: a disk that is full or read-only costs the memory of it, not the work.
      log.warn('workspace.not-remembered', {
        workspace: name,
        kind: error instanceof Error ? error.name : 'unknown',
      });
    }
  };

  return {
    status,
    current: () => current,
    open(name) {
      const opening = openNow(name);
      remember(name);
      return opening;
    },
    show: openNow,
    enterOwn() {
      const entered = withoutDataIfUnreadable('own');
      remember('own');
      return entered;
    },
    folder,
    hasSpace: hasSpaceIn,
    referenceFolder,
    openLast() {
      for (const name of new Set<WorkspaceName>([current, 'demonstration'])) {
        try {
          const isOwnSpace = name === 'own' && hasSpaceIn(name);
          const { manifest } = isOwnSpace ? withoutDataIfUnreadable(name) : openNow(name);
          return { name, isWithoutData: manifest === null };
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          log.warn('workspace.unopened', { workspace: name, code: error.code });
        }
      }
      return null;
    },
    release() {
      if (opened === null) throw new AppError('NO_DATASET', 'There are no reference data here yet.');
      return opened;
    },
    datasetVersion: () => opened?.manifest.version ?? null,
    tell: () => onChange(status()),
    setPreparing(progress) {
      preparing = progress;
      onChange(status());
    },
    close() {
      opened?.close();
      opened = null;
    },
  };
}
