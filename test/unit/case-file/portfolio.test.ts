import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portfolioCsv } from '../../../src/main/case-file/portfolio-csv.use-cases.ts';
import { SUPPORT_MODES, type Facts, type PortfolioRow } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { deadlinesOf } from '../../../src/shared/domain/case-file/deadlines.rules.ts';
import { nextExpiry, overdueDays } from '../../../src/shared/domain/case-file/portfolio.rules.ts';
import { addDays, type LocalDate } from '../../../src/shared/kernel/local-date.ts';

const TODAY = '2026-09-01' as LocalDate;
const ago = (days: number): string => addDays(TODAY, -days);
const late = (input: Partial<Parameters<typeof overdueDays>[0]>): number | null =>
  overdueDays({
    ...{ supportMode: null, lastContactOn: null, createdOn: ago(400), hasNextAppointment: false, isClosed: false },
    ...{ today: TODAY, ...input },
  });

describe('days beyond the rhythm of a support', () => {
  it.each([
    ['youth-contract', 7],
    ['reinforced', 21],
    ['guided', 45],
    ['standard', 75],
    [null, 45],
  ] as const)('count for %s from the day after %i days', (supportMode, rhythm) => {
    expect(late({ supportMode, lastContactOn: ago(rhythm) })).toBeNull();
    expect(late({ supportMode, lastContactOn: ago(rhythm + 1) })).toBe(1);
    expect(late({ supportMode, lastContactOn: ago(rhythm + 30) })).toBe(30);
  });

  it('count from the opening of the file while there was no contact', () => {
    expect(late({ createdOn: ago(50) })).toBe(5);
    expect(late({ createdOn: ago(400), lastContactOn: ago(50) })).toBe(5);
  });

  it('do not count once an appointment is planned, nor once the file is closed', () => {
    expect(late({ hasNextAppointment: true })).toBeNull();
    expect(late({ isClosed: true })).toBeNull();
  });

  it('grow by one a day, and never exceed the days since the contact', () => {
    const mode = fc.constantFrom(...SUPPORT_MODES, null);
    fc.assert(
      fc.property(mode, fc.integer({ min: 0, max: 2_000 }), (supportMode, days) => {
        const now = late({ supportMode, lastContactOn: ago(days) });
        const tomorrow = late({ supportMode, lastContactOn: ago(days + 1) });
        if (now !== null) expect(tomorrow).toBe(now + 1);
        expect(now ?? 1).toBeGreaterThan(0);
        expect(now ?? 0).toBeLessThanOrEqual(days);
      }),
    );
  });
});

const credentials = (...all: readonly (readonly [string, string | null])[]): Facts =>
  ({ credentials: { value: all.map(([label, expiresOn]) => ({ label, expiresOn })) } }) as unknown as Facts;

const expiryOf = (facts: Facts) => nextExpiry(deadlinesOf(facts, TODAY));

describe('the permit or certificate that expires next', () => {
  it('is the first within ninety days, those already expired included', () => {
    const facts = credentials(
      ['CACES', addDays(TODAY, 60)],
      ['FIMO', addDays(TODAY, 20)],
      ['permis B', null],
      ['habilitation', addDays(TODAY, 91)],
    );
    expect(expiryOf(facts)).toEqual({ label: 'FIMO', expiresOn: addDays(TODAY, 20) });
    expect(expiryOf(credentials(['FIMO', ago(10)], ['CACES', addDays(TODAY, 1)]))?.label).toBe('FIMO');
    expect(expiryOf(credentials(['CACES', addDays(TODAY, 90)]))?.label).toBe('CACES');
  });

  it('is none where nothing expires soon, or nothing is said', () => {
    expect(expiryOf(credentials(['CACES', addDays(TODAY, 91)], ['permis B', null]))).toBeNull();
    expect(expiryOf({})).toBeNull();
    expect(expiryOf({ credentials: { value: null } } as unknown as Facts)).toBeNull();
  });
});

const row = (changes: Partial<PortfolioRow>): PortfolioRow => ({
  ...{ id: 'x', first: 'Nadia', last: 'Ferrand', birthDate: '1990-01-02', project: 'Vendeuse', place: 'Metz' },
  ...{ reach: null, travel: [], supportMode: 'guided', lastContactOn: ago(99), overdueDays: 54 },
  ...{ nextAppointmentAt: Date.UTC(2026, 8, 3, 12, 30), openActions: 2, retained: 3, isComputingOff: true },
  ...{ occupationRome: 'D1106', placeCode: '57463', createdOn: ago(300), rhythmDays: 45, tagIds: [], archivedOn: null },
  ...{ deadlines: [{ kind: 'credential', label: 'CACES', on: TODAY }] },
  ...{ promise: { text: 'Rappeler', dueOn: null }, expiry: { label: 'CACES', expiresOn: TODAY }, closedOn: null },
  ...{ standsInFor: null, standIn: null },
  ...changes,
});

/** A reader of the format itself, so that the writer is not checked against itself. */
function readCsv(text: string): readonly (readonly string[])[] {
  const cells = [...text.matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n"]*))(;|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('the portfolio as a spreadsheet', () => {
  it('has the name, the project and the next appointment, and nothing else', () => {
    const csv = portfolioCsv([row({}), row({ last: '', project: null, nextAppointmentAt: null })], 'Europe/Paris');
    expect(csv).toBe(
      '\ufeffPersonne;Projet;Prochain rendez-vous\r\nNadia Ferrand;Vendeuse;03/09/2026 14:30\r\nNadia;;\r\n',
    );
  });

  it('says the hour of the workstation', () => {
    expect(portfolioCsv([row({})], 'Indian/Reunion')).toContain('03/09/2026 16:30');
    expect(portfolioCsv([row({})], 'America/Guadeloupe')).toContain('03/09/2026 08:30');
  });

  it('runs nothing that a person typed', () => {
    const dangerous = ['=1+1', '+33 6', '-2', '@SUM(A1)', '\tx', '=HYPERLINK("http://x";"y")', "=cmd|' /C calc'!A0"];
    for (const text of dangerous) {
      const [, cells] = readCsv(portfolioCsv([row({ first: text, project: text })], 'Europe/Paris').slice(1));
      for (const cell of cells!.slice(0, 2)) expect(cell.startsWith("'"), text).toBe(true);
    }
  });

  it('gives back every text, whatever separators, quotes and line ends it holds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'é', ';', '"', '\r', '\n', "'", ' ', '='), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), (people) => {
        const rows = people.map(([first, project]) => row({ first: `n${first}`, last: '', project: `p${project}` }));
        const read = readCsv(portfolioCsv(rows, 'Europe/Paris').slice(1)).slice(1);
        expect(read.map(([name, project]) => [name, project])).toEqual(
          people.map(([first, project]) => [`n${first}`, `p${project}`]),
        );
      }),
    );
  });
});
