import { randomUUID } from 'node:crypto';
import type { AccessStatus, Account, Session } from '../../shared/domain/access/access.schema.ts';
import { triesLeft, waitSeconds } from '../../shared/domain/access/attempts.rules.ts';
import type { WorkspaceName } from '../../shared/domain/workspace/workspace.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { asDatabaseError } from '../platform/db/encrypted-database.ts';
import type { Log } from '../platform/log/log.ts';
import { openAttempts, type AttemptsMemory } from './attempts.ts';
import { readKeyring, unwrap } from './keyring.ts';
import type { Keyring } from './keyring.schema.ts';
import { assertNoSpace, createSpaceFiles, makeDataKey, makeKeyring, spaceFiles } from './space.use-cases.ts';

/** Who may open the case files of the current workspace, and what they opened. One session at a time. */
export interface Access<T> {
  /** @throws AppError CASES_UNREADABLE when the keyring is damaged */
  status(): AccessStatus;
  /**
   * Opens the space for the holder of this passphrase, in place of whoever had it open. A refusal changes nothing but
   * the count of tries.
   * @throws AppError NOT_FOUND, TOO_MANY_TRIES (waitSeconds), WRONG_PASSPHRASE (triesLeft, waitSeconds), CASES_UNREADABLE,
   * CASES_FROM_FUTURE, DISK_FULL, LOCKED when it was locked, or the workspace changed, meanwhile
   */
  unlock(accountId: string, passphrase: string): Promise<AccessStatus>;
  /** Closes what is open in another workspace than the current one, and tells it. */
  leave(): void;
  /** Closes the store and erases the key; wins over an unlocking on its way. */
  lock(): void;
  /**
   * Creates the space of an organisation's own workspace with its first account, and opens it.
   * @throws AppError SPACE_EXISTS, NOT_ALLOWED in the demonstration, DISK_FULL, LOCKED as `unlock`
   */
  createSpace(person: NewPerson): Promise<AccessStatus>;
  session(): Session;
  /** What is open. @throws AppError LOCKED */
  store(): T;
}

export interface NewPerson {
  readonly name: string;
  readonly agency: string;
  readonly passphrase: string;
}

export interface AccessOptions<T> {
  /** The folder of the current workspace; what is open in another one is closed as soon as it is asked for. */
  readonly spaceFolder: () => string;
  readonly workspaceName: () => WorkspaceName;
  readonly clock: Clock;
  readonly log: Log;
  /** N of scrypt for new accounts: `PASSPHRASE_COST`, less in tests only. */
  readonly cost: number;
  /** By account; shown in the demonstration alone. */
  readonly demonstrationPassphrases: ReadonlyMap<string, string>;
  /** Opens and migrates the cases file of a space, or creates it. It keeps no reference to the key, which is erased. */
  readonly openStore: (folder: string, dataKey: Uint8Array, isNew: boolean) => T;
  readonly onChange: (status: AccessStatus) => void;
}

interface OpenSpace<T> {
  readonly folder: string;
  readonly account: Account;
  readonly dataKey: Uint8Array;
  readonly store: T;
}

/** Where something was asked, and whether it may still go on there. */
interface Request {
  readonly folder: string;
  /** @throws AppError LOCKED */
  readonly assertStillHere: () => void;
}

