import { describe, expect, it } from 'vitest';
import { dueShortcuts } from '../../../src/shared/domain/action/due.rules.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';

const of = (today: string, nextOn: string | null = null) =>
  Object.fromEntries(dueShortcuts(today as LocalDate, nextOn as LocalDate | null).map(({ name, on }) => [name, on]));

describe('the days that are offered for what is agreed on', () => {
  it('are tomorrow, the next Friday and two weeks from now', () => {
    expect(of('2026-09-01')).toEqual({ tomorrow: '2026-09-02', friday: '2026-09-04', fortnight: '2026-09-15' });
  });

  it('are, on a Friday, that of the week after', () => {
    expect(of('2026-09-04')).toMatchObject({ friday: '2026-09-11' });
  });

  it('offer no day twice', () => {
    expect(of('2026-09-03')).toEqual({ tomorrow: '2026-09-04', fortnight: '2026-09-17' });
    expect(of('2026-09-01', '2026-09-05')).toEqual({
      ...{ 'before-next': '2026-09-04', tomorrow: '2026-09-02', fortnight: '2026-09-15' },
    });
  });

  it('are before the next appointment where one is to come', () => {
    expect(of('2026-09-01', '2026-09-22')).toMatchObject({ 'before-next': '2026-09-21' });
    expect(of('2026-09-01', '2026-09-01')).not.toHaveProperty('before-next');
  });
});
