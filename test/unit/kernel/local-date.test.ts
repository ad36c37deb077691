import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  instantOf,
  isNotAfter,
  isoWeekOf,
  localDateAt,
  compactInstant,
  mondayOf,
  type LocalDate,
} from '../../../src/shared/kernel/local-date.ts';

const DAY_MS = 86_400_000;
const day = (text: string): LocalDate => text as LocalDate;

it('an instant in a name of file has neither signs nor zone', () => {
  expect(compactInstant(Date.parse('2026-11-27T19:30:00.123+01:00'))).toBe('20261127T183000123Z');
});

describe('the day of an instant', () => {
  it.each([
    ['2026-09-01T21:59:59Z', 'Europe/Paris', '2026-09-01'],
    ['2026-09-01T22:00:00Z', 'Europe/Paris', '2026-09-02'],
    ['2026-09-01T19:59:59Z', 'Indian/Reunion', '2026-09-01'],
    ['2026-09-01T20:00:00Z', 'Indian/Reunion', '2026-09-02'],
    ['2026-09-02T03:59:59Z', 'America/Guadeloupe', '2026-09-01'],
    ['2026-09-02T09:59:59Z', 'Pacific/Tahiti', '2026-09-01'],
    ['2026-08-31T23:30:00Z', 'UTC', '2026-08-31'],
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(localDateAt(Date.parse(instant), zone)).toBe(expected);
  });

  it('starts an hour later in Paris once summer time has come, and earlier once it has gone', () => {
    expect(localDateAt(Date.parse('2026-03-28T23:00:00Z'), 'Europe/Paris')).toBe('2026-03-29');
    expect(localDateAt(Date.parse('2026-03-29T21:59:00Z'), 'Europe/Paris')).toBe('2026-03-29');
    expect(localDateAt(Date.parse('2026-03-29T22:00:00Z'), 'Europe/Paris')).toBe('2026-03-30');
    expect(localDateAt(Date.parse('2026-10-24T22:00:00Z'), 'Europe/Paris')).toBe('2026-10-25');
    expect(localDateAt(Date.parse('2026-10-25T22:59:00Z'), 'Europe/Paris')).toBe('2026-10-25');
    expect(localDateAt(Date.parse('2026-10-25T23:00:00Z'), 'Europe/Paris')).toBe('2026-10-26');
  });
});

describe('a day', () => {
  it('is not after itself nor after a later one, whatever the month and the year', () => {
    expect(isNotAfter(day('2026-09-01'), day('2026-09-01'))).toBe(true);
    expect(isNotAfter(day('2026-08-31'), day('2026-09-01'))).toBe(true);
    expect(isNotAfter(day('2025-12-31'), day('2026-01-01'))).toBe(true);
    expect(isNotAfter(day('2026-10-01'), day('2026-09-30'))).toBe(false);
  });
});

describe('the ISO week of a day', () => {
  it.each([
    ['2026-12-27', '2026-W52'],
    ['2026-12-28', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-01', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2022-01-02', '2021-W52'],
    ['2024-12-30', '2025-W01'],
    ['2025-12-28', '2025-W52'],
    ['2025-12-29', '2026-W01'],
    ['2026-01-01', '2026-W01'],
    ['2028-02-29', '2028-W09'],
  ])('%s is in %s', (date, week) => {
    expect(isoWeekOf(day(date))).toBe(week);
  });

  it('is the same for the seven days from a Monday, and another the Monday after', () => {
    const monday = Date.parse('2018-01-01T00:00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (weeks) => {
        const at = (offset: number): string =>
          isoWeekOf(day(new Date(monday + (weeks * 7 + offset) * DAY_MS).toISOString().slice(0, 10)));
        expect(new Set([0, 1, 2, 3, 4, 5, 6].map(at)).size).toBe(1);
        expect(at(7)).not.toBe(at(0));
        expect(at(7) > at(0)).toBe(true);
      }),
    );
  });
});

/** Any day of this century. */
const anyDay = fc
  .integer({ min: Date.parse('2000-01-01T00:00:00Z') / DAY_MS, max: Date.parse('2099-12-31T00:00:00Z') / DAY_MS })
  .map((days) => day(new Date(days * DAY_MS).toISOString().slice(0, 10)));

