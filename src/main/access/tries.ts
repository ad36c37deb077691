import { triesLeft, waitSeconds } from '../../shared/domain/access/attempts.rules.ts';
import { readRecoveryCode } from '../../shared/domain/access/recovery-code.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import type { Clock } from '../../shared/kernel/clock.ts';
import type { Log } from '../platform/log/log.ts';
import type { AttemptsMemory, SpaceAttempts } from './attempts.ts';
import { unwrap, unwrapByCode } from './keyring.ts';
import { openByEither, type KeptKeyring, type Opening } from './kept-keyring.ts';

/** What a try at an account is counted in, and made against. */
export interface Door {
  readonly kept: KeptKeyring;
  readonly accountId: string;
  readonly attempts: SpaceAttempts;
  readonly clock: Clock;
  readonly log: Log;
}

/** The data key, which the caller erases. @throws AppError TOO_MANY_TRIES, WRONG_PASSPHRASE (triesLeft, waitSeconds) */
export function tryPassphrase(door: Door, passphrase: string): Promise<Opening> {
  const { kept, accountId, attempts } = door;
  return counted(door, attempts.passphrase, {
    open: () =>
      openByEither(kept, { accountId, way: 'passphrase' }, (keyring) => unwrap(keyring, accountId, passphrase)),
    refusal: (details) =>
      new AppError('WRONG_PASSPHRASE', 'This is not the passphrase of this account.', { ...details }),
  });
}

/**
 * The data key, by a recovery code. One that was mistyped is told at once and is no try: it could not have opened.
 * @throws AppError NO_RECOVERY_CODE, TOO_MANY_TRIES, WRONG_RECOVERY_CODE (triesLeft, waitSeconds; isMistyped, and group
 * from 1 where one is known to be wrong)
 */
export async function tryRecoveryCode(door: Door, typed: string): Promise<Opening> {
  const { kept, accountId, attempts, clock } = door;
  const holders = [kept.keyring, kept.copy].map((keyring) => keyring?.accounts.find(({ id }) => id === accountId));
  if (holders.every((holder) => holder?.recovery === undefined)) {
    throw new AppError('NO_RECOVERY_CODE', 'No recovery code was made for this account.');
  }
  const wrong = 'This is not the recovery code of this account.';
  const read = readRecoveryCode(typed);
  if (!read.isRead) {
    const now = clock.now();
    const before = attempts.recovery.of(accountId, now);
    throw new AppError('WRONG_RECOVERY_CODE', wrong, {
      ...{ isMistyped: true, triesLeft: triesLeft(before), waitSeconds: waitSeconds(before, now) },
      ...(read.mistypedGroup === null ? {} : { group: read.mistypedGroup }),
    });
  }
  return counted(door, attempts.recovery, {
    open: () =>
      openByEither(kept, { accountId, way: 'recovery' }, (keyring) => unwrapByCode(keyring, accountId, read.code)),
    refusal: (details) => new AppError('WRONG_RECOVERY_CODE', wrong, { isMistyped: false, ...details }),
  });
}

interface Try {
  readonly open: () => Promise<Opening | null>;
  readonly refusal: (details: { readonly triesLeft: number; readonly waitSeconds: number }) => AppError;
}

async function counted(door: Door, memory: AttemptsMemory, { open, refusal }: Try): Promise<Opening> {
  const { accountId, clock, log } = door;
  const now = clock.now();
  const wait = waitSeconds(memory.of(accountId, now), now);
  if (wait > 0) throw new AppError('TOO_MANY_TRIES', 'Too many wrong tries.', { waitSeconds: wait });
  const begun = memory.begin(accountId, now);
  const opening = await open();
  if (opening === null) {
    log.warn('access.refused', { failures: begun.failures });
    throw refusal({ triesLeft: triesLeft(begun), waitSeconds: waitSeconds(begun, clock.now()) });
  }
  memory.succeed(accountId);
  return opening;
}
