/** The shared view of a real file: what is written in it that is not for the person's screen is not in any step of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../src/shared/contract/index.ts';
import { MEETING_STEPS } from '../../../src/shared/domain/appointment/appointment.ts';
import type { SharedBodyOf, SharedView } from '../../../src/shared/domain/shared-view/shared-view.schema.ts';
import { CANARIES, CANARY_TEXTS, writeCanaries } from '../../support/canaries.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const LIST = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'plain' } as const;
const HOUR = 60 * 60_000;

type Subject = CallInput<'sharedView.page'>;

describe('the shared view of a file', () => {
  let core: PeopleCore;
  let caseId: string;
  let sirets: readonly string[];

  beforeAll(async () => {
    core = await peopleCore('shared-view');
    caseId = await core.aCaseFile();
    const { page } = await core.ask('suggestion.forCase', { caseId, ...list(), offset: 0, limit: 20 });
    sirets = page.rows.map(({ siret }) => siret);
  });
  afterAll(() => core.cleanup());

  const list = () => ({ ...LIST, sections: [], sizes: [] });
  const command = () => ({ commandId: core.newId(), caseId });
  const see = (change: Partial<Subject> & Pick<Subject, 'step'>): Promise<SharedView> =>
    core.ask('sharedView.page', { caseId, pointed: null, isDecidedShown: false, ...change });
  const employersAt = async (siret: string): Promise<SharedBodyOf<'employers'>> => {
    const pointed = { item: { kind: 'establishment', siret }, list: list() } as const;
    return (await see({ step: 'employers', pointed })).body as SharedBodyOf<'employers'>;
  };
  const revisionOf = async (siret: string): Promise<number> => {
    const list = await core.ask('decision.list', { caseId });
    return list.decided.find(({ item }) => item.kind === 'establishment' && item.siret === siret)?.revision ?? 0;
  };
  const decide = async (siret: string, outcome: CallInput<'decision.make'>['outcome']): Promise<unknown> =>
    core.ask('decision.make', {
      ...{ ...command(), item: { kind: 'establishment', siret }, outcome, reasons: [], words: '', list: list() },
      baseRevision: await revisionOf(siret),
    });

  it('says who, what for, and where from', async () => {
    expect(await see({ step: 'plan' })).toMatchObject({
      ...{ personName: 'Nadia Ferrand', isLargePrint: false },
      project: { place: { name: 'Metz' } },
      body: { step: 'plan', actions: [], retained: [] },
    });
  });

  it('says why the company pointed at is in the list, where it is, and what to say there', async () => {
    const { pointed, retained } = await employersAt(sirets[0]!);
    expect(retained).toEqual([]);
    expect(pointed).toMatchObject({ isRetained: false, sentence: expect.stringMatching(/^Bonjour/) as string });
    expect(pointed?.reasons.map(({ factor }) => factor).toSorted()).toEqual(['distance', 'potential', 'size']);
    expect(pointed?.distanceKm).toBeTypeOf('number');
  });

  it('follows what is retained, with the sentence these two people chose', async () => {
    await decide(sirets[0]!, 'retained');
    const item = { kind: 'establishment', siret: sirets[0]! } as const;
    await core.ask('approach.word', { ...command(), item, text: 'Bonjour, je viens de la part.', baseRevision: 0 });
    const { pointed, retained } = await employersAt(sirets[0]!);
    expect(pointed).toMatchObject({ isRetained: true, sentence: 'Bonjour, je viens de la part.' });
    expect(pointed?.reasons).toHaveLength(3);
    expect(retained).toHaveLength(1);
    expect(JSON.stringify(await see({ step: 'wrapUp' }))).toContain('je viens de la part');
  });

  it('shows nothing of a company once it is set aside, pointed at or not (R10)', async () => {
    const before = (await employersAt(sirets[1]!)).pointed?.name ?? '';
    expect(before).not.toBe('');
    await decide(sirets[1]!, 'set-aside');
    expect((await employersAt(sirets[1]!)).pointed).toBeNull();
    await decide(sirets[0]!, 'set-aside');
    for (const step of MEETING_STEPS) {
      const pointed = { item: { kind: 'establishment', siret: sirets[0]! }, list: null } as const;
      const text = JSON.stringify(await see({ step, pointed, isDecidedShown: true }));
      expect(text).not.toContain(before);
      expect(text).not.toContain('je viens de la part');
    }
    await decide(sirets[0]!, 'retained');
  });

  it('shows nothing of a company that asked to be proposed no more', async () => {
    const siret = sirets[2]!;
    await decide(siret, 'retained');
    expect((await employersAt(siret)).retained).toHaveLength(2);
    const askedOut = { askedBy: 'management', askedOn: '2026-08-01', scope: 'site' } as const;
    await core.ask('correction.optOut', { commandId: core.newId(), siret, ...askedOut });
    const { pointed, retained } = await employersAt(siret);
    expect(pointed).toBeNull();
    expect(retained).toHaveLength(1);
  });

  it('holds up no company that said no, pointed at or not', async () => {
    const siret = sirets[4]!;
    await decide(siret, 'retained');
    expect((await employersAt(siret)).pointed).toMatchObject({ isRetained: true });
    const item = { kind: 'establishment', siret } as const;
    const no = { step: 'refused', on: '2026-08-31', by: 'person', next: null, baseRevision: 0 } as const;
    await core.ask('approach.move', { ...command(), item, ...no });
    const { pointed, retained } = await employersAt(siret);
    expect(pointed).toBeNull();
    expect(retained).toHaveLength(1);
  });

  it('says nothing computed once the person said no to computing (R11)', async () => {
    const { revision } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.setComputing', { ...command(), isOff: true, baseRevision: revision });
    expect((await employersAt(sirets[3]!)).pointed).toMatchObject({ reasons: [], isRetained: false });
  });

  it('row 44: holds none of the words of a file that are not for two people', async () => {
    const id = await writeCanaries((name, input) => core.ask(name, input), core.newId, TEST_NOW + HOUR);
    const { first, last, pride, promise, purpose } = CANARIES;
    const shared: readonly string[] = [first, last, pride, promise, purpose, CANARIES.reading];
    const hidden = CANARY_TEXTS.filter((text) => !shared.includes(text));
    const [own] = (await core.ask('decision.list', { caseId: id })).own;
    const pointed = { item: { kind: 'own', ownEmployerId: own!.id }, list: null } as const;
    for (const step of MEETING_STEPS) {
      const view = await core.ask('sharedView.page', { caseId: id, step, pointed, isDecidedShown: true });
      const text = JSON.stringify(view);
      for (const canary of hidden) expect(text, `${canary} at ${step}`).not.toContain(canary);
      expect(text).not.toContain('Nadia');
    }
  });

  it('is of an open file', async () => {
    const { revision } = await core.ask('caseFile.get', { caseId });
    const end = { on: '2026-08-31', reason: 'project-reached', outcome: 'lasting-job' } as const;
    await core.ask('caseFile.close', { ...command(), baseRevision: revision, ...end });
    const asked = { caseId, step: 'plan', pointed: null, isDecidedShown: false } as const;
    expect(await core.refusal('sharedView.page', asked)).toMatchObject({ code: 'CASE_CLOSED' });
  });
});
