/** Two clocks: one that nobody sets but that may stop while the machine sleeps, and one that goes on but may be set. */
export interface Instant {
  /** Milliseconds since any moment; never goes back. */
  readonly monotonic: number;
  /** Milliseconds since 1970, UTC. */
  readonly wall: number;
}

/** Milliseconds since the last key or pointer: sleep counts, and a clock set back does not give time. */
export function idleFor(lastInput: Instant, now: Instant): number {
  return Math.max(0, now.monotonic - lastInput.monotonic, now.wall - lastInput.wall);
}

/** Milliseconds left before the case files are to close; 0: now. */
export function timeLeft(lastInput: Instant, now: Instant, minutes: number): number {
  return Math.max(0, minutes * 60_000 - idleFor(lastInput, now));
}
