/**
 * How fast wrong passphrases may follow each other. It slows down a visitor at an unlocked desk; against whoever took the
 * files away, only the cost of the derivation counts.
 */
export const FREE_TRIES = 5;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 300_000;

/** What is remembered of an account: the tries since the last success. */
export interface Attempts {
  readonly failures: number;
  /** When the last one began, milliseconds since 1970. */
  readonly lastAt: number;
}

export const NO_ATTEMPTS: Attempts = { failures: 0, lastAt: 0 };

/** The delay after so many failures: none for the first four, then 5 s, 10 s, 20 s… and never more than five minutes. */
export function delayAfter(failures: number): number {
  let delay = failures < FREE_TRIES ? 0 : FIRST_DELAY_MS;
  for (let step = FREE_TRIES; step < failures && delay < LONGEST_DELAY_MS; step += 1) delay *= 2;
  return Math.min(delay, LONGEST_DELAY_MS);
}

/** Milliseconds to wait before the next try, from 0 to the delay and never more, whatever the clock says. */
export function waitBefore(attempts: Attempts, now: number): number {
  const delay = delayAfter(attempts.failures);
  return Math.max(0, Math.min(delay, attempts.lastAt + delay - now));
}

/** For the screen: whole seconds, rounded up so that the announced end is never too early. */
export function waitSeconds(attempts: Attempts, now: number): number {
  return Math.ceil(waitBefore(attempts, now) / 1_000);
}

export function afterFailure(attempts: Attempts, now: number): Attempts {
  return { failures: attempts.failures + 1, lastAt: now };
}

/** Tries left before the first delay. */
export function triesLeft(attempts: Attempts): number {
  return Math.max(0, FREE_TRIES - attempts.failures);
}

/**
 * A try that seems to come from the future was made before the clock was set back: its delay starts over now, or it
 * would last until the clock catches up.
 */
export function settled(attempts: Attempts, now: number): Attempts {
  return attempts.lastAt > now ? { ...attempts, lastAt: now } : attempts;
}
