import { describe, expect, test } from 'vitest';
import { nextErasures, yearsKept } from '../../../src/renderer/features/retention/next-erasures.ts';

const TODAY = '2026-11-27';
const row = (id: string, first: string, closedOn: string | null) => ({ id, first, last: 'Essai', closedOn });

describe('what will be erased next', () => {
  test('open files are never there', () => {
    expect(nextErasures([row('1', 'Ada', null)], TODAY)).toEqual([]);
  });

  test('the nearest is first, then by name', () => {
    const rows = [row('1', 'Zoé', '2026-03-04'), row('2', 'Ada', '2026-03-04'), row('3', 'Bo', '2025-01-31')];
    expect(nextErasures(rows, TODAY).map(({ caseId, on }) => [caseId, on])).toEqual([
      ['3', '2027-01-31'],
      ['2', '2028-03-04'],
      ['1', '2028-03-04'],
    ]);
  });

  test('once the words are gone, the whole file comes next', () => {
    const [erasure] = nextErasures([row('1', 'Ada', '2024-02-10')], TODAY);
    expect(erasure).toMatchObject({ what: 'file', on: '2027-02-10' });
  });

  test('a file whose time has come is said by its last date', () => {
    const [erasure] = nextErasures([row('1', 'Ada', '2020-02-29')], TODAY);
    expect(erasure).toMatchObject({ what: 'file', on: '2023-03-01' });
  });

  test('the years on screen are those of the rule', () => {
    expect(yearsKept()).toEqual({ words: 2, file: 3 });
  });
});
