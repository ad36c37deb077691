/** What one account’s portfolio remembers from one day to the next; never what was typed in the search. */
import type {
  PortfolioColumns,
  PortfolioFilters,
  SavedPortfolioView,
} from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import {
  APPOINTMENTS,
  LAST_CONTACTS,
  PORTFOLIO_COLUMNS,
  QUICK_FILTERS,
} from '../../../shared/domain/case-file/portfolio-view.ts';
import { NO_FILTERS, USUAL_COLUMNS } from '../../../shared/domain/case-file/usual-view.ts';
import type { PortfolioView } from '../../platform/location.ts';
import type { DataSorting } from '../../ui/data-sorting.ts';
import { toColumns } from './columns.ts';
import { maySort } from './people-order.ts';
import { SUPPORT_CHOICES } from './support-choices.ts';

export type RememberedView = Pick<PortfolioView, 'filters' | 'sorting' | 'savedView'>;

export const WHOLE_PORTFOLIO: PortfolioView = {
  text: '',
  filters: NO_FILTERS,
  sorting: null,
  savedView: null,
  activeId: null,
};

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function oneOf<T extends string, D>(value: unknown, choices: readonly T[], otherwise: D): T | D {
  return choices.find((choice) => choice === value) ?? otherwise;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** What an earlier version of the application remembered otherwise is left out. */
export function toFilters(value: unknown): PortfolioFilters {
  const fields = fieldsOf(value);
  const place = fieldsOf(fields['place']);
  const [kind, code] = [oneOf(place['kind'], ['commune', 'departement'], null), place['code']];
  const modality = oneOf(fields['modality'], SUPPORT_CHOICES, null);
  return {
    quick: oneOf(fields['quick'], QUICK_FILTERS, null),
    occupation: typeof fields['occupation'] === 'string' ? fields['occupation'] : null,
    place: kind === null || typeof code !== 'string' ? null : { kind, code },
    modality: modality === 'unknown' ? null : modality,
    tagIds: texts(fields['tagIds']),
    lastContact: oneOf(fields['lastContact'], LAST_CONTACTS, 'any'),
    appointment: oneOf(fields['appointment'], APPOINTMENTS, 'any'),
  };
}

export function toPortfolioColumns(value: unknown): PortfolioColumns {
  const fields = fieldsOf(value);
  if (fields['hidden'] === undefined) return USUAL_COLUMNS;
  const widths = Object.entries(fieldsOf(fields['widths'])).filter(([, px]) => typeof px === 'number');
  return toColumns({
    order: texts(fields['order']),
    hidden: texts(fields['hidden']),
    widths: Object.fromEntries(widths) as Readonly<Record<string, number>>,
  });
}

function toSorting(value: unknown): DataSorting | null {
  const { id, isDescending } = fieldsOf(value);
  return typeof id === 'string' && maySort(id) ? { id, isDescending: isDescending === true } : null;
}

export function toRememberedView(value: unknown): RememberedView {
  const fields = fieldsOf(value);
  const saved = fieldsOf(fields['savedView']);
  return {
    filters: toFilters(fields['filters']),
    sorting: toSorting(fields['sorting']),
    savedView:
      typeof saved['id'] === 'string' ? { id: saved['id'], columns: toPortfolioColumns(saved['columns']) } : null,
  };
}

/** The way one looks now, to be kept under a name. */
export function toSavedView({ filters, sorting }: PortfolioView, columns: PortfolioColumns): SavedPortfolioView {
  return {
    text: '',
    filters,
    sort: {
      column: oneOf(sorting?.id, PORTFOLIO_COLUMNS, 'person'),
      direction: sorting?.isDescending === true ? 'desc' : 'asc',
    },
    columns,
  };
}

/** The way a saved view looks. */
export function fromSavedView(id: string, { filters, sort, columns }: SavedPortfolioView): RememberedView {
  const isByName = sort.column === 'person' && sort.direction === 'asc';
  return {
    filters,
    sorting: isByName ? null : { id: sort.column, isDescending: sort.direction === 'desc' },
    savedView: { id, columns },
  };
}
