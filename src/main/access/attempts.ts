import { readFileSync } from 'node:fs';
import { afterFailure, NO_ATTEMPTS, settled, type Attempts } from '../../shared/domain/access/attempts.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import type { Log } from '../platform/log/log.ts';
import { attemptsFileSchema } from './attempts.schema.ts';

/** Tries at the accounts of one space, remembered across restarts. */
export interface AttemptsMemory {
  of(accountId: string, now: number): Attempts;
  /** Counts a try as failed before it is known: ending the application in the middle does not give it back. */
  begin(accountId: string, now: number): Attempts;
  succeed(accountId: string): void;
}

/** The two ways into an account are counted apart. */
export interface SpaceAttempts {
  readonly passphrase: AttemptsMemory;
  readonly recovery: AttemptsMemory;
}

export function openAttempts(file: string, log: Log): SpaceAttempts {
  const { accounts, recovery } = readAttempts(file);
  // A disk that is full costs the memory of the tries, not the work: they still count until the application ends.
  const keep = (): void => {
    const kept = { version: 1, accounts: Object.fromEntries(accounts), recovery: Object.fromEntries(recovery) };
    try {
      writeFileAtomic(file, `${JSON.stringify(kept)}\n`);
    } catch (error) {
      log.warn('access.tries-not-kept', { code: error instanceof AppError ? error.code : 'unknown' });
    }
  };
  return { passphrase: memoryOf(accounts, keep), recovery: memoryOf(recovery, keep) };
}

function memoryOf(tries: Map<string, Attempts>, keep: () => void): AttemptsMemory {
  const of = (accountId: string, now: number): Attempts => {
    const attempts = settled(tries.get(accountId) ?? NO_ATTEMPTS, now);
    if (tries.has(accountId)) tries.set(accountId, attempts);
    return attempts;
  };
  return {
    of,
    begin(accountId, now) {
      const attempts = afterFailure(of(accountId, now), now);
      tries.set(accountId, attempts);
      keep();
      return attempts;
    },
    succeed(accountId) {
      if (tries.delete(accountId)) keep();
    },
  };
}

interface ReadTries {
  readonly accounts: Map<string, Attempts>;
  readonly recovery: Map<string, Attempts>;
}

/** What cannot be read counts for nothing: whoever can alter this file can copy the others, and try elsewhere. */
function readAttempts(file: string): ReadTries {
  try {
    const { accounts, recovery } = attemptsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { accounts: new Map(Object.entries(accounts)), recovery: new Map(Object.entries(recovery)) };
  } catch {
    return { accounts: new Map(), recovery: new Map() };
  }
}
