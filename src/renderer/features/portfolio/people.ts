/** The rows of the portfolio made ready once, so that each key typed in the search only compares. */
import { spokenName } from '../../../shared/domain/case-file/case-file.ts';
import { addDays, instantOf, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { fold } from '../../../shared/kernel/text.ts';
import type { PortfolioRow } from './portfolio.queries.ts';
import { SUPPORT_CHOICES } from './support-choices.ts';

/** A row, and what its columns sort by. */
export interface Person {
  readonly row: PortfolioRow;
  readonly name: string;
  /** Somebody else has the same name: the birth date is shown. */
  readonly isHomonym: boolean;
  readonly sortName: string;
  readonly sortProject: string | undefined;
  readonly sortPlace: string | undefined;
  readonly sortModality: number;
  /** Of the promise and the deadlines, the day that comes first. */
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
    sortName,
    sortProject: project === '' ? undefined : project,
    sortPlace: place === '' ? undefined : place,
    sortModality: SUPPORT_CHOICES.indexOf(row.supportMode ?? 'unknown'),
    nextDueOn: firstDay(row.promise?.dueOn, row.deadlines[0]?.on),
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

/** How many people come today, those of this morning included. */
export function expectedToday(rows: readonly PortfolioRow[], today: LocalDate, zone: string): number {
  const [from, to] = [instantOf(today, 0, 0, zone), instantOf(addDays(today, 1), 0, 0, zone)];
  return rows.filter(({ nextAppointmentAt: at }) => at !== null && at >= from && at < to).length;
}

/** Those who already have this name, in any spelling. */
export function namesakes(rows: readonly PortfolioRow[], first: string, last: string): readonly PortfolioRow[] {
  const name = foldedName({ first, last });
  if (fold(first) === '') return [];
  return rows.filter((row) => foldedName(row) === name);
}
