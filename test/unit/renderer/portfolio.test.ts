import { describe, expect, test } from 'vitest';
import { without } from '../../../src/renderer/features/portfolio/filters.ts';
import { expectedToday, namesakes, restOfWeek, toPeople } from '../../../src/renderer/features/portfolio/people.ts';
import { orderOf } from '../../../src/renderer/features/portfolio/people-order.ts';
import {
  facetsOf,
  lastContactCounts,
  type PeopleShown,
  peopleShown,
  placesOf,
  quickCounts,
} from '../../../src/renderer/features/portfolio/people-shown.ts';
import { apartText, surelyNamed } from '../../../src/renderer/features/portfolio/portfolio-words.ts';
import type { PortfolioRow } from '../../../src/renderer/features/portfolio/portfolio.queries.ts';
import { searchedIn } from '../../../src/renderer/screens/frame/palette-people.ts';
import type { PortfolioFilters } from '../../../src/shared/domain/case-file/portfolio-view.schema.ts';
import { NO_FILTERS } from '../../../src/shared/domain/case-file/usual-view.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { frenchWords } from './french-words.ts';

const ZONE = 'Europe/Paris';
/** A Friday, in Paris. */
const TODAY = '2026-11-27';
const days = { today: TODAY, week: restOfWeek(TODAY as LocalDate, ZONE) };
const TAG_NAMES = new Map([
  ['tag-1', 'Atelier CV'],
  ['tag-2', 'Visite d’entreprise'],
]);

function row(change: Partial<PortfolioRow>): PortfolioRow {
  return {
    id: `${change.first} ${change.last}`,
    first: 'Nadia',
    last: 'Ferrand',
    birthDate: null,
    project: null,
    occupationRome: null,
    place: null,
    placeCode: null,
    reach: null,
    travel: [],
    supportMode: null,
    createdOn: '2026-01-05',
    lastContactOn: null,
    rhythmDays: 45,
    overdueDays: null,
    nextAppointmentAt: null,
    openActions: 0,
    promise: null,
    expiry: null,
    deadlines: [],
    tagIds: [],
    retained: 0,
    isComputingOff: false,
    closedOn: null,
    archivedOn: null,
    standsInFor: null,
    standIn: null,
    ...change,
  };
}

const rows = [
  row({
    first: 'Hélène',
    last: 'Vautrin',
    project: 'Comptabilité',
    occupationRome: 'M1203',
    place: 'Limoges',
    placeCode: '87085',
    supportMode: 'guided',
    lastContactOn: '2026-09-14',
    overdueDays: 3,
    promise: { text: 'lettre', dueOn: null },
  }),
  row({
    first: 'Marie-Line',
    last: 'Payet',
    project: 'Secrétariat',
    occupationRome: 'M1607',
    place: 'Saint-Paul',
    placeCode: '97415',
    tagIds: ['tag-1', 'tag-2'],
    lastContactOn: '2026-11-24',
  }),
  row({
    first: 'Kevin',
    last: 'Lemaire',
    deadlines: [{ kind: 'credential', label: 'CACES', on: '2026-12-24' }],
    supportMode: 'guided',
    tagIds: ['tag-1'],
  }),
  row({ first: 'Olga', last: 'Marchenko', closedOn: '2026-10-01' }),
  row({
    first: 'Lucas',
    last: 'Delmas',
    nextAppointmentAt: Date.parse('2026-11-29T15:00:00Z'),
    placeCode: '97411',
    place: 'Saint-Denis',
  }),
  row({ first: 'Anne', last: 'Lacombe', nextAppointmentAt: Date.parse('2026-11-30T08:00:00Z') }),
  row({ first: 'Samira', last: 'Haddad', nextAppointmentAt: Date.parse('2026-11-27T08:00:00Z') }),
  row({ first: 'Élodie', last: 'Pierron', closedOn: '2025-10-01', archivedOn: '2026-11-01' }),
];
const people = toPeople(rows);

function look(filters: Partial<PortfolioFilters> = {}, text = ''): PeopleShown {
  return peopleShown(people, { text, filters: { ...NO_FILTERS, ...filters }, sorting: null }, TAG_NAMES, days);
}

function firsts(filters: Partial<PortfolioFilters> = {}, text = ''): readonly string[] {
  return look(filters, text).shown.map(({ row: { first } }) => first);
}

