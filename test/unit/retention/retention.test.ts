import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueErasure,
  firstDue,
  mayErase,
  retentionOf,
  yearsAfter,
} from '../../../src/shared/domain/retention/retention.rules.ts';
import { addDays, type LocalDate } from '../../../src/shared/kernel/local-date.ts';

const TODAY = '2026-09-01' as LocalDate;
const closed = (closedOn: string | null, closedWrittenOn: string | null = closedOn) => ({ closedOn, closedWrittenOn });

describe('how long a file is kept', () => {
  it('has no end while it is open: nothing erases it', () => {
    const open = closed(null);
    expect(retentionOf(open, TODAY)).toEqual({
      ...{ eraseAfter: null, next: [], mayErase: false, whys: [], termFrom: null },
    });
    for (const why of ['term', 'person-request', 'mistake'] as const) expect(mayErase(open, why, TODAY)).toBe(false);
    expect(dueErasure(open, '2126-09-01')).toBeNull();
  });

  it('is two years for words and three for the rest, from the end of the support', () => {
    expect(retentionOf(closed('2026-08-31'), TODAY)).toEqual({
      eraseAfter: '2029-08-31',
      next: [
        { what: 'words', on: '2028-08-31' },
        { what: 'file', on: '2029-08-31' },
      ],
      mayErase: true,
      whys: ['person-request', 'mistake'],
      termFrom: '2026-09-30',
    });
    expect(dueErasure(closed('2026-08-31'), '2028-08-30')).toBeNull();
    expect(dueErasure(closed('2026-08-31'), '2028-08-31')).toBe('words');
    expect(dueErasure(closed('2026-08-31'), '2029-08-30')).toBe('words');
    expect(dueErasure(closed('2026-08-31'), '2029-08-31')).toBe('file');
  });

  it('lets an advisor erase thirty days after, at once when the person asks or it was a mistake', () => {
    const file = closed('2026-08-02');
    expect(mayErase(file, 'term', '2026-08-31')).toBe(false);
    expect(mayErase(file, 'term', TODAY)).toBe(true);
    expect(mayErase(file, 'person-request', '2026-08-02')).toBe(true);
    expect(mayErase(file, 'mistake', '2026-08-02')).toBe(true);
  });

  it('erases nothing at once for a closing dated long ago: it counts from the day that was written', () => {
    const file = closed('1926-08-31', '2026-08-31');
    expect(dueErasure(file, TODAY)).toBeNull();
    expect(retentionOf(file, TODAY).eraseAfter).toBe('2029-08-31');
    expect(mayErase(file, 'term', TODAY)).toBe(false);
  });

  it('stays under the twenty years of the law, whatever the dates', () => {
    const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01' as LocalDate, days));
    fc.assert(
      fc.property(day, day, fc.nat(9_000), (closedOn, written, later) => {
        const file = closed(closedOn, written);
        const end = closedOn > written ? closedOn : written;
        const { eraseAfter, next } = retentionOf(file, end);
        expect(eraseAfter! < yearsAfter(end, 20)).toBe(true);
        expect(next.map(({ on }) => on)).toEqual(next.map(({ on }) => on).toSorted());
        const today = addDays(end, later);
        // Whoever looks for what is due looks far enough.
        if (dueErasure(file, today) !== null) expect(closedOn <= firstDue(today)).toBe(true);
        expect(mayErase(file, 'term', today)).toBe(later >= 30);
      }),
    );
  });

  it('counts years to the same day, and to the first of March for a leap day', () => {
    expect(yearsAfter('2028-02-29', 2)).toBe('2030-03-01');
    expect(yearsAfter('2028-02-29', 4)).toBe('2032-02-29');
    expect(yearsAfter('2026-12-31', -1)).toBe('2025-12-31');
  });
});
