import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';

const DAY = 24 * 60 * 60_000;
const TEXT = 'Voudrait des horaires de jour, canari-lu';

describe('the two readings of a file', () => {
  let core: PeopleCore;
  let caseId: string;
  let now = TEST_NOW;

  beforeAll(async () => {
    core = await peopleCore('readings', { clock: { now: () => now } });
    caseId = await core.aCaseFile();
  });
  afterAll(() => core.cleanup());

  const command = () => ({ commandId: core.newId(), caseId });
  const said = async () => (await core.ask('reading.list', { caseId })).map(({ by, text, on }) => ({ by, text, on }));
  const revisionOf = async (by: 'person' | 'advisor') =>
    (await core.ask('reading.list', { caseId })).find((reading) => reading.by === by)?.revision ?? 0;

  it('are kept each by themselves, with the day they were said', async () => {
    await core.ask('reading.say', { ...command(), by: 'person', text: TEXT, baseRevision: 0 });
    now += DAY;
    await core.ask('reading.say', { ...command(), by: 'advisor', text: 'Le canal à changer', baseRevision: 0 });
    expect(await said()).toEqual([
      { by: 'advisor', text: 'Le canal à changer', on: '2026-09-02' },
      { by: 'person', text: TEXT, on: '2026-09-01' },
    ]);
  });

  it('hold as of the day they are said again, and undoing gives back the day before', async () => {
    const again = { by: 'person', text: TEXT, baseRevision: await revisionOf('person') } as const;
    const { opId } = await core.ask('reading.say', { ...command(), ...again });
    expect(await said()).toContainEqual({ by: 'person', text: TEXT, on: '2026-09-02' });
    await core.ask('caseFile.undo', { ...command(), opId });
    expect(await said()).toContainEqual({ by: 'person', text: TEXT, on: '2026-09-01' });
  });

  it('undone when nothing was said before, say nothing', async () => {
    const other = await core.aCaseFile({ first: 'Luc', last: 'Martin' });
    const of = () => ({ commandId: core.newId(), caseId: other });
    const { opId } = await core.ask('reading.say', { ...of(), by: 'person', text: 'Un essai', baseRevision: 0 });
    await core.ask('caseFile.undo', { ...of(), opId });
    expect(await core.ask('reading.list', { caseId: other })).toMatchObject([{ by: 'person', text: '' }]);
  });

  it('are never written over by somebody who saw another one', async () => {
    const stale = { ...command(), by: 'person', text: 'Autre chose', baseRevision: 0 } as const;
    expect(await core.refusal('reading.say', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
  });

  it('refuse a number that no text may hold', async () => {
    const number = { ...command(), by: 'advisor', text: 'Son numéro : 1 85 05 78 999 999 38' } as const;
    const refusal = await core.refusal('reading.say', { ...number, baseRevision: await revisionOf('advisor') });
    expect(refusal).toMatchObject({ code: 'NUMBER_REFUSED' });
  });

  it('are in no note that is filled in, no copy of one and no list that leaves the workstation', async () => {
    const draft = await core.ask('note.draft', { caseId });
    const sections = { ...draft.body.sections, personSays: 'Rien de plus.' };
    const noted = await core.ask('note.validate', {
      ...command(),
      body: { ...draft.body, links: [...draft.body.links], sections },
      baseVersion: null,
    });
    const left = [
      draft,
      await core.ask('note.copyText', { caseId, noteId: noted.opId }),
      await core.ask('caseFile.portfolioCsv', { reason: 'Vérification' }),
    ];
    expect(JSON.stringify(left)).not.toContain('canari-lu');
  });
});
