/** Who may call what: the record says it, and the core holds to it, call by call. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls, type CallName, type CoreCallName } from '../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../support/people.ts';
import { secondDesk, type SecondDesk } from '../support/second-desk.ts';
import { seedFile, validInputs, type ValidInputs } from '../support/valid-inputs.ts';

/** Nothing under these names is about a jobseeker. */
const OPEN =
  /^(workspace|access|settings|about|dataset|dataFolder|diagnostic|occupation|place|employer)\.|^suggestion\.(employers|explain|widen|points)$/;
/** Lists of data to correct: no person is named, whoever publishes the data asks. */
const CORRECTIONS = [
  ...['correction.list', 'correction.csv', 'correction.export', 'correction.dismiss', 'correction.optOut'],
  'correction.report',
];
/** Whoever has an account has screens that remember, and words to look at. */
const OF_ANY_ACCOUNT = [...CORRECTIONS, 'preference.get', 'preference.set', 'guard.check'];
/** A supervisor gives files to advisors by their identifiers, and opens none. */
const GIVING = ['handOver.colleagues', 'handOver.lend', 'handOver.takeBack', 'handOver.reassign'];

const names = (Object.keys(calls) as CallName[]).filter((name): name is CoreCallName => calls[name].home === 'core');
const aboutPeople = names.filter((name) => !OPEN.test(name));
const ofAFile = aboutPeople.filter((name) => name !== 'caseFile.create' && 'caseId' in calls[name].input.shape);

let core: PeopleCore;
let inputs: ValidInputs;
let desk: SecondDesk;
const rows = (): unknown =>
  ['op', 'draft', 'access_log'].map((table) => desk.store.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

beforeAll(async () => {
  core = await peopleCore('rights');
  inputs = validInputs(await seedFile(core), core.newId);
  desk = await secondDesk(core.dataDir);
});
afterAll(() => {
  desk.close();
  core.cleanup();
});

describe('the roles of the record', () => {
  it('let nobody in who has not unlocked, save for what is about no person', () => {
    const open = (Object.keys(calls) as CallName[]).filter((name) =>
      (calls[name].roles as readonly string[]).includes('guest'),
    );
    expect(open.filter((name) => !OPEN.test(name))).toEqual([]);
    expect(aboutPeople.length).toBeGreaterThan(25);
  });

  it('leave case files to advisors and counts to supervisors', () => {
    for (const name of aboutPeople) {
      const expected = [...OF_ANY_ACCOUNT, ...GIVING].includes(name)
        ? ['advisor', 'supervisor']
        : [name === 'supervision.counts' ? 'supervisor' : 'advisor'];
      expect(calls[name].roles, name).toEqual(expected);
    }
  });
});

describe('whoever has not unlocked', () => {
  beforeAll(() => core.ask('access.lock', {}));

  it.each(aboutPeople)('row 25: is answered LOCKED by %s, whatever the input', async (name) => {
    for (const input of [inputs[name], {}, null]) {
      expect(await core.call(name, input)).toMatchObject({ ok: false, error: { code: 'LOCKED', details: {} } });
    }
  });
});

describe('an advisor', () => {
  beforeAll(() => core.unlockAs(0));

  it('is not told the counts of supervision', async () => {
    expect(await core.refusal('supervision.counts', {})).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a supervisor', () => {
  beforeAll(() => core.unlockAs(2));

  it.each(aboutPeople.filter((name) => ![...OF_ANY_ACCOUNT, ...GIVING, 'supervision.counts'].includes(name)))(
    'row 25: may not call %s, and changes nothing by asking',
    async (name) => {
      const before = rows();
      expect(await core.refusal(name, inputs[name])).toMatchObject({ code: 'NOT_ALLOWED', details: {} });
      expect(rows()).toEqual(before);
    },
  );
});

describe('another advisor', () => {
  beforeAll(() => core.unlockAs(1));

  // With a reason, a colleague opens it until midnight, and the person can read that: test/integration/hand-over.
  it.each(ofAFile.filter((name) => name !== 'handOver.visit'))(
    'row 25: finds no file of a colleague by %s, and changes nothing by asking',
    async (name) => {
      const before = rows();
      const told = core.events.length;
      expect(await core.refusal(name, inputs[name])).toMatchObject({ code: 'NOT_FOUND', details: {} });
      expect(rows()).toEqual(before);
      expect(core.events).toHaveLength(told);
    },
  );

  it('sees none of them in their own portfolio', async () => {
    expect(await core.ask('caseFile.portfolio', {})).toEqual([]);
    const { csv, count } = await core.ask('caseFile.portfolioCsv', { reason: 'Vérification' });
    expect(count).toBe(0);
    expect(csv).not.toMatch(/Ferrand|Amina/);
  });

  it('does not take a file over by opening one under its identifier', async () => {
    const before = rows();
    const { caseId } = inputs['caseFile.get'];
    const input = { ...inputs['caseFile.create'], caseId };
    expect(await core.refusal('caseFile.create', input)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(rows()).toEqual(before);
  });

  it('does not use an action, a note or a company of a colleague’s file in one of their own', async () => {
    const mine = { caseId: await core.aCaseFile({ first: 'Luc', last: 'Martin' }) };
    const own = { kind: 'own', ownEmployerId: '' };
    await core.unlockAs(0);
    const [company] = (await core.ask('decision.list', inputs['decision.list'])).own;
    await core.unlockAs(1);
    for (const [name, input] of [
      ['action.revise', { ...inputs['action.revise'], ...mine }],
      ['action.setState', { ...inputs['action.setState'], ...mine }],
      ['note.copyText', { ...inputs['note.copyText'], ...mine }],
      ['note.withdraw', { ...inputs['note.withdraw'], ...mine }],
      ['decision.make', { ...inputs['decision.make'], ...mine, item: { ...own, ownEmployerId: company?.id } }],
    ] as const) {
      expect(await core.refusal(name, input), name).toMatchObject({ code: 'NOT_FOUND' });
    }
    const undo = { ...inputs['caseFile.undo'], ...mine };
    expect(await core.refusal('caseFile.undo', undo)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});
