import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekOf, localDateAt, type LocalDate } from '../../../src/shared/kernel/local-date.ts';

const DAY_MS = 86_400_000;
const day = (text: string): LocalDate => text as LocalDate;

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
