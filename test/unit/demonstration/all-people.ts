import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuthoredOccupations } from '../../../src/main/dataset/demonstration/inputs.ts';
import { drawPeople } from '../../../src/main/demonstration/draw-people.ts';
import type { PersonEvent, PersonSpec } from '../../../src/main/demonstration/person-spec.schema.ts';
import { readPeopleStock, readWrittenPeople } from '../../../src/main/demonstration/read-people.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';

const resources = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../resources');
const authored = JSON.parse(readFileSync(path.join(resources, 'demo/occupations.json'), 'utf8')) as AuthoredOccupations;

export const occupations = authored.occupations;
export const stock = readPeopleStock(resources);
export const written: readonly PersonSpec[] = readWrittenPeople(resources);

export function drawn(seed: number): PersonSpec[] {
  return drawPeople({ seed, count: 140, occupations, stock, beside: written });
}

/** The 180 people of the demonstration, as a workstation shows them. */
export const people: readonly PersonSpec[] = [...written, ...drawn(1)];

/** A Monday, a Wednesday, a Saturday, a Sunday, eves of holidays, the end of a year, a leap day, a change of hour. */
export const TODAYS = [
  ...[
    '2026-03-16',
    '2026-11-25',
    '2026-11-28',
    '2026-11-29',
    '2026-12-24',
    '2026-12-31',
    '2027-01-01',
    '2028-02-29',
    '2028-03-26',
  ],
] as LocalDate[];

/** The caller says of what type the field is. */
export function valueOf<T>(person: PersonSpec, field: string, _type?: T): T | null {
  return (person.fields.find((fact) => fact.field === field)?.value ?? null) as T | null;
}

export function eventsOf<K extends PersonEvent['kind']>(
  person: PersonSpec,
  kind: K,
): Extract<PersonEvent, { readonly kind: K }>[] {
  return person.events.filter((event) => event.kind === kind) as Extract<PersonEvent, { readonly kind: K }>[];
}

/** Everything somebody typed in a file, with where it stands. */
export function textsOf(person: PersonSpec): { readonly where: string; readonly text: string }[] {
  const of = (where: string, text: string): { where: string; text: string } => ({
    where: `${person.key} ${where}`,
    text,
  });
  const facts = person.fields
    .filter(({ field }) =>
      ['proudOf', 'bestHours', 'lastJobs', 'conditions', 'credentials', 'project1.schedule'].includes(field),
    )
    .map(({ field, value }) => of(field, JSON.stringify(value)));
  const events = person.events.flatMap((event) => {
    switch (event.kind) {
      case 'note':
        return Object.values(event.sections).map((text = '') => of(`note ${event.on}`, text));
      case 'contact':
        return [of(`contact ${event.on}`, event.line)];
      case 'contract':
        return event.commitments.map((text) => of(`contract ${event.on}`, text));
      case 'action':
      case 'objective':
        return [of(`action ${event.on}`, event.text)];
      case 'appointment':
        return [of(`appointment ${event.on}`, event.purpose)];
      case 'employers':
        return event.setAside.map(({ words }) => of(`set aside ${event.on}`, words));
      case 'ownEmployer':
        return [of(`employer ${event.on}`, `${event.name} ${event.approach}`)];
      default:
        return [];
    }
  });
  return [...facts, ...events];
}
