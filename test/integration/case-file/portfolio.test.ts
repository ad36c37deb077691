import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_ACTION } from '../../../src/shared/domain/action/action.ts';
import { makeCaseFileUseCases } from '../../../src/main/case-file/case-file.use-cases.ts';
import type { PortfolioRow } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { addDays, instantOf, localDateAt, type LocalDate } from '../../../src/shared/kernel/local-date.ts';
import { fold } from '../../../src/shared/kernel/text.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, idMaker, peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { decide, listFor } from './a-list.ts';

const TODAY = '2026-09-01' as LocalDate;
const DAY = 86_400_000;

describe('the portfolio', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let now = TEST_NOW;

  beforeAll(async () => {
    core = await peopleCore('portfolio', { clock: { now: () => now } });
    desk = await secondDesk(core.dataDir);
  });
  afterAll(() => {
    desk.close();
    core.cleanup();
  });

  const rowOf = async (caseId: string): Promise<PortfolioRow> =>
    (await core.ask('caseFile.portfolio', {})).find(({ id }) => id === caseId)!;
  const record = (caseId: string, on: string, isExchange: boolean) =>
    core.ask('contact.record', {
      ...{ commandId: core.newId(), caseId, on, channel: 'telephone', initiatedBy: 'us', isExchange, line: '' },
    });
  const schedule = (caseId: string, startsAt: number, presence: string | null = null) => {
    const entity = { entity: 'appointment', entityId: core.newId() };
    const planned = { startsAt, minutes: 30, modality: 'on-site', purpose: 'Point' };
    const commit = (kind: string, payload: unknown, opId = core.newId()) =>
      desk.store.log.commit({
        ...{ opId, actorId: ACCOUNTS[0].id, caseId, ...entity, kind, baseRevision: null, payload },
      });
    commit('appointment.schedule', planned, entity.entityId);
    if (presence !== null) commit('appointment.setPresence', { presence });
  };

  it('counts as a contact an exchange, a note or an appointment that was held, and no attempt', async () => {
    const caseId = await core.aCaseFile();
    expect(await rowOf(caseId)).toMatchObject({ lastContactOn: null, overdueDays: null });
    await record(caseId, '2026-08-01', false);
    expect((await rowOf(caseId)).lastContactOn).toBeNull();
    await record(caseId, '2026-06-01', true);
    expect(await rowOf(caseId)).toMatchObject({ lastContactOn: '2026-06-01', overdueDays: 92 - 45 });
    schedule(caseId, instantOf('2026-07-01' as LocalDate, 10, 0, 'Europe/Paris'), 'missed');
    expect((await rowOf(caseId)).lastContactOn).toBe('2026-06-01');
    schedule(caseId, instantOf('2026-07-02' as LocalDate, 10, 0, 'Europe/Paris'), 'held');
    expect((await rowOf(caseId)).lastContactOn).toBe('2026-07-02');
    const { body } = await core.ask('note.draft', { caseId });
    const note = { ...body, on: '2026-07-20', sections: { ...body.sections, personSays: 'Bonjour.' } };
    await core.ask('note.validate', { commandId: core.newId(), caseId, body: note, baseVersion: null });
    expect(await rowOf(caseId)).toMatchObject({ lastContactOn: '2026-07-20', overdueDays: null });
    // The header of the file says the same.
    expect((await core.ask('caseFile.get', { caseId })).lastContactOn).toBe('2026-07-20');
  });

  it('goes back to the contact before when the last one is undone', async () => {
    const caseId = await core.aCaseFile();
    await record(caseId, '2026-08-01', true);
    const { opId } = await record(caseId, '2026-08-20', true);
    expect((await rowOf(caseId)).lastContactOn).toBe('2026-08-20');
    await core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
    expect((await rowOf(caseId)).lastContactOn).toBe('2026-08-01');
  });

  it('says the next appointment, one of this morning included until somebody says that it was held', async () => {
    const caseId = await core.aCaseFile();
    schedule(caseId, now + 9 * DAY);
    schedule(caseId, now - 2 * 3_600_000);
    schedule(caseId, now + DAY, 'cancelled-by-us');
    const { nextAppointmentAt } = await rowOf(caseId);
    expect(nextAppointmentAt).toBe(now - 2 * 3_600_000);
    now += DAY;
    expect((await rowOf(caseId)).nextAppointmentAt).toBe(TEST_NOW + 9 * DAY);
    now = TEST_NOW;
  });

  it('counts open actions and what was retained, and tells the advisor’s own next promise', async () => {
    const caseId = await core.aCaseFile();
    const add = (owner: 'person' | 'advisor', text: string, dueOn: string | null) =>
      core.ask('action.add', { commandId: core.newId(), caseId, owner, text, dueOn });
    await add('person', 'Refaire le CV', '2026-08-01');
    await add('advisor', 'Sans date', null);
    const { opId: soon, revision } = await add('advisor', 'Rappeler', '2026-09-03');
    await add('advisor', 'Plus tard', '2026-10-03');
    expect(await rowOf(caseId)).toMatchObject({ openActions: 4, promise: { text: 'Rappeler', dueOn: '2026-09-03' } });
    const done = { actionId: soon, state: 'done', baseRevision: revision } as const;
    await core.ask('action.setState', { commandId: core.newId(), caseId, ...done });
    expect(await rowOf(caseId)).toMatchObject({ openActions: 3, promise: { text: 'Plus tard', dueOn: '2026-10-03' } });
    const { page } = await listFor(core, caseId);
    await decide(core, caseId, page.rows[0]!.siret, { outcome: 'retained' });
    await decide(core, caseId, page.rows[1]!.siret, { outcome: 'later' });
    expect((await rowOf(caseId)).retained).toBe(1);
    await decide(core, caseId, page.rows[0]!.siret, { outcome: 'set-aside', reasons: ['pay'] });
    expect((await rowOf(caseId)).retained).toBe(0);
  });

  it('lists one’s own people by name, whatever accents and case, and nobody else’s', async () => {
    for (const last of ['Éluard', 'ebert', 'Ezra', 'Œuvrard', 'de Nerval']) await core.aCaseFile({ first: 'A', last });
    await core.unlockAs(1);
    const theirs = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
    expect((await core.ask('caseFile.portfolio', {})).map(({ id }) => id)).toEqual([theirs]);
    await core.unlockAs(0);
    const rows = await core.ask('caseFile.portfolio', {});
    expect(rows.map(({ id }) => id)).not.toContain(theirs);
    const names = rows.map(({ first, last }) => fold(`${last} ${first}`));
    expect(names).toEqual([...names].sort());
  });

  it('is, after any change by anybody, what reading everything anew gives', async () => {
    const draw = drawFrom(3);
    const newId = idMaker(33);
    const ours = (await core.ask('caseFile.portfolio', {})).map(({ id }) => id);
    const { files, contacts, actions } = desk.cases;
    const fresh = (): readonly PortfolioRow[] => {
      // Other use cases on the same store have nothing kept.
      const other = makeCaseFileUseCases(
        {
          ...{
            store: () => ({ ...desk.store }),
            account: () => ACCOUNTS[0],
            accounts: () => ACCOUNTS,
            nameOf: () => '',
          },
          ...{ clock: { now: () => now }, timeZone: 'Europe/Paris', onCaseChanged: () => undefined },
        },
        desk.cases.access,
      );
      return other.portfolio();
    };
    for (let step = 0; step < 60; step += 1) {
      desk.inOneGo(() => {
        for (let changes = draw.between(0, 3); changes > 0; changes -= 1) {
          const command = { commandId: newId(), caseId: draw.pick(ours) };
          const act = draw.below(5);
          if (act === 0) {
            const on = addDays(TODAY, -draw.below(200));
            const way = { channel: 'email', initiatedBy: 'us', line: '' } as const;
            contacts.record({ ...command, on, isExchange: draw.percent(50), ...way });
          } else if (act === 1) {
            actions.add({
              ...PLAIN_ACTION,
              ...command,
              owner: draw.pick(['advisor', 'person']),
              text: `A ${step}`,
              dueOn: null,
            });
          } else if (act === 2) {
            schedule(command.caseId, now + draw.between(-20, 20) * DAY, draw.pick([null, 'held', 'missed']));
          } else if (act === 3) {
            const value = { first: draw.pick(['Zoé', 'Ali', 'Éva']), last: draw.pick(['Noël', 'Ba', 'Zola']) };
            const { revision } = files.get(command.caseId).facts.name!;
            const said = { saidBy: 'person', saidOn: TODAY, baseRevision: revision } as const;
            files.setField({ ...command, change: { field: 'name', value }, ...said });
          } else {
            const caseId = newId();
            files.create({ ...command, caseId, first: 'Neuf', last: `${step}`, phone: '', supportMode: null });
            ours.push(caseId);
          }
        }
      });
      if (draw.percent(10)) now += DAY;
      expect(await core.ask('caseFile.portfolio', {})).toEqual(fresh());
      if (draw.percent(10)) {
        await core.unlockAs(1);
        expect(await core.ask('caseFile.portfolio', {})).toHaveLength(1);
        await core.unlockAs(0);
      }
    }
    now = TEST_NOW;
  });
});

