/** The orders of the portfolio, each made once for the people it is about. */
import type { PortfolioFilters } from '../../../shared/domain/case-file/portfolio-view.schema.ts';
import type { DataSorting } from '../../ui/data-sorting.ts';
import type { Person } from './people.ts';

type SortValue = string | number | undefined;

/**
 * Text is compared by code unit: it is folded. What is undefined comes last either way. What counts the steps of a search
 * (the plan, the companies retained) is not here: it puts nobody before anybody.
 */
const SORT_VALUES: Readonly<Record<string, (person: Person) => SortValue>> = {
  person: ({ sortName }) => sortName,
  project: ({ sortProject }) => sortProject,
  place: ({ sortPlace }) => sortPlace,
  modality: ({ sortModality }) => sortModality,
  lastContact: ({ row }) => row.lastContactOn ?? '',
  nextAppointment: ({ row }) => row.nextAppointmentAt ?? undefined,
  due: ({ nextDueOn }) => nextDueOn,
  since: ({ row }) => row.createdOn,
};

/** Whether a column sorts. */
export function maySort(column: string): boolean {
  return column in SORT_VALUES;
}

const BY_APPOINTMENT: DataSorting = { id: 'nextAppointment', isDescending: false };

/** The order that was chosen; of the week, the one its appointments come in. */
export function sortingOf({ filters, sorting }: Asked): DataSorting | null {
  const isWeek = filters.quick === 'thisWeek' || filters.appointment === 'this-week';
  return sorting ?? (isWeek ? BY_APPOINTMENT : null);
}

interface Asked {
  readonly filters: PortfolioFilters;
  readonly sorting: DataSorting | null;
}

const orders = new WeakMap<readonly Person[], Map<string, readonly number[]>>();

/** The places of the people in the order of a column; those who are equal there keep the order they are given in. */
export function orderOf(people: readonly Person[], sorting: DataSorting | null): readonly number[] {
  const valueOf = sorting === null ? undefined : SORT_VALUES[sorting.id];
  const known = orders.get(people) ?? new Map<string, readonly number[]>();
  orders.set(people, known);
  const name = sorting === null || valueOf === undefined ? '' : `${sorting.id} ${sorting.isDescending}`;
  const order = known.get(name) ?? ordered(people, valueOf, sorting?.isDescending === true ? -1 : 1);
  known.set(name, order);
  return order;
}

function ordered(
  people: readonly Person[],
  valueOf: ((person: Person) => SortValue) | undefined,
  way: 1 | -1,
): readonly number[] {
  if (valueOf === undefined) return [...people.keys()];
  const keyed: { readonly place: number; readonly value: string | number }[] = [];
  const last: number[] = [];
  for (const [place, person] of people.entries()) {
    const value = valueOf(person);
    if (value === undefined) last.push(place);
    else keyed.push({ place, value });
  }
  keyed.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -way : way));
  return [...keyed.map(({ place }) => place), ...last];
}
