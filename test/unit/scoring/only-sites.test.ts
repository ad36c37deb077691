import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bandAt, groupAt, siretAt, type EmployerColumns } from '../../../src/shared/scoring/employer-columns.ts';
import { onlySites } from '../../../src/shared/scoring/only-sites.ts';
import { anEstablishment, columnsOf, type Establishment } from '../../support/establishments.ts';

const establishment = fc.record({
  unit: fc.integer({ min: 1, max: 6 }),
  naf: fc.constantFrom('1071C', '4711D', '5610A'),
  band: fc.constantFrom('01' as const, '02' as const, '11' as const),
  group: fc.constantFrom('private' as const, 'public' as const),
  latMicro: fc.integer({ min: 49_000_000, max: 49_200_000 }),
  yearlyHires: fc.constantFrom(null, 0, 4),
  forecast: fc.constantFrom(null, { expected: 2, low: 1, high: 4 }),
  isKept: fc.boolean(),
});

/** What a row says, whatever its place: whether its employer has other sites is said by the columns it is in. */
function said(columns: EmployerColumns): readonly string[] {
  return Array.from({ length: columns.count }, (_, row) => {
    const { latMicro, lonMicro, yearlyHires, traits } = columns;
    const of = [siretAt(columns, row), bandAt(columns, row), groupAt(columns, row), (traits[row] ?? 0) >> 7];
    const [low, high] = [columns.forecastLow[row] ?? -1, columns.forecastHigh[row] ?? -1];
    return [...of, latMicro[row], lonMicro[row], yearlyHires[row], low, high].join(' ');
  }).sort();
}

it('are the columns that these establishments alone would make, with the sectors of all', () => {
  fc.assert(
    fc.property(fc.array(establishment, { minLength: 1, maxLength: 40 }), (drawn) => {
      const all = drawn.map(({ unit, isKept: _, ...rest }, index): Establishment =>
        anEstablishment({ ...rest, siret: `3${String(unit).padStart(8, '0')}${String(index).padStart(5, '0')}` }),
      );
      const kept = all.filter((_, index) => drawn[index]?.isKept);
      const columns = columnsOf(all);
      const asked = [...kept.map(({ siret }) => Number(siret)), 99_999_999_999_999];
      const only = onlySites(columns, asked);
      expect(only.nafCodes).toEqual(columns.nafCodes);
      const alone = columnsOf(kept);
      expect(said(only)).toEqual(said(alone));
    }),
    { numRuns: 300 },
  );
});
