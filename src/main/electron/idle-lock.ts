import type { EventPayload } from '../../shared/contract/index.ts';
import type { CoreEvent } from '../core-protocol.ts';
import type { Log } from '../platform/log/log.ts';
import { timeLeft, type Instant } from './idle-rule.ts';

type LockReason = EventPayload<'access.locking'>['reason'];

export interface IdleLock {
  /** Somebody is there: a key, a pointer. */
  stir(): void;
  /** The machine sleeps, or its session was locked: nobody is there. */
  leave(): void;
  hear(event: CoreEvent): void;
  end(): void;
}

interface IdleLockOptions {
  readonly clock: { readonly monotonic: () => number; readonly wall: () => number };
  readonly minutes: () => number;
  /** Tells the page, which keeps what is being typed, then locks by itself. */
  readonly tell: (reason: LockReason) => void;
  /** Locks, whatever became of the page. */
  readonly lock: () => Promise<unknown>;
  readonly log: Log;
}

/** How long the page has to keep what is being typed. */
const KEEP_MS = 2_000;
/** How often the time is looked at: a timer for the whole delay would stop with the machine. */
const LOOK_MS = 5_000;

/**
 * Closes the case files when nobody is there. Only input in our own window counts as somebody: what the system says of the
 * others is not to be had everywhere, and where it is wrong the files would stay open.
 */
export function makeIdleLock({ clock, minutes, tell, lock, log }: IdleLockOptions): IdleLock {
  const now = (): Instant => ({ monotonic: clock.monotonic(), wall: clock.wall() });
  let lastInput = now();
  let looking: NodeJS.Timeout | null = null;
  let locking: NodeJS.Timeout | null = null;

  const stopLooking = (): void => {
    if (looking !== null) clearInterval(looking);
    looking = null;
  };
  const stopLocking = (): void => {
    if (locking !== null) clearTimeout(locking);
    locking = null;
  };
  const lockSoon = (reason: LockReason): void => {
    if (looking === null || locking !== null) return;
    log.info('access.locking', { reason });
    locking = setTimeout(() => void lock(), KEEP_MS);
    tell(reason);
  };
  const look = (): void => {
    if (timeLeft(lastInput, now(), minutes()) === 0) lockSoon('idle');
  };
  const settle = (isOpen: boolean): void => {
    stopLooking();
    stopLocking();
    if (!isOpen) return;
    lastInput = now();
    looking = setInterval(look, LOOK_MS);
  };

  return {
    stir() {
      // Whoever comes back after the time has passed finds it locked, even where no timer ran meanwhile.
      look();
      lastInput = now();
    },
    leave: () => lockSoon('away'),
    hear(event) {
      if (event.name !== 'access.changed') return;
      const isOpen = event.payload.session !== null;
      // Of the same session, a change tells nothing of who sits there, and does not keep it open.
      if (isOpen !== (looking !== null)) settle(isOpen);
    },
    end: () => settle(false),
  };
}

/** What is used of Electron. */
interface Contents {
  on(event: 'before-input-event' | 'input-event', listener: () => void): unknown;
}
interface Power {
  on(event: 'suspend' | 'lock-screen', listener: () => void): unknown;
}

/** Where somebody is seen to be there, and to be gone. */
export function watchActivity(contents: Contents, power: Power, idle: Pick<IdleLock, 'stir' | 'leave'>): void {
  contents.on('before-input-event', () => idle.stir());
  contents.on('input-event', () => idle.stir());
  power.on('suspend', () => idle.leave());
  power.on('lock-screen', () => idle.leave());
}
