import { randomUUID } from 'node:crypto';
import type { AccessStatus, Account, Session } from '../../shared/domain/access/access.schema.ts';
import { waitSeconds } from '../../shared/domain/access/attempts.rules.ts';
import type { WorkspaceName } from '../../shared/domain/workspace/workspace.schema.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import { asDatabaseError } from '../platform/db/encrypted-database.ts';
import type { Log } from '../platform/log/log.ts';
import { openAttempts, type SpaceAttempts } from './attempts.ts';
import { accessStatusOf } from './access-status.use-cases.ts';
import { keptKeyring } from './kept-keyring.ts';
import type { Keyring } from './keyring.schema.ts';
import { makeQueue } from './one-at-a-time.ts';
import { makeSecrets, type Request, type Secrets } from './secrets.use-cases.ts';
import { assertNoSpace, createSpaceFiles, makeDataKey, makeKeyring, spaceFiles } from './space.use-cases.ts';
import { tryPassphrase, type Door } from './tries.ts';

/** Who may open the case files of the current workspace, and what they opened. One session at a time. */
export interface Access<T> extends Secrets {
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
  /**
   * Opens a space once its damaged file was mended, in place of what is open. `mend` keeps no reference to the key.
   * @throws AppError as `unlock`, and what `mend` throws; nothing is then open
   */
  repair<R>(
    holder: { readonly accountId: string; readonly passphrase: string },
    mend: (folder: string, dataKey: Uint8Array) => R,
  ): Promise<R>;
  session(): Session;
  /** What is open, with its key, for who copies and replaces files; null when nobody has unlocked. */
  opened(): OpenFiles<T> | null;
  /** Closes the store, lets its file be replaced, and opens it again for the same person. @throws AppError LOCKED */
  replaceStore(swap: () => void): void;
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
  /** Last chance to read what is open, before a lock; it throws nothing, and takes no time. */
  readonly beforeLock?: () => void;
  readonly onChange: (status: AccessStatus) => void;
}

export interface OpenFiles<T> extends OpenSpace<T> {
  /** True when the keyring did not open any more at this opening, and its copy took its place. */
  readonly isKeyringRepaired: boolean;
}

interface OpenSpace<T> {
  readonly folder: string;
  readonly account: Account;
  readonly dataKey: Uint8Array;
  readonly store: T;
}

export function makeAccess<T extends { close(): void }>(options: AccessOptions<T>): Access<T> {
  const { spaceFolder, workspaceName, clock, log, cost, openStore } = options;
  const attemptsByFolder = new Map<string, SpaceAttempts>();
  const oneAtATime = makeQueue();
  const keyringsPutBack = new Set<string>();
  let opened: OpenSpace<T> | null = null;
  let timesLocked = 0;

  const attemptsOf = (folder: string): SpaceAttempts => {
    const known = attemptsByFolder.get(folder) ?? openAttempts(spaceFiles(folder).attempts, log);
    attemptsByFolder.set(folder, known);
    return known;
  };
  const close = (): void => {
    const closing = opened;
    opened = null;
    if (closing !== null) keyringsPutBack.delete(closing.folder);
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
    const { passphrase } = attemptsOf(spaceFolder());
    const now = clock.now();
    return accessStatusOf({
      workspace: workspaceName(),
      holders: keyring?.accounts ?? null,
      session: current()?.account ?? null,
      demonstrationPassphrases: options.demonstrationPassphrases,
      waitOf: (accountId) => waitSeconds(passphrase.of(accountId, now), now),
    });
  };
  const status = (): AccessStatus => statusWith(keptKeyring(spaceFolder())?.keyring ?? null);
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

  /** @throws AppError NOT_FOUND, CASES_UNREADABLE */
  const doorOf = (folder: string, accountId: string): Door => {
    const kept = keptKeyring(folder);
    const accounts = [...(kept?.keyring.accounts ?? []), ...(kept?.copy?.accounts ?? [])];
    if (kept === null || accounts.every(({ id }) => id !== accountId)) {
      throw new AppError('NOT_FOUND', 'There is no such account here.');
    }
    const settle: typeof kept.settle = (proved) => {
      const isPutBack = kept.settle(proved);
      if (isPutBack) {
        keyringsPutBack.add(folder);
        log.warn('access.keyring-put-back');
      }
      return isPutBack;
    };
    return { kept: { ...kept, settle }, accountId, attempts: attemptsOf(folder), clock, log };
  };
  const unlock = async (
    { folder, assertStillHere }: Request,
    accountId: string,
    passphrase: string,
  ): Promise<AccessStatus> => {
    assertStillHere();
    const { account, dataKey } = await tryPassphrase(doorOf(folder, accountId), passphrase);
    enter(account, dataKey, { folder, assertStillHere });
    log.info('access.unlocked', { role: account.role });
    return status();
  };
  /** Opens the space with the key that was found; erases it when it is too late, or when it does not open. */
  const enter = (
    account: Account,
    dataKey: Uint8Array,
    { folder, assertStillHere }: Request,
    before?: () => void,
  ): void => {
    try {
      assertStillHere();
      before?.();
    } catch (error) {
      dataKey.fill(0);
      throw error;
    }
    openWith(folder, account, dataKey, () => openStore(folder, dataKey, false));
  };
  const repair = async <R>(
    request: Request,
    { accountId, passphrase }: { readonly accountId: string; readonly passphrase: string },
    mend: (folder: string, dataKey: Uint8Array) => R,
  ): Promise<R> => {
    request.assertStillHere();
    const { account, dataKey } = await tryPassphrase(doorOf(request.folder, accountId), passphrase);
    try {
      request.assertStillHere();
      close();
      const mended = mend(request.folder, dataKey);
      enter(account, dataKey, request);
      return mended;
    } catch (error) {
      dataKey.fill(0);
      tellChange();
      throw error;
    }
  };
  const secrets = makeSecrets({
    ...{ cost, log, asked, oneAtATime, doorOf, enter, tellChange, status },
    isDemonstration: () => workspaceName() === 'demonstration',
    holderId: () => current()?.account.id ?? null,
  });

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
    ...secrets,
    status,
    unlock(accountId, passphrase) {
      const request = asked();
      return oneAtATime(() => unlock(request, accountId, passphrase));
    },
    createSpace(person) {
      const request = asked();
      return oneAtATime(() => createSpace(request, person));
    },
    repair(holder, mend) {
      const request = asked();
      return oneAtATime(() => repair(request, holder, mend));
    },
    lock() {
      timesLocked += 1;
      if (opened === null) return;
      if (current() !== null) options.beforeLock?.();
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
    opened() {
      const open = current();
      return open === null ? null : { ...open, isKeyringRepaired: keyringsPutBack.has(open.folder) };
    },
    replaceStore(swap) {
      const open = current();
      if (open === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      const { folder, account } = open;
      const dataKey = Uint8Array.from(open.dataKey);
      openWith(folder, account, dataKey, () => {
        swap();
        return openStore(folder, dataKey, false);
      });
    },
    store() {
      const open = current();
      if (open === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      return open.store;
    },
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
