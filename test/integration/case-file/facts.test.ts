import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { drawFrom } from '../../../src/shared/kernel/draw.ts';
import { accessesOf } from '../../support/accesses.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { randomValue } from '../../support/random-facts.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { decide, listFor } from './a-list.ts';

const MINUTE = 60_000;

describe('the facts of a case file', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let now = TEST_NOW;

  beforeAll(async () => {
    core = await peopleCore('facts', { clock: { now: () => now } });
    desk = await secondDesk(core.dataDir);
  });
  afterAll(() => {
    desk.close();
    core.cleanup();
  });

  const undo = (caseId: string, opId: string) => core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
  const setField = async (caseId: string, field: 'address' | 'birthDate', value: unknown) => {
    const { facts } = await core.ask('caseFile.get', { caseId });
    return core.ask('caseFile.setField', {
      ...{ commandId: core.newId(), caseId, change: { field, value }, saidBy: 'person', saidOn: '2026-08-30' },
      baseRevision: facts[field]?.revision ?? 0,
    });
  };

  it('start with what is known at once: the name, the telephone, the support and its day', async () => {
    const caseId = core.newId();
    await core.ask('caseFile.create', {
      ...{
        commandId: core.newId(),
        caseId,
        first: 'Nadia',
        last: '',
        phone: '01 99 00 12 34',
        supportMode: 'reinforced',
      },
    });
    const file = await core.ask('caseFile.get', { caseId });
    expect(file).toMatchObject({ advisorId: ACCOUNTS[0].id, createdAt: now, closedOn: null, isComputingOff: false });
    expect(Object.fromEntries(Object.entries(file.facts).map(([field, fact]) => [field, fact.value]))).toEqual({
      name: { first: 'Nadia', last: '' },
      phones: [{ number: '01 99 00 12 34' }],
      supportMode: 'reinforced',
      supportSince: '2026-09-01',
    });
    expect(file.facts.name?.saidBy).toBe('person');
    expect(file.facts.supportMode?.saidBy).toBe('advisor');
    expect(file).toMatchObject({ radiusKm: 15, isRadiusEstimated: false, project: { occupation: null, place: null } });
  });

  it('can all be said, and come back as they were said, with who said them and when', async () => {
    const caseId = await core.aCaseFile();
    const draw = drawFrom(21);
    for (const field of FIELD_NAMES) {
      const value = randomValue(field, draw);
      await core.say(caseId, field, value);
      const fact = (await core.ask('caseFile.get', { caseId })).facts[field];
      expect(fact, field).toMatchObject({ value, saidBy: 'person', saidOn: '2026-03-01', actorId: ACCOUNTS[0].id });
    }
  });

  it('keep what they were, newest first, with the name of whoever wrote it', async () => {
    const caseId = await core.aCaseFile();
    for (const street of ['1 rue Une', '2 rue Deux', null]) await setField(caseId, 'address', street);
    const history = await core.ask('caseFile.fieldHistory', { caseId, field: 'address' });
    expect(history.map(({ value }) => value)).toEqual([null, '2 rue Deux', '1 rue Une']);
    expect(history[0]).toMatchObject({ saidBy: 'person', saidOn: '2026-08-30', actorName: 'Camille Essai', at: now });
    const names = await core.ask('caseFile.fieldHistory', { caseId, field: 'name' });
    expect(names.map(({ value }) => value)).toEqual([{ first: 'Nadia', last: 'Ferrand' }]);
  });

  it('are never written over unseen', async () => {
    const caseId = await core.aCaseFile();
    const { revision } = await setField(caseId, 'address', '1 rue Une');
    const change = {
      change: { field: 'address', value: '2 rue Deux' },
      saidBy: 'person',
      saidOn: '2026-09-01',
    } as const;
    for (const baseRevision of [0, revision - 1, revision + 1]) {
      const command = { commandId: core.newId(), caseId, ...change, baseRevision };
      expect(await core.refusal('caseFile.setField', command)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    }
    expect((await core.ask('caseFile.get', { caseId })).facts.address?.value).toBe('1 rue Une');
  });

  describe('undo', () => {
    it('gives a field back as it was, or takes away what was never said', async () => {
      const caseId = await core.aCaseFile();
      const first = await setField(caseId, 'address', '1 rue Une');
      const second = await setField(caseId, 'address', '2 rue Deux');
      await undo(caseId, second.opId);
      expect((await core.ask('caseFile.get', { caseId })).facts.address?.value).toBe('1 rue Une');
      // One's own changes are stepped back through in turn.
      await undo(caseId, first.opId);
      expect((await core.ask('caseFile.get', { caseId })).facts.address?.value).toBeNull();
      const day = await setField(caseId, 'birthDate', '1990-01-02');
      await undo(caseId, day.opId);
      expect((await core.ask('caseFile.get', { caseId })).facts.birthDate?.value).toBeNull();
    });

    it('takes back a contact, an action, its state, a company, an appointment, a decision and the switch', async () => {
      const caseId = await core.aCaseFile();
      const command = () => ({ commandId: core.newId(), caseId });
      const look = async () => {
        const { decided, own } = await core.ask('decision.list', { caseId });
        const actions = await core.ask('action.list', { caseId });
        return {
          contacts: (await core.ask('caseFile.timeline', { caseId })).filter(({ kind }) => kind === 'contact').length,
          actions: actions.map(({ text, state }) => [text, state]),
          own: own.map(({ name }) => name),
          planned: (await core.ask('appointment.list', { caseId })).filter(({ presence }) => presence === 'planned')
            .length,
          decided: decided.map(({ outcome }) => outcome),
          isComputingOff: (await core.ask('caseFile.get', { caseId })).isComputingOff,
        };
      };
      const { page } = await listFor(core, caseId);
      const { opId: actionId, revision } = await core.ask('action.add', {
        ...{ ...command(), owner: 'advisor', text: 'Rappeler', dueOn: null },
      });
      await decide(core, caseId, page.rows[0]!.siret, { outcome: 'later' });
      const { revision: fileRevision } = await core.ask('caseFile.get', { caseId });
      const acts: readonly (() => Promise<{ readonly opId: string }>)[] = [
        () =>
          core.ask('contact.record', {
            ...{ ...command(), on: '2026-09-01', channel: 'post', initiatedBy: 'person', isExchange: true, line: '' },
          }),
        () => core.ask('action.add', { ...command(), owner: 'person', text: 'Refaire le CV', dueOn: null }),
        () => core.ask('action.setState', { ...command(), actionId, state: 'done', baseRevision: revision }),
        () => core.ask('decision.addOwn', { ...command(), name: 'Atelier', communeName: '', approach: '' }),
        () =>
          core.ask('appointment.schedule', {
            ...{ ...command(), startsAt: now + 60 * MINUTE, minutes: 30, modality: 'home', purpose: '' },
          }),
        () => decide(core, caseId, page.rows[0]!.siret, { outcome: 'set-aside', reasons: ['closed'] }),
        () => core.ask('caseFile.setComputing', { ...command(), isOff: true, baseRevision: fileRevision }),
      ];
      for (const act of acts) {
        const before = await look();
        const { opId } = await act();
        expect(await look()).not.toEqual(before);
        await undo(caseId, opId);
        expect(await look()).toEqual(before);
      }
    });

    it('is for whoever did it, in their own file, and not for the opening of the file', async () => {
      const caseId = core.newId();
      const commandId = core.newId();
      await core.ask('caseFile.create', { commandId, caseId, first: 'A', last: '', phone: '', supportMode: null });
      const refused = (opId: string, file = caseId) =>
        core.refusal('caseFile.undo', { commandId: core.newId(), caseId: file, opId });
      expect(await refused(commandId)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
      const { opId } = await setField(caseId, 'address', '1 rue Une');
      const other = await core.aCaseFile();
      expect(await refused(opId, other)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
      expect(await refused(core.newId())).toMatchObject({ code: 'NOTHING_TO_UNDO' });
      await core.unlockAs(1);
      expect(await refused(opId)).toMatchObject({ code: 'NOT_FOUND' });
      await core.unlockAs(0);
    });
  });

  it('is of no day to come, and neither is a contact', async () => {
    const caseId = await core.aCaseFile();
    const of = () => ({ commandId: core.newId(), caseId });
    const said = { change: { field: 'address', value: '1 rue Une' }, saidBy: 'person', saidOn: '2026-09-02' };
    const contact = { on: '2026-09-02', channel: 'email', initiatedBy: 'us', isExchange: true, line: 'A écrit.' };
    for (const [call, input, field] of [
      ['caseFile.setField', { ...of(), ...said, baseRevision: 0 }, 'saidOn'],
      ['contact.record', { ...of(), ...contact }, 'on'],
    ] as const) {
      expect(await core.refusal(call, input)).toMatchObject({
        ...{ code: 'INVALID_INPUT', details: { fields: [`${field}: after_today`] } },
      });
    }
  });

  it('is kept without the spaces around it', async () => {
    const caseId = await core.aCaseFile();
    await core.say(caseId, 'address', '  1 rue Une ');
    expect((await core.ask('caseFile.get', { caseId })).facts.address?.value).toBe('1 rue Une');
  });

  describe('the access log', () => {
    const entries = (caseId: string) => accessesOf(desk.store.db, caseId).map(({ act }) => act);

    it('has one opening for looks within ten minutes', async () => {
      const caseId = core.newId();
      await core.ask('caseFile.create', {
        ...{ commandId: core.newId(), caseId, first: 'Olga', last: '', phone: '', supportMode: null },
      });
      expect(entries(caseId)).toEqual([]);
      for (const minutes of [0, 3, 9]) {
        now = TEST_NOW + minutes * MINUTE;
        await core.ask('caseFile.get', { caseId });
      }
      expect(entries(caseId)).toEqual(['opened']);
      now = TEST_NOW + 10 * MINUTE;
      await core.ask('caseFile.get', { caseId });
      expect(entries(caseId)).toEqual(['opened', 'opened']);
      expect(accessesOf(desk.store.db, caseId)[1]).toMatchObject({ at: now, actorId: ACCOUNTS[0].id });
      now = TEST_NOW;
    });

    it('has the opening that comes after the clock was put back', async () => {
      const caseId = await core.aCaseFile();
      await core.ask('caseFile.get', { caseId });
      const before = entries(caseId).length;
      now = TEST_NOW - 60 * MINUTE;
      for (const minutes of [60, 57]) {
        now = TEST_NOW - minutes * MINUTE;
        await core.ask('caseFile.get', { caseId });
      }
      expect(entries(caseId)).toHaveLength(before + 1);
      now = TEST_NOW;
    });

    it('has nothing of a file that was refused', async () => {
      const caseId = await core.aCaseFile();
      const before = entries(caseId).length;
      await core.unlockAs(1);
      expect(await core.refusal('caseFile.get', { caseId })).toMatchObject({ code: 'NOT_FOUND' });
      await core.unlockAs(0);
      expect(entries(caseId)).toHaveLength(before);
    });

    it('has each export with its reason and how many people were in it', async () => {
      const ended = await core.aCaseFile({ first: 'Hugo', last: 'Terminé' });
      await core.ask('caseFile.close', {
        ...{ commandId: core.newId(), caseId: ended, on: '2026-09-01', reason: 'moved', outcome: 'moved' },
        baseRevision: (await core.ask('caseFile.get', { caseId: ended })).revision,
      });
      const people = (await core.ask('caseFile.portfolio', {})).filter(({ closedOn }) => closedOn === null);
      const { count, csv } = await core.ask('caseFile.portfolioCsv', { reason: 'réunion d’équipe' });
      expect(count).toBe(people.length);
      expect(csv).not.toContain('Terminé');
      const last = desk.store.db.prepare('SELECT act, case_id, reason, count FROM access_log ORDER BY id DESC').get();
      expect(last).toEqual({ act: 'exported', case_id: null, reason: 'réunion d’équipe', count });
      for (const reason of ['', '  ', 'ab']) {
        expect(await core.refusal('caseFile.portfolioCsv', { reason })).toMatchObject({ code: 'INVALID_INPUT' });
      }
    });
  });
});
