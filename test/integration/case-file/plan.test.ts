import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

describe('the plan of a case file', () => {
  let core: PeopleCore;
  let caseId: string;

  beforeAll(async () => {
    core = await peopleCore('plan');
  });
  afterAll(() => core.cleanup());
  beforeEach(async () => {
    caseId = await core.aCaseFile();
  });

  const of = () => ({ commandId: core.newId(), caseId });
  const add = (changes: Partial<CallInput<'action.add'>>) =>
    core.ask('action.add', { ...of(), owner: 'person', text: 'Porter la lettre', dueOn: null, ...changes });
  const plan = () => core.ask('action.list', { caseId });
  const retained = async (outcome: 'retained' | 'set-aside' = 'retained'): Promise<string> => {
    const { opId: ownEmployerId } = await core.ask('decision.addOwn', {
      ...{ ...of(), name: 'Maison Clerc', communeName: 'Metz', approach: '' },
    });
    const item = { kind: 'own', ownEmployerId } as const;
    const decision = { item, outcome, reasons: [], words: '', list: null, baseRevision: 0 };
    return (await core.ask('decision.make', { ...of(), ...decision })).opId;
  };

  it('is one list of what is to be reached and done, each action for an objective or none', async () => {
    const { opId: serves } = await add({ kind: 'objective', text: 'Un poste de jour', isTogether: true });
    await add({ serves, owner: 'partner', partner: 'Mission locale' });
    await add({ text: 'Appeler', owner: 'advisor', dueOn: '2026-09-04' });
    const found = await plan();
    expect(found.map(({ kind, text, serves: of }) => [kind, text, of])).toEqual(
      expect.arrayContaining([
        ['objective', 'Un poste de jour', null],
        ['action', 'Porter la lettre', serves],
        ['action', 'Appeler', null],
      ]),
    );
    expect(found.find(({ kind }) => kind === 'objective')).toMatchObject({ isTogether: true, state: 'not-yet' });
  });

  it('serves nothing that is no objective of the same file', async () => {
    const { opId: plain } = await add({});
    const { opId: objective } = await add({ kind: 'objective', text: 'Un poste de jour' });
    for (const [kind, serves] of [
      ['action', plain],
      ['action', core.newId()],
      ['objective', objective],
    ] as const) {
      const asked = { ...of(), kind, owner: 'person', text: 'x', dueOn: null, serves } as const;
      expect(await core.refusal('action.add', asked)).toMatchObject({ code: 'NOT_FOUND' });
    }
    caseId = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
    const elsewhere = { ...of(), owner: 'person', text: 'x', dueOn: null, serves: objective } as const;
    expect(await core.refusal('action.add', elsewhere)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('comes from what was retained, never from what was set aside (R10)', async () => {
    const decisionId = await retained();
    await add({ decisionId });
    expect(await plan()).toMatchObject([{ decisionId }]);
    const asked = {
      ...of(),
      owner: 'person',
      text: 'x',
      dueOn: null,
      decisionId: await retained('set-aside'),
    } as const;
    expect(await core.refusal('action.add', asked)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is put right in its place, and back by undoing', async () => {
    const { opId: actionId, revision } = await add({ dueOn: '2026-09-04' });
    const [before] = await plan();
    const terms = { owner: 'partner', partner: 'Mission locale', text: 'Porter deux lettres', dueOn: null } as const;
    const change = { ...of(), actionId, ...terms, isTogether: true, baseRevision: revision };
    const { opId, revision: later } = await core.ask('action.revise', change);
    expect(await plan()).toMatchObject([{ ...terms, isTogether: true, state: 'not-yet', kind: 'action' }]);
    const stale = { ...change, commandId: core.newId(), text: 'x' };
    expect(await core.refusal('action.revise', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const third = await core.ask('action.revise', {
      ...{ ...change, commandId: core.newId(), text: 'Trois', baseRevision: later },
    });
    await core.ask('caseFile.undo', { ...of(), opId: third.opId });
    expect(await plan()).toMatchObject([{ text: 'Porter deux lettres' }]);
    await core.ask('caseFile.undo', { ...of(), opId });
    expect(await plan()).toEqual([{ ...before, revision: expect.any(Number) as number }]);
  });

  it('is asked about on the day by what there is to do, and not by what is to be reached', async () => {
    await add({ kind: 'objective', text: 'Un poste de jour', dueOn: '2026-09-01' });
    await add({ owner: 'advisor', text: 'Appeler', dueOn: '2026-09-01' });
    const due = await core.ask('action.due', { until: '2026-09-01' });
    expect(due.filter((action) => action.caseId === caseId).map(({ text }) => text)).toEqual(['Appeler']);
  });

  it('goes to the note as it reads, an objective by its word', async () => {
    await add({ kind: 'objective', text: 'Un poste de jour' });
    const { linkable } = await core.ask('note.draft', { caseId });
    expect(linkable).toMatchObject([{ section: 'decided', text: 'Objectif\u00a0: Un poste de jour', owner: null }]);
  });
});
