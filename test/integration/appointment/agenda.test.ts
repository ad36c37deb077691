/** The agenda of one advisor, and what becomes of an appointment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('the agenda', () => {
  let core: PeopleCore;
  let now = TEST_NOW;
  beforeAll(async () => {
    core = await peopleCore('agenda', { clock: { now: () => now }, timeZone: 'Europe/Paris' });
  });
  afterAll(() => core.cleanup());

  const dayOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);
  const schedule = (caseId: string, startsAt: number) =>
    core.ask('appointment.schedule', {
      ...{
        commandId: core.newId(),
        caseId,
        startsAt,
        minutes: 30,
        modality: 'on-site',
        kind: 'review',
        purpose: 'Point',
      },
    });
  const read = async (caseId: string, id: string) =>
    (await core.ask('appointment.list', { caseId })).find((each) => each.id === id)!;
  const changing = async (caseId: string, appointmentId: string) => ({
    ...{ commandId: core.newId(), caseId, appointmentId },
    baseRevision: (await read(caseId, appointmentId)).revision,
  });
  const undo = (caseId: string, opId: string) => core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
  const agenda = (from: number, to = from) => core.ask('appointment.agenda', { from: dayOf(from), to: dayOf(to) });

  it('has the meetings of one’s own files on the days asked for, in the order of their hours', async () => {
    const [one, two] = [await core.aCaseFile(), await core.aCaseFile()];
    const later = await schedule(two, now + 3 * DAY + HOUR);
    const sooner = await schedule(one, now + 3 * DAY);
    await schedule(one, now + 5 * DAY);
    expect((await agenda(now + 3 * DAY)).map(({ id, caseId, kind }) => [id, caseId, kind])).toEqual([
      [sooner.opId, one, 'review'],
      [later.opId, two, 'review'],
    ]);
    expect(await agenda(now + 3 * DAY, now + 5 * DAY)).toHaveLength(3);
    await core.unlockAs(1);
    expect(await agenda(now + 3 * DAY, now + 5 * DAY)).toEqual([]);
    await core.unlockAs(0);
  });

  it('takes whole days of the workstation’s zone, at most two months of them', async () => {
    const caseId = await core.aCaseFile();
    const midnight = Date.parse('2026-10-24T22:00:00Z');
    await schedule(caseId, midnight);
    await schedule(caseId, midnight + 25 * HOUR - 1);
    await schedule(caseId, midnight + 25 * HOUR);
    const starts = (await core.ask('appointment.agenda', { from: '2026-10-25', to: '2026-10-25' })).map(
      (each) => each.startsAt,
    );
    expect(starts).toEqual([midnight, midnight + 25 * HOUR - 1]);
    for (const period of [
      { from: '2026-10-25', to: '2026-10-24' },
      { from: '2026-10-01', to: '2026-12-02' },
    ]) {
      expect((await core.refusal('appointment.agenda', period)).code).toBe('INVALID_INPUT');
    }
  });

  it('moves what is planned, and puts it back', async () => {
    const caseId = await core.aCaseFile();
    const { opId: id } = await schedule(caseId, now + DAY);
    const to = { startsAt: now + 2 * DAY, minutes: 45, modality: 'telephone' } as const;
    const moved = await core.ask('appointment.move', { ...(await changing(caseId, id)), ...to });
    expect(await read(caseId, id)).toMatchObject({ ...to, purpose: 'Point', presence: 'planned' });
    const again = await core.ask('appointment.move', { ...(await changing(caseId, id)), ...to, minutes: 60 });
    await undo(caseId, again.opId);
    expect(await read(caseId, id)).toMatchObject(to);
    await undo(caseId, moved.opId);
    expect(await read(caseId, id)).toMatchObject({ startsAt: now + DAY, minutes: 30, modality: 'on-site' });
  });

  it('says who came once it is time, by whom a meeting was called off before, and takes it back', async () => {
    const caseId = await core.aCaseFile();
    const { opId: id } = await schedule(caseId, now + 2 * HOUR);
    const say = async (presence: CallInput<'appointment.setPresence'>['presence']) => ({
      ...(await changing(caseId, id)),
      presence,
    });
    for (const presence of ['held', 'missed'] as const) {
      expect((await core.refusal('appointment.setPresence', await say(presence))).code).toBe('APPOINTMENT_TO_COME');
    }
    const excused = await core.ask('appointment.setPresence', await say('excused'));
    const time = { startsAt: now + DAY, minutes: 30, modality: 'on-site' } as const;
    expect((await core.refusal('appointment.move', { ...(await changing(caseId, id)), ...time })).code).toBe(
      'APPOINTMENT_OVER',
    );
    await undo(caseId, excused.opId);
    expect(await read(caseId, id)).toMatchObject({ presence: 'planned' });
    now += HOUR;
    await core.ask('appointment.setPresence', await say('held'));
    expect(await read(caseId, id)).toMatchObject({ presence: 'held' });
    const stale = { ...(await say('missed')), baseRevision: excused.revision };
    expect((await core.refusal('appointment.setPresence', stale)).code).toBe('CHANGED_MEANWHILE');
  });

  it('notes a meeting that starts without an entry: it is held, and is the last contact', async () => {
    const caseId = await core.aCaseFile();
    const command = { commandId: core.newId(), caseId, minutes: 20, modality: 'on-site', purpose: 'Accueil' } as const;
    const { opId } = await core.ask('appointment.begin', command);
    const begun = now;
    now += HOUR;
    await core.ask('appointment.begin', command);
    expect(await core.ask('appointment.list', { caseId })).toEqual([
      expect.objectContaining({ id: opId, kind: 'unplanned', startsAt: begun, presence: 'held', minutes: 20 }),
    ]);
    const row = (await core.ask('caseFile.portfolio', {})).find(({ id }) => id === caseId);
    expect(row?.lastContactOn).toBe(dayOf(begun));
  });

  it('refuses what is in another file, and changes nothing', async () => {
    const [mine, other] = [await core.aCaseFile(), await core.aCaseFile()];
    const { opId, revision } = await schedule(other, now + DAY);
    const command = { commandId: core.newId(), caseId: mine, appointmentId: opId, baseRevision: revision };
    expect((await core.refusal('appointment.setPresence', { ...command, presence: 'excused' })).code).toBe('NOT_FOUND');
    expect(await read(other, opId)).toMatchObject({ presence: 'planned', revision });
  });

  it('becomes a calendar file without a name or a purpose, without what was cancelled', async () => {
    const caseId = await core.aCaseFile();
    const { opId: id } = await schedule(caseId, now + 40 * DAY);
    const period = { from: dayOf(now + 40 * DAY), to: dayOf(now + 40 * DAY) };
    const { text, count } = await core.ask('appointment.calendar', period);
    expect([count, text.match(/BEGIN:VEVENT/g)?.length]).toEqual([1, 1]);
    const { facts } = await core.ask('caseFile.get', { caseId });
    const { first, last } = facts.name?.value as { readonly first: string; readonly last: string };
    for (const word of [first, last, 'Point', caseId]) expect(text).not.toContain(word);
    await core.ask('appointment.setPresence', { ...(await changing(caseId, id)), presence: 'cancelled-by-us' });
    expect((await core.ask('appointment.calendar', period)).count).toBe(0);
  });
});

describe('what is due', () => {
  let core: PeopleCore;
  beforeAll(async () => {
    core = await peopleCore('due', { clock: { now: () => TEST_NOW } });
  });
  afterAll(() => core.cleanup());

  it('is what is still to do in one’s open files, earliest first, that day included', async () => {
    const caseId = await core.aCaseFile();
    const add = (text: string, dueOn: string | null) =>
      core.ask('action.add', { commandId: core.newId(), caseId, owner: 'advisor', text, dueOn });
    await add('Sans date', null);
    await add('Deux', '2026-09-02');
    await add('Un', '2026-09-01');
    await add('Trois', '2026-09-03');
    const done = await add('Fait', '2026-09-01');
    const state = { actionId: done.opId, state: 'done', baseRevision: done.revision } as const;
    await core.ask('action.setState', { commandId: core.newId(), caseId, ...state });
    const textsOf = async () => (await core.ask('action.due', { until: '2026-09-02' })).map(({ text }) => text);
    expect(await textsOf()).toEqual(['Un', 'Deux']);
    await core.unlockAs(1);
    expect(await textsOf()).toEqual([]);
    await core.unlockAs(0);
    const { revision } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.close', {
      ...{ commandId: core.newId(), caseId, baseRevision: revision, on: '2026-08-31' },
      ...{ reason: 'agreed-by-both', outcome: 'not-known' },
    });
    expect(await textsOf()).toEqual([]);
  });
});
