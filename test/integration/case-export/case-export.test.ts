import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseExportSchema, type CaseExport } from '../../../src/shared/domain/case-export/case-export.schema.ts';
import { CANARIES, writeCanaries } from '../../support/canaries.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { aNote } from '../../support/valid-inputs.ts';
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

  it('has the lines of preparation of each who follows the file, and of nobody’s other file', async () => {
    const until = '2026-09-09';
    const lent = { toId: ACCOUNTS[1].id, until, reason: 'training' } as const;
    await core.ask('handOver.lend', { commandId: core.newId(), caseId, ...lent });
    await core.unlockAs(1);
    await core.ask('privateLine.save', { caseId, text: 'canari-du-relais' });
    expect(await core.ask('privateLine.get', { caseId })).toMatchObject({ text: 'canari-du-relais' });
    await core.unlockAs(0);
    const { preparation } = await core.ask('caseFile.compile', { caseId });
    expect(preparation.map(({ text, writtenBy }) => [text, writtenBy]).toSorted()).toEqual(
      [
        [CANARIES.preparation, ACCOUNTS[0].name],
        ['canari-du-relais', ACCOUNTS[1].name],
      ].toSorted(),
    );
  });

  it('has what became of the situation six months after, a withdrawn note and a replaced contract', async () => {
    const past = await core.aCaseFile({ first: 'Solange', last: 'Essai' });
    const of = () => ({ commandId: core.newId(), caseId: past });
    const contract = { kind: 'youth', signedOn: '2026-01-05', startsOn: '2026-01-05', endsOn: null } as const;
    const terms = { weeklyHours: null, commitments: [], reference: '', replaces: null };
    const { opId: first } = await core.ask('engagement.record', { ...of(), ...contract, ...terms });
    await core.ask('engagement.record', { ...of(), ...contract, ...terms, signedOn: '2026-02-05', replaces: first });
    const { opId: noteId } = await core.ask('note.validate', { ...of(), body: aNote('Au revoir.'), baseVersion: null });
    const [note] = await core.ask('note.list', { caseId: past });
    await core.ask('note.withdraw', {
      ...of(),
      noteId,
      why: 'écrite au mauvais dossier',
      baseRevision: note!.revision,
    });
    const { revision: baseRevision } = await core.ask('caseFile.get', { caseId: past });
    const closing = { on: '2026-02-20', reason: 'project-reached', outcome: 'lasting-job' } as const;
    await core.ask('caseFile.close', { ...of(), baseRevision, ...closing });
    const told = { closedOn: '2026-02-20', situation: 'training' } as const;
    await core.ask('outcome.tell', { ...of(), ...told, baseRevision: 0 });
    const all = await core.ask('caseFile.compile', { caseId: past });
    expect(caseExportSchema.safeParse(all).error).toBeUndefined();
    expect(all.laterOutcomes).toMatchObject([{ ...told, writtenBy: ACCOUNTS[0].name }]);
    expect(all.notes).toMatchObject([{ withdrawn: { why: 'écrite au mauvais dossier' } }]);
    expect(all.engagements).toHaveLength(2);
    expect(all.engagements.find(({ id }) => id === first)?.replacedBy).not.toBeNull();
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
