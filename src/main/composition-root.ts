import { join } from 'node:path';
import { offerPlaceCall } from '../shared/contract/data-folder.contract.ts';
import { offerFolderCall } from '../shared/contract/dataset.contract.ts';
import { calls, type CoreCallName, type EventName, type EventPayload } from '../shared/contract/index.ts';
import type { Envelope } from '../shared/contract/wire.ts';
import { AppError } from '../shared/kernel/app-error.ts';
import type { Clock } from '../shared/kernel/clock.ts';
import { makeAccess } from './access/access.use-cases.ts';
import { backupSummary } from './backup/backup-summary.ts';
import { makeBackups } from './backup/backup.use-cases.ts';
import { runCaseJobHere, type RunCaseJob } from './backup/case-jobs.ts';
import { openSpace } from './backup/open-space.ts';
import { repairSpace } from './backup/repair.ts';
import { makeAboutUseCases } from './about/about.use-cases.ts';
import { makeDispatcher, type Caller, type DispatcherOptions } from './call-dispatcher.ts';
import { caseHandlers, isAboutPeople } from './case-handlers.ts';
import { makeCases, PROJECTIONS } from './case-file/cases.use-cases.ts';
import { purgeQuietly } from './case-file/erasure.use-cases.ts';
import { makeLeftOut } from './correction/correction.use-cases.ts';
import { makeContactsHere } from './employer-contact/employer-contact.use-cases.ts';
import { DEMONSTRATION_PASSPHRASES } from './demonstration/passphrases.use-cases.ts';
import { dataNames } from './data-names.ts';
import { makeDesk } from './desk.ts';
import { makeGuardUseCases } from './guard/guard.use-cases.ts';
import { guardHandlers } from './guard-handlers.ts';
import type { Handlers } from './handlers.ts';
import { makeNoteSearch } from './note/note-search.use-cases.ts';
import { makeDataFolder } from './data-folder/data-folder.use-cases.ts';
import { makeDatasetUseCases } from './dataset/dataset.use-cases.ts';
import type { RunDatasetJob } from './dataset/jobs.ts';
import type { CurrentRelease } from './dataset/release.use-cases.ts';
import { runAndLocate } from './dataset/run-dataset-job.ts';
import { makeDiagnosticUseCases } from './diagnostic/diagnostic.use-cases.ts';
import { recogniseFolder } from './import/import.use-cases.ts';
import { readPopulations } from './place/populations.ts';
import type { CaseStore } from './operation/operation.use-cases.ts';
import { NOBODY_LEFT_OUT } from './suggestion/suggestion.use-cases.ts';
import { asDatabaseError } from './platform/db/encrypted-database.ts';
import { asDamageError } from './platform/db/open-database.ts';
import type { Log } from './platform/log/log.ts';
import { referenceHandlers, referenceUseCases } from './reference-handlers.ts';
import { safetyHandlers } from './safety-handlers.ts';
import { makeSettingsUseCases } from './settings/settings.use-cases.ts';
import { makeSharedViewUseCases } from './shared-view/shared-view.use-cases.ts';
import { makeSupervisionUseCases } from './supervision/supervision.use-cases.ts';
import { makeWorkspaces, type Workspaces } from './workspace/workspace.use-cases.ts';

export interface CoreOptions {
  /** Everything this workstation keeps. */
  readonly dataDir: string;
  /** The folder that says where the data are, when they were moved from it; the same one otherwise. */
  readonly startDir?: string;
  /** Authored resources (tables, demonstration). */
  readonly resourcesDir: string;
  /** Resources made by the build (geography, licences). */
  readonly builtResourcesDir: string;
  readonly versions: { readonly app: string; readonly electron: string | null };
  readonly clock: Clock;
  readonly log: Log;
  readonly runJob: RunDatasetJob;
  readonly runCaseJob: RunCaseJob;
  /** After how many milliseconds copies and checks of the day begin; null: never by themselves. */
  readonly afterUnlockMs: number | null;
  /** IANA name of the zone in which days begin and end. */
  readonly timeZone: string;
  /** N of scrypt for new passphrases: `PASSPHRASE_COST`, less in tests only. */
  readonly passphraseCost: number;
  /** Parse what handlers return: in development and tests. */
  readonly checksOutput: boolean;
  readonly onEvent: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
}

