/** The rules that the 180 people keep together: what a portfolio looks like when it is one of real life. */
import { beforeAll, describe, expect, it } from 'vitest';
import { overdueDays } from '../../../src/shared/domain/case-file/portfolio.rules.ts';
import { REACHED_OUTCOMES, type SupportMode } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import type { LocalDate } from '../../../src/shared/kernel/local-date.ts';
import {
  difficultiesOf,
  LIFE_KINDS,
  LIFE_TOTALS,
  lifeOf,
  type LifeKind,
} from '../../../src/main/demonstration/person-life.rules.ts';
import type { PersonSpec } from '../../../src/main/demonstration/person-spec.schema.ts';
import { offsetOf } from '../../../src/main/demonstration/relative-dates.ts';
import { resolveDates } from '../../../src/main/demonstration/resolve-dates.ts';
import { buildInputs, type BuiltInputs } from '../dataset/demonstration/demonstration-inputs.ts';
import { drawn, eventsOf, people, stock, TODAYS, valueOf, written } from './all-people.ts';

const withKind = (kind: LifeKind): PersonSpec[] => people.filter((person) => lifeOf(person).has(kind));
const actions = people.flatMap((person) => eventsOf(person, 'action'));

describe('the 180 people', { timeout: 30_000 }, () => {
  it('are forty written and 140 drawn, each with a key and a name of their own', () => {
    expect(written).toHaveLength(40);
    expect(people).toHaveLength(180);
    expect(new Set(people.map(({ key }) => key)).size).toBe(180);
    expect(new Set(people.map((person) => JSON.stringify(valueOf(person, 'name')))).size).toBe(180);
  });

  it('are a hundred for Camille and eighty for Idriss, the twenty situations with Camille', () => {
    expect(people.filter(({ advisor }) => advisor === 'camille')).toHaveLength(100);
    expect(written.slice(0, 20).every(({ advisor }) => advisor === 'camille')).toBe(true);
  });

  it('have for one third no difficulty recorded, for half exactly one, and never more than three', () => {
    const counts = people.map(difficultiesOf);
    expect(counts.filter((count) => count === 0)).toHaveLength(60);
    expect(counts.filter((count) => count === 1)).toHaveLength(90);
    expect(Math.max(...counts)).toBeLessThanOrEqual(3);
  });

  it('say how far they go as their means allow: nobody walks or cycles thirty kilometres', () => {
    const most: Readonly<Record<string, number | undefined>> = { walking: 5, bicycle: 15, bus: 30 };
    for (const person of [...people, ...drawn(2), ...drawn(3)]) {
      const reach = valueOf<{ kind: string; km: number }>(person, 'project1.reach');
      const travel = valueOf<readonly string[]>(person, 'project1.travel') ?? [];
      if (reach?.kind !== 'distance' || travel.length === 0) continue;
      expect(reach.km, `${person.key} ${travel.join()}`).toBeLessThanOrEqual(
        Math.max(...travel.map((means) => most[means] ?? Infinity)),
      );
    }
  });

  it.each(LIFE_KINDS)('count exactly as many as planned of: %s', (kind) => {
    expect(withKind(kind)).toHaveLength(LIFE_TOTALS[kind]);
  });

  it('keep the same counts whatever the seed', () => {
    for (const seed of [2, 3, 4]) {
      const all = [...written, ...drawn(seed)];
      for (const kind of LIFE_KINDS) {
        expect(all.filter((person) => lifeOf(person).has(kind)).length, `${kind} ${seed}`).toBe(LIFE_TOTALS[kind]);
      }
      expect(all.filter((person) => difficultiesOf(person) === 0)).toHaveLength(60);
      expect(all.filter((person) => difficultiesOf(person) === 1)).toHaveLength(90);
    }
  });

  it('did more than was planned for three in ten or more, and it shows: done on a day when it was not asked', () => {
    expect(withKind('did-more').length / people.length).toBeGreaterThanOrEqual(0.3);
    for (const person of withKind('did-more')) {
      const unasked = eventsOf(person, 'action').filter(
        ({ owner, due, on, states }) =>
          owner === 'person' && due === null && states[0]?.state === 'done' && states[0].on === on,
      );
      expect(unasked.length, person.key).toBeGreaterThan(0);
    }
  });

  it('end their support in all seven ways', () => {
    const closings = withKind('closed').map((person) => eventsOf(person, 'close').at(-1)?.outcome);
    expect([...new Set(closings)].sort()).toEqual([...REACHED_OUTCOMES].sort());
  });

  it('come back after the end of a support with the whole story before it', () => {
    for (const person of withKind('returned')) {
      const reopened = person.events.findIndex(({ kind }) => kind === 'reopen');
      expect(
        person.events.slice(0, reopened).some(({ kind }) => kind === 'close'),
        person.key,
      ).toBe(true);
      expect(
        person.events.slice(reopened).some(({ kind }) => kind === 'note'),
        person.key,
      ).toBe(true);
    }
  });

  it('were lost by our doing for sixty days or more: a meeting we cancelled, calls that reached nobody', () => {
    for (const person of withKind('lost-by-us')) {
      expect(
        eventsOf(person, 'appointment').some(({ presence }) => presence === 'cancelled-by-us'),
        person.key,
      ).toBe(true);
      const attempts = eventsOf(person, 'contact').filter(
        ({ isExchange, initiatedBy }) => !isExchange && initiatedBy === 'us',
      );
      expect(attempts.length, person.key).toBeGreaterThanOrEqual(2);
      const spoken = exchangeOffsets(person);
      const gaps = [...spoken.slice(1), 0].map((offset, index) => offset - (spoken[index] ?? 0));
      expect(Math.max(...gaps), person.key).toBeGreaterThanOrEqual(60);
    }
  });

  it('refuse in their own words, and what they refused is no longer useful', () => {
    for (const person of withKind('refused')) {
      const refused = eventsOf(person, 'action').filter(({ states }) => states[0]?.state === 'no-longer-useful');
      expect(refused.length, person.key).toBeGreaterThan(0);
      const note = eventsOf(person, 'note').find(({ on }) => refused.some((action) => action.on === on));
      expect(note?.sections.decided, person.key).toBeDefined();
    }
  });

  it('have an almost empty file when they have only just arrived: no note, no difficulty', () => {
    for (const person of withKind('just-arrived')) {
      expect(person.fields.length, person.key).toBeLessThanOrEqual(6);
      expect(eventsOf(person, 'note'), person.key).toHaveLength(0);
    }
  });

  it('show few files overdue, and all of those lost that were not found again', () => {
    for (const today of TODAYS) {
      const late = people.filter((person) => overdueOn(person, today) !== null);
      expect(late.length, today).toBeLessThanOrEqual(14);
      expect(late.filter((person) => lifeOf(person).has('lost-by-us')).length, today).toBeGreaterThanOrEqual(3);
    }
  });

  it('follow all four kinds of support', () => {
    const modes = new Set(people.map((person) => valueOf<SupportMode>(person, 'supportMode')));
    for (const mode of ['standard', 'guided', 'reinforced', 'youth-contract'] as const) expect(modes).toContain(mode);
  });
});

