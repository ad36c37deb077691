import { readFileSync } from 'node:fs';
import { afterFailure, NO_ATTEMPTS, settled, type Attempts } from '../../shared/domain/access/attempts.rules.ts';
import { AppError } from '../../shared/kernel/app-error.ts';
import { writeFileAtomic } from '../platform/files/atomic-write.ts';
import type { Log } from '../platform/log/log.ts';
import { attemptsFileSchema } from './attempts.schema.ts';

/** The tries of one space, remembered across restarts. */
export interface AttemptsMemory {
  of(accountId: string, now: number): Attempts;
  /** Counts a try as failed before it is known: ending the application in the middle does not give it back. */
  begin(accountId: string, now: number): Attempts;
  succeed(accountId: string): void;
}

export function openAttempts(file: string, log: Log): AttemptsMemory {
  const accounts = readAttempts(file);
  const of = (accountId: string, now: number): Attempts => {
    const attempts = settled(accounts.get(accountId) ?? NO_ATTEMPTS, now);
    if (accounts.has(accountId)) accounts.set(accountId, attempts);
    return attempts;
  };
  // A disk that is full costs the memory of the tries, not the work: they still count until the application ends.
  const keep = (): void => {
    try {
      writeFileAtomic(file, `${JSON.stringify({ version: 1, accounts: Object.fromEntries(accounts) })}\n`);
    } catch (error) {
      log.warn('access.tries-not-kept', { code: error instanceof AppError ? error.code : 'unknown' });
    }
  };
  return {
    of,
    begin(accountId, now) {
      const attempts = afterFailure(of(accountId, now), now);
      accounts.set(accountId, attempts);
      keep();
      return attempts;
    },
    succeed(accountId) {
      if (accounts.delete(accountId)) keep();
    },
  };
}

/** What cannot be read counts for nothing: whoever can alter this file can copy the others, and try elsewhere. */
function readAttempts(file: string): Map<string, Attempts> {
  try {
    const { accounts } = attemptsFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return new Map(Object.entries(accounts));
  } catch {
    return new Map();
  }
}
