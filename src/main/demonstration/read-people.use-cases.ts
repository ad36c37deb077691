import type { LocalDate } from '../../shared/kernel/local-date.ts';
import type { KnownOccupation } from './draw-facts.ts';
import { drawPeople } from './draw-people.ts';
import { readPeopleStock, readWrittenPeople } from './read-people.ts';
import { resolveDates, type ResolvedPerson } from './resolve-dates.ts';

/** Always the same people: two workstations started on the same day show the same ones. */
const SEED = 1;
/** With the forty who were written one by one, two portfolios of an ordinary size. */
const DRAWN_PEOPLE = 140;

/** The people of the demonstration as of a day. */
export function readDemonstrationPeople(options: {
  readonly resourcesDir: string;
  readonly occupations: readonly KnownOccupation[];
  readonly today: LocalDate;
}): readonly ResolvedPerson[] {
  const { resourcesDir, occupations, today } = options;
  const written = readWrittenPeople(resourcesDir);
  const stock = readPeopleStock(resourcesDir);
  const drawn = drawPeople({ seed: SEED, count: DRAWN_PEOPLE, occupations, stock, beside: written });
  return [...written, ...drawn].map((spec) => resolveDates(spec, today));
}
