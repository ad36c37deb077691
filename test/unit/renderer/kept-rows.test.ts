import { describe, expect, it } from 'vitest';
import { foundLine } from '../../../src/renderer/features/suggestion/employer-line.ts';
import { type CasePages, withKeptRows } from '../../../src/renderer/features/suggestion/kept-rows.ts';

type Row = CasePages['pages'][number]['page']['rows'][number];

/** What is compared of a row is all that it holds: a few of its fields are enough here. */
const aRow = (siret: string, distanceKm: number): Row =>
  ({ siret, distanceKm, contact: { mode: 'visit' } }) as unknown as Row;
const pagesOf = (...rows: readonly Row[]): CasePages =>
  ({ pageParams: [0], pages: [{ mode: 'suggested', page: { eligible: rows.length, rows } }] }) as unknown as CasePages;
const rowsOf = ({ pages }: CasePages): readonly Row[] => pages.flatMap(({ page }): readonly Row[] => page.rows);

describe('the rows of a list that is moved about', () => {
  it('are the very same where the next answer says the same of them, wherever they stand in it', () => {
    const before = pagesOf(aRow('1', 2), aRow('2', 5));
    const after = withKeptRows(before, pagesOf(aRow('3', 1), aRow('1', 2), aRow('2', 5)));
    expect(rowsOf(after).map(({ siret }) => siret)).toEqual(['3', '1', '2']);
    expect(rowsOf(after).slice(1)).toEqual(rowsOf(before));
    for (const [index, row] of rowsOf(before).entries()) expect(rowsOf(after)[index + 1]).toBe(row);
  });

  it('are those of the next answer where anything of them changed', () => {
    const before = pagesOf(aRow('1', 2));
    const next = pagesOf(aRow('1', 3));
    expect(withKeptRows(before, next)).toEqual(next);
    expect(withKeptRows(undefined, next)).toBe(next);
  });

  it('are one line each as long as they are the same', () => {
    const row = aRow('1', 2);
    expect(foundLine(row)).toBe(foundLine(row));
    expect(foundLine(aRow('1', 2))).not.toBe(foundLine(row));
  });
});
