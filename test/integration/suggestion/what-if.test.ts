import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import { replayIn } from '../../../src/main/decision/replay.use-cases.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk } from '../../support/second-desk.ts';
import { A_LIST, type AskedList, decide, listFor } from '../case-file/a-list.ts';

const DISTANCE_ONLY = { potential: 0, distance: 1_000, size: 0 };
const MOVED: AskedList = { ...A_LIST, order: 'plain', weights: { potential: 50, distance: 1_000, size: 0 } };

/** What would change if: asked of a person's list, kept with a decision alone. */
describe('a list that is moved to see', () => {
  let core: PeopleCore;
  let caseId: string;

  beforeAll(async () => {
    core = await peopleCore('what-if');
    caseId = await core.aCaseFile();
  });
  afterAll(() => core.cleanup());

  const suggested = async (list: Partial<AskedList>) => {
    const answer = await listFor(core, caseId, list);
    if (answer.mode !== 'suggested') throw new Error('Nothing was computed.');
    return answer;
  };
  const snapshots = async (): Promise<readonly Snapshot[]> => {
    const desk = await secondDesk(core.dataDir);
    try {
      return desk
        .operations()
        .filter(({ kind }) => kind === 'decision.make')
        .map(({ payload }) => (payload as { readonly snapshot: Snapshot }).snapshot);
    } finally {
      desk.close();
    }
  };

  it('is ordered by the weights given, and its rows add up under them', async () => {
    const { page } = await suggested({ order: 'plain', weights: DISTANCE_ONLY });
    const usual = (await suggested({ order: 'plain' })).page;
    expect(page.inputHash).not.toBe(usual.inputHash);
    expect(page.eligible).toBe(usual.eligible);
    expect(page.facets).toEqual(usual.facets);
    expect(page.rows.length).toBeGreaterThan(4);
    for (const [index, row] of page.rows.entries()) {
      expect(row.factors.map(({ weight }) => weight)).toEqual([0, 1_000, 0]);
      expect(row.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(row.score);
      expect(row.score).toBeLessThanOrEqual(page.rows[index - 1]?.score ?? Infinity);
    }
    expect(page.rows.map(({ siret }) => siret)).not.toEqual(usual.rows.map(({ siret }) => siret));
  });

  it('is the usual list again under the usual weights, to the hash', async () => {
    const weights = { potential: 600, distance: 300, size: 100 };
    expect(await suggested({ weights })).toEqual(await suggested({}));
  });

  it('is refused weights that would order nothing', async () => {
    const weights = { potential: 0, distance: 0, size: 0 };
    const list = { caseId, ...A_LIST, weights, offset: 0, limit: 10 };
    expect(await core.refusal('suggestion.forCase', list)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is explained with the same weights and ranks as it is shown', async () => {
    const { page } = await suggested(MOVED);
    for (const [index, row] of page.rows.slice(0, 5).entries()) {
      const { siret, score, factors } = row;
      const explained = await core.ask('suggestion.explainForCase', { caseId, ...MOVED, siret });
      expect(explained).toMatchObject({ rank: index + 1, score, factors });
    }
  });

  it('keeps its weights with a decision, which is computed again to the same figures, and nowhere else', async () => {
    const { page } = await suggested(MOVED);
    const spread: AskedList = { ...MOVED, order: 'spread', otherRomes: ['D1505'], departements: ['54'] };
    const drawn = (await suggested(spread)).page.rows.filter(({ siret }) => siret !== page.rows[0]!.siret);
    await decide(core, caseId, page.rows[0]!.siret, { outcome: 'retained', list: MOVED });
    await decide(core, caseId, drawn[0]!.siret, { outcome: 'later', list: spread });
    const { decided } = await core.ask('decision.list', { caseId });
    expect(decided.map(({ weights }) => weights)).toEqual([MOVED.weights, MOVED.weights]);
    const kept = await snapshots();
    expect(kept).toMatchObject([
      { query: { weights: MOVED.weights }, score: page.rows[0]!.score },
      { query: { weights: MOVED.weights, departements: ['54'] } },
    ]);
    const [reader] = ACCOUNTS.map(({ id, passphrase }) => ({ account: id, passphrase }));
    const verdicts = await replayIn(join(core.dataDir, 'workspaces', 'own'), reader!, null);
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
    // The next list is the usual one: nothing of what was moved is remembered for the person.
    expect((await suggested({})).page.rows[0]!.factors.map(({ weight }) => weight)).toEqual([600, 300, 100]);
  });

  it('has the usual weights of a decision that was made in the usual order left unsaid', async () => {
    const other = await core.aCaseFile();
    const { page } = await listFor(core, other);
    await decide(core, other, page.rows[0]!.siret, { outcome: 'retained' });
    expect((await core.ask('decision.list', { caseId: other })).decided[0]).toMatchObject({ weights: null });
  });

  it('tells of each way to search wider exactly how many more it brings', async () => {
    const near = { ...A_LIST, radiusKm: 3 };
    const known = (await suggested(near)).page.eligible;
    const ways = await core.ask('suggestion.widenForCase', { caseId, ...near });
    const more = async (list: Partial<AskedList>): Promise<number> =>
      (await suggested({ ...near, ...list })).page.eligible - known;
    for (const way of ways.radii) expect(await more({ radiusKm: way.radiusKm })).toBe(way.more);
    for (const way of ways.departements) expect(await more({ departements: [way.code] })).toBe(way.more);
    for (const way of ways.occupations) expect(await more({ otherRomes: [way.rome] })).toBe(way.more);
    expect([ways.radii, ways.departements, ways.occupations].map(({ length }) => length > 0)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('says of a row that another occupation brought which one it is', async () => {
    const { occupations } = await core.ask('suggestion.widenForCase', { caseId, ...A_LIST });
    const { rome } = occupations[0]!;
    const own = await suggested({});
    const wider = await suggested({ otherRomes: [rome] });
    const known = new Set(own.page.rows.map(({ siret }) => siret.slice(0, 9)));
    const fresh = wider.page.rows.filter(({ siret }) => !known.has(siret.slice(0, 9)));
    expect(fresh.length).toBeGreaterThan(0);
    expect(new Set(fresh.map((row) => row.rome))).toEqual(new Set([rome]));
  });

  it('has those set aside in it when asked, marked as such', async () => {
    const other = await core.aCaseFile();
    const { page } = await listFor(core, other);
    const { siret } = page.rows[0]!;
    await decide(core, other, siret, { outcome: 'set-aside' });
    const without = await listFor(core, other);
    const withThem = await listFor(core, other, { withSetAside: true });
    expect(without.page.rows.map((row) => row.siret)).not.toContain(siret);
    expect(withThem.page.eligible).toBe(without.page.eligible + 1);
    expect(withThem.standings[siret]).toMatchObject({ outcome: 'set-aside' });
  });

  it('weighs nothing where nothing is computed (R11), and offers no occupation drawn from estimates', async () => {
    const other = await core.aCaseFile();
    const { revision } = await core.ask('caseFile.get', { caseId: other });
    await core.ask('caseFile.setComputing', {
      ...{ commandId: core.newId(), caseId: other, isOff: true, baseRevision: revision },
    });
    const list = await listFor(core, other, { order: 'distance' });
    expect(list.mode).toBe('listed');
    expect(await listFor(core, other, { order: 'distance', weights: DISTANCE_ONLY })).toEqual(list);
    const { occupations } = await core.ask('suggestion.widenForCase', { caseId: other, ...A_LIST });
    expect(occupations.map(({ kind }) => kind)).not.toContain('local');
  });
});
