import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Correction } from '../../../src/shared/domain/correction/correction.schema.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk } from '../../support/second-desk.ts';
import { A_LIST, decide, listFor } from '../case-file/a-list.ts';

describe('deciding on an employer with a person', () => {
  let core: PeopleCore;
  let caseId: string;

  beforeAll(async () => {
    core = await peopleCore('decisions');
  });
  afterAll(() => core.cleanup());

  const sirets = async (file = caseId): Promise<readonly string[]> =>
    (await listFor(core, file, { order: 'plain' })).page.rows.map(({ siret }) => siret);
  const undo = (opId: string) => core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });

  it('takes as many words to retain as to set aside or to keep for later', async () => {
    caseId = await core.aCaseFile();
    const [one, two, three] = await sirets();
    await decide(core, caseId, one!, { outcome: 'retained' });
    await decide(core, caseId, two!, { outcome: 'set-aside' });
    await decide(core, caseId, three!, { outcome: 'later' });
    const { decided } = await core.ask('decision.list', { caseId });
    expect(decided.map(({ outcome }) => outcome)).toEqual(['later', 'set-aside', 'retained']);
    expect(await sirets()).not.toContain(two);
    expect(await sirets()).toEqual(expect.arrayContaining([one, three]));
  });

  it('does not bring back what was set aside until somebody asks', async () => {
    caseId = await core.aCaseFile();
    const [siret] = await sirets();
    const { opId } = await decide(core, caseId, siret!, { outcome: 'set-aside', reasons: ['too-far'] });
    expect((await listFor(core, caseId)).setAside).toBe(1);
    for (const order of ['plain', 'spread'] as const) {
      const { page } = await listFor(core, caseId, { order, radiusKm: 200 });
      expect(page.rows.map((row) => row.siret)).not.toContain(siret);
    }
    // For this person only.
    expect(await sirets(await core.aCaseFile())).toContain(siret);
    await decide(core, caseId, siret!, { outcome: 'later', list: null });
    expect(await sirets()).toContain(siret);
    await undo((await core.ask('decision.list', { caseId })).decided[0]!.decisionId);
    expect(await sirets()).not.toContain(siret);
    await undo(opId);
    expect(await sirets()).toContain(siret);
    expect((await core.ask('decision.list', { caseId })).decided).toEqual([]);
  });

  it('keeps, with reasons given afterwards, what was shown then', async () => {
    caseId = await core.aCaseFile();
    const [siret] = await sirets();
    await decide(core, caseId, siret!, { outcome: 'set-aside' });
    await decide(core, caseId, siret!, { outcome: 'set-aside', reasons: ['hours'], words: 'coupures', list: null });
    expect((await core.ask('decision.list', { caseId })).decided).toMatchObject([
      { outcome: 'set-aside', reasons: ['hours'], words: 'coupures', distanceKm: expect.any(Number) as number },
    ]);
  });

  it('is refused when somebody decided meanwhile, and is done once when asked twice', async () => {
    caseId = await core.aCaseFile();
    const [siret] = await sirets();
    const command = {
      ...{ commandId: core.newId(), caseId, item: { kind: 'establishment' as const, siret: siret! } },
      ...{ outcome: 'retained' as const, reasons: [], words: '', list: A_LIST, baseRevision: 0 },
    };
    const first = await core.ask('decision.make', command);
    expect(await core.ask('decision.make', command)).toEqual(first);
    expect((await core.ask('decision.list', { caseId })).decided).toHaveLength(1);
    const other = { ...command, commandId: core.newId(), outcome: 'later' };
    expect(await core.refusal('decision.make', other)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await core.refusal('decision.make', { ...command, outcome: 'later' })).toMatchObject({
      code: 'COMMAND_REUSED',
    });
  });

  it('hides an employer said to be closed from everybody here, and puts it back when that is undone or dismissed', async () => {
    caseId = await core.aCaseFile();
    const other = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
    const [siret] = await sirets();
    const { opId } = await decide(core, caseId, siret!, { outcome: 'set-aside', reasons: ['closed'] });
    expect(await sirets(other)).not.toContain(siret);
    expect(await core.ask('correction.list', {})).toMatchObject([{ siret, kind: 'closed' }]);
    const everywhere = { romes: ['D1106'], communeCode: '57463', radiusKm: 30, group: 'private' as const };
    const search = { ...everywhere, sections: [], sizes: [], order: 'plain' as const, seed: '', offset: 0, limit: 100 };
    const found = async () => (await core.ask('suggestion.employers', search)).rows.map((row) => row.siret);
    expect(await found()).not.toContain(siret);
    await undo(opId);
    expect(await sirets(other)).toContain(siret);
    expect(await core.ask('correction.list', {})).toEqual([]);

    await decide(core, caseId, siret!, { outcome: 'set-aside', reasons: ['closed'] });
    expect(await found()).not.toContain(siret);
    await core.ask('correction.dismiss', { commandId: core.newId(), siret: siret! });
    expect(await sirets(other)).toContain(siret);
    expect(await found()).toContain(siret);
    // The person’s own refusal stays.
    expect(await sirets()).not.toContain(siret);
  });

  it('lists wrong data as to be corrected without hiding the employer from others', async () => {
    caseId = await core.aCaseFile();
    const other = await core.aCaseFile();
    const [, siret] = await sirets();
    await decide(core, caseId, siret!, { outcome: 'set-aside', reasons: ['wrong-data'] });
    expect(await core.ask('correction.list', {})).toEqual(
      expect.arrayContaining([expect.objectContaining({ siret, kind: 'wrong-data' })]),
    );
    expect(await sirets(other)).toContain(siret);
  });

  it('keeps a company of one’s own beside those of the data, until it is taken back', async () => {
    caseId = await core.aCaseFile();
    const own = { name: 'Atelier du coin', communeName: 'Metz', approach: 'demander Mme Clerc' };
    const { opId } = await core.ask('decision.addOwn', { commandId: core.newId(), caseId, ...own });
    expect((await core.ask('decision.list', { caseId })).own).toMatchObject([{ ...own, actorName: 'Camille Essai' }]);
    const decision = {
      item: { kind: 'own', ownEmployerId: opId },
      outcome: 'retained',
      reasons: [],
      words: '',
    } as const;
    const command = { commandId: core.newId(), caseId, ...decision, reasons: [], list: null, baseRevision: 0 };
    await core.ask('decision.make', command);
    expect((await core.ask('note.draft', { caseId })).linkable).toMatchObject([{ text: 'Atelier du coin, Metz' }]);
    const elsewhere = await core.aCaseFile();
    const foreign = { ...command, commandId: core.newId(), caseId: elsewhere };
    expect(await core.refusal('decision.make', foreign)).toMatchObject({ code: 'NOT_FOUND' });
    // A decision about what cannot be seen any more could neither be read nor changed.
    const { decisionId } = (await core.ask('decision.list', { caseId })).decided[0]!;
    const tooEarly = { commandId: core.newId(), caseId, opId };
    expect(await core.refusal('caseFile.undo', tooEarly)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
    expect((await core.ask('decision.list', { caseId })).own).toHaveLength(1);
    await undo(decisionId);
    await undo(opId);
    expect((await core.ask('decision.list', { caseId })).own).toEqual([]);
  });

  it('changes a decision on a company that was taken back meanwhile', async () => {
    caseId = await core.aCaseFile();
    const own = { commandId: core.newId(), caseId, name: 'Atelier du coin', communeName: 'Metz', approach: '' };
    const { opId } = await core.ask('decision.addOwn', own);
    const item = { kind: 'own' as const, ownEmployerId: opId };
    const command = { caseId, item, reasons: [], words: '', list: null };
    const made = { ...command, commandId: core.newId(), outcome: 'retained' as const, baseRevision: 0 };
    const { revision } = await core.ask('decision.make', made);
    const desk = await secondDesk(core.dataDir);
    desk.store.log.commit({
      ...{ opId: core.newId(), actorId: ACCOUNTS[0].id, caseId, entity: 'ownEmployer', entityId: opId },
      ...{ kind: 'ownEmployer.withdraw', baseRevision: null, payload: {} },
    });
    desk.close();
    const later = { ...command, commandId: core.newId(), outcome: 'later' as const, baseRevision: revision };
    await core.ask('decision.make', later);
    expect((await core.ask('decision.list', { caseId })).decided).toMatchObject([
      { name: 'Atelier du coin', communeName: 'Metz', outcome: 'later' },
    ]);
  });

  it('lists corrections in the order of the log, whatever the clock says, and by day alone', async () => {
    let now = TEST_NOW;
    const other = await peopleCore('corrections', { clock: { now: () => now } });
    const file = await other.aCaseFile();
    const { siret } = (await listFor(other, file)).page.rows[0]!;
    const reported = () => other.ask('correction.list', {});
    await decide(other, file, siret, { outcome: 'set-aside', reasons: ['closed'] });
    expect(await reported()).toMatchObject([{ siret, reportedOn: '2026-09-01' }]);
    // The clock of the workstation is put right: an hour back.
    now -= 3_600_000;
    await other.ask('correction.dismiss', { commandId: other.newId(), siret });
    expect(await reported()).toEqual([]);
    now -= 3_600_000;
    await decide(other, file, siret, { outcome: 'set-aside', reasons: ['closed'], list: null });
    expect(await reported()).toMatchObject([{ siret, kind: 'closed' }]);
    const [{ name, communeName }] = (await reported()) as [Correction];
    expect(await other.ask('correction.csv', {})).toEqual({
      csv: `\ufeffsiret;nom;commune;signalement;signale_le;portee;demande_par\r\n${siret};${name};${communeName};fermee;2026-09-01;;\r\n`,
      count: 1,
    });
    other.cleanup();
  });

  it('says for how many other people an employer was retained this week, as a number', async () => {
    const files = [await core.aCaseFile(), await core.aCaseFile(), await core.aCaseFile()];
    caseId = files[0]!;
    const siret = (await sirets()).at(-1)!;
    for (const file of files) await decide(core, file, siret, { outcome: 'retained' });
    const { standings } = await listFor(core, caseId, { order: 'plain' });
    expect(standings[siret]).toMatchObject({ outcome: 'retained', proposedThisWeek: 2 });
    const another = await core.aCaseFile();
    expect((await listFor(core, another, { order: 'plain' })).standings[siret]).toMatchObject({
      ...{ outcome: null, decisionId: null, proposedThisWeek: 3 },
    });
  });

  it('says that another site of the employer is retained already, for this person alone', async () => {
    caseId = await core.aCaseFile();
    const siret = (await sirets()).find((each) => each.startsWith('700118785'))!;
    const elsewhere = ['70011878500013', '70011878500026', '70011878500039'].find((each) => each !== siret)!;
    const standing = async (file = caseId) => (await listFor(core, file, { order: 'plain' })).standings[siret];
    expect(await standing()).toMatchObject({ outcome: null, otherSite: null });
    const { opId } = await decide(core, caseId, elsewhere, { outcome: 'retained', list: null });
    expect(await standing()).toMatchObject({ outcome: null, decisionId: null, otherSite: 'retained' });
    expect(await standing(await core.aCaseFile())).toMatchObject({ otherSite: null });
    await decide(core, caseId, siret, { outcome: 'later' });
    expect(await standing()).toMatchObject({ outcome: 'later', otherSite: null });
    await undo(opId);
    expect(await standing()).toMatchObject({ outcome: 'later', otherSite: null });
  });

  it('needs an occupation and a place to list anything, and says so', async () => {
    const empty = core.newId();
    await core.ask('caseFile.create', {
      ...{ commandId: core.newId(), caseId: empty, first: 'A', last: '', phone: '', supportMode: null },
    });
    const query = { caseId: empty, ...A_LIST, offset: 0, limit: 10 };
    expect(await core.refusal('suggestion.forCase', query)).toMatchObject({ code: 'NO_PROJECT' });
  });
});
