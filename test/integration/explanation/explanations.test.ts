import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeExplanationUseCases } from '../../../src/main/explanation/explanation.use-cases.ts';
import type { Decision } from '../../../src/shared/domain/decision/decision.schema.ts';
import type { Paper } from '../../../src/shared/domain/paper/paper.schema.ts';
import { CURRENT_ENGINE, ENGINES } from '../../../src/shared/scoring/engines.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { decide, listFor } from '../case-file/a-list.ts';

const text = (paper: Paper): string => JSON.stringify(paper);

describe('how an employer came to be proposed', () => {
  let core: PeopleCore;
  let caseId: string;
  let retainedId: string;
  let name: string;

  beforeAll(async () => {
    core = await peopleCore('explanations');
    caseId = await core.aCaseFile({ first: 'Ysaline', last: 'Quénéhervé' });
    const { page } = await listFor(core, caseId, { order: 'plain' });
    const [one, two] = page.rows;
    name = one!.name;
    retainedId = (await decide(core, caseId, one!.siret, { outcome: 'retained' })).opId;
    await decide(core, caseId, two!.siret, { outcome: 'set-aside', reasons: ['other'], words: 'canari-raison' });
  });
  afterAll(() => core.cleanup());

  const explained = (decisionId: string) => core.ask('explanation.ofDecision', { caseId, decisionId });

  it('tells the part of the computation, data and sources, parameters and weights, operations, and rights', async () => {
    const paper = await explained(retainedId);
    expect(paper.sections.map(({ title }) => title)).toEqual([
      '1. La part du calcul',
      '2. Les données et leurs sources',
      '3. Ce qui a compté, et combien',
      '4. Les opérations, dans leur ordre',
      '5. Vos droits',
    ]);
    for (const said of [
      ...[name, 'enregistrée par Camille Essai', 'Il n’a rien décidé', 'Vente en alimentation (D1106)', 'Metz (57463)'],
      ...['30 km (votre projet)', 'points, sur 600 possibles', 'R. 311-3-1-2', 'cada.fr', 'donne le même résultat'],
      'Une entreprise que vous ne voulez pas sort de votre liste',
    ]) {
      expect(text(paper)).toContain(said);
    }
  });

  it('gives contributions that add up to the sum it gives', async () => {
    const { sections } = await explained(retainedId);
    const [first] = sections[2]!.blocks;
    const facts = first?.kind === 'facts' ? first.facts : [];
    const points = facts.slice(0, 4).map(({ value }) => Number.parseInt(value, 10));
    expect(points[0]! + points[1]! + points[2]!).toBe(points[3]);
  });

  it('names nobody, and tells neither what was decided nor why', async () => {
    const { decided } = await core.ask('decision.list', { caseId });
    const aside = decided.find(({ outcome }) => outcome === 'set-aside')!;
    for (const id of [retainedId, aside.decisionId]) {
      expect(text(await explained(id))).not.toMatch(/Ysaline|Quénéhervé|canari|etenue|écart/);
    }
  });

  it('says that no computation had a part where none had', async () => {
    const { opId: ownEmployerId } = await core.ask('decision.addOwn', {
      ...{ commandId: core.newId(), caseId, name: 'Maison Clerc', communeName: 'Metz', approach: '' },
    });
    const { opId } = await core.ask('decision.make', {
      ...{ commandId: core.newId(), caseId, item: { kind: 'own', ownEmployerId }, outcome: 'retained' },
      ...{ reasons: [], words: '', list: null, baseRevision: 0 },
    });
    const paper = await explained(opId);
    expect(paper.sections).toHaveLength(2);
    expect(text(paper)).toContain('Aucune.');
  });

  it('finds no decision of another file', async () => {
    const other = await core.aCaseFile({ first: 'Luc', last: 'Martin' });
    expect(await core.refusal('explanation.ofDecision', { caseId: other, decisionId: retainedId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is refused, and with it the sheet, where what was kept does not compute again', async () => {
    const compiled = await core.ask('caseFile.compile', { caseId });
    const kept = compiled.decisions.find(({ id }) => id === retainedId)!;
    if (kept.snapshot.kind !== 'suggested') throw new Error('It was suggested.');
    const made = (changes: object): readonly Decision[] => [
      { ...kept, snapshot: { ...kept.snapshot, ...changes } } as unknown as Decision,
    ];
    const desk = { nameOf: () => '', timeZone: 'Europe/Paris' } as never;
    const of = (changes: object, engines = ENGINES) =>
      makeExplanationUseCases(desk, { made: () => made(changes) }, { engines });
    expect(of({}).assertProducible(caseId, [retainedId])).toBe(true);
    const refused = expect.objectContaining({ code: 'EXPLANATION_MISSING' }) as unknown;
    const broken = [of({ score: kept.snapshot.score + 1 }), of({ engineVersion: 'employers.v0' }), of({}, {})];
    for (const explanations of broken) {
      expect(() => explanations.assertProducible(caseId, [retainedId])).toThrow(refused);
      expect(() => explanations.ofDecision(caseId, retainedId)).toThrow(refused);
      // What is not on the paper does not keep it from leaving.
      expect(explanations.assertProducible(caseId, [])).toBe(false);
    }
    expect(CURRENT_ENGINE.version).toBe(kept.snapshot.engineVersion);
  });
});
