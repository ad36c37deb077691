import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, type Facts, type FieldName } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { factsToConfirm } from '../../../src/shared/domain/case-file/facts-to-confirm.rules.ts';
import { addDays, daysBetween, type LocalDate } from '../../../src/shared/kernel/local-date.ts';

const TODAY = '2026-09-01' as LocalDate;
type Said = readonly (readonly [FieldName, number, unknown?])[];
const said = (all: Said): Facts =>
  Object.fromEntries(all.map(([field, daysAgo, value = 'x']) => [field, { value, saidOn: addDays(TODAY, -daysAgo) }]));

describe('the facts to ask "still true?"', () => {
  it('are the three that were said longest ago, at least ninety days', () => {
    const facts = said([
      ['phones', 120],
      ['transport', 300],
      ['project1.place', 200],
      ['cv', 150],
      ['email', 89],
    ]);
    expect(factsToConfirm(facts, TODAY)).toEqual(['transport', 'project1.place', 'cv']);
    expect(factsToConfirm(facts, TODAY, 9)).toEqual(['transport', 'project1.place', 'cv', 'phones']);
    expect(factsToConfirm(said([['email', 90]]), TODAY)).toEqual(['email']);
  });

  it('are in the order of the file where they were said the same day', () => {
    const facts = said([
      ['cv', 100],
      ['project2.place', 100],
      ['project1.reach', 100],
      ['email', 100],
    ]);
    expect(factsToConfirm(facts, TODAY, 9)).toEqual(['email', 'project1.reach', 'project2.place', 'cv']);
  });

  it('are never what does not change, a subject, or what is not known', () => {
    const facts = said([
      ['name', 900],
      ['birthDate', 900],
      ['proudOf', 900],
      ['lastJobs', 900],
      ['registeredOn', 900],
      ['subjectHealth', 900],
      ['subjectBudget', 900],
      ['email', 900, null],
      ['bestHours', 900, ''],
      ['phones', 900, []],
    ]);
    expect(factsToConfirm(facts, TODAY)).toEqual([]);
  });

  it('are asked once: confirmed today, they make room for the next', () => {
    const fields = fc.uniqueArray(fc.tuple(fc.constantFrom(...FIELD_NAMES), fc.nat(500)), {
      selector: ([field]) => field,
    });
    fc.assert(
      fc.property(fields, (all) => {
        let facts = said(all);
        const asked: FieldName[] = [];
        for (let next = factsToConfirm(facts, TODAY); next.length > 0; next = factsToConfirm(facts, TODAY)) {
          const days = next.map((field) => daysBetween(facts[field]!.saidOn as LocalDate, TODAY));
          expect(days).toEqual(days.toSorted((a, b) => b - a));
          expect(Math.min(...days)).toBeGreaterThanOrEqual(90);
          asked.push(next[0]!);
          facts = { ...facts, ...said([[next[0]!, 0]]) };
        }
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
});
