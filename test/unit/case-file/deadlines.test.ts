import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { deadlinesOf } from '../../../src/shared/domain/case-file/deadlines.rules.ts';
import { addDays, type LocalDate } from '../../../src/shared/kernel/local-date.ts';

const TODAY = '2026-09-01' as LocalDate;
const inDays = (days: number): LocalDate => addDays(TODAY, days);
const known = (values: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, { value }]));

describe('what must be done before a date', () => {
  it('is told for permits, the right to work, the allowance, the contract and conditions, the first first', () => {
    const facts = known({
      credentials: [
        { label: 'CACES R489', expiresOn: inDays(61) },
        { label: 'permis B', expiresOn: null },
      ],
      rightToWorkCheckBy: inDays(10),
      allowanceEnds: '2026-10',
      contractOn: '2025-09-15',
      conditions: [
        { kind: 'load', value: 'pas plus de 5 kg', until: inDays(20) },
        { kind: 'hours', value: 'le matin', until: null },
      ],
    });
    expect(deadlinesOf(facts, TODAY)).toEqual([
      { kind: 'right-to-work', label: '', on: '2026-09-11' },
      { kind: 'contract', label: '', on: '2026-09-15' },
      { kind: 'condition', label: 'load', on: '2026-09-21' },
      { kind: 'allowance', label: '', on: '2026-10-31' },
      { kind: 'credential', label: 'CACES R489', on: '2026-11-01' },
    ]);
  });

  it('is told ninety days ahead and no sooner, and as long as it is past', () => {
    const on = (days: number) => deadlinesOf(known({ rightToWorkCheckBy: inDays(days) }), TODAY);
    expect(on(90)).toHaveLength(1);
    expect(on(91)).toEqual([]);
    expect(on(-400)).toHaveLength(1);
  });

  it('ends an allowance with its month, leap years included, and looks at a contract again a year later', () => {
    const day = (facts: Readonly<Record<string, unknown>>) => deadlinesOf(known(facts), '2028-02-01')[0]?.on;
    expect(day({ allowanceEnds: '2028-02' })).toBe('2028-02-29');
    expect(day({ allowanceEnds: '2027-02' })).toBe('2027-02-28');
    expect(day({ allowanceEnds: '2027-12' })).toBe('2027-12-31');
    expect(day({ contractOn: '2027-02-28' })).toBe('2028-02-28');
    expect(day({ contractOn: '2024-02-29' })).toBe('2025-02-28');
  });

  it('never says the value of a condition', () => {
    const told = JSON.stringify(
      deadlinesOf(known({ conditions: [{ kind: 'other', value: 'un mot à soi', until: TODAY }] }), TODAY),
    );
    expect(told).not.toContain('un mot à soi');
  });

  it('is nothing where nothing is known, and nothing for a fact taken away', () => {
    expect(deadlinesOf({}, TODAY)).toEqual([]);
    expect(deadlinesOf(known({ credentials: null, contractOn: null, allowanceEnds: null }), TODAY)).toEqual([]);
  });

  it('only ever gets longer as days go by', () => {
    const date = fc.integer({ min: -500, max: 500 }).map(inDays);
    fc.assert(
      fc.property(date, date, fc.array(date), fc.nat(200), (right, contract, permits, later) => {
        const facts = known({
          ...{ rightToWorkCheckBy: right, contractOn: contract },
          credentials: permits.map((expiresOn) => ({ label: 'x', expiresOn })),
        });
        const now = deadlinesOf(facts, TODAY);
        expect(now.map(({ on }) => on)).toEqual(now.map(({ on }) => on).toSorted());
        expect(deadlinesOf(facts, inDays(later)).slice(0, now.length)).toEqual(now);
      }),
    );
  });
});
