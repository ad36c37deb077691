/** The orders of the portfolio, each made once for the people it is about. */
import type { DataSorting } from '../../ui/data-sorting.ts';
import type { Person } from './people.ts';

type SortValue = string | number | undefined;

/** Text is compared by code unit: it is folded. What is undefined comes last either way. */
const SORT_VALUES: Readonly<Record<string, (person: Person) => SortValue>> = {
  person: ({ sortName }) => sortName,
  project: ({ sortProject }) => sortProject,
  place: ({ sortPlace }) => sortPlace,
  lastContact: ({ row }) => row.lastContactOn ?? '',
  nextAppointment: ({ row }) => row.nextAppointmentAt ?? undefined,
  due: ({ nextDueOn }) => nextDueOn,
};

const orders = new WeakMap<readonly Person[], Map<string, readonly Person[]>>();

/** The people by a column; those who are equal there keep the order they are given in. */
export function sortedPeople(people: readonly Person[], sorting: DataSorting | null): readonly Person[] {
  const valueOf = sorting === null ? undefined : SORT_VALUES[sorting.id];
  if (sorting === null || valueOf === undefined) return people;
  const known = orders.get(people) ?? new Map<string, readonly Person[]>();
  orders.set(people, known);
  const name = `${sorting.id} ${sorting.isDescending}`;
  const order = known.get(name) ?? ordered(people, valueOf, sorting.isDescending ? -1 : 1);
  known.set(name, order);
  return order;
}

function ordered(people: readonly Person[], valueOf: (person: Person) => SortValue, way: 1 | -1): readonly Person[] {
  const keyed: { readonly person: Person; readonly value: string | number }[] = [];
  const last: Person[] = [];
  for (const person of people) {
    const value = valueOf(person);
    if (value === undefined) last.push(person);
    else keyed.push({ person, value });
  }
  keyed.sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -way : way));
  return [...keyed.map(({ person }) => person), ...last];
}
