import { EventEmitter } from 'node:events';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeIdleLock, watchActivity } from '../../../src/main/electron/idle-lock.ts';
import { idleFor, timeLeft } from '../../../src/main/electron/idle-rule.ts';
import type { CoreEvent } from '../../../src/main/core-protocol.ts';
import { silentLog } from '../../../src/main/platform/log/log.ts';

const MINUTE = 60_000;

describe('the time since somebody was there', () => {
  const instant = fc.record({ monotonic: fc.nat(1e9), wall: fc.nat(2e12) });

  it('is never negative, and leaves none once the minutes have passed on either clock', () => {
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(2, 5, 10, 15, 30), (last, now, minutes) => {
        expect(idleFor(last, now)).toBeGreaterThanOrEqual(0);
        const hasPassed = [now.monotonic - last.monotonic, now.wall - last.wall].some((ms) => ms >= minutes * MINUTE);
        expect(timeLeft(last, now, minutes) === 0).toBe(hasPassed);
      }),
    );
  });

  it('counts sleep, during which only the wall clock goes on', () => {
    expect(idleFor({ monotonic: 0, wall: 0 }, { monotonic: 10, wall: 3_600_000 })).toBe(3_600_000);
  });

  it('is not shortened by a clock that is set back', () => {
    expect(idleFor({ monotonic: 0, wall: 9_000_000 }, { monotonic: 700_000, wall: 0 })).toBe(700_000);
  });
});

describe('the idle lock', () => {
  const session = { id: '11111111-1111-4111-8111-111111111111', name: 'A', agency: 'B', role: 'advisor' } as const;
  const changed = (isOpen: boolean): CoreEvent => ({
    type: 'event',
    name: 'access.changed',
    payload: { workspace: 'own', isCreated: true, session: isOpen ? session : null, accounts: [], isTrial: true },
  });
  let time: { monotonic: number; wall: number };
  let told: string[];
  let lock: ReturnType<typeof vi.fn<() => Promise<unknown>>>;
  let minutes: number;
  let idle: ReturnType<typeof makeIdleLock>;
  /** Both clocks and the timers. */
  const pass = (ms: number): void => {
    for (let left = ms; left > 0; left -= 1_000) {
      time.monotonic += 1_000;
      time.wall += 1_000;
      vi.advanceTimersByTime(1_000);
    }
  };

  beforeEach(() => {
    vi.useFakeTimers();
    [time, told, minutes] = [{ monotonic: 0, wall: 1_790_000_000_000 }, [], 10];
    lock = vi.fn(() => Promise.resolve(null));
    idle = makeIdleLock({
      clock: { monotonic: () => time.monotonic, wall: () => time.wall },
      minutes: () => minutes,
      tell: (reason) => told.push(reason),
      lock,
      log: silentLog,
    });
  });
  afterEach(() => {
    idle.end();
    vi.useRealTimers();
  });

  it('row 33: tells the page after the minutes of the settings, then locks whatever became of the page', () => {
    idle.hear(changed(true));
    pass(10 * MINUTE - 5_000);
    expect(told).toEqual([]);
    pass(6_000);
    expect(told).toEqual(['idle']);
    expect(lock).not.toHaveBeenCalled();
    pass(2_000);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('starts over at each key and each move of the pointer', () => {
    idle.hear(changed(true));
    for (let count = 0; count < 6; count += 1) {
      pass(9 * MINUTE);
      idle.stir();
    }
    expect(told).toEqual([]);
  });

  it('takes in a change of the minutes at once', () => {
    idle.hear(changed(true));
    pass(3 * MINUTE);
    minutes = 2;
    pass(5_000);
    expect(told).toEqual(['idle']);
  });

  it('leaves alone who has not unlocked', () => {
    pass(60 * MINUTE);
    idle.leave();
    pass(5_000);
    expect(told).toEqual([]);
    expect(lock).not.toHaveBeenCalled();
  });

  it('does not lock a second time when the page has locked by itself', () => {
    idle.hear(changed(true));
    idle.leave();
    expect(told).toEqual(['away']);
    idle.hear(changed(false));
    pass(60 * MINUTE);
    expect(lock).not.toHaveBeenCalled();
    expect(told).toEqual(['away']);
  });

  it('locks at once when the machine sleeps or its session is locked, and is told once', () => {
    idle.hear(changed(true));
    idle.leave();
    idle.leave();
    pass(2_000);
    expect(told).toEqual(['away']);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('is not put off by somebody who comes back, nor by a change of the same session', () => {
    idle.hear(changed(true));
    pass(10 * MINUTE);
    pass(5_000);
    idle.stir();
    idle.hear(changed(true));
    pass(2_000);
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it('counts the time of a sleep that no event told of', () => {
    idle.hear(changed(true));
    time.wall += 60 * MINUTE;
    idle.stir();
    expect(told).toEqual(['idle']);
  });

  it('begins again for whoever unlocks next', () => {
    idle.hear(changed(true));
    idle.leave();
    idle.hear(changed(false));
    idle.hear(changed(true));
    pass(9 * MINUTE);
    expect(told).toEqual(['away']);
    pass(2 * MINUTE);
    expect(told).toEqual(['away', 'idle']);
  });

  it('listens to the keys, the pointer and the machine', () => {
    const contents = new EventEmitter();
    const power = new EventEmitter();
    const [stir, leave] = [vi.fn(), vi.fn()];
    watchActivity(contents, power, { stir, leave });
    contents.emit('before-input-event');
    contents.emit('input-event');
    expect(stir).toHaveBeenCalledTimes(2);
    power.emit('suspend');
    power.emit('lock-screen');
    expect(leave).toHaveBeenCalledTimes(2);
  });
});
