import { describe, expect, it } from 'vitest';
import { levelBounds, levelOf } from '../../../src/shared/scoring/potential-levels.ts';
import { anEstablishment, columnsOf } from '../../support/establishments.ts';

const sector = { affinity: 1, yearlyEntryRate: null };
const withHires = (...counts: readonly (number | null)[]): ReturnType<typeof columnsOf> =>
  columnsOf(
    counts.map((yearlyHires, index) =>
      anEstablishment({ siret: String(30_000_000_000_013 + index * 100_000), yearlyHires }),
    ),
  );

describe('the words of a potential', () => {
  it('cut the private employers of the release in thirds', () => {
    const bounds = levelBounds(withHires(2, 4, 6, 8, 10, 12), [sector]);
    expect(bounds).toEqual({ lowerThird: 3, upperThird: 5 });
    expect([1, 2, 2.9, 3, 4.9, 5, 6].map((expected) => levelOf(expected, bounds))).toEqual([
      ...['less', 'less', 'less', 'average', 'average', 'more', 'more'],
    ]);
  });

  it('leave aside who is not private, whose sector takes no part, or whose hires nobody knows', () => {
    const columns = columnsOf([
      anEstablishment({ siret: '30000000000013', yearlyHires: 6 }),
      anEstablishment({ siret: '30000000100013', yearlyHires: 600, group: 'public' }),
      anEstablishment({ siret: '30000000200013', yearlyHires: 600, naf: '5610A' }),
      anEstablishment({ siret: '30000000300013', yearlyHires: null }),
    ]);
    expect(levelBounds(columns, [sector, null])).toEqual({ lowerThird: 3, upperThird: 3 });
  });

  it('say nothing where nothing is known', () => {
    const bounds = levelBounds(withHires(null, null), [sector]);
    expect(bounds).toBeNull();
    expect(levelOf(3, bounds)).toBeNull();
    expect(levelOf(null, { lowerThird: 1, upperThird: 2 })).toBeNull();
  });
});