describe('the search', () => {
  test.each([
    ['helene', ['Hélène']],
    ['VAUTRIN', ['Hélène']],
    ['vautrni', ['Hélène']],
    ['compta', ['Hélène']],
    ['saint paul', ['Marie-Line']],
    ['line secr', ['Marie-Line']],
    ['marieline', ['Marie-Line']],
    ['atelier', ['Marie-Line', 'Kevin']],
    ['xyz', []],
  ])('"%s" looks in the name, the project, the place and the tags', (text, found) => {
    expect(firsts({}, text)).toEqual(found);
  });

  test('shows near spellings where nobody of those who are looked at is written so, and says it', () => {
    const pair = toPeople([row({ id: 'a', last: 'Marin', closedOn: '2026-10-01' }), row({ id: 'b', last: 'Martin' })]);
    const find = (text: string, quick: PortfolioFilters['quick']): PeopleShown =>
      peopleShown(pair, { text, filters: { ...NO_FILTERS, quick }, sorting: null }, TAG_NAMES, days);
    expect(find('marin', null).shown.map(({ row: { last } }) => last)).toEqual(['Martin']);
    expect(find('marin', null).isNear).toBe(true);
    expect(find('marin', 'closed').shown.map(({ row: { last } }) => last)).toEqual(['Marin']);
    expect(find('marin', 'closed').isNear).toBe(false);
  });
});