export function makeAccess<T extends { close(): void }>(options: AccessOptions<T>): Access<T> {
  const { spaceFolder, workspaceName, clock, log, cost, openStore } = options;
  const attemptsByFolder = new Map<string, AttemptsMemory>();
  const oneAtATime = makeQueue();
  let opened: OpenSpace<T> | null = null;
  let timesLocked = 0;

  const attemptsOf = (folder: string): AttemptsMemory => {
    const known = attemptsByFolder.get(folder) ?? openAttempts(spaceFiles(folder).attempts, log);
    attemptsByFolder.set(folder, known);
    return known;
  };
  const close = (): void => {
    const closing = opened;
    opened = null;
    try {
      closing?.store.close();
    } finally {
      closing?.dataKey.fill(0);
    }
  };
  const current = (): OpenSpace<T> | null => {
    if (opened !== null && opened.folder !== spaceFolder()) close();
    return opened;
  };
  const statusWith = (keyring: Keyring | null): AccessStatus => {
    const attempts = attemptsOf(spaceFolder());
    const isDemonstration = workspaceName() === 'demonstration';
    const now = clock.now();
    return {
      workspace: workspaceName(),
      isCreated: keyring !== null,
      session: current()?.account ?? null,
      accounts: (keyring?.accounts ?? []).map((holder) => ({
        ...accountOf(holder),
        demonstrationPassphrase: isDemonstration ? (options.demonstrationPassphrases.get(holder.id) ?? null) : null,
        waitSeconds: waitSeconds(attempts.of(holder.id, now), now),
      })),
      isTrial: !isDemonstration,
    };
  };
  const status = (): AccessStatus => statusWith(readKeyring(spaceFiles(spaceFolder()).keyring));
  // That somebody left must be told even when the keyring was damaged meanwhile: whoever asks next is told that.
  const tellChange = (): void => options.onChange(statusOr(status, () => ({ ...statusWith(null), isCreated: true })));

  /** What was asked may go on, when its turn has come, only if nobody locked and the workspace is the same. */
  const asked = (): Request => {
    const folder = spaceFolder();
    const before = timesLocked;
    const assertStillHere = (): void => {
      if (timesLocked === before && spaceFolder() === folder) return;
      throw new AppError('LOCKED', 'It was locked meanwhile.');
    };
    return { folder, assertStillHere };
  };
  /** Replaces what is open; the key is erased when what it should open does not. */
  const openWith = (folder: string, account: Account, dataKey: Uint8Array, open: () => T): void => {
    try {
      close();
      opened = { folder, account, dataKey, store: open() };
    } catch (error) {
      dataKey.fill(0);
      throw asDatabaseError(error);
    } finally {
      tellChange();
    }
  };

  const unlock = async (request: Request, accountId: string, passphrase: string): Promise<AccessStatus> => {
    const { folder, assertStillHere } = request;
    assertStillHere();
    const keyring = readKeyring(spaceFiles(folder).keyring);
    const holder = keyring?.accounts.find(({ id }) => id === accountId);
    if (keyring === null || holder === undefined) throw new AppError('NOT_FOUND', 'There is no such account here.');
    const dataKey = await tryPassphrase(attemptsOf(folder), keyring, accountId, passphrase);
    try {
      assertStillHere();
    } catch (error) {
      dataKey.fill(0);
      throw error;
    }
    openWith(folder, accountOf(holder), dataKey, () => openStore(folder, dataKey, false));
    log.info('access.unlocked', { role: holder.role });
    return status();
  };
  const tryPassphrase = async (
    attempts: AttemptsMemory,
    keyring: Keyring,
    accountId: string,
    passphrase: string,
  ): Promise<Uint8Array> => {
    const now = clock.now();
    const wait = waitSeconds(attempts.of(accountId, now), now);
    if (wait > 0) throw new AppError('TOO_MANY_TRIES', 'Too many wrong passphrases.', { waitSeconds: wait });
    const begun = attempts.begin(accountId, now);
    const dataKey = await unwrap(keyring, accountId, passphrase);
    if (dataKey === null) {
      log.warn('access.refused', { failures: begun.failures });
      throw new AppError('WRONG_PASSPHRASE', 'This is not the passphrase of this account.', {
        triesLeft: triesLeft(begun),
        waitSeconds: waitSeconds(begun, clock.now()),
      });
    }
    attempts.succeed(accountId);
    return dataKey;
  };

  const createSpace = async (request: Request, { name, agency, passphrase }: NewPerson): Promise<AccessStatus> => {
    const { folder, assertStillHere } = request;
    assertStillHere();
    if (workspaceName() !== 'own') throw new AppError('NOT_ALLOWED', 'The demonstration has its own people.');
    assertNoSpace(folder);
    const account: Account = { id: randomUUID(), name, agency, role: 'advisor' };
    const dataKey = makeDataKey();
    const accounts = [{ ...account, passphrase }];
    const keyring = await makeKeyring({ spaceId: randomUUID(), accounts, dataKey, cost, now: clock.now() });
    openWith(folder, account, dataKey, () => {
      assertStillHere();
      return createSpaceFiles(folder, keyring, () => openStore(folder, dataKey, true));
    });
    log.info('access.space-created');
    return status();
  };

  return {
    status,
    unlock(accountId, passphrase) {
      const request = asked();
      return oneAtATime(() => unlock(request, accountId, passphrase));
    },
    createSpace(person) {
      const request = asked();
      return oneAtATime(() => createSpace(request, person));
    },
    lock() {
      timesLocked += 1;
      if (opened === null) return;
      try {
        close();
      } finally {
        tellChange();
      }
    },
    leave() {
      if (opened === null || opened.folder === spaceFolder()) return;
      timesLocked += 1;
      close();
      tellChange();
    },
    session: () => current()?.account ?? null,
    store() {
      const open = current();
      if (open === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      return open.store;
    },
  };
}

/** One derivation at a time, whatever is asked at once: tries are counted in order, and 128 MB are taken only once. */
function makeQueue(): <R>(work: () => Promise<R>) => Promise<R> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => null);
    return next;
  };
}

function statusOr(status: () => AccessStatus, otherwise: () => AccessStatus): AccessStatus {
  try {
    return status();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return otherwise();
  }
}

function accountOf({ id, name, agency, role }: Account): Account {
  return { id, name, agency, role };
}
