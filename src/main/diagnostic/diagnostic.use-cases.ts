import { statSync } from 'node:fs';
import { arch, availableParallelism, freemem, release as systemRelease, totalmem } from 'node:os';
import type { AccessStatus } from '../../shared/domain/access/access.schema.ts';
import type { DataFolderStatus } from '../../shared/domain/data-folder/data-folder.schema.ts';
import type { Diagnostic } from '../../shared/domain/diagnostic/diagnostic.schema.ts';
import type { Settings } from '../../shared/domain/settings/settings.schema.ts';
import type { WorkspaceName, WorkspaceStatus } from '../../shared/domain/workspace/workspace.schema.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { accountCount, hasSpace, spaceFiles } from '../access/space.use-cases.ts';
import { referenceState } from '../dataset/release.use-cases.ts';
import type { CaseStore } from '../operation/operation.use-cases.ts';
import { sqliteVersion } from '../platform/db/sqlite-version.ts';
import { recentWarnings } from './recent-warnings.ts';

export interface DiagnosticUseCases {
  /** Never fails: what cannot be read is null, and what is damaged says so. */
  report(): Diagnostic;
}

export interface DiagnosticOptions {
  readonly logsDir: string;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly versions: { readonly app: string; readonly electron: string | null };
  /** Names and versions of what the application is made of. */
  readonly components: () => readonly { readonly name: string; readonly version: string }[];
  readonly dataFolder: { status(): DataFolderStatus; isMoved(): boolean };
  readonly workspaces: {
    status(): WorkspaceStatus;
    folder(name: WorkspaceName): string;
    referenceFolder(name: WorkspaceName): string;
  };
  readonly session: () => AccessStatus['session'];
  /** What whoever has unlocked has open. @throws AppError LOCKED */
  readonly store: () => CaseStore;
  /** The copies of the current workspace; null when it has no case files. */
  readonly backups: () => Diagnostic['backups'];
  readonly settings: () => Settings;
}

const ADDON = 'better-sqlite3-multiple-ciphers';
const NAMES: readonly WorkspaceName[] = ['demonstration', 'own'];

/** What whoever helps needs to know: never a path, a name or a word that somebody typed. */
export function makeDiagnosticUseCases(options: DiagnosticOptions): DiagnosticUseCases {
  const { logsDir, clock, versions, workspaces, dataFolder, timeZone } = options;

  const folderReport = (): Diagnostic['dataFolder'] => {
    const status = orNull(() => dataFolder.status());
    return {
      isDefault: status?.isDefault ?? false,
      isMoved: dataFolder.isMoved(),
      bytes: status?.bytes ?? null,
      freeBytes: status?.freeBytes ?? null,
    };
  };
  const workspaceReport = (name: WorkspaceName): Diagnostic['workspaces'][number] => {
    const folder = workspaces.folder(name);
    const { current, manifest } = workspaces.status();
    const accounts = orNull(() => accountCount(folder));
    const reference = referenceState(workspaces.referenceFolder(name));
    const isUnopened = name === current && manifest === null && reference.state === 'ready';
    return {
      name,
      isCurrent: name === current,
      space: hasSpace(folder) ? (accounts === null ? 'damaged' : 'ready') : 'none',
      accounts,
      casesBytes: statSync(spaceFiles(folder).cases, { throwIfNoEntry: false })?.size ?? null,
      reference: isUnopened ? 'damaged' : reference.state,
      referenceVersion: reference.version,
    };
  };
  const caseFilesReport = (): Diagnostic['caseFiles'] => {
    if (options.session() === null) return null;
    const { db } = options.store();
    const numberFrom = (sql: string): number => db.prepare<[], number | null>(sql).pluck().get() ?? 0;
    return {
      schemaVersion: numberFrom('SELECT max(version) FROM migration'),
      operations: numberFrom('SELECT count(*) FROM op'),
      files: numberFrom('SELECT count(*) FROM case_file'),
      notes: numberFrom('SELECT count(*) FROM note'),
    };
  };

  return {
    report: () => ({
      madeAt: clock.now(),
      versions: {
        ...versions,
        chrome: chromeVersion(),
        node: process.versions.node,
        sqlite: orNull(sqliteVersion),
        addon: orNull(() => options.components().find(({ name }) => name === ADDON)?.version ?? null),
      },
      machine: {
        platform: process.platform,
        arch: arch(),
        release: systemRelease(),
        processors: availableParallelism(),
        memoryBytes: totalmem(),
        freeMemoryBytes: freemem(),
        processBytes: process.memoryUsage.rss(),
        language: Intl.DateTimeFormat().resolvedOptions().locale,
        timeZone,
      },
      dataFolder: folderReport(),
      workspaces: NAMES.map(workspaceReport),
      caseFiles: orNull(caseFilesReport),
      backups: orNull(options.backups),
      settings: options.settings(),
      log: recentWarnings(logsDir, clock.now()),
    }),
  };
}

/** Known where the core runs in Electron; the types know of Node alone. */
function chromeVersion(): string | null {
  const versions: Readonly<Record<string, string | undefined>> = process.versions;
  return versions['chrome'] ?? null;
}

function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