describe('days apart', () => {
  it.each([
    ['2026-09-01', '2026-09-01', 0],
    ['2026-09-01', '2026-09-02', 1],
    ['2026-09-01', '2026-08-31', -1],
    ['2028-02-28', '2028-03-01', 2],
    ['2027-02-28', '2027-03-01', 1],
    ['2026-12-31', '2027-01-01', 1],
    // Clocks change on 29 March and 25 October: a day is a day.
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
  ])('from %s to %s: %i', (from, to, expected) => {
    expect(daysBetween(day(from), day(to))).toBe(expected);
    expect(addDays(day(from), expected)).toBe(to);
  });

  it('added and counted agree, for any two days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect(to < from).toBe(days < 0);
      }),
    );
  });
});

describe('the Monday of a day', () => {
  it.each([
    ['2026-09-01', '2026-08-31'],
    ['2026-08-31', '2026-08-31'],
    ['2026-09-06', '2026-08-31'],
    ['2026-09-07', '2026-09-07'],
    ['2027-01-01', '2026-12-28'],
    ['2028-03-01', '2028-02-28'],
  ])('of %s is %s', (date, monday) => {
    expect(mondayOf(day(date))).toBe(monday);
  });

  it('is at most six days before, in the same ISO week, and its own Monday', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const monday = mondayOf(date);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, date)).toBeLessThan(7);
        expect(isoWeekOf(monday)).toBe(isoWeekOf(date));
        expect(mondayOf(monday)).toBe(monday);
      }),
    );
  });
});

describe('the instant of an hour of a day', () => {
  it.each([
    ['2026-09-01', 9, 30, 'Europe/Paris', '2026-09-01T07:30:00Z'],
    ['2026-01-15', 9, 30, 'Europe/Paris', '2026-01-15T08:30:00Z'],
    ['2026-09-01', 0, 0, 'Indian/Reunion', '2026-08-31T20:00:00Z'],
    ['2026-01-15', 0, 0, 'Indian/Reunion', '2026-01-14T20:00:00Z'],
    ['2026-09-01', 23, 59, 'Pacific/Tahiti', '2026-09-02T09:59:00Z'],
    ['2026-09-01', 12, 0, 'UTC', '2026-09-01T12:00:00Z'],
    // The night clocks go forward: from 2 to 3 there is nothing, and the hour is the one after.
    ['2026-03-29', 1, 59, 'Europe/Paris', '2026-03-29T00:59:00Z'],
    ['2026-03-29', 2, 30, 'Europe/Paris', '2026-03-29T01:30:00Z'],
    ['2026-03-29', 3, 0, 'Europe/Paris', '2026-03-29T01:00:00Z'],
    ['2026-03-29', 3, 30, 'Europe/Paris', '2026-03-29T01:30:00Z'],
    ['2026-03-29', 0, 0, 'Europe/Paris', '2026-03-28T23:00:00Z'],
    // The night they go back: from 2 to 3 comes twice, and the hour is the first.
    ['2026-10-25', 1, 59, 'Europe/Paris', '2026-10-24T23:59:00Z'],
    ['2026-10-25', 2, 0, 'Europe/Paris', '2026-10-25T00:00:00Z'],
    ['2026-10-25', 2, 30, 'Europe/Paris', '2026-10-25T00:30:00Z'],
    ['2026-10-25', 3, 0, 'Europe/Paris', '2026-10-25T02:00:00Z'],
    ['2026-10-25', 0, 0, 'Europe/Paris', '2026-10-24T22:00:00Z'],
    // West of Greenwich, where the guess is on the other side of the change.
    ['2026-03-08', 2, 30, 'America/Miquelon', '2026-03-08T05:30:00Z'],
    ['2026-11-01', 1, 30, 'America/Miquelon', '2026-11-01T03:30:00Z'],
  ])('%s %i:%i in %s is %s', (date, hour, minute, zone, expected) => {
    expect(new Date(instantOf(day(date), hour, minute, zone)).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('is on the day that was asked, at midnight and at any hour, through every change of a decade', () => {
    const zones = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Guadeloupe', 'America/Miquelon', 'UTC');
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        zones,
        (date, hour, minute, zone) => {
          expect(localDateAt(instantOf(date, hour, minute, zone), zone)).toBe(date);
        },
      ),
    );
  });
});