describe('the filters', () => {
  test('closed and archived files are by themselves', () => {
    expect(firsts()).not.toContain('Olga');
    expect(firsts({ quick: 'closed' })).toEqual(['Olga']);
    expect(firsts({ quick: 'archived' })).toEqual(['Élodie']);
    expect(look().total).toBe(6);
    expect(look({ quick: 'closed' }).total).toBe(1);
  });

  test.each<readonly [Partial<PortfolioFilters>, readonly string[]]>([
    [{ quick: 'overdue' }, ['Hélène']],
    [{ quick: 'expiring' }, ['Kevin']],
    [{ quick: 'promised' }, ['Hélène']],
    // From this morning, held or not, to Sunday night.
    [{ quick: 'thisWeek' }, ['Lucas', 'Samira']],
    [{ appointment: 'this-week' }, ['Lucas', 'Samira']],
    [{ appointment: 'next-two-weeks' }, ['Anne']],
    [{ appointment: 'later' }, []],
    [{ appointment: 'none' }, ['Hélène', 'Marie-Line', 'Kevin']],
    [{ lastContact: 'week' }, ['Marie-Line']],
    [{ lastContact: 'quarter' }, ['Hélène', 'Marie-Line']],
    [{ lastContact: 'never' }, ['Kevin', 'Lucas', 'Anne', 'Samira']],
    [{ occupation: 'M1203' }, ['Hélène']],
    [{ place: { kind: 'commune', code: '97415' } }, ['Marie-Line']],
    [{ place: { kind: 'departement', code: '974' } }, ['Marie-Line', 'Lucas']],
    [{ modality: 'guided' }, ['Hélène', 'Kevin']],
    [{ tagIds: ['tag-1'] }, ['Marie-Line', 'Kevin']],
    [{ tagIds: ['tag-1', 'tag-2'] }, ['Marie-Line']],
    [{ tagIds: ['tag-1'], modality: 'guided' }, ['Kevin']],
    [{ quick: 'overdue', occupation: 'M1607' }, []],
  ])('%j keeps %j', (filters, found) => {
    expect(firsts(filters)).toEqual(found);
  });

  test('a filter counts with the others, and never with itself', () => {
    const guided = look({ modality: 'guided', quick: 'overdue' });
    expect(quickCounts(guided.keptBut('quick'), days)).toMatchObject({
      overdue: 1,
      awaited: 0,
      expiring: 1,
      thisWeek: 0,
      closed: 0,
    });
    expect(quickCounts(look().keptBut('quick'), days)).toEqual({
      overdue: 1,
      thisWeek: 2,
      promised: 1,
      awaited: 0,
      expiring: 1,
      closed: 1,
      archived: 1,
    });
    const modes = facetsOf(
      guided.keptBut('modality'),
      ({ supportMode }) => [{ key: `${supportMode}`, label: '' }],
      'fr',
    );
    expect(modes).toMatchObject([{ key: 'guided', count: 1 }]);
    expect(lastContactCounts(look({ lastContact: 'week' }).keptBut('lastContact'), days)).toMatchObject({ never: 4 });
  });

  test('say which one to leave when nobody answers all of them', () => {
    const asked = { ...NO_FILTERS, quick: 'overdue', modality: 'guided', occupation: 'M1607' } as const;
    const none = look(asked);
    expect(none.shown).toHaveLength(0);
    expect(none.keptBut('occupation')).toHaveLength(1);
    expect(none.keptBut('modality')).toHaveLength(0);
    expect(firsts(without(asked, 'occupation'))).toEqual(['Hélène']);
  });

  test('places are communes by name, and a département where people look in several of its communes', () => {
    const { communes, departements } = placesOf(look().keptBut('place'), 'fr');
    expect(communes.map(({ label }) => label)).toEqual(['Limoges', 'Saint-Denis', 'Saint-Paul']);
    expect(departements).toEqual([{ code: '974', count: 2 }]);
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

test('who comes today is counted from the first hour to the last, by the clock on the wall', () => {
  const at = (instant: string) => row({ nextAppointmentAt: Date.parse(instant) });
  const rows = [
    ...[at('2026-11-26T22:59:00Z'), at('2026-11-26T23:00:00Z'), at('2026-11-27T22:59:00Z')],
    ...[at('2026-11-27T23:00:00Z'), row({})],
  ];
  expect(expectedToday(rows, TODAY as LocalDate, ZONE)).toBe(2);
});

test('of a promise and of a deadline, the first day sorts', () => {
  const [both] = toPeople([
    row({
      promise: { text: 'lettre', dueOn: '2026-12-02' },
      deadlines: [{ kind: 'credential', label: 'permis', on: '2026-12-01' }],
    }),
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
    orderOf(people, { id, isDescending }).map((place) => people[place]?.row.first ?? '');
  const given = rows.map(({ first }) => first);

  test('without a column, or by one that counts steps, is the one that is given', () => {
    expect(orderOf(people, null)).toEqual([...rows.keys()]);
    for (const steps of ['plan', 'leads']) expect(firstsBy(steps, false)).toEqual(given);
  });

  test('puts what is unknown last either way, and keeps equals as they came', () => {
    expect(firstsBy('project', false).slice(0, 3)).toEqual(['Hélène', 'Marie-Line', 'Kevin']);
    expect(firstsBy('project', true).slice(0, 3)).toEqual(['Marie-Line', 'Hélène', 'Kevin']);
    expect(firstsBy('nextAppointment', false).slice(0, 4)).toEqual(['Samira', 'Lucas', 'Anne', 'Hélène']);
    expect(firstsBy('nextAppointment', true).slice(0, 3)).toEqual(['Anne', 'Lucas', 'Samira']);
    expect(firstsBy('lastContact', true).slice(0, 2)).toEqual(['Marie-Line', 'Hélène']);
  });

  test('is made once', () => {
    const byName = { id: 'person', isDescending: false };
    expect(orderOf(people, byName)).toBe(orderOf(people, { ...byName }));
  });

  test('is that of those who are shown', () => {
    const sorting = { id: 'project', isDescending: true };
    const { shown } = peopleShown(people, { text: '', filters: NO_FILTERS, sorting }, TAG_NAMES, days);
    expect(shown.slice(0, 2).map(({ row: { first } }) => first)).toEqual(['Marie-Line', 'Hélène']);
  });
});

test('with somebody else beside, the palette finds people by their name alone', () => {
  const known = row({ first: 'Hélène', last: 'Vautrin', project: 'Magasinière', place: 'Forbach' });
  expect(searchedIn(known, false)).toEqual(['helene', 'vautrin', 'magasiniere', 'forbach']);
  expect(searchedIn(known, true)).toEqual(['helene', 'vautrin']);
});

describe('two people of the same name', () => {
  const t = frenchWords;
  const namesakesOf = (...changes: readonly Partial<PortfolioRow>[]) =>
    toPeople(changes.map((change, at) => row({ id: `${at}`, first: 'Hélène', last: 'Martin', ...change })));
  const named = (...changes: readonly Partial<PortfolioRow>[]) =>
    namesakesOf(...changes).map((person) => surelyNamed(t, person.name, apartText(t, person, 'fr')));

  test('are told apart by their birth date, else by what they look for or where', () => {
    expect(named({ birthDate: '1985-03-12' }, { project: 'Vente' }, { place: 'Metz' }, {})).toEqual([
      'Hélène Martin (date de naissance\u00a0: 12 mars 1985)',
      'Hélène Martin (Vente)',
      'Hélène Martin (Metz)',
      'Hélène Martin (date de naissance pas notée)',
    ]);
  });

  test('somebody whose name nobody else has is only named', () => {
    expect(named({ birthDate: '1985-03-12' })).toEqual(['Hélène Martin']);
  });
});
