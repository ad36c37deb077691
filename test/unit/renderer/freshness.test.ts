import { describe, expect, test } from 'vitest';
import { freshnessOf, lastMonthOf } from '../../../src/renderer/i18n/freshness.ts';

const NOW = Date.UTC(2026, 10, 23);

describe('how old data are', () => {
  test.each([
    ['2021', { year: 2021, month: 12 }],
    ['2026-06', { year: 2026, month: 6 }],
    ['2026-06-04', { year: 2026, month: 6 }],
    ['ROME 3.47, 2021', { year: 2021, month: 12 }],
    ['2015 to 2019', { year: 2019, month: 12 }],
  ])('%s is known to run until its last month', (vintage, last) => {
    expect(lastMonthOf(vintage)).toEqual(last);
  });

  test.each(['unknown', '', 'Démonstration, données générées', 'v347'])('%s names no date', (vintage) => {
    expect(freshnessOf(vintage, NOW)).toEqual({ kind: 'unknown' });
  });

  test('data of this year are not said old before the year ends', () => {
    expect(freshnessOf('2026', NOW)).toEqual({ kind: 'recent', months: 0 });
  });

  test('twenty-four months are recent, twenty-five are old', () => {
    expect(freshnessOf('2024-11', NOW)).toEqual({ kind: 'recent', months: 24 });
    expect(freshnessOf('2024-10', NOW)).toEqual({ kind: 'old', months: 25 });
  });
});
