import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CANARIES } from '../../support/canaries.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const DAY = 24 * 3_600_000;
const LINE = CANARIES.preparation;

describe('the line of preparation', () => {
  let core: PeopleCore;
  let caseId: string;
  let now = TEST_NOW;

  beforeAll(async () => {
    core = await peopleCore('private-line', { clock: { now: () => now } });
  });
  afterAll(() => core.cleanup());
  beforeEach(async () => {
    caseId = await core.aCaseFile();
    await core.ask('privateLine.save', { caseId, text: LINE });
  });

  const line = () => core.ask('privateLine.get', { caseId });

  it('is one line, written over or taken away', async () => {
    await core.ask('privateLine.save', { caseId, text: 'Autre chose.' });
    expect(await line()).toMatchObject({ text: 'Autre chose.' });
    await core.ask('privateLine.save', { caseId, text: '' });
    expect(await line()).toBeNull();
    const long = { caseId, text: 'x'.repeat(201) };
    expect(await core.refusal('privateLine.save', long)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is in no operation, no timeline, no note, no table', async () => {
    const { csv } = await core.ask('caseFile.portfolioCsv', { reason: 'Vérification' });
    const told = [
      ...[await core.ask('caseFile.get', { caseId }), await core.ask('caseFile.timeline', { caseId })],
      ...[await core.ask('note.draft', { caseId }), await core.ask('caseFile.portfolio', {}), csv],
    ];
    expect(JSON.stringify(told)).not.toContain(LINE);
  });

  it('is read by nobody else', async () => {
    await core.unlockAs(1);
    expect(await core.refusal('privateLine.get', { caseId })).toMatchObject({ code: 'NOT_FOUND' });
    await core.unlockAs(0);
  });

  it('is there for thirty days, and gone after', async () => {
    const writtenAt = now;
    const kept = await line();
    expect(kept?.goneOn).toBe('2026-10-01');
    now = writtenAt + 29 * DAY;
    expect(await line()).toMatchObject({ text: LINE });
    now = writtenAt + 30 * DAY;
    expect(await line()).toBeNull();
    now = writtenAt;
  });

  it('refuses a card number, as every free text', async () => {
    const refused = { caseId, text: 'Carte 4970 1000 0000 0055' };
    expect(await core.refusal('privateLine.save', refused)).toMatchObject({ code: 'NUMBER_REFUSED' });
  });
});