export interface Core {
  /** For whoever has unlocked; a guest otherwise. */
  readonly call: (name: string, input: unknown) => Promise<Envelope<unknown>>;
  /** The only way in for a path: the shell got it from a dialog or a drop. */
  offerFolder(path: string): Promise<Envelope<unknown>>;
  /** The same for a folder that the data would go to. */
  offerPlace(path: string): Promise<Envelope<unknown>>;
  /** Opens what was open last time; the first time there is nothing, and somebody chooses. */
  prepare(): Promise<void>;
  readonly close: () => void;
}

/** Wires the core: plain Node, no Electron, no global state. The application, the tests and the command line share it. */
export function makeCore(options: CoreOptions): Core {
  const { dataDir, resourcesDir, builtResourcesDir, versions, clock, log, runJob, onEvent } = options;
  const startDir = options.startDir ?? dataDir;
  // Before anything is opened: a move that was broken off is brought to its end.
  const dataFolder = makeDataFolder({
    ...{ startDir, dataDir, clock, log },
    isBusy: () => datasets.importState().state === 'running' || workspaces.status().preparing !== null,
    lock: () => {
      access.lock();
      return backups.settled();
    },
    onChange: (state) => onEvent('dataFolder.changed', state),
  });
  const workspaces = makeWorkspaces({ dataDir, log, onChange: (status) => onEvent('workspace.changed', status) });
  const release: CurrentRelease = () => workspaces.release();
  const making = { projections: PROJECTIONS, clock };
  const access = makeAccess<CaseStore>({
    spaceFolder: () => workspaces.folder(workspaces.current()),
    workspaceName: () => workspaces.current(),
    clock,
    log,
    cost: options.passphraseCost,
    demonstrationPassphrases: DEMONSTRATION_PASSPHRASES,
    openStore: (folder, key, isNew) => openSpace(folder, key, isNew, making),
    beforeLock: () => backups.beforeLock(),
    onChange: (status) => {
      backups.follow();
      onEvent('access.changed', status);
    },
  });
  const backups = makeBackups({
    ...{ ...making, timeZone: options.timeZone, log, runJob: options.runCaseJob, afterUnlockMs: options.afterUnlockMs },
    opened: () => access.opened(),
    replaceStore: (swap) => access.replaceStore(swap),
    purge: () => purgeQuietly(cases.erasure, log),
    onRestored: () => {
      purgeQuietly(cases.erasure, log);
      onEvent('caseFile.changed', { caseId: null });
    },
    onChange: (state) => onEvent('backup.changed', state),
  });
  const desk = makeDesk({
    access,
    clock,
    timeZone: options.timeZone,
    onCaseChanged: (caseId) => onEvent('caseFile.changed', { caseId }),
  });
  const leftOut = makeLeftOut(desk.store);
  const contactsHere = makeContactsHere(desk.store);
  const reference = referenceUseCases(
    release,
    () => (access.session() === null ? NOBODY_LEFT_OUT : leftOut()),
    readPopulations(builtResourcesDir),
    () => (access.session() === null ? [] : contactsHere()),
  );
  const guard = makeGuardUseCases(resourcesDir);
  const cases = makeCases(desk, {
    suggestions: reference.suggestions.forCase,
    employers: reference.employers,
    datasetVersion: () => workspaces.datasetVersion(),
    onErased: () => backups.onErased(),
    names: dataNames(reference, release),
    familiesIn: (name) => [...new Set(guard.check(name).map(({ family }) => family))],
  });
  const { employers, places } = reference;
  const sharedViews = makeSharedViewUseCases(desk, { cases, employers, places });
  const settings = makeSettingsUseCases(dataDir, (changed) => onEvent('settings.changed', changed));
  const about = makeAboutUseCases(builtResourcesDir, versions);
  const datasets = makeDatasetUseCases({
    resourcesDir,
    builtResourcesDir,
    clock,
    timeZone: options.timeZone,
    passphraseCost: options.passphraseCost,
    log,
    runJob,
    recognise: recogniseFolder,
    workspaces,
    hasSession: () => access.session() !== null,
    onChange: (state) => onEvent('dataset.importChanged', state),
  });
  const diagnostic = makeDiagnosticUseCases({
    ...{ clock, versions, dataFolder, workspaces, timeZone: options.timeZone, logsDir: join(startDir, 'logs') },
    components: () => about.get().licences,
    session: () => access.session(),
    store: () => access.store(),
    backups: () => summaryOf(workspaces),
    settings: () => settings.get(),
  });

  const handlers: Handlers<CoreCallName> = {
    'workspace.status': () => workspaces.status(),
    'workspace.open': ({ name }) => {
      const status = workspaces.open(name);
      access.leave();
      return status;
    },
    'workspace.tryDemonstration': async () => {
      if (workspaces.current() !== 'demonstration') access.lock();
      await datasets.tryDemonstration();
      access.leave();
      return workspaces.status();
    },
    'access.status': () => access.status(),
    'access.unlock': ({ accountId, passphrase }) => access.unlock(accountId, passphrase),
    'access.lock': () => {
      access.lock();
      return access.status();
    },
    'access.createSpace': (person) => {
      // A space is created in one's own workspace, wherever one comes from.
      if (workspaces.hasSpace('own')) throw new AppError('SPACE_EXISTS', 'This space exists already.');
      if (workspaces.current() !== 'own') workspaces.enterOwn();
      access.leave();
      return access.createSpace(person);
    },
    'settings.get': () => settings.get(),
    'settings.set': (changes) => settings.set(changes),
    'about.get': () => about.get(),
    'dataset.previewFolder': ({ folderId }) => datasets.previewFolder(folderId),
    'dataset.startImport': ({ folderId }) => {
      datasets.startImport(folderId);
      return {};
    },
    'dataset.cancelImport': () => {
      datasets.cancelImport();
      return {};
    },
    'dataset.importState': () => datasets.importState(),
    'dataset.report': () => datasets.report(),
    ...referenceHandlers(reference),
    ...safetyHandlers({
      ...{ access, diagnostic, dataFolder, backups },
      mend: (folder, key, from) => repairSpace(folder, key, from, making),
    }),
    'sharedView.page': (subject) => sharedViews.page(subject),
    ...caseHandlers(cases, makeSupervisionUseCases(desk, cases), options.timeZone),
    ...guardHandlers(guard, makeNoteSearch(desk, { guard, access: cases.access })),
  };
  const common: Omit<DispatcherOptions, 'calls' | 'handlers'> = {
    log,
    stopwatch: () => performance.now(),
    datasetVersion: () => workspaces.datasetVersion(),
    checksOutput: options.checksOutput,
    assertMay: (call, definition) => dataFolder.assertMay(call, definition),
    named(error, call) {
      const told = isAboutPeople(call) ? asDatabaseError(error) : asDamageError(error);
      if (told instanceof AppError && told.code === 'CASES_UNREADABLE') backups.onDamageMet();
      return told;
    },
  };
  const caller = (): Caller => ({ role: access.session()?.role ?? 'guest' });
  const dispatch = makeDispatcher({ calls, handlers, ...common });
  const dispatchFolder = makeDispatcher({
    calls: { offerFolder: offerFolderCall },
    handlers: { offerFolder: ({ path }: { path: string }) => datasets.offerFolder(path) },
    ...common,
  });
  const dispatchPlace = makeDispatcher({
    calls: { offerPlace: offerPlaceCall },
    handlers: { offerPlace: ({ path }: { path: string }) => dataFolder.offer(path) },
    ...common,
  });

  return {
    call: (name, input) => dispatch(name, input, caller()),
    offerFolder: (path) => dispatchFolder('offerFolder', { path }, caller()),
    offerPlace: (path) => dispatchPlace('offerPlace', { path }, caller()),
    prepare: () => datasets.prepare(),
    close() {
      dataFolder.cancel();
      access.lock();
      workspaces.close();
    },
  };
}

export { PASSPHRASE_COST } from './access/space.use-cases.ts';
export { makeGuardUseCases };
export { replayDecisions, verifyCases } from './reading-cases.ts';
export {
  cardPath,
  evaluateModel,
  MOST_EMPLOYERS,
  trainModel,
  writeForecast,
  writeSeries,
} from './forecast/forecast.use-cases.ts';

/** Copies of the current workspace, whoever asks: counts and dates alone. */
function summaryOf(workspaces: Workspaces): ReturnType<typeof backupSummary> | null {
  const current = workspaces.current();
  return workspaces.hasSpace(current) ? backupSummary(workspaces.folder(current)) : null;
}

/** Runs a copy or a check of the case files here, without a worker. */
export { runCaseJobHere };

/** Runs a dataset job here, without a worker: for the command line, which has nothing else to answer. */
export const runJobInPlace: typeof runAndLocate = runAndLocate;

export { checkLabonneboite, findOpenReference, makeReadingCore, type ReadingCore } from './reading-core.ts';
