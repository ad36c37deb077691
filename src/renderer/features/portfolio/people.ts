/** The rows of the portfolio made ready once, so that each key typed in the filter only compares. */
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { addDays, instantOf, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { fold } from '../../../shared/kernel/text.ts';
import type { PortfolioView } from '../../platform/location.ts';
import type { PortfolioRow } from './portfolio.queries.ts';

export type PortfolioFilter = NonNullable<PortfolioView['filter']>;
export const PORTFOLIO_FILTERS = [
  'overdue',
  'thisWeek',
  'promised',
  'expiring',
  'closed',
] as const satisfies readonly PortfolioFilter[];

/** A row, the words the filter looks in, and what its columns sort by. */
export interface Person {
  readonly row: PortfolioRow;
  readonly name: string;
  /** Somebody else has the same name: the birth date is shown. */
  readonly isHomonym: boolean;
  /** Name, project and place, folded; each word after a space, so that a search finds the start of words. */
  readonly searched: string;
  readonly sortName: string;
  readonly sortProject: string | undefined;
  readonly sortPlace: string | undefined;
  /** Of the promise and the expiry, the day that comes first. */
  readonly nextDueOn: string | undefined;
}

export function foldedName(row: Pick<PortfolioRow, 'first' | 'last'>): string {
  return fold(`${row.last} ${row.first}`);
}

function firstDay(...days: readonly (string | null | undefined)[]): string | undefined {
  return days.filter((day) => day !== null && day !== undefined).toSorted()[0];
}

/** Ready once: coming back to the list, or asking it again when a few files have changed, folds nothing anew. */
const peopleOf = new WeakMap<readonly PortfolioRow[], readonly Person[]>();
const personOf = new WeakMap<PortfolioRow, Person>();

function toPerson(row: PortfolioRow): Person {
  const sortName = foldedName(row);
  const [project, place] = [fold(row.project ?? ''), fold(row.place ?? '')];
  return {
    row,
    name: spokenName(row),
    isHomonym: false,
    searched: ` ${sortName} ${project} ${place}`,
    sortName,
    sortProject: project === '' ? undefined : project,
    sortPlace: place === '' ? undefined : place,
    nextDueOn: firstDay(row.promise?.dueOn, row.expiry?.expiresOn),
  };
}

function madePeople(rows: readonly PortfolioRow[]): readonly Person[] {
  const alone = rows.map((row) => personOf.get(row) ?? toPerson(row));
  const counts = new Map<string, number>();
  for (const { sortName } of alone) counts.set(sortName, (counts.get(sortName) ?? 0) + 1);
  const people = alone.map((person) => {
    const isHomonym = (counts.get(person.sortName) ?? 0) > 1;
    return person.isHomonym === isHomonym ? person : { ...person, isHomonym };
  });
  for (const person of people) personOf.set(person.row, person);
  return people;
}

export function toPeople(rows: readonly PortfolioRow[]): readonly Person[] {
  const people = peopleOf.get(rows) ?? madePeople(rows);
  peopleOf.set(rows, people);
  return people;
}

/** From this morning to the end of the week, Sunday included: instants. */
export function restOfWeek(today: LocalDate, zone: string): { readonly from: number; readonly to: number } {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return { from: instantOf(today, 0, 0, zone), to: instantOf(addDays(today, 7 - weekday), 0, 0, zone) };
}

type Week = ReturnType<typeof restOfWeek>;

const KEPT: Readonly<Record<PortfolioFilter, (row: PortfolioRow, week: Week) => boolean>> = {
  overdue: ({ overdueDays }) => overdueDays !== null,
  thisWeek: ({ nextAppointmentAt: at }, { from, to }) => at !== null && at >= from && at < to,
  promised: ({ promise }) => promise !== null,
  expiring: ({ expiry }) => expiry !== null,
  closed: () => true,
};

/** Files that are closed are by themselves: one asks for them. */
function isInView({ row }: Person, filter: PortfolioFilter | null): boolean {
  return (row.closedOn !== null) === (filter === 'closed');
}

/** The people a view is about, and those of them it keeps. */
export function peopleShown(
  people: readonly Person[],
  { text, filter }: Pick<PortfolioView, 'text' | 'filter'>,
  week: Week,
): { readonly shown: readonly Person[]; readonly total: number } {
  const words = fold(text).split(' ').filter(Boolean);
  const inView = people.filter((person) => isInView(person, filter));
  const shown = inView.filter(
    ({ row, searched }) =>
      (filter === null || KEPT[filter](row, week)) && words.every((word) => searched.includes(` ${word}`)),
  );
  return { shown, total: inView.length };
}

/** How many each filter would keep, whatever is typed. */
export function filterCounts(people: readonly Person[], week: Week): Readonly<Record<PortfolioFilter, number>> {
  const count = (filter: PortfolioFilter): number =>
    people.filter((person) => isInView(person, filter) && KEPT[filter](person.row, week)).length;
  return {
    overdue: count('overdue'),
    thisWeek: count('thisWeek'),
    promised: count('promised'),
    expiring: count('expiring'),
    closed: count('closed'),
  };
}

/** Those who already have this name, in any spelling. */
export function namesakes(rows: readonly PortfolioRow[], first: string, last: string): readonly PortfolioRow[] {
  const name = foldedName({ first, last });
  if (fold(first) === '') return [];
  return rows.filter((row) => foldedName(row) === name);
}
