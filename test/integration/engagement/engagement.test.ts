import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

describe('the copy of a contract of engagement', () => {
  let core: PeopleCore;
  let caseId: string;

  beforeAll(async () => {
    core = await peopleCore('engagement');
  });
  afterAll(() => core.cleanup());
  beforeEach(async () => {
    caseId = await core.aCaseFile();
  });

  const copied = (changes: Partial<CallInput<'engagement.record'>> = {}): CallInput<'engagement.record'> => ({
    ...{ commandId: core.newId(), caseId, kind: 'engagement', signedOn: '2026-08-31', startsOn: '2026-09-01' },
    ...{ endsOn: '2026-10-31', weeklyHours: 12, commitments: ['Deux candidatures par semaine'], reference: 'CE-1' },
    ...{ replaces: null, ...changes },
  });
  const list = () => core.ask('engagement.list', { caseId });

  it('is read back as it was written, by whom and when', async () => {
    const asked = copied();
    const done = await core.ask('engagement.record', asked);
    expect(await core.ask('engagement.record', asked), 'asked again').toEqual(done);
    const { commandId: id, ...said } = asked;
    expect(await list()).toMatchObject([{ ...said, id, actorName: 'Camille Essai', replacedBy: null }]);
  });

  it('is undone by nobody and changed under no identifier: another copy takes its place, once', async () => {
    const { opId } = await core.ask('engagement.record', copied());
    const undo = { commandId: core.newId(), caseId, opId };
    expect(await core.refusal('caseFile.undo', undo)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    const other = copied({ commandId: opId, commitments: ['Rien'] });
    expect(await core.refusal('engagement.record', other)).toMatchObject({ code: 'COMMAND_REUSED' });
    const { opId: later } = await core.ask('engagement.record', copied({ replaces: opId, reference: 'CE-2' }));
    expect(await list()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: opId, reference: 'CE-1', replacedBy: later }),
        expect.objectContaining({ id: later, reference: 'CE-2', replaces: opId, replacedBy: null }),
      ]),
    );
    const again = copied({ replaces: opId });
    expect(await core.refusal('engagement.record', again)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('replaces no copy of another file, was signed on a day that has come, and ends after it starts', async () => {
    const { opId } = await core.ask('engagement.record', copied());
    caseId = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
    expect(await core.refusal('engagement.record', copied({ replaces: opId }))).toMatchObject({ code: 'NOT_FOUND' });
    for (const wrong of [{ signedOn: '2030-01-01' }, { endsOn: '2026-08-01' }]) {
      expect(await core.refusal('engagement.record', copied(wrong))).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('tells its end among the deadlines, in the place of a year counted from its day', async () => {
    const row = async () => (await core.ask('caseFile.portfolio', {})).find(({ id }) => id === caseId);
    await core.say(caseId, 'contractOn', '2025-10-01');
    expect((await row())?.deadlines).toEqual([{ kind: 'contract', label: '', on: '2026-10-01' }]);
    const { opId } = await core.ask('engagement.record', copied());
    expect((await row())?.deadlines).toEqual([{ kind: 'contract', label: 'copy', on: '2026-10-31' }]);
    await core.ask('engagement.record', copied({ replaces: opId, endsOn: null }));
    expect((await row())?.deadlines, 'renewed without an end').toEqual([
      { kind: 'contract', label: '', on: '2026-10-01' },
    ]);
  });

  it('says nothing in the timeline, the notes nor the table of the portfolio', async () => {
    await core.ask('engagement.record', copied());
    const { csv } = await core.ask('caseFile.portfolioCsv', { reason: 'Vérification' });
    const told = [await core.ask('caseFile.timeline', { caseId }), await core.ask('note.draft', { caseId }), csv];
    expect(JSON.stringify(told)).not.toMatch(/candidatures|CE-1/);
  });
});
