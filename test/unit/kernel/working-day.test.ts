import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { dayOffOf, easterOf, workingDayFrom } from '../../../src/shared/kernel/working-day.ts';

describe('days on which an agency is open', () => {
  test.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('Easter of %i is on %s', (year, day) => {
    expect(easterOf(year)).toBe(day);
  });

  test.each([
    ['2026-11-27', null],
    ['2026-11-28', 'saturday'],
    ['2026-11-29', 'sunday'],
    ['2026-12-25', 'holiday'],
    ['2027-03-29', 'holiday'],
    ['2027-05-06', 'holiday'],
    ['2027-05-17', 'holiday'],
    // A Saturday and a holiday: what is less plain is said.
    ['2027-05-08', 'holiday'],
    // Good Friday is one in Alsace and Moselle alone.
    ['2027-03-26', null],
  ])('%s: %s', (day, expected) => {
    expect(dayOffOf(day as LocalDate)).toBe(expected);
  });

  test('the first one from a day on is that day, or after a whole long weekend', () => {
    const from = (day: string): string => workingDayFrom(day as LocalDate);
    expect(from('2026-11-27')).toBe('2026-11-27');
    expect(from('2026-12-25')).toBe('2026-12-28');
    expect(from('2027-03-27')).toBe('2027-03-30');
    expect(from('2027-01-01')).toBe('2027-01-04');
  });
});