describe('what was agreed', () => {
  it('is promised by the advisor for a quarter or more, and some of it is late', () => {
    const promises = actions.filter(({ owner }) => owner === 'advisor');
    expect(promises.length / actions.length).toBeGreaterThanOrEqual(0.25);
    const isLate = ({ due, states }: (typeof actions)[number]): boolean =>
      due !== null && offsetOf(due) < 0 && !['done', 'no-longer-useful'].includes(states.at(-1)?.state ?? '');
    expect(promises.filter(isLate).length).toBeGreaterThanOrEqual(8);
    expect(promises.filter(isLate).length).toBeLessThan(promises.length / 4);
  });

  it('changes only after it was agreed, never in days to come', () => {
    for (const { on, states, text } of actions) {
      for (const state of states) {
        expect(offsetOf(state.on), text).toBeGreaterThanOrEqual(offsetOf(on));
        expect(offsetOf(state.on), text).toBeLessThanOrEqual(0);
      }
    }
  });
});

describe('what goes with the plan', () => {
  it('is an objective in some files, said before what is done for it, and never twice the same in one', () => {
    const aiming = people.filter((person) => eventsOf(person, 'objective').length > 0);
    expect(aiming.length).toBeGreaterThanOrEqual(16);
    expect(aiming.length).toBeLessThan(people.length / 2);
    for (const { key, events } of aiming) {
      const said = events.findIndex(({ kind }) => kind === 'objective');
      expect(
        events.slice(said).some((event) => event.kind === 'action' && event.due !== null),
        key,
      ).toBe(true);
      expect(
        events.filter(({ kind }) => kind === 'objective'),
        key,
      ).toHaveLength(1);
    }
    expect(
      new Set(aiming.flatMap((person) => eventsOf(person, 'objective').map(({ text }) => text))).size,
    ).toBeGreaterThan(aiming.length / 2);
  });

  it('is a copy of the contract of the young, and of some of those with a reinforced support', () => {
    for (const mode of ['youth-contract', 'reinforced'] as const) {
      const ofMode = people.filter((person) => valueOf<SupportMode>(person, 'supportMode') === mode);
      const copied = ofMode.filter((person) => eventsOf(person, 'contract').length > 0);
      expect(copied.length, mode).toBeGreaterThanOrEqual(3);
    }
    for (const copy of people.flatMap((person) => eventsOf(person, 'contract'))) {
      expect(offsetOf(copy.on)).toBeLessThan(0);
      expect(copy.commitments.length).toBeGreaterThan(1);
    }
  });

  it('is to be told of some supports that ended six months ago, with the whole story before', () => {
    for (const seed of [1, 2, 3]) {
      const ended = drawn(seed).filter((person) => lifeOf(person).has('closed') && offsetOf(lastOn(person)) <= -184);
      expect(ended.length, `${seed}`).toBeGreaterThanOrEqual(3);
      for (const person of ended) expect(offsetOf(person.openedOn), person.key).toBeLessThan(offsetOf(lastOn(person)));
    }
  });
});

