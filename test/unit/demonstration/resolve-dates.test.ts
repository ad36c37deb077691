import { describe, expect, it } from 'vitest';
import { DEMONSTRATION_ACCOUNTS } from '../../../src/main/demonstration/demonstration-accounts.ts';
import { personSpecSchema, type PersonSpec } from '../../../src/main/demonstration/person-spec.schema.ts';
import {
  earlier,
  resolveDay,
  resolveMonth,
  resolveText,
  resolveValue,
  resolveWorkingDay,
} from '../../../src/main/demonstration/relative-dates.ts';
import { resolveDates } from '../../../src/main/demonstration/resolve-dates.ts';
import { accountSchema, newPassphraseSchema } from '../../../src/shared/domain/access/access.schema.ts';
import { actionPayloadSchema } from '../../../src/shared/domain/action/action.schema.ts';
import { fieldSchemas } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { contactPayloadSchema } from '../../../src/shared/domain/contact/contact.schema.ts';
import { ownEmployerPayloadSchema } from '../../../src/shared/domain/decision/decision.schema.ts';
import { addDays, type LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { drawn, eventsOf, people, TODAYS, written } from './all-people.ts';

const MONDAY = '2026-03-16' as LocalDate;
const SATURDAY = '2026-03-14' as LocalDate;

describe('days and months told from today', () => {
  it('cross the end of a month, of a year and a leap day', () => {
    expect(resolveDay('J-23', MONDAY)).toBe('2026-02-21');
    expect(resolveDay('J+1', '2026-12-31' as LocalDate)).toBe('2027-01-01');
    expect(resolveDay('J', '2028-02-29' as LocalDate)).toBe('2028-02-29');
    expect(resolveMonth('M-5', MONDAY)).toBe('2025-10');
    expect(resolveMonth('M+2', '2026-12-31' as LocalDate)).toBe('2027-02');
    expect(resolveMonth('M', MONDAY)).toBe('2026-03');
  });

  it('keep off weekends and holidays: ahead on the open day after, behind on the one before', () => {
    expect(resolveWorkingDay('J+1', '2026-12-24' as LocalDate)).toBe('2026-12-28');
    expect(resolveWorkingDay('J-1', '2026-11-12' as LocalDate)).toBe('2026-11-10');
    expect(resolveWorkingDay('J', SATURDAY)).toBe('2026-03-16');
    expect(resolveWorkingDay('J+1', SATURDAY)).toBe('2026-03-16');
    expect(resolveWorkingDay('J-1', MONDAY)).toBe('2026-03-13');
    expect(resolveWorkingDay('J-2', MONDAY)).toBe('2026-03-13');
    expect(resolveWorkingDay('J-3', MONDAY)).toBe('2026-03-13');
  });

  it('go back with the whole story they are in: its days, its months and those within sentences', () => {
    const story = {
      key: 'a-person',
      on: 'J-20',
      expiresOn: 'J+181',
      searchSince: 'M-4',
      birthday: 'next-03-15',
      says: ['Rendez-vous le {J+4}, puis le {J+180}.', 'J’y vais.'],
      hours: 12,
    };
    expect(earlier(story, 6)).toEqual({
      key: 'a-person',
      on: 'J-200',
      expiresOn: 'J+1',
      searchSince: 'M-10',
      birthday: 'next-03-15',
      says: ['Rendez-vous le {J-176}, puis le {J}.', 'J’y vais.'],
      hours: 12,
    });
  });

  it('never change the order of days', () => {
    for (const today of TODAYS) {
      const days = Array.from({ length: 60 }, (_, index) => index - 30).map((offset) =>
        resolveWorkingDay(offset < 0 ? `J${offset}` : `J+${offset}`, today),
      );
      expect(days).toEqual([...days].sort());
    }
  });

  it('stand within the values of fields, and the next 15 March is the one to come', () => {
    const value = [{ kind: 'hours', value: 'J’arrive', until: 'next-03-15' }, { expiresOn: 'J+63' }, 'M'];
    expect(resolveValue(value, MONDAY)).toEqual([
      { kind: 'hours', value: 'J’arrive', until: '2027-03-15' },
      { expiresOn: addDays(MONDAY, 63) },
      '2026-03',
    ]);
    expect(resolveValue('next-03-15', '2026-03-15' as LocalDate)).toBe('2026-03-15');
  });

  it('read in words within a sentence', () => {
    expect(resolveText('Le {J+1} à 10 h.', MONDAY)).toBe('Le mardi 17 mars à 10 h.');
    expect(resolveText('Le {J}.', '2026-11-01' as LocalDate)).toBe('Le lundi 2 novembre.');
    expect(resolveText('Le {J+3}.', '2026-09-28' as LocalDate)).toBe('Le jeudi 1er octobre.');
  });
});

// 180 people on nine days: slow when other tests share the processor.
describe('every person, whatever the day', { timeout: 30_000 }, () => {
  it('has facts that fit their fields, each field once, said between the opening and today', () => {
    for (const today of TODAYS) {
      for (const spec of people) {
        const { fields, openedOn, key } = resolveDates(spec, today);
        expect(new Set(fields.map(({ field }) => field)).size, key).toBe(fields.length);
        for (const { field, value, on } of fields) {
          expect(fieldSchemas[field].safeParse(value).success, `${key} ${field} ${today}`).toBe(true);
          expect(on >= openedOn && on <= today, `${key} ${field}`).toBe(true);
        }
        expect(JSON.stringify(fields), key).not.toMatch(/"(?:[JM](?:[+-]\d+)?|next-[\d-]+)"/);
      }
    }
  });

  it('has events that fit what case files take, in order of time, none before the opening', () => {
    for (const today of TODAYS) {
      for (const spec of people) {
        const { events, key, openedOn } = resolveDates(spec, today);
        const days = events.map(({ on }) => on);
        expect(days, key).toEqual([...days].sort());
        expect((days[0] ?? openedOn) >= openedOn && openedOn <= today, `${key} ${today}`).toBe(true);
        const isAhead = events.some(
          (event) => event.on > today && !(event.kind === 'appointment' && event.presence === 'planned'),
        );
        expect(isAhead, `${key} ${today}`).toBe(false);
        for (const event of events) {
          if (event.kind === 'contact') {
            const { on, channel, initiatedBy, isExchange, line } = event;
            contactPayloadSchema.parse({ on, channel, initiatedBy, isExchange, line });
          }
          if (event.kind === 'action')
            actionPayloadSchema.parse({ owner: event.owner, text: event.text, dueOn: event.due });
          if (event.kind === 'ownEmployer') {
            const { name, communeName, approach } = event;
            ownEmployerPayloadSchema.parse({ name, communeName, approach });
          }
          if (event.kind === 'note') expect(JSON.stringify(event.sections), key).not.toMatch(/[{}]J/);
        }
      }
    }
  });

  it('is written with events in order of time, and drawn as the written ones are described', () => {
    for (const person of people) {
      expect(personSpecSchema.safeParse(person).success, person.key).toBe(true);
      const offsets = person.events.map(({ on }) => Number(on.slice(1) || 0));
      expect(offsets, person.key).toEqual([...offsets].sort((a, b) => a - b));
    }
  });

  it('is shown the appointment on the day that its note announced', () => {
    const announced = people.flatMap((person) =>
      eventsOf(person, 'note').flatMap(({ sections, on }) => {
        const day = /\{(J[^}]*)\}/.exec(sections.nextAppointment ?? '')?.[1];
        return day === undefined ? [] : [{ person, day, on }];
      }),
    );
    expect(announced.length).toBeGreaterThan(40);
    for (const { person, day, on } of announced) {
      expect(
        eventsOf(person, 'appointment').some((event) => event.on === day),
        `${person.key} ${on}`,
      ).toBe(true);
    }
  });
});

describe('the same seed', { timeout: 30_000 }, () => {
  it('gives the same people, byte for byte, on any day; another seed gives others', () => {
    expect(JSON.stringify(drawn(7))).toBe(JSON.stringify(drawn(7)));
    const keys = new Set(drawn(7).map(({ key }) => key));
    expect(drawn(8).filter(({ key }) => keys.has(key)).length).toBeLessThan(30);
    const resolve = (specs: readonly PersonSpec[]): string =>
      JSON.stringify(specs.map((spec) => resolveDates(spec, MONDAY)));
    expect(resolve([...written, ...drawn(7)])).toBe(resolve([...written, ...drawn(7)]));
  });
});

describe('the accounts of the demonstration', () => {
  it('are two advisors and a supervisor of one agency, with passphrases that a person would choose', () => {
    expect(DEMONSTRATION_ACCOUNTS.map(({ role }) => role)).toEqual(['advisor', 'advisor', 'supervisor']);
    expect(new Set(DEMONSTRATION_ACCOUNTS.map(({ id }) => id)).size).toBe(3);
    for (const { passphrase, ...account } of DEMONSTRATION_ACCOUNTS) {
      accountSchema.parse(account);
      newPassphraseSchema.parse(passphrase);
    }
  });
});
