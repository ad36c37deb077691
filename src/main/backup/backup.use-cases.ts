import type { Backup, BackupKind, BackupPreview, BackupState } from '../../shared/domain/backup/backup.schema.ts';
import { isCopyDue } from '../../shared/domain/backup/copy-due.rules.ts';
import { copiesToRemove } from '../../shared/domain/backup/retention.rules.ts';
import { isClockBelieved } from '../../shared/domain/retention/retention.rules.ts';
import type { OpenFiles } from '../access/access.use-cases.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { localDateAt, type LocalDate } from '../../shared/kernel/local-date.ts';
import { casesFile, type CaseStore } from '../operation/operation.use-cases.ts';
import { openEncryptedToRead } from '../platform/db/encrypted-database.ts';
import type { Log } from '../platform/log/log.ts';
import { backupFile, backupIdOf, findBackup, listBackups } from './backup-folder.ts';
import { sessionOf, stateOf, type Session } from './backup-session.ts';
import { writeKeptState, type KeptState } from './backup-state.ts';
import { EMPTY_MARK, markOf, type CaseJob, type CaseJobResult, type RunCaseJob } from './case-jobs.ts';
import { lastNumber, previewOf } from './compare-logs.ts';
import { copyAtLock } from './copy-at-lock.ts';
import { asOfACopy, reasonOf, unlessCancelled } from './failures.ts';
import { keepKeyringCopy } from './keyring-copy.ts';
import type { OpenSpaceOptions } from './open-space.ts';
import { removeCopies, removeDamaged, removeLeftovers } from './remove-copies.ts';
import { isRenewalDue } from './renewal.ts';
import { prepareStaged } from './restore.ts';
import { dropStaging, stagingFolder, switchToStaged } from './space-switch.ts';

export interface Restored {
  readonly kept: Backup;
  readonly lostOperations: number;
  readonly erasedAgain: number;
}

/** Copies of the open case files, and whether the file itself is whole. */
export interface Backups {
  /** @throws AppError LOCKED */
  list(): { readonly copies: readonly Backup[]; readonly state: BackupState };
  /** @throws AppError LOCKED, DISK_FULL, CASES_UNREADABLE, CANCELLED when it was locked meanwhile */
  take(): Promise<Backup>;
  /** @throws AppError LOCKED, NOT_FOUND, BACKUP_UNREADABLE, CASES_FROM_FUTURE, CANCELLED */
  preview(backupId: string): Promise<BackupPreview>;
  /** Goes back to a copy; what was there is kept. @throws AppError as `preview`, and DISK_FULL */
  restore(backupId: string): Promise<Restored>;
  /** Whoever has unlocked is somebody else, or nobody: asked after each change. */
  follow(): void;
  /** Somebody locks or leaves: a day too short for a copy of its own has one too. Never in the way. */
  beforeLock(): void;
  /** A file was erased: the copies that still hold it give way to a fresh one. */
  onErased(): void;
  /** A question met damage: it is told, and looked for at the next opening. */
  onDamageMet(): void;
  /** Once no work on the files goes on: before they are moved. */
  settled(): Promise<void>;
}

export interface BackupOptions extends OpenSpaceOptions {
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: Log;
  readonly runJob: RunCaseJob;
  /** After how long the work of the day begins, so that the first screen comes first; null: never by itself. */
  readonly afterUnlockMs: number | null;
  /** What is open; null when nobody has unlocked. */
  readonly opened: () => OpenFiles<CaseStore> | null;
  /** Closes the store, lets its file be replaced, and opens it again in the same session. */
  readonly replaceStore: (swap: () => void) => void;
  /** Erases what is past its term. */
  readonly purge: () => void;
  readonly onRestored: () => void;
  readonly onChange: (state: BackupState) => void;
}

/** How often it is looked whether the work of the day is due: what is written waits no longer for its first copy. */
const LOOKS_AGAIN_MS = 600_000;

