import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseExportSchema, type CaseExport } from '../../../src/shared/domain/case-export/case-export.schema.ts';
import { CANARIES, writeCanaries } from '../../support/canaries.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { decide, listFor } from '../case-file/a-list.ts';

/** What the person's own file says, and what it does not. */
const NOT_IN_IT: readonly (keyof typeof CANARIES)[] = [
  // Not validated yet.
  'draft',
  // Of the portfolio, not of this file.
  'reason',
];

describe('all that a file holds, for its person', () => {
  let core: PeopleCore;
  let caseId: string;
  let compiled: CaseExport;

  beforeAll(async () => {
    core = await peopleCore('case-export', { clock: { now: () => TEST_NOW } });
    const other = await core.aCaseFile({ first: 'Autre', last: 'Personne' });
    await core.say(other, 'proudOf', 'canari-du-voisin');
    caseId = await writeCanaries(core.ask, core.newId, TEST_NOW + 3_600_000);
    await core.say(caseId, 'project1.occupation', { rome: 'D1106', label: 'Vente', title: 'Vente' });
    await core.say(caseId, 'project1.place', { communeCode: '57463', name: 'Metz' });
    const { page } = await listFor(core, caseId, { order: 'plain' });
    const [one, two] = page.rows;
    await decide(core, caseId, one!.siret, { outcome: 'retained' });
    const { opId } = await decide(core, caseId, two!.siret, { outcome: 'later' });
    await core.ask('caseFile.undo', { commandId: core.newId(), caseId, opId });
    await core.say(caseId, 'address', '2 rue des Lilas');
    await core.ask('caseFile.recordLeaving', { caseId, paper: 'file', medium: 'data', reason: 'canari-demande' });
    compiled = await core.ask('caseFile.compile', { caseId });
  });
  afterAll(() => core.cleanup());

  it('has the documented shape', () => {
    expect(caseExportSchema.safeParse(compiled).error).toBeUndefined();
    expect(compiled).toMatchObject({
      ...{ format: 'vis-a-vis.case-file', version: 1, madeAt: TEST_NOW },
      ...{ madeBy: 'Camille Essai', agency: 'Agence d’essai' },
    });
  });

  it('has every word that was written in it, refusals and their reasons included', () => {
    const all = JSON.stringify(compiled);
    for (const [name, words] of Object.entries(CANARIES)) {
      if (NOT_IN_IT.includes(name as keyof typeof CANARIES)) expect(all, name).not.toContain(words);
      else expect(all, name).toContain(words);
    }
    expect(compiled.decisions.map(({ outcome, isTakenBack }) => [outcome, isTakenBack])).toEqual([
      ['set-aside', false],
      ['retained', false],
      ['later', true],
    ]);
    expect(compiled.decisions[0]).toMatchObject({ reasons: ['other'], words: CANARIES.refusal });
  });

  it('has what a fact was before, and every operation of the log', async () => {
    const address = compiled.facts.find(({ field }) => field === 'address');
    expect(address).toMatchObject({ value: '2 rue des Lilas', by: 'Camille Essai' });
    expect(address?.before).toMatchObject([{ value: CANARIES.address, saidBy: 'person' }]);
    expect(compiled.log.at(0)).toMatchObject({ kind: 'caseFile.create', by: 'Camille Essai' });
    expect(compiled.log.length).toBeGreaterThan(12);
  });

  it('has who opened it and took what out of it, with the reason', () => {
    const reason = { kind: 'said', words: 'canari-demande' };
    expect(compiled.accesses[0]).toMatchObject({ paper: 'file', medium: 'data', reason });
    expect(compiled.accesses.map(({ kind }) => kind)).toContain('copied');
  });

  it('has nothing of anybody else', () => {
    expect(JSON.stringify(compiled)).not.toMatch(/canari-du-voisin|Autre|Personne/);
  });

  it('leaves as a whole for a reason, and for none does not', async () => {
    for (const medium of ['pdf', 'data'] as const) {
      const refusal = await core.refusal('caseFile.recordLeaving', { caseId, paper: 'file', medium });
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  it('says that nothing is there of what was erased', async () => {
    const { revision } = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.close', {
      ...{ commandId: core.newId(), caseId, baseRevision: revision },
      ...{ on: '2026-08-31', reason: 'agreed-by-both', outcome: 'not-known' },
    });
    const closed = await core.ask('caseFile.get', { caseId });
    await core.ask('caseFile.erase', {
      ...{ commandId: core.newId(), caseId, why: 'person-request', baseRevision: closed.revision },
    });
    expect(await core.refusal('caseFile.compile', { caseId })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
