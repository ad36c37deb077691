import { describe, expect, test } from 'vitest';
import {
  filterCounts,
  namesakes,
  peopleShown,
  restOfWeek,
  toPeople,
} from '../../../src/renderer/features/portfolio/people.ts';
import { sortedPeople } from '../../../src/renderer/features/portfolio/people-order.ts';
import type { PortfolioRow } from '../../../src/renderer/features/portfolio/portfolio.queries.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';

const ZONE = 'Europe/Paris';
/** Of a Friday, in Paris. */
const week = restOfWeek('2026-11-27' as LocalDate, ZONE);

function row(change: Partial<PortfolioRow>): PortfolioRow {
  return {
    id: `${change.first} ${change.last}`,
    first: 'Nadia',
    last: 'Ferrand',
    birthDate: null,
    project: null,
    place: null,
    reach: null,
    travel: [],
    supportMode: null,
    lastContactOn: null,
    overdueDays: null,
    nextAppointmentAt: null,
    openActions: 0,
    promise: null,
    expiry: null,
    retained: 0,
    isComputingOff: false,
    closedOn: null,
    ...change,
  };
}

const rows = [
  row({ first: 'Hélène', last: 'Vautrin', project: 'Comptabilité', place: 'Limoges', overdueDays: 3 }),
  row({ first: 'Marie-Line', last: 'Payet', project: 'Secrétariat', place: 'Saint-Paul' }),
  row({ first: 'Kevin', last: 'Lemaire', expiry: { label: 'CACES', expiresOn: '2026-12-24' } }),
  row({ first: 'Olga', last: 'Marchenko', closedOn: '2026-10-01', overdueDays: 4 }),
  row({ first: 'Lucas', last: 'Delmas', nextAppointmentAt: Date.parse('2026-11-29T15:00:00Z') }),
  row({ first: 'Anne', last: 'Lacombe', nextAppointmentAt: Date.parse('2026-11-30T08:00:00Z') }),
  row({ first: 'Samira', last: 'Haddad', nextAppointmentAt: Date.parse('2026-11-27T08:00:00Z') }),
];
const people = toPeople(rows);
const firsts = (text: string, filter: Parameters<typeof peopleShown>[1]['filter'] = null): readonly string[] =>
  peopleShown(people, { text, filter }, week).shown.map(({ row: { first } }) => first);

describe('the filter', () => {
  test.each([
    ['helene', ['Hélène']],
    ['VAUTRIN', ['Hélène']],
    ['compta', ['Hélène']],
    ['saint paul', ['Marie-Line']],
    ['line secr', ['Marie-Line']],
    ['marie-line', ['Marie-Line']],
    ['aint', []],
  ])('"%s" finds the start of words of the name, the project or the place', (text, found) => {
    expect(firsts(text)).toEqual(found);
  });

  test('closed files are by themselves', () => {
    expect(firsts('')).not.toContain('Olga');
    expect(firsts('', 'closed')).toEqual(['Olga']);
    expect(peopleShown(people, { text: '', filter: null }, week).total).toBe(6);
    expect(peopleShown(people, { text: '', filter: 'closed' }, week).total).toBe(1);
  });

  test('each way to look keeps what it says', () => {
    expect(firsts('', 'overdue')).toEqual(['Hélène']);
    expect(firsts('', 'expiring')).toEqual(['Kevin']);
    expect(firsts('', 'promised')).toEqual([]);
  });

  test('this week goes from this morning, held or not, to Sunday night', () => {
    expect(firsts('', 'thisWeek')).toEqual(['Lucas', 'Samira']);
  });

  test('the counts are those of what each would keep', () => {
    expect(filterCounts(people, week)).toEqual({ overdue: 1, thisWeek: 2, promised: 0, expiring: 1, closed: 1 });
  });
});

describe('people of the same name', () => {
  const same = [
    row({ id: 'a', first: 'Marie', last: 'Lefèvre', birthDate: '1980-01-02' }),
    row({ id: 'b', first: 'MARIE', last: 'Lefevre', birthDate: '1991-05-06' }),
    row({ id: 'c', first: 'Marie', last: 'Leroy' }),
  ];

  test('are told apart, in any spelling', () => {
    expect(toPeople(same).map(({ isHomonym }) => isHomonym)).toEqual([true, true, false]);
  });

  test('are found before a second file is made', () => {
    expect(namesakes(same, ' marie', 'LEFÈVRE ').map(({ id }) => id)).toEqual(['a', 'b']);
    expect(namesakes(same, '', 'Lefèvre')).toEqual([]);
  });
});

test('of a promise and of an expiry, the first day sorts', () => {
  const [both] = toPeople([
    row({ promise: { text: 'lettre', dueOn: '2026-12-02' }, expiry: { label: 'permis', expiresOn: '2026-12-01' } }),
  ]);
  expect(both?.nextDueOn).toBe('2026-12-01');
  expect(people[0]?.nextDueOn).toBeUndefined();
});

describe('the people made ready', () => {
  test('are the same for the same rows, and for the rows of a new answer that did not change', () => {
    expect(toPeople(rows)).toBe(people);
    const changed = rows.with(1, { ...rows[1]!, project: 'Paie' });
    expect(toPeople(changed).map((person, index) => person === people[index])).toEqual(
      rows.map((_row, index) => index !== 1),
    );
  });

  test('are told apart again as soon as somebody has their name, and no longer when nobody does', () => {
    const first = row({ id: 'a', first: 'Marie', last: 'Lefèvre' });
    const second = row({ id: 'b', first: 'Marie', last: 'Lefevre' });
    expect(toPeople([first])[0]?.isHomonym).toBe(false);
    expect(toPeople([first, second])[0]?.isHomonym).toBe(true);
    expect(toPeople([first])[0]?.isHomonym).toBe(false);
  });
});

describe('the order', () => {
  const firstsBy = (id: string, isDescending: boolean): readonly string[] =>
    sortedPeople(people, { id, isDescending }).map(({ row: { first } }) => first);

  test('without a column is the one that is given', () => {
    expect(sortedPeople(people, null)).toBe(people);
    expect(sortedPeople(people, { id: 'plan', isDescending: false })).toBe(people);
  });

  test('puts what is unknown last either way, and keeps equals as they came', () => {
    expect(firstsBy('project', false).slice(0, 3)).toEqual(['Hélène', 'Marie-Line', 'Kevin']);
    expect(firstsBy('project', true).slice(0, 3)).toEqual(['Marie-Line', 'Hélène', 'Kevin']);
    expect(firstsBy('nextAppointment', false)).toEqual([
      'Samira',
      'Lucas',
      'Anne',
      'Hélène',
      'Marie-Line',
      'Kevin',
      'Olga',
    ]);
    expect(firstsBy('nextAppointment', true).slice(0, 3)).toEqual(['Anne', 'Lucas', 'Samira']);
    expect(firstsBy('lastContact', true)).toEqual(rows.map(({ first }) => first));
  });

  test('is made once', () => {
    const byName = { id: 'person', isDescending: false };
    expect(sortedPeople(people, byName)).toBe(sortedPeople(people, { ...byName }));
  });
});
