import { randomBytes } from 'node:crypto';
import type { AccessStatus, Account } from '../../shared/domain/access/access.schema.ts';
import { CODE_VALUES, recoveryCode } from '../../shared/domain/access/recovery-code.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Log } from '../platform/log/log.ts';
import { writeChanged, type Opening, type Proved } from './kept-keyring.ts';
import { withoutRecovery, withPassphrase, withRecovery } from './keyring.ts';
import { tryPassphrase, tryRecoveryCode, type Door } from './tries.ts';

/** What changes the ways into an account. */
export interface Secrets {
  /**
   * Gives whoever has unlocked another passphrase; what they have open stays open, the other accounts as they are.
   * @throws AppError NOT_ALLOWED in the demonstration, whose passphrases are shown on screen; TOO_MANY_TRIES,
   * WRONG_PASSPHRASE (triesLeft, waitSeconds), CASES_UNREADABLE, DISK_FULL, LOCKED when nobody has unlocked, or when it was
   * locked meanwhile
   */
  changePassphrase(passphrases: { readonly current: string; readonly next: string }): Promise<AccessStatus>;
  /** Makes the recovery code of whoever has unlocked, in place of the one before. @throws as `changePassphrase` */
  makeRecoveryCode(passphrase: string): Promise<string>;
  /**
   * Gives an account a new passphrase by its recovery code, which is used up, and opens the space as `unlock` does.
   * @throws AppError NO_RECOVERY_CODE, WRONG_RECOVERY_CODE (isMistyped, group, triesLeft, waitSeconds), NOT_ALLOWED in the
   * demonstration, and as `unlock`
   */
  recover(accountId: string, renewal: Renewal): Promise<AccessStatus>;
}

interface Renewal {
  readonly code: string;
  readonly passphrase: string;
}

/** Where something was asked, and whether it may still go on there. */
export interface Request {
  readonly folder: string;
  /** @throws AppError LOCKED */
  readonly assertStillHere: () => void;
}

interface Surroundings {
  readonly cost: number;
  readonly log: Log;
  readonly isDemonstration: () => boolean;
  /** The account of whoever has unlocked. */
  readonly holderId: () => string | null;
  readonly asked: () => Request;
  readonly oneAtATime: <R>(work: () => Promise<R>) => Promise<R>;
  /** @throws AppError NOT_FOUND, CASES_UNREADABLE */
  readonly doorOf: (folder: string, accountId: string) => Door;
  /** Opens the space, once `before` is done; the key is erased when anything fails. */
  readonly enter: (account: Account, dataKey: Uint8Array, request: Request, before?: () => void) => void;
  readonly tellChange: () => void;
  readonly status: () => AccessStatus;
}

export function makeSecrets(around: Surroundings): Secrets {
  const { cost, log, holderId, asked, oneAtATime, doorOf, enter, tellChange, status } = around;

  const assertNotShown = (): void => {
    if (!around.isDemonstration()) return;
    const why = 'The passphrases of the demonstration are shown on screen: they stay as they are.';
    throw new AppError('NOT_ALLOWED', why, { reason: 'demonstration' });
  };
  /** What whoever has unlocked changes of their own account, written whole or not at all. */
  const changeOwn = <R extends Pick<Proved, 'keyring' | 'ways'>>(change: (door: Door) => Promise<R>): Promise<R> => {
    const [{ folder, assertStillHere }, accountId] = [asked(), holderId()];
    const assertStillTheirs = (): void => {
      assertStillHere();
      if (holderId() !== accountId) throw new AppError('LOCKED', 'It was locked meanwhile.');
    };
    return oneAtATime(async () => {
      if (accountId === null) throw new AppError('LOCKED', 'Nobody has unlocked the case files.');
      assertStillTheirs();
      assertNotShown();
      const changed = await change(doorOf(folder, accountId));
      assertStillTheirs();
      writeChanged(folder, { ...changed, accountId });
      tellChange();
      return changed;
    });
  };
  const recover = async (request: Request, accountId: string, renewal: Renewal): Promise<AccessStatus> => {
    request.assertStillHere();
    assertNotShown();
    const door = doorOf(request.folder, accountId);
    const { keyring, account, dataKey } = await recovered(door, renewal, cost);
    enter(account, dataKey, request, () => {
      writeChanged(request.folder, { keyring, accountId, ways: ['passphrase', 'recovery'] });
      // A new passphrase: wrong tries at the old one say nothing of it.
      door.attempts.passphrase.succeed(accountId);
    });
    log.info('access.recovered', { role: account.role });
    return status();
  };

  return {
    async changePassphrase(passphrases) {
      await changeOwn((door) => changedPassphrase(door, passphrases, cost));
      log.info('access.passphrase-changed');
      return status();
    },
    async makeRecoveryCode(passphrase) {
      const { code } = await changeOwn((door) => madeRecoveryCode(door, passphrase, cost));
      log.info('access.recovery-made');
      return code;
    },
    recover(accountId, renewal) {
      const request = asked();
      return oneAtATime(() => recover(request, accountId, renewal));
    },
  };
}

/** The keyring once an account has another passphrase. @throws AppError as `tryPassphrase` */
async function changedPassphrase(
  door: Door,
  { current, next }: { readonly current: string; readonly next: string },
  cost: number,
): Promise<Pick<Proved, 'keyring' | 'ways'>> {
  const { keyring, dataKey } = await tryPassphrase(door, current);
  try {
    const changed = await withPassphrase(keyring, dataKey, door.accountId, { passphrase: next, cost });
    return { keyring: changed, ways: ['passphrase'] };
  } finally {
    dataKey.fill(0);
  }
}

/** The keyring once an account has a new recovery code, and the code, which is kept nowhere. @throws as `tryPassphrase` */
async function madeRecoveryCode(
  door: Door,
  passphrase: string,
  cost: number,
): Promise<Pick<Proved, 'keyring' | 'ways'> & { readonly code: string }> {
  const { keyring, dataKey } = await tryPassphrase(door, passphrase);
  const values = randomBytes(CODE_VALUES);
  try {
    const code = recoveryCode(values);
    const now = door.clock.now();
    const changed = await withRecovery(keyring, dataKey, door.accountId, { code, cost, now });
    return { keyring: changed, ways: ['recovery'], code };
  } finally {
    dataKey.fill(0);
    values.fill(0);
  }
}

/**
 * The keyring once a recovery code gave an account its new passphrase, without the code, and the data key it opened, which
 * the caller erases. @throws AppError as `tryRecoveryCode`
 */
async function recovered(door: Door, { code, passphrase }: Renewal, cost: number): Promise<Opening> {
  const opening = await tryRecoveryCode(door, code);
  const { keyring, dataKey } = opening;
  try {
    const renewed = await withPassphrase(keyring, dataKey, door.accountId, { passphrase, cost });
    return { ...opening, keyring: withoutRecovery(renewed, door.accountId) };
  } catch (error) {
    dataKey.fill(0);
    throw error;
  }
}
