import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../src/shared/domain/suggestion/snapshot.schema.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { A_LIST, decide, listFor } from './a-list.ts';

/** Whatever the engine makes. The keys of a computed list are looked for, so that this list cannot grow old. */
const FIGURE = /score|factor|potential|rank|contribution|weight|level|expected|engine|inputHash|affinity|seed/i;

/** Every key of an answer, however deep. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(inside)]);
}

const figuresIn = (value: unknown): readonly string[] => [...new Set(keysOf(value).filter((key) => FIGURE.test(key)))];

/** Rule R11: a person may say no to computing, and the application stays useful. */
describe('a person who said no to computing', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let caseId: string;
  let decidedBefore: { readonly siret: string; readonly revision: number };

  beforeAll(async () => {
    core = await peopleCore('without-computing');
    desk = await secondDesk(core.dataDir);
    caseId = await core.aCaseFile();
    const { page } = await listFor(core, caseId);
    expect(figuresIn(page)).toEqual(expect.arrayContaining(['score', 'factors', 'potential', 'inputHash']));
    const { siret } = page.rows[0]!;
    decidedBefore = { siret, revision: (await decide(core, caseId, siret, { outcome: 'later' })).revision };
    await setComputing(true);
  });
  afterAll(() => {
    desk.close();
    core.cleanup();
  });

  const setComputing = async (isOff: boolean): Promise<void> => {
    const { revision: baseRevision } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.setComputing', { commandId: core.newId(), caseId, isOff, baseRevision });
  };
  const opsSinceSwitch = (): ReturnType<SecondDesk['operations']> => {
    const all = desk.operations().filter((op) => op.caseId === caseId);
    return all.slice(all.findIndex(({ kind }) => kind === 'caseFile.setComputing'));
  };
  const snapshotsSinceSwitch = (): readonly Snapshot[] =>
    opsSinceSwitch().flatMap(({ kind, payload }) =>
      kind === 'decision.make' ? [(payload as { readonly snapshot: Snapshot }).snapshot] : [],
    );

  it.each(['spread', 'plain', 'distance', 'name'] as const)(
    'is shown a list without a figure of the engine anywhere (%s asked)',
    async (order) => {
      const list = await listFor(core, caseId, { order });
      expect(list.mode).toBe('listed');
      expect(list.page.eligible).toBeGreaterThan(5);
      expect(figuresIn(list)).toEqual([]);
    },
  );

  it('is shown the nearest first, or by name, with the same employers', async () => {
    const byDistance = (await listFor(core, caseId, { order: 'distance' })).page.rows;
    const distances = byDistance.map(({ distanceKm }) => distanceKm);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const byName = (await listFor(core, caseId, { order: 'name' })).page.rows;
    expect(byName.map(({ siret }) => siret).sort()).toEqual(byDistance.map(({ siret }) => siret).sort());
    expect(byName).not.toEqual(byDistance);
  });

  it('is explained nothing, for nothing was computed', async () => {
    const { page } = await listFor(core, caseId);
    const { siret } = page.rows[0]!;
    expect(await core.refusal('suggestion.explainForCase', { caseId, ...A_LIST, siret })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('decides all the same, and what is kept of it has no figure', async () => {
    const { page } = await listFor(core, caseId);
    const [near, other, outside] = page.rows.filter(({ siret }) => siret !== decidedBefore.siret);
    await decide(core, caseId, near!.siret, { outcome: 'retained' });
    await decide(core, caseId, other!.siret, {
      outcome: 'set-aside',
      reasons: ['hours'],
      list: { ...A_LIST, order: 'name' },
    });
    await decide(core, caseId, outside!.siret, { outcome: 'later', list: null });
    const after = await listFor(core, caseId);
    expect(after.page.rows.map(({ siret }) => siret)).not.toContain(other!.siret);
    expect(after.standings[near!.siret]).toMatchObject({ outcome: 'retained' });
    expect(snapshotsSinceSwitch().map(({ kind }) => kind)).toEqual(['listed', 'listed', 'listed']);
  });

  it('changes their mind on what was proposed before, and the figures of then are not written again', async () => {
    await decide(core, caseId, decidedBefore.siret, { outcome: 'retained', list: null });
    await decide(core, caseId, decidedBefore.siret, { outcome: 'set-aside', reasons: ['pay'], list: null });
    expect(snapshotsSinceSwitch().map(({ kind }) => kind)).not.toContain('suggested');
  });

  it('has a log without one computed suggestion since then', () => {
    const operations = opsSinceSwitch();
    expect(operations.length).toBeGreaterThan(5);
    expect(figuresIn(operations.map(({ payload }) => payload))).toEqual([]);
    expect(JSON.stringify(operations)).not.toContain('"suggested"');
  });

  it('has the rest of their file as before: notes, portfolio, timeline', async () => {
    const { opId } = await core.ask('contact.record', {
      ...{ commandId: core.newId(), caseId, on: '2026-09-01', channel: 'telephone', initiatedBy: 'us' },
      ...{ isExchange: true, line: 'Rappelée.' },
    });
    expect(opId).toMatch(/-/);
    expect((await core.ask('note.draft', { caseId })).linkable.length).toBeGreaterThan(0);
    expect(await core.ask('caseFile.portfolio', {})).toMatchObject([{ isComputingOff: true }]);
    const timeline = await core.ask('caseFile.timeline', { caseId });
    expect(timeline).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'computing', isOff: true })]));
  });

  it('may say yes again, and is proposed companies as before', async () => {
    await setComputing(false);
    const list = await listFor(core, caseId);
    expect(list.mode).toBe('suggested');
    const { siret } = list.page.rows[0]!;
    expect((await core.ask('suggestion.explainForCase', { caseId, ...A_LIST, siret })).siret).toBe(siret);
    await decide(core, caseId, siret, { outcome: 'retained' });
    expect(snapshotsSinceSwitch().at(-1)).toMatchObject({ kind: 'suggested' });
  });
});
