import { describe, expect, test } from 'vitest';
import { isSameLook, toColumns } from '../../../src/renderer/features/portfolio/columns.ts';
import { sortingOf } from '../../../src/renderer/features/portfolio/people-order.ts';
import {
  fromSavedView,
  toFilters,
  toPortfolioColumns,
  toRememberedView,
  toSavedView,
  WHOLE_PORTFOLIO,
} from '../../../src/renderer/features/portfolio/remembered-view.ts';
import {
  columnOrder,
  NARROWEST_PX,
  shownColumns,
  WIDEST_PX,
  withMoved,
  withShown,
  withWidth,
} from '../../../src/renderer/ui/column-layout.ts';
import {
  portfolioFiltersSchema,
  savedPortfolioViewSchema,
} from '../../../src/shared/domain/case-file/portfolio-view.schema.ts';
import { COLUMN_WIDTH } from '../../../src/shared/domain/case-file/portfolio-view.ts';
import { NO_FILTERS, USUAL_COLUMNS } from '../../../src/shared/domain/case-file/usual-view.ts';

const IDS = ['a', 'b', 'c', 'd'];
const layout = { order: [], hidden: ['c'], widths: {} };

describe('the columns of a table', () => {
  test('come in the order that was made, then in their usual one; the first stays', () => {
    expect(columnOrder(IDS, { ...layout, order: ['d', 'a', 'gone'] })).toEqual(['a', 'd', 'b', 'c']);
    expect(shownColumns(IDS, { ...layout, hidden: ['a', 'c'] })).toEqual(['a', 'b', 'd']);
  });

  test('move past the neighbour that is shown, never before the first', () => {
    const shown = shownColumns(IDS, layout);
    expect(columnOrder(IDS, withMoved(layout, { ids: IDS, among: shown, id: 'b', step: 1 }))).toEqual([
      'a',
      'c',
      'd',
      'b',
    ]);
    expect(withMoved(layout, { ids: IDS, among: shown, id: 'b', step: -1 })).toBe(layout);
    expect(withMoved(layout, { ids: IDS, among: shown, id: 'a', step: 1 })).toBe(layout);
    expect(withMoved(layout, { ids: IDS, among: shown, id: 'd', step: 1 })).toBe(layout);
  });

  test('are hidden and shown again, and as wide as is reasonable', () => {
    expect(withShown(layout, 'c', true).hidden).toEqual([]);
    expect(withShown(layout, 'b', false).hidden).toEqual(['c', 'b']);
    expect(withWidth(layout, 'b', 12.6).widths).toEqual({ b: 40 });
    expect(withWidth(withWidth(layout, 'b', 220.4), 'd', 9_000).widths).toEqual({ b: 220, d: 1_200 });
    expect(withWidth(withWidth(layout, 'b', 220), 'b', null).widths).toEqual({});
  });
});

describe('the order of the portfolio', () => {
  const byAppointment = { id: 'nextAppointment', isDescending: false };

  test('of this week is that of the appointments, unless another was chosen', () => {
    expect(sortingOf({ filters: { ...NO_FILTERS, quick: 'thisWeek' }, sorting: null })).toEqual(byAppointment);
    expect(sortingOf({ filters: { ...NO_FILTERS, appointment: 'this-week' }, sorting: null })).toEqual(byAppointment);
    const chosen = { id: 'person', isDescending: false };
    expect(sortingOf({ filters: { ...NO_FILTERS, quick: 'thisWeek' }, sorting: chosen })).toBe(chosen);
    expect(sortingOf({ filters: NO_FILTERS, sorting: null })).toBeNull();
  });
});

describe('what the portfolio remembers', () => {
  test('is what the core keeps: a column as wide as the table makes it, and nothing chosen at first', () => {
    expect(COLUMN_WIDTH).toEqual({ narrowest: NARROWEST_PX, widest: WIDEST_PX });
    expect(portfolioFiltersSchema.parse(NO_FILTERS)).toEqual(NO_FILTERS);
  });

  test.each([null, undefined, 3, 'text', [], { filters: 3, sorting: { id: 'plan' }, savedView: {} }])(
    'is nothing where %j was kept',
    (value) => {
      expect(toRememberedView(value)).toEqual({ filters: NO_FILTERS, sorting: null, savedView: null });
      expect(toPortfolioColumns(value)).toEqual(USUAL_COLUMNS);
    },
  );

  test('leaves out what is no longer known', () => {
    expect(
      toFilters({ quick: 'gone', place: { kind: 'region', code: '44' }, tagIds: ['x', 4], modality: 'unknown' }),
    ).toEqual({
      ...NO_FILTERS,
      tagIds: ['x'],
    });
    expect(
      toPortfolioColumns({ hidden: ['tags', 'gone'], order: ['due', 'due'], widths: { due: 20, place: 90 } }),
    ).toEqual({
      hidden: ['tags'],
      order: ['due'],
      widths: { place: 90 },
    });
  });

  test('comes back as it was', () => {
    const view = {
      filters: { ...NO_FILTERS, quick: 'overdue', place: { kind: 'departement', code: '57' }, tagIds: ['t'] },
      sorting: { id: 'due', isDescending: true },
      savedView: { id: 'v', columns: toColumns({ order: ['due'], hidden: [], widths: { due: 200 } }) },
    } as const;
    expect(toRememberedView(JSON.parse(JSON.stringify(view)))).toEqual(view);
  });

  test('a saved view looks the same again, without the words of a search', () => {
    const filters = { ...NO_FILTERS, modality: 'guided' } as const;
    const view = { ...WHOLE_PORTFOLIO, text: 'ferrand', filters, sorting: { id: 'place', isDescending: true } };
    const saved = toSavedView(view, USUAL_COLUMNS);
    expect(savedPortfolioViewSchema.parse(saved)).toEqual(saved);
    expect(JSON.stringify(saved)).not.toContain('ferrand');
    const again = fromSavedView('v', saved);
    expect(again).toEqual({ filters, sorting: view.sorting, savedView: { id: 'v', columns: USUAL_COLUMNS } });
    expect(fromSavedView('v', toSavedView(WHOLE_PORTFOLIO, USUAL_COLUMNS)).sorting).toBeNull();
  });

  test('is the same whatever the order of its keys', () => {
    expect(isSameLook({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(isSameLook({ a: [1, 2] }, { a: [2, 1] })).toBe(false);
  });
});
