import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const [CAMILLE, IDRISS] = ACCOUNTS;

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
const lend = (more: object = {}) => ({
  ...{ ...of(), toId: IDRISS.id, until: '2026-09-03', reason: 'leave' as const, ...more },
});
const namesOf = async () => (await core.ask('caseFile.portfolio', {})).map(({ last }) => last);
const isOpen = async () => (await core.call('caseFile.get', { caseId })).ok;

describe('a file of somebody else', () => {
  it('is found by name and opened until midnight with a reason, which the person can read', async () => {
    await core.unlockAs(1);
    expect(await core.ask('handOver.find', { text: 'ferr' })).toEqual([
      { caseId, first: 'Nadia', last: 'Ferrand', advisorName: CAMILLE.name },
    ]);
    expect(await core.ask('handOver.find', { text: 'nadia xy' })).toEqual([]);
    expect(await isOpen(), 'no reason given').toBe(false);
    const visit = { caseId, why: 'person-asks', words: 'elle appelle pour changer d’heure' } as const;
    await core.ask('handOver.visit', visit);
    expect(await core.ask('caseFile.get', { caseId })).toMatchObject({ holding: 'visit' });
    expect(await namesOf(), 'in no list').toEqual([]);
    const [read] = await core.ask('handOver.accesses', { caseId });
    expect(read).toMatchObject({
      actorName: IDRISS.name,
      kind: 'opened',
      reason: { ...{ kind: 'visit', why: 'person-asks' }, words: visit.words },
    });
    now += 16 * HOUR;
    expect(await isOpen(), 'the next day').toBe(false);
    expect(await core.refusal('handOver.visit', { ...visit, caseId: core.newId() })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await core.refusal('handOver.visit', { ...visit, words: '1 85 05 78 006 084 91' })).toMatchObject({
      code: 'NUMBER_REFUSED',
    });
  });

  it('is not found by signs, nor by initials: nobody is named to whoever names nobody', async () => {
    await core.unlockAs(1);
    for (const text of ['---', '- - -', '...', 'n f', '123']) {
      expect(await core.ask('handOver.find', { text }), text).toEqual([]);
    }
    expect(await core.ask('handOver.find', { text: 'n fe' })).toHaveLength(1);
  });

  it('is not open for having been opened on a day that was not to come yet', async () => {
    await core.unlockAs(1);
    now += 30 * DAY;
    await core.ask('handOver.visit', { caseId, why: 'urgent', words: '' });
    expect(await isOpen()).toBe(true);
    now -= 30 * DAY;
    expect(await isOpen(), 'the clock was put right').toBe(false);
  });

  it('is given as a whole to its person by whoever accompanies them, and by no visitor', async () => {
    const leaving = { caseId, paper: 'file', medium: 'data', reason: 'à sa demande' } as const;
    await core.unlockAs(1);
    await core.ask('handOver.visit', { caseId, why: 'person-asks', words: '' });
    const refused = { code: 'NOT_ALLOWED', details: { reason: 'visiting' } };
    expect(await core.refusal('caseFile.compile', { caseId })).toMatchObject(refused);
    expect(await core.refusal('caseFile.recordLeaving', leaving)).toMatchObject(refused);
    await core.unlockAs(0);
    await core.ask('handOver.lend', lend({ reason: 'training' }));
    await core.unlockAs(1);
    await core.ask('caseFile.recordLeaving', leaving);
    expect(await core.ask('caseFile.compile', { caseId })).toMatchObject({ madeBy: IDRISS.name });
  });

  it('says who read it while standing in, and why', async () => {
    await core.ask('handOver.lend', lend({ reason: 'training' }));
    await core.unlockAs(1);
    await core.ask('caseFile.get', { caseId });
    await core.unlockAs(0);
    const entries = await core.ask('handOver.accesses', { caseId });
    expect(entries.filter(({ actorName }) => actorName === IDRISS.name)).toMatchObject([
      { kind: 'opened', reason: { kind: 'absence', why: 'training' } },
    ]);
    expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['created', 'lent', 'opened']));
  });
});