describe('the appointments', { timeout: 30_000 }, () => {
  const planned = people.flatMap((person) =>
    eventsOf(person, 'appointment')
      .filter(({ presence }) => presence === 'planned')
      .map((event) => ({ advisor: person.advisor, on: offsetOf(event.on) })),
  );

  it('are six today, shared between both advisors, and go on this week and the next', () => {
    for (const advisor of ['camille', 'idriss'] as const) {
      const own = planned.filter((event) => event.advisor === advisor);
      expect(
        own.filter(({ on }) => on === 0),
        advisor,
      ).toHaveLength(3);
      expect(own.filter(({ on }) => on >= 1 && on <= 9).length, advisor).toBeGreaterThanOrEqual(8);
    }
  });

  it('never stand at the same time in one diary, whatever the day', () => {
    for (const today of TODAYS) {
      const hours = people.flatMap((spec) => {
        const { advisor, events } = resolveDates(spec, today);
        return events.flatMap((event) =>
          event.kind === 'appointment' && event.presence === 'planned' ? [`${advisor} ${event.on} ${event.at}`] : [],
        );
      });
      expect(
        hours.filter((hour, index) => hours.indexOf(hour) !== index),
        today,
      ).toEqual([]);
    }
  });

  it('are held before today and planned from today on', () => {
    for (const person of people) {
      for (const { on, presence } of eventsOf(person, 'appointment')) {
        expect(presence === 'planned', `${person.key} ${on}`).toBe(offsetOf(on) >= 0);
      }
    }
  });

  it('give Nadia Ferrand half past ten today, twenty-three days after the last contact', () => {
    const nadia = people.find(({ key }) => key === 'nadia-ferrand')!;
    expect(eventsOf(nadia, 'appointment').find(({ on }) => on === 'J')).toMatchObject({
      at: '10:30',
      presence: 'planned',
    });
    expect(exchangeOffsets(nadia).at(-1)).toBe(-23);
  });
});

describe('the places', () => {
  let inputs: BuiltInputs;
  beforeAll(async () => {
    inputs = await buildInputs();
  }, 60_000);

  it('exist, in all thirteen metropolitan regions and in four overseas départements or more', () => {
    const { communes, departements, regions } = inputs.geography;
    const rows = new Map(communes.rows.map((row) => [row[0], row]));
    const regionOf = new Map(departements.map(([code, , region]) => [code, region]));
    for (const group of [written, people]) {
      const places = group.flatMap(
        (person) => valueOf<{ communeCode: string; name: string }>(person, 'project1.place') ?? [],
      );
      for (const { communeCode, name } of places) expect(rows.get(communeCode)?.[1], communeCode).toBe(name);
      const found = new Set(places.map(({ communeCode }) => regionOf.get(rows.get(communeCode)?.[2] ?? '')));
      const of = (zone: string): string[] =>
        regions.filter((region) => region[2] === zone && found.has(region[0])).map(([code]) => code);
      expect(of('metro')).toHaveLength(13);
      expect(of('drom').length).toBeGreaterThanOrEqual(4);
    }
  });

  it('have a postcode of theirs, and are towns, outskirts, villages, mountains and coasts', () => {
    const rows = new Map(inputs.geography.communes.rows.map((row) => [row[0], row]));
    for (const { communeCode, name, postcode } of stock.places) {
      expect(rows.get(communeCode)?.[1], communeCode).toBe(name);
      expect(rows.get(communeCode)?.[3], name).toContain(postcode);
    }
    expect(new Set(stock.places.map(({ setting }) => setting)).size).toBe(5);
  });
});

function lastOn({ events }: PersonSpec): string {
  return events.at(-1)?.on ?? 'J';
}

function exchangeOffsets(person: PersonSpec): number[] {
  return [
    ...eventsOf(person, 'contact').filter(({ isExchange }) => isExchange),
    ...eventsOf(person, 'appointment').filter(({ presence }) => presence === 'held'),
  ]
    .map(({ on }) => offsetOf(on))
    .sort((a, b) => a - b);
}

function overdueOn(spec: PersonSpec, today: LocalDate): number | null {
  const { events, openedOn } = resolveDates(spec, today);
  const spoken = events.filter(
    (event) =>
      (event.kind === 'contact' && event.isExchange) || (event.kind === 'appointment' && event.presence === 'held'),
  );
  return overdueDays({
    supportMode: valueOf<SupportMode>(spec, 'supportMode'),
    lastContactOn: spoken.at(-1)?.on ?? null,
    createdOn: openedOn,
    hasNextAppointment: events.some((event) => event.kind === 'appointment' && event.presence === 'planned'),
    isClosed: lifeOf(spec).has('closed'),
    today,
  });
}
