import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../../src/shared/contract/index.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { A_LIST, type AskedList, decide, listFor } from '../case-file/a-list.ts';

let core: PeopleCore;
let caseId: string;

beforeAll(async () => {
  core = await peopleCore('points-for-case');
  caseId = await core.aCaseFile();
});
afterAll(() => core.cleanup());

const points = (list: Partial<AskedList> = {}): Promise<CallOutput<'suggestion.pointsForCase'>> =>
  core.ask('suggestion.pointsForCase', { caseId, ...A_LIST, ...list });

describe('the map of a person’s list', () => {
  it.each(['spread', 'plain'] as const)('shows its employers in the order of its rows (%s)', async (order) => {
    const { page } = await listFor(core, caseId, { order });
    const shown = await points({ order });
    expect(shown.mode).toBe('suggested');
    expect(shown.eligible).toBe(page.eligible);
    expect(shown.sirets.slice(0, 100)).toEqual(page.rows.map(({ siret }) => siret));
    expect(shown.lats.slice(0, 100)).toEqual(page.rows.map(({ lat }) => lat));
    expect(shown.lons.slice(0, 100)).toEqual(page.rows.map(({ lon }) => lon));
  });

  it('marks what was retained, and has nothing of what was set aside', async () => {
    const { page } = await listFor(core, caseId);
    const [kept, refused, later] = page.rows.map(({ siret }) => siret);
    await decide(core, caseId, kept!, { outcome: 'retained' });
    await decide(core, caseId, refused!, { outcome: 'set-aside', reasons: ['too-far'] });
    await decide(core, caseId, later!, { outcome: 'later' });
    const shown = await points();
    expect(shown.retained).toEqual([kept]);
    expect(JSON.stringify(shown)).not.toContain(refused);
    expect(shown.eligible).toBe(page.eligible - 1);
    const otherId = await core.aCaseFile();
    const other = await core.ask('suggestion.pointsForCase', { caseId: otherId, ...A_LIST });
    expect(other.retained).toEqual([]);
    expect(other.sirets).toContain(refused);
  });

  it('has places and nothing of the engine once the person said no to computing', async () => {
    const { revision: baseRevision } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.setComputing', { commandId: core.newId(), caseId, isOff: true, baseRevision });
    const { page } = await listFor(core, caseId, { order: 'name' });
    const shown = await points({ order: 'name' });
    expect(Object.keys(shown).sort()).toEqual(['eligible', 'lats', 'lons', 'mode', 'retained', 'sirets']);
    expect(shown).toMatchObject({ mode: 'listed', eligible: page.eligible });
    expect(shown.sirets.slice(0, 100)).toEqual(page.rows.map(({ siret }) => siret));
  });

  it('waits for an occupation and a place', async () => {
    const bareId = core.newId();
    const person = { first: 'Amina', last: '', phone: '', supportMode: null };
    await core.ask('caseFile.create', { commandId: core.newId(), caseId: bareId, ...person });
    const refusal = await core.refusal('suggestion.pointsForCase', { caseId: bareId, ...A_LIST });
    expect(refusal).toMatchObject({ code: 'NO_PROJECT' });
  });
});

describe('the communes that a map names', () => {
  it('are those around, largest first', async () => {
    const { names, lats, lons, populations } = await core.ask('place.landmarks', {
      communeCode: '57463',
      reachKm: 60,
    });
    expect(names[0]).toBe('Metz');
    expect(names.length).toBeGreaterThan(3);
    expect([lats.length, lons.length, populations.length]).toEqual([names.length, names.length, names.length]);
    expect(populations).toEqual([...populations].sort((a, b) => b - a));
    for (const lat of lats) expect(Math.abs(lat - 49.12)).toBeLessThan(0.56);
  });

  it('are asked around a commune that there is', async () => {
    const refusal = await core.refusal('place.landmarks', { communeCode: '57600', reachKm: 60 });
    expect(refusal).toMatchObject({ code: 'NOT_FOUND' });
  });
});
