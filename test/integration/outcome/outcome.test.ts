import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

/** It is 1 September 2026 for these files. */
describe('what became of the situation six months after a support', () => {
  let core: PeopleCore;
  let caseId: string;

  beforeAll(async () => {
    core = await peopleCore('outcome');
  });
  afterAll(() => core.cleanup());
  beforeEach(async () => {
    caseId = await core.aCaseFile();
  });

  const close = async (on: string, why: { reason?: 'person-request'; outcome?: 'person-request' } = {}) => {
    const { revision: baseRevision } = await core.ask('caseFile.get', { caseId });
    const closing = { on, reason: 'project-reached', outcome: 'lasting-job', ...why } as const;
    return core.ask('caseFile.close', { commandId: core.newId(), caseId, baseRevision, ...closing });
  };
  const toAsk = async () => (await core.ask('outcome.toAsk', {})).filter((each) => each.caseId === caseId);
  const tell = (closedOn: string, baseRevision = 0) =>
    core.ask('outcome.tell', { commandId: core.newId(), caseId, closedOn, situation: 'not-known', baseRevision });

  it.each([
    ['2026-02-20', true],
    ['2026-03-01', true],
    ['2026-03-02', false],
    ['2025-11-01', false],
  ])('is asked of a file closed on %s: %s', async (on, isAsked) => {
    await close(on);
    expect(await toAsk()).toHaveLength(isAsked ? 1 : 0);
  });

  it('is told once, not known being an answer, and is asked again when that is undone', async () => {
    await close('2026-02-20');
    const { opId } = await tell('2026-02-20');
    expect(await toAsk()).toEqual([]);
    await core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
    const [asked] = await toAsk();
    expect(asked).toMatchObject({ caseId, closedOn: '2026-02-20' });
    await tell('2026-02-20', asked?.revision);
    expect(await toAsk()).toEqual([]);
  });

  it('is asked of nobody who wanted the end, or no computing (opposition)', async () => {
    await close('2026-02-20', { reason: 'person-request' });
    expect(await toAsk()).toEqual([]);
    caseId = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
    const { revision: baseRevision } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.setComputing', { commandId: core.newId(), caseId, isOff: true, baseRevision });
    await close('2026-02-20');
    expect(await toAsk()).toEqual([]);
  });

  it('comes with the precautions to read before anybody is contacted', async () => {
    await core.say(caseId, 'precautions', ['no-voicemail']);
    await close('2026-02-20');
    expect(await toAsk()).toMatchObject([{ precautions: ['no-voicemail'] }]);
  });

  it('is told of no other day than that of the closing, and by nobody else', async () => {
    await close('2026-02-20');
    const wrong = {
      commandId: core.newId(),
      caseId,
      closedOn: '2026-02-19',
      situation: 'moved',
      baseRevision: 0,
    } as const;
    expect(await core.refusal('outcome.tell', wrong)).toMatchObject({ code: 'NOT_FOUND' });
    await core.unlockAs(1);
    expect(await core.ask('outcome.toAsk', {})).toEqual([]);
    await core.unlockAs(0);
  });
});