describe('days at a workstation', () => {
  it.each([
    // Nine hours ahead of noon in Paris: the day is another one in the evening.
    ['Indian/Reunion', '2026-09-01T20:30:00Z', '2026-09-02'],
    ['Europe/Paris', '2026-09-01T20:30:00Z', '2026-09-01'],
    ['America/Guadeloupe', '2026-09-01T02:30:00Z', '2026-08-31'],
    // The night when clocks go forward, and the one when they go back.
    ['Europe/Paris', '2026-03-29T22:30:00Z', '2026-03-30'],
    ['Europe/Paris', '2026-10-24T22:30:00Z', '2026-10-25'],
    ['Europe/Paris', '2026-10-25T22:30:00Z', '2026-10-25'],
  ])('in %s at %s are dated %s everywhere', async (timeZone, at, day) => {
    const now = Date.parse(at);
    const core = await peopleCore('days', { clock: { now: () => now }, timeZone });
    try {
      const caseId = await core.aCaseFile();
      const { facts } = await core.ask('caseFile.get', { caseId });
      expect(facts.supportSince).toMatchObject({ value: day, saidOn: day });
      expect((await core.ask('note.draft', { caseId })).body.on).toBe(day);
      expect(localDateAt(now, timeZone)).toBe(day);
      const midnight = instantOf(day as LocalDate, 0, 0, timeZone);
      const schedule = (startsAt: number) =>
        core.ask('appointment.schedule', {
          ...{ commandId: core.newId(), caseId, startsAt, minutes: 30, modality: 'video', purpose: '' },
        });
      await schedule(midnight - 1);
      expect(await core.ask('caseFile.portfolio', {})).toMatchObject([{ nextAppointmentAt: null }]);
      await schedule(midnight);
      expect(await core.ask('caseFile.portfolio', {})).toMatchObject([{ nextAppointmentAt: midnight }]);
    } finally {
      core.cleanup();
    }
  });
});
