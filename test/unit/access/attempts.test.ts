import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  delayAfter,
  FREE_TRIES,
  NO_ATTEMPTS,
  settled,
  triesLeft,
  waitBefore,
  waitSeconds,
  type Attempts,
} from '../../../src/shared/domain/access/attempts.rules.ts';

const LONGEST = 300_000;
const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
const attempts: fc.Arbitrary<Attempts> = fc.record({ failures: fc.nat(1_000), lastAt: instant });

describe('the delay between two tries', () => {
  it('is none for the first four failures, then doubles from five seconds to five minutes', () => {
    const seconds = Array.from({ length: 14 }, (_, failures) => delayAfter(failures) / 1_000);
    expect(seconds).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('never shrinks as failures add up, and never passes five minutes', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (failures) => {
        expect(delayAfter(failures + 1)).toBeGreaterThanOrEqual(delayAfter(failures));
        expect(delayAfter(failures)).toBeLessThanOrEqual(LONGEST);
      }),
    );
  });

  it('is over once it has passed, and not a moment before', () => {
    fc.assert(
      fc.property(attempts, (tried) => {
        const delay = delayAfter(tried.failures);
        expect(waitBefore(tried, tried.lastAt + delay)).toBe(0);
        if (delay > 0) expect(waitBefore(tried, tried.lastAt + delay - 1)).toBe(1);
      }),
    );
  });

  it('is never longer than the delay itself, whatever the clock says', () => {
    fc.assert(
      fc.property(attempts, instant, (tried, now) => {
        expect(waitBefore(tried, now)).toBeGreaterThanOrEqual(0);
        expect(waitBefore(tried, now)).toBeLessThanOrEqual(delayAfter(tried.failures));
      }),
    );
  });

  it('is announced in whole seconds that are never too few', () => {
    fc.assert(
      fc.property(attempts, instant, (tried, now) => {
        const here = settled(tried, now);
        const seconds = waitSeconds(here, now);
        expect(Number.isInteger(seconds)).toBe(true);
        expect(waitBefore(here, now + seconds * 1_000)).toBe(0);
      }),
    );
  });
});

describe('a clock that is set back', () => {
  it('starts the delay over, and does not lock out until it catches up', () => {
    fc.assert(
      fc.property(attempts, instant, (tried, now) => {
        const here = settled(tried, now);
        expect(here.failures).toBe(tried.failures);
        expect(waitBefore(here, now + delayAfter(tried.failures))).toBe(0);
      }),
    );
  });

  it('lets nobody in sooner than the delay', () => {
    const tried = { failures: 8, lastAt: 1_000_000 };
    expect(waitBefore(settled(tried, 10), 10)).toBe(delayAfter(8));
    expect(waitBefore(settled(tried, 10), 10 + delayAfter(8) - 1)).toBe(1);
  });

  it('changes nothing when the clock went on', () => {
    const tried = { failures: 8, lastAt: 1_000_000 };
    expect(settled(tried, 1_000_000)).toEqual(tried);
    expect(settled(tried, 9_000_000)).toEqual(tried);
  });
});

describe('failures', () => {
  it('use up the free tries one by one', () => {
    let tried = NO_ATTEMPTS;
    const left = Array.from({ length: 7 }, (_, index) => {
      tried = afterFailure(tried, index);
      return triesLeft(tried);
    });
    expect(left).toEqual([4, 3, 2, 1, 0, 0, 0]);
    expect(FREE_TRIES).toBe(5);
  });

  it('make somebody who tries without pause wait longer and longer', () => {
    fc.assert(
      fc.property(fc.nat(60), instant, (count, start) => {
        let now = start;
        let tried = NO_ATTEMPTS;
        for (let index = 0; index < count; index += 1) {
          now += waitBefore(tried, now);
          tried = afterFailure(tried, now);
        }
        // The sum of the delays, each counted in full.
        let least = 0;
        for (let failures = 1; failures < count; failures += 1) least += delayAfter(failures);
        expect(now - start).toBe(least);
      }),
    );
  });
});
