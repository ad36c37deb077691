import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const QUERY: CallInput<'suggestion.employers'> = {
  ...{ romes: ['D1505'], communeCode: '57463', radiusKm: 50, sections: [], sizes: [], seed: '', offset: 0, limit: 100 },
  group: 'private',
  order: 'plain',
};

let core: PeopleCore;
beforeAll(async () => {
  core = await peopleCore('reported');
});
afterAll(() => core.cleanup());

const listed = async (): Promise<readonly string[]> =>
  (await core.ask('suggestion.employers', QUERY)).rows.map(({ siret }) => siret);
const said = async (siret: string) => (await core.ask('approach.ofEmployer', { siret })).report;
const report = (siret: string, kind: 'closed' | 'wrong-data') =>
  core.ask('correction.report', { commandId: core.newId(), siret, kind });

describe('an employer reported from its page', () => {
  it('leaves every list once closed, whoever asks, and comes back when the report is taken back', async () => {
    const [siret = '', other = ''] = await listed();
    expect(await said(siret)).toBeNull();
    await report(siret, 'closed');
    expect(await listed()).not.toContain(siret);
    expect(await said(siret)).toMatchObject({ kind: 'closed' });
    await core.unlockAs(1);
    expect(await listed()).not.toContain(siret);
    expect(await core.ask('correction.list', {})).toMatchObject([{ siret, kind: 'closed', optOut: null }]);
    expect((await core.ask('correction.csv', {})).csv).toContain(siret);
    await core.ask('correction.dismiss', { commandId: core.newId(), siret });
    expect(await listed()).toContain(siret);
    expect(await said(siret)).toBeNull();
    expect(await said(other)).toBeNull();
    await core.unlockAs(0);
  });

  it('stays in the lists with wrong data, and is closed as soon as somebody says so', async () => {
    const [siret = ''] = await listed();
    await report(siret, 'wrong-data');
    expect(await listed()).toContain(siret);
    expect(await said(siret)).toMatchObject({ kind: 'wrong-data' });
    await report(siret, 'closed');
    expect(await listed()).not.toContain(siret);
    await core.ask('correction.dismiss', { commandId: core.newId(), siret });
  });

  it('is one line with what was said of it for a person, and the worse of the two', async () => {
    const [siret = ''] = await listed();
    const caseId = core.newId();
    await core.ask('caseFile.create', {
      ...{
        commandId: core.newId(),
        caseId,
        first: 'Nadia',
        last: 'Essai-Signalement',
        phone: '',
        supportMode: 'guided',
      },
    });
    const item = { kind: 'establishment', siret } as const;
    await core.ask('decision.make', {
      ...{ commandId: core.newId(), caseId, item, outcome: 'set-aside', words: '', baseRevision: 0, list: null },
      reasons: ['closed'],
    });
    await report(siret, 'wrong-data');
    expect(await core.ask('correction.list', {})).toMatchObject([{ siret, kind: 'closed' }]);
    expect(await listed()).not.toContain(siret);
    await core.ask('correction.dismiss', { commandId: core.newId(), siret });
    expect(await core.ask('correction.list', {})).toEqual([]);
    expect(await listed()).toContain(siret);
  });

  it('has to be in the data', async () => {
    const refused = await core.refusal('correction.report', {
      ...{ commandId: core.newId(), siret: '93999999999999', kind: 'closed' },
    });
    expect(refused.code).toBe('NOT_FOUND');
  });
});
