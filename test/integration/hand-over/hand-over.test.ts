import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { decide, listFor } from '../case-file/a-list.ts';
import { aNote } from '../../support/valid-inputs.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const TODAY = '2026-09-01';
const [CAMILLE, IDRISS, ODILE] = ACCOUNTS;

let core: PeopleCore;
let now: number;
let caseId: string;
beforeEach(async () => {
  now = TEST_NOW;
  core = await peopleCore('hand-over', { clock: { now: () => now } });
  caseId = await core.aCaseFile();
});
afterEach(() => core.cleanup());

const of = (id = caseId) => ({ commandId: core.newId(), caseId: id });
const meetingToday = () =>
  core.ask('appointment.schedule', {
    ...{ ...of(), startsAt: now + HOUR, minutes: 30, modality: 'on-site', purpose: 'le point' },
  });
const lend = (more: object = {}) => ({
  ...{ ...of(), toId: IDRISS.id, until: '2026-09-03', reason: 'leave' as const, ...more },
});
const namesOf = async () => (await core.ask('caseFile.portfolio', {})).map(({ last }) => last);
const isOpen = async () => (await core.call('caseFile.get', { caseId })).ok;

describe('a file that a colleague follows for a while', () => {
  it('is theirs until the evening of the last day, everywhere they look, and its advisor keeps it', async () => {
    await meetingToday();
    await core.ask('note.validate', { ...of(), body: aNote('Préfère les matins.'), baseVersion: null });
    await core.ask('action.add', { ...of(), owner: 'advisor', text: 'Appeler la mairie', dueOn: '2026-09-02' });
    await core.ask('handOver.lend', lend());
    expect(await core.ask('caseFile.get', { caseId })).toMatchObject({
      ...{ holding: 'title', standIn: { name: IDRISS.name, until: '2026-09-03', reason: 'leave' } },
    });

    await core.unlockAs(1);
    const seen = async () => ({
      people: await namesOf(),
      meetings: (await core.ask('appointment.agenda', { from: TODAY, to: '2026-09-30' })).length,
      due: (await core.ask('action.due', { until: '2026-09-30' })).length,
      notes: (await core.ask('note.search', { text: 'matins', order: 'newest', limit: 10 })).total,
      file: await isOpen(),
    });
    const all = { people: ['Ferrand'], meetings: 1, due: 1, notes: 1, file: true };
    expect(await seen()).toEqual(all);
    expect((await core.ask('caseFile.portfolio', {}))[0]).toMatchObject({
      ...{ standsInFor: { name: CAMILLE.name, until: '2026-09-03' }, standIn: null },
    });
    await core.ask('contact.record', {
      ...{ ...of(), on: TODAY, channel: 'telephone', initiatedBy: 'us', isExchange: true, line: 'Bien reçue.' },
    });
    now += 2 * DAY;
    expect(await seen(), 'the last day').toEqual(all);
    now += DAY;
    expect(await seen(), 'the day after').toEqual({ people: [], meetings: 0, due: 0, notes: 0, file: false });
    expect(await core.refusal('action.add', { ...of(), owner: 'advisor', text: 'x', dueOn: null })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await core.unlockAs(0);
    expect(await core.ask('caseFile.get', { caseId })).toMatchObject({ holding: 'title', standIn: null });
  });

  it('is back before that day when its advisor, the colleague or a supervisor says so', async () => {
    for (const account of [0, 1, 2] as const) {
      await core.unlockAs(0);
      await core.ask('handOver.lend', lend());
      await core.unlockAs(account);
      await core.ask('handOver.takeBack', of());
      await core.unlockAs(1);
      expect(await isOpen()).toBe(false);
      expect(await core.refusal('handOver.takeBack', of())).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('is taken by a colleague alone for a person who comes today, when nobody did', async () => {
    await core.unlockAs(1);
    expect(await core.refusal('handOver.lend', lend())).toMatchObject({ code: 'NOT_FOUND' });
    await core.unlockAs(0);
    await meetingToday();
    await core.unlockAs(1);
    const [camille] = await core.ask('handOver.colleagues', {});
    expect(camille).toEqual({ id: CAMILLE.id, name: CAMILLE.name, meetingsToday: [caseId], files: [] });
    expect(await core.refusal('handOver.reassign', { ...of(), toId: IDRISS.id, reason: 'balance' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const taken = await core.ask('handOver.lend', lend({ reason: 'unplanned' }));
    expect((await core.ask('handOver.colleagues', {}))[0]?.meetingsToday, 'taken').toEqual([]);
    expect(await isOpen()).toBe(true);
    await core.ask('caseFile.undo', { ...of(), opId: taken.opId });
    expect(await isOpen()).toBe(false);
  });

  it('refuses a day that is past or too far, nobody, oneself, a supervisor, and a closed file', async () => {
    for (const wrong of [
      { until: '2026-08-31' },
      { until: '2027-06-01' },
      { toId: CAMILLE.id },
      { toId: ODILE.id },
      { toId: core.newId() },
    ]) {
      expect(await core.refusal('handOver.lend', lend(wrong)), JSON.stringify(wrong)).toMatchObject({
        code: 'INVALID_INPUT',
      });
    }
    const { revision } = await core.ask('caseFile.get', { caseId });
    const closing = { on: TODAY, reason: 'moved', outcome: 'moved', baseRevision: revision } as const;
    await core.ask('caseFile.close', { ...of(), ...closing });
    expect(await core.refusal('handOver.lend', lend())).toMatchObject({ code: 'CASE_CLOSED' });
  });

  it('leaves what its own advisor alone does to its advisor', async () => {
    await core.ask('handOver.lend', lend());
    await core.unlockAs(1);
    const { revision } = await core.ask('caseFile.get', { caseId });
    const closing = { on: TODAY, reason: 'moved', outcome: 'moved', baseRevision: revision } as const;
    const closed = await core.ask('caseFile.close', { ...of(), ...closing });
    const erasing = { ...of(), why: 'person-request', baseRevision: closed.revision };
    expect(await core.refusal('caseFile.erase', erasing)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await core.refusal('handOver.lend', lend())).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a file that changes advisor for good', () => {
  it('goes with its whole story, and comes back by one undo on the same day', async () => {
    const given = await core.ask('handOver.reassign', { ...of(), toId: IDRISS.id, reason: 'departure' });
    expect(await namesOf()).toEqual([]);
    expect(await isOpen()).toBe(false);
    await core.ask('caseFile.undo', { ...of(), opId: given.opId });
    expect(await isOpen()).toBe(true);
    const again = await core.ask('handOver.reassign', { ...of(), toId: IDRISS.id, reason: 'departure' });
    await core.unlockAs(1);
    expect(await core.ask('caseFile.get', { caseId })).toMatchObject({ holding: 'title', advisorName: IDRISS.name });
    await core.unlockAs(0);
    now += DAY;
    expect(await core.refusal('caseFile.undo', { ...of(), opId: again.opId })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('comes back with the colleague who stood in', async () => {
    await core.ask('handOver.lend', lend());
    const mistaken = await core.ask('handOver.reassign', { ...of(), toId: IDRISS.id, reason: 'departure' });
    await core.ask('caseFile.undo', { ...of(), opId: mistaken.opId });
    expect(await core.ask('caseFile.get', { caseId })).toMatchObject({
      ...{ holding: 'title', standIn: { name: IDRISS.name, until: '2026-09-03', reason: 'leave' } },
    });
  });

  it('is given by a supervisor who opens none: by identifiers, without a name', async () => {
    await core.unlockAs(2);
    const colleagues = await core.ask('handOver.colleagues', {});
    expect(colleagues.find(({ id }) => id === CAMILLE.id)?.files).toEqual([caseId]);
    expect(JSON.stringify(colleagues)).not.toMatch(/Nadia|Ferrand/);
    await core.ask('handOver.reassign', { ...of(), toId: IDRISS.id, reason: 'departure' });
    expect(await core.refusal('caseFile.get', { caseId })).toMatchObject({ code: 'NOT_ALLOWED' });
    await core.unlockAs(1);
    expect(await namesOf()).toEqual(['Ferrand']);
  });
});

describe('the page that a colleague reads before the meeting', () => {
  it('has what people agreed on and nothing that was refused, missed, not done or counted (R10)', async () => {
    const { page } = await listFor(core, caseId, { order: 'plain' });
    const [kept, refused] = page.rows;
    await decide(core, caseId, kept!.siret, { outcome: 'retained' });
    await decide(core, caseId, refused!.siret, { outcome: 'set-aside', reasons: ['other'], words: 'canari-refus' });
    const own = { name: 'canari-entreprise', communeName: '', approach: '' };
    const { opId: ownEmployerId } = await core.ask('decision.addOwn', { ...of(), ...own });
    const item = { kind: 'own', ownEmployerId } as const;
    const setAside = {
      outcome: 'set-aside',
      reasons: ['too-far'],
      words: 'canari-raison',
      list: null,
      baseRevision: 0,
    };
    await core.ask('decision.make', { ...of(), item, ...setAside } as never);
    await core.ask('approach.move', {
      ...{ ...of(), item: { kind: 'establishment', siret: kept!.siret }, step: 'contacted', on: TODAY, by: 'person' },
      ...{ next: { kind: 'answer', on: '2026-09-09' }, baseRevision: 0 },
    });
    const waiting = page.rows[2]!;
    await decide(core, caseId, waiting.siret, { outcome: 'retained' });
    await core.ask('approach.move', {
      ...{ ...of(), item: { kind: 'establishment', siret: waiting.siret }, step: 'contacted', on: '2026-08-20' },
      ...{ by: 'person', next: { kind: 'call-back', on: '2026-08-25' }, baseRevision: 0 },
    });
    await core.ask('action.add', { ...of(), owner: 'person', text: 'canari-pas-fait', dueOn: '2026-08-20' });
    await core.ask('action.add', { ...of(), owner: 'person', text: 'Refaire le CV', dueOn: '2026-09-10' });
    await core.ask('action.add', { ...of(), owner: 'advisor', text: 'Appeler la mairie', dueOn: '2026-08-30' });
    await core.ask('action.add', {
      ...of(),
      kind: 'objective',
      owner: 'person',
      text: 'Un poste de jour',
      dueOn: '2026-08-01',
    });
    await core.say(caseId, 'interviews', 77);
    await core.say(caseId, 'searchSince', '2019-04');
    await core.say(caseId, 'precautions', ['no-voicemail']);
    const missed = await core.ask('appointment.schedule', {
      ...{ ...of(), startsAt: now - DAY, minutes: 30, modality: 'on-site', purpose: 'canari-absence' },
    });
    const presence = { appointmentId: missed.opId, presence: 'missed', baseRevision: missed.revision } as const;
    await core.ask('appointment.setPresence', { ...of(), ...presence });
    await meetingToday();
    await core.ask('reading.say', {
      ...of(),
      by: 'person',
      text: 'Un travail de jour, près de la gare.',
      baseRevision: 0,
    });
    await core.ask('handOver.lend', lend());

    await core.unlockAs(1);
    const handedOver = await core.ask('handOver.page', { caseId });
    expect(handedOver).toMatchObject({
      ...{ first: 'Nadia', advisorName: CAMILLE.name, wish: { text: 'Un travail de jour, près de la gare.' } },
      promises: [
        { text: 'Appeler la mairie', byName: CAMILLE.name },
        { text: 'Refaire le CV', byName: '' },
      ],
      objectives: ['Un poste de jour'],
      awaited: [{ kind: 'answer', name: kept!.name, on: '2026-09-09' }],
      meetings: [{ purpose: 'le point' }],
      precautions: ['no-voicemail'],
    });
    expect(JSON.stringify(handedOver)).not.toMatch(/canari|77|2019-04/);
    expect(JSON.stringify(handedOver)).not.toContain(refused!.name);
    expect(JSON.stringify(handedOver), 'not called back by its day').not.toContain(waiting.name);
  });
});