export function makeBackups(options: BackupOptions): Backups {
  const { clock, timeZone, log, opened } = options;
  let current: Session | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const dayOf = (instant: number): LocalDate => localDateAt(instant, timeZone);
  const tell = (session: Session): void => {
    if (session === current) options.onChange(stateOf(session));
  };
  const remember = (session: Session, changes: Partial<KeptState>): void => {
    session.kept = { ...session.kept, ...changes };
    writeKeptState(session.folder, session.kept);
  };
  /** One work on the files at a time. */
  const inTurn = <R>(work: (session: Session) => Promise<R>): Promise<R> => {
    const session = current;
    if (session === null) return Promise.reject(new AppError('LOCKED', 'Nobody has unlocked the case files.'));
    const turn = last.then(() => {
      assertOpen(session);
      return work(session);
    });
    last = turn.catch(() => null);
    return turn;
  };
  const assertOpen = (session: Session): void => {
    if (session !== current) throw new AppError('CANCELLED', 'The case files were locked meanwhile.');
  };
  const filesOf = (session: Session): OpenFiles<CaseStore> => {
    const files = opened();
    if (files === null || session !== current) throw new AppError('CANCELLED', 'The case files were locked meanwhile.');
    return files;
  };
  const run = async (session: Session, job: CaseJob): Promise<CaseJobResult> => {
    const result = await options.runJob(job, Uint8Array.from(filesOf(session).dataKey), session.stop.signal);
    assertOpen(session);
    return result;
  };

  const copy = async (session: Session, kind: BackupKind): Promise<Backup> => {
    const backupId = backupIdOf(kind, clock.now());
    session.isTaking = true;
    tell(session);
    try {
      removeLeftovers(session.folder);
      const to = backupFile(session.folder, backupId);
      const { mark } = await run(session, { kind: 'copy', from: casesFile(session.folder), to });
      remember(session, { copied: mark });
      session.lastFailed = null;
      log.info('backup.taken', { kind });
      return findBackup(session.folder, backupId);
    } catch (error) {
      session.lastFailed = reasonOf(error) ?? session.lastFailed;
      log.warn('backup.not-taken', { kind, code: error instanceof AppError ? error.code : 'unexpected' });
      throw error;
    } finally {
      session.isTaking = false;
      tell(session);
    }
  };
  const check = async (session: Session): Promise<void> => {
    session.isChecking = true;
    tell(session);
    try {
      const isWhole = await run(session, { kind: 'check', from: casesFile(session.folder) }).then(
        (result) => result.isWhole,
        (error: unknown) => {
          if (error instanceof AppError && error.code === 'CASES_UNREADABLE') return false;
          throw error;
        },
      );
      remember(session, { integrity: isWhole ? 'whole' : 'damaged', checkedAt: clock.now() });
      if (!isWhole) log.error('backup.damage-found', {});
    } finally {
      session.isChecking = false;
      tell(session);
    }
  };
  /** Once an opening: whoever wrote in the file without the application did it while it was closed. */
  const verify = async (session: Session): Promise<void> => {
    if (session.isVerified) return;
    const { alteration } = await run(session, { kind: 'verify', from: casesFile(session.folder) });
    session.isVerified = true;
    // A history that was replaced as a whole proves itself: what was noted outside of it goes on telling of it.
    if (session.kept.alteration?.why === 'end') return;
    remember(session, { alteration });
    if (alteration !== null) log.error('backup.alteration-found', { why: alteration.why });
    tell(session);
  };
  const prune = (session: Session): void => {
    const { folder, kept } = session;
    // The copies of before are all that says how it was.
    if (kept.alteration !== null) return;
    if (!isClockBelieved(clock.now(), filesOf(session).store.log.lastAt())) return;
    const copies = listBackups(folder).map((backup) => ({ ...backup, day: dayOf(backup.takenAt) }));
    removeCopies(folder, copiesToRemove(copies, dayOf(clock.now())));
  };
  const renew = async (session: Session): Promise<void> => {
    const renewedUpTo = lastNumber(filesOf(session).store.db);
    const { backupId } = await copy(session, 'after-erasure');
    removeCopies(
      session.folder,
      listBackups(session.folder)
        .map((backup) => backup.backupId)
        .filter((id) => id !== backupId),
    );
    removeDamaged(session.folder);
    dropStaging(session.folder);
    remember(session, { isErasureDue: false, renewedUpTo });
  };
  const isDue = (session: Session): boolean =>
    isCopyDue({
      today: dayOf(clock.now()),
      days: listBackups(session.folder).map(({ takenAt }) => dayOf(takenAt)),
      copied: session.kept.copied,
      current: markOf(filesOf(session).store.db),
      empty: EMPTY_MARK,
    });
  /** What erases, and what was asked, has its own copies. */
  const copyBeforeLock = (session: Session): void => {
    const { folder, kept, isTaking } = session;
    if (isTaking || kept.isErasureDue || !isDue(session)) return;
    const copied = copyAtLock(folder, filesOf(session).dataKey, backupIdOf('daily', clock.now()));
    if (copied === null) return;
    remember(session, { copied });
    log.info('backup.taken', { kind: 'daily' });
  };
  const keepKeyring = ({ folder }: Session) => Promise.resolve(folder).then(keepKeyringCopy);
  const copyOfTheDay = async (session: Session): Promise<void> => {
    options.purge();
    const { kept } = session;
    const asked = { after: kept.renewedUpTo, now: clock.now() };
    if (kept.isErasureDue || isRenewalDue(filesOf(session).store.db, asked)) await renew(session);
    else if (isDue(session)) await copy(session, 'daily').then(() => prune(session));
  };
  const checkOfTheDay = async (session: Session): Promise<void> => {
    const { checkedAt } = session.kept;
    if (checkedAt === null || dayOf(checkedAt) !== dayOf(clock.now())) await check(session);
  };
  /** Each part by itself: a full disk, or a copy that fails, does not keep the file from being checked. */
  const workOfTheDay = async (session: Session): Promise<void> => {
    for (const part of [keepKeyring, verify, copyOfTheDay, checkOfTheDay]) await part(session).catch(unlessCancelled);
  };
  const inBackground = (work: (session: Session) => Promise<unknown>): void => {
    inTurn(work).catch((error: unknown) => {
      if (error instanceof AppError) return;
      log.error('backup.failed', { kind: error instanceof Error ? error.name : 'unknown' });
    });
  };

  /** Every page of it: a copy of what is damaged leaves out what it does not need, an index for one. */
  const assertWhole = async (session: Session, file: string): Promise<void> => {
    const { isWhole, alteration } = await run(session, { kind: 'check', from: file }).catch(asOfACopy);
    if (!isWhole || alteration !== null) throw new AppError('BACKUP_UNREADABLE', 'This copy is damaged.');
  };

  const restore = async (session: Session, backupId: string): Promise<Restored> => {
    const { folder } = session;
    const backup = findBackup(folder, backupId);
    try {
      await assertWhole(session, backupFile(folder, backupId));
      const staging = stagingFolder(folder);
      await run(session, { kind: 'copy', from: backupFile(folder, backupId), to: casesFile(staging) }).catch(asOfACopy);
      const { store: now, dataKey, account } = filesOf(session);
      const { takenAt } = backup;
      const prepared = prepareStaged(staging, dataKey, { now, actorId: account.id, takenAt }, options);
      const shared = lastNumber(now.db) - prepared.lostOperations;
      const keptId = backupIdOf('before-restore', clock.now());
      options.replaceStore(() => switchToStaged(folder, keptId));
      // The numbers after what both share are given again, to what the restore erased again among others.
      const renewedUpTo = Math.min(session.kept.renewedUpTo, shared);
      remember(session, { copied: null, integrity: 'unknown', checkedAt: null, alteration: null, renewedUpTo });
      log.info('backup.restored', { kind: backup.kind });
      options.onRestored();
      inBackground((after) => copy(after, 'daily'));
      return { kept: findBackup(folder, keptId), ...prepared };
    } finally {
      dropStaging(folder);
      tell(session);
    }
  };
  const preview = async (session: Session, backupId: string): Promise<BackupPreview> => {
    const file = backupFile(session.folder, backupId);
    const backup = findBackup(session.folder, backupId);
    await assertWhole(session, file);
    const { store, dataKey, account } = filesOf(session);
    const db = openEncryptedToRead(file, dataKey);
    try {
      return previewOf(store.db, db, { backup, asker: account.id });
    } finally {
      db.close();
    }
  };
  const begin = (files: OpenFiles<CaseStore>): void => {
    const session = sessionOf(files);
    current = session;
    if (options.afterUnlockMs === null) return;
    const start = (): void => {
      if (session === current) inBackground(workOfTheDay);
    };
    const timer = setTimeout(start, options.afterUnlockMs);
    // What is written on the first day, or past midnight, does not wait for the next opening.
    const again = setInterval(start, LOOKS_AGAIN_MS);
    timer.unref();
    again.unref();
    session.stop.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      clearInterval(again);
    });
  };

  return {
    list() {
      if (current === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      return { copies: listBackups(current.folder), state: stateOf(current) };
    },
    take: () => inTurn((session) => copy(session, 'asked')),
    preview: (backupId) => inTurn((session) => preview(session, backupId)),
    restore: (backupId) => inTurn((session) => restore(session, backupId)),
    follow() {
      const files = opened();
      if (files !== null && current?.folder === files.folder && current.accountId === files.account.id) return;
      current?.stop.abort();
      current = null;
      if (files !== null) begin(files);
    },
    beforeLock() {
      if (current === null || options.afterUnlockMs === null) return;
      try {
        copyBeforeLock(current);
      } catch (error) {
        log.warn('backup.not-taken', { kind: 'daily', code: error instanceof AppError ? error.code : 'unexpected' });
      }
    },
    onErased() {
      if (current === null) return;
      remember(current, { isErasureDue: true });
      inBackground(async (session) => {
        if (session.kept.isErasureDue) await renew(session);
      });
    },
    onDamageMet() {
      if (current === null || current.kept.integrity === 'damaged') return;
      remember(current, { integrity: 'damaged', checkedAt: clock.now() });
      tell(current);
    },
    async settled() {
      await last;
    },
  };
}
