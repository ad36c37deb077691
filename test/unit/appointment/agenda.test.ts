/** Which meetings overlap, and when there is time for another one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conflictsAmong,
  endOf,
  firstFreeOn,
  freeTimes,
  overlapping,
  takesItsHour,
} from '../../../src/shared/domain/appointment/agenda.rules.ts';
import { PRESENCES } from '../../../src/shared/domain/appointment/appointment.ts';
import { instantOf, localDateAt, type LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { dayOffOf } from '../../../src/shared/kernel/working-day.ts';

const ZONE = 'Europe/Paris';
const at = (day: string, hour: number, minute = 0): number => instantOf(day as LocalDate, hour, minute, ZONE);

const meetings = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    startsAt: fc.integer({ min: 0, max: 40 }).map((step) => at('2026-11-30', 8) + step * 15 * 60_000),
    minutes: fc.constantFrom(15, 30, 45, 60),
    presence: fc.constantFrom(...PRESENCES),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
);

describe('meetings that overlap', () => {
  it('are those that another one overlaps, whatever their order', () => {
    fc.assert(
      fc.property(meetings, (drawn) => {
        const found = conflictsAmong(drawn);
        const expected = drawn.filter((each) => takesItsHour(each) && overlapping(each, drawn).length > 0);
        expect([...found].sort()).toEqual(expected.map(({ id }) => id).sort());
      }),
    );
  });

  it('do not: one that starts when another ends, one that was cancelled', () => {
    const nine = { id: 'a', startsAt: at('2026-11-30', 9), minutes: 30, presence: 'planned' } as const;
    const half = { ...nine, id: 'b', startsAt: endOf(nine) };
    expect(conflictsAmong([half, nine]).size).toBe(0);
    expect(conflictsAmong([nine, { ...nine, id: 'c', presence: 'cancelled-by-person' }]).size).toBe(0);
    expect(overlapping({ ...half, minutes: 60 }, [nine, half])).toEqual([]);
  });

  it('are told once each where a long one holds two short ones', () => {
    const long = { id: 'long', startsAt: at('2026-11-30', 9), minutes: 120, presence: 'planned' } as const;
    const short = { ...long, id: 'short', startsAt: at('2026-11-30', 9, 15), minutes: 15 };
    const late = { ...long, id: 'late', startsAt: at('2026-11-30', 10, 30), minutes: 15 };
    expect([...conflictsAmong([long, short, late])].sort()).toEqual(['late', 'long', 'short']);
  });
});

describe('proposals', () => {
  const wished = { around: '2026-12-24' as LocalDate, minutes: 30, timeZone: ZONE, now: at('2026-11-30', 10) };

  it('are the first free time of three working days: neither Christmas nor the weekend', () => {
    expect(freeTimes(wished, [], 3)).toEqual([at('2026-12-24', 9), at('2026-12-28', 9), at('2026-12-29', 9)]);
  });

  it('leave the hours that are taken, and begin again after lunch', () => {
    const morning = [0, 1, 2].map((index) => ({
      ...{ id: `${index}`, startsAt: at('2026-12-24', 9 + index), minutes: 60, presence: 'planned' as const },
    }));
    expect(freeTimes(wished, morning, 1)).toEqual([at('2026-12-24', 13, 30)]);
  });

  it('are, on one day alone, its first free time or none', () => {
    const nine = { id: 'a', startsAt: at('2026-12-24', 9), minutes: 30, presence: 'planned' } as const;
    expect(firstFreeOn(wished, [nine])).toBe(at('2026-12-24', 9, 30));
    expect(firstFreeOn({ ...wished, around: '2026-12-25' as LocalDate }, [])).toBeNull();
    expect(firstFreeOn(wished, [{ ...nine, minutes: 600 }])).toBeNull();
  });

  it('come after now, and end with the hours of reception', () => {
    const around = '2026-11-30' as LocalDate;
    expect(freeTimes({ ...wished, around, now: at('2026-11-30', 16) }, [], 1)).toEqual([at('2026-11-30', 16, 30)]);
    expect(freeTimes({ ...wished, around, minutes: 60, now: at('2026-11-30', 16) }, [], 1)).toEqual([
      at('2026-12-01', 9),
    ]);
  });

  it('are fewer when the month ahead is full', () => {
    const full = Array.from({ length: 60 }, (_, day) => ({
      ...{
        id: `${day}`,
        startsAt: at('2026-12-24', 0) + day * 86_400_000,
        minutes: 24 * 60,
        presence: 'planned' as const,
      },
    }));
    expect(freeTimes(wished, full, 3)).toEqual([]);
  });

  it('overlap nothing, on working days that differ', () => {
    fc.assert(
      fc.property(meetings, fc.constantFrom(20, 30, 45, 60), (drawn, minutes) => {
        const around = '2026-11-30' as LocalDate;
        const found = freeTimes({ ...wished, around, minutes, now: 0 }, drawn, 3);
        const days = found.map((instant) => localDateAt(instant, ZONE));
        expect(new Set(days).size).toBe(3);
        for (const day of days) expect(dayOffOf(day)).toBeNull();
        for (const startsAt of found) expect(overlapping({ id: null, startsAt, minutes }, drawn)).toEqual([]);
      }),
    );
  });
});
