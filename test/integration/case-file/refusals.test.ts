import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calls, type CallName } from '../../../src/shared/contract/index.ts';
import type { SetAsideReason } from '../../../src/shared/domain/decision/decision.schema.ts';
import { EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody } from '../../../src/shared/domain/note/note.schema.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { decide, listFor } from './a-list.ts';
import { everyCall } from './every-call.ts';

const REASONS: readonly SetAsideReason[][] = [
  ['too-far'],
  ['pay', 'hours'],
  ['wrong-data'],
  ['already-tried'],
  ['other', 'not-now'],
];
const canary = (kind: string, index: number): string => `canari-${kind}-${index}`;
const ANY_CANARY = /canari/i;

/** Rule R10: saying no costs nothing, for it is told nowhere. */
describe('what a person refused', () => {
  let core: PeopleCore;
  let caseId: string;
  const retained: { readonly siret: string; readonly name: string }[] = [];
  const refused: { readonly siret: string; readonly name: string }[] = [];
  const refusedDecisions: string[] = [];
  let retainedDecision: string;
  const logged: unknown[] = [];
  const log = (level: string) => (event: string, details?: unknown) => void logged.push([level, event, details]);

  beforeAll(async () => {
    core = await peopleCore('refusals', { log: { info: log('info'), warn: log('warn'), error: log('error') } });
    caseId = await core.aCaseFile();
    const { page } = await listFor(core, caseId, { order: 'plain' });
    const rows = page.rows.map(({ siret, name }) => ({ siret, name }));
    expect(rows.length).toBeGreaterThan(13);
    retained.push(...rows.slice(0, 2));
    refused.push(...rows.slice(2, 12));
    for (const { siret } of retained) {
      retainedDecision = (await decide(core, caseId, siret, { outcome: 'retained' })).opId;
    }
    for (const [index, reasons] of REASONS.entries()) {
      const words = canary('refus', index);
      const { opId } = await decide(core, caseId, refused[index]!.siret, { outcome: 'set-aside', reasons, words });
      refusedDecisions.push(opId);
      const later = { outcome: 'later', words: canary('plus-tard', index) } as const;
      refusedDecisions.push((await decide(core, caseId, refused[index + 5]!.siret, later)).opId);
    }
    const own = { name: canary('entreprise', 0), communeName: canary('commune', 0), approach: canary('approche', 0) };
    const { opId: ownEmployerId } = await core.ask('decision.addOwn', { commandId: core.newId(), caseId, ...own });
    const { opId } = await core.ask('decision.make', {
      ...{ commandId: core.newId(), caseId, item: { kind: 'own', ownEmployerId }, outcome: 'set-aside' },
      ...{ reasons: ['not-wanted'], words: canary('refus', 9), list: null, baseRevision: 0 },
    });
    refusedDecisions.push(opId);
  });
  afterAll(() => core.cleanup());

  const expectNoRefusal = (answer: unknown): void => {
    const text = JSON.stringify(answer);
    expect(text).not.toMatch(ANY_CANARY);
    for (const { siret, name } of refused) {
      expect(text).not.toContain(siret);
      expect(text).not.toContain(name);
    }
    for (const id of refusedDecisions) expect(text).not.toContain(id);
    for (const reason of new Set(REASONS.flat())) expect(text).not.toContain(`"${reason}"`);
  };

  it('is in the file of whoever keeps it, so that the search below would find it', async () => {
    const { decided } = await core.ask('decision.list', { caseId });
    expect(JSON.stringify(decided).match(/canari-(refus|plus-tard)/g)).toHaveLength(11);
    expect(decided.filter(({ outcome }) => outcome === 'set-aside')).toHaveLength(6);
  });

  it('fills in no note and can be linked from none', async () => {
    const draft = await core.ask('note.draft', { caseId });
    expect(draft.linkable.map(({ text }) => text)).toEqual(
      expect.arrayContaining(retained.map(({ name }) => expect.stringContaining(name) as string)),
    );
    expect(draft.linkable).toHaveLength(2);
    expectNoRefusal(draft);
  });

  it('is in no validated note and no copied text, even when a draft points to it', async () => {
    const { body } = await core.ask('note.draft', { caseId });
    const pointing: DraftBody = {
      ...body,
      sections: { ...EMPTY_SECTIONS, personSays: 'Préfère les journées.' },
      links: [...body.links, ...refusedDecisions.map((id) => ({ kind: 'decision' as const, id }))],
    };
    await core.ask('note.saveDraft', { caseId, body: pointing, baseVersion: null });
    const { opId: noteId } = await core.ask('note.validate', {
      commandId: core.newId(),
      caseId,
      body: pointing,
      baseVersion: null,
    });
    const notes = await core.ask('note.list', { caseId });
    expect(notes).toHaveLength(1);
    expect(notes[0]!.links.map(({ text }) => text).join()).toContain(retained[0]!.name);
    expectNoRefusal(notes);
    const { text } = await core.ask('note.copyText', { caseId, noteId });
    expect(text).toContain(retained[1]!.name);
    expectNoRefusal(text);
    expectNoRefusal(await core.ask('note.draft', { caseId }));
  });

  it('leaves a draft that linked it while it was retained', async () => {
    const changed = retained.shift()!;
    const draft = await core.ask('note.draft', { caseId });
    const { decided } = await core.ask('decision.list', { caseId });
    const { decisionId } = decided.find(({ name }) => name === changed.name)!;
    const body: DraftBody = { ...draft.body, links: [{ kind: 'decision', id: decisionId }] };
    await core.ask('note.saveDraft', { caseId, body, baseVersion: null });
    await decide(core, caseId, changed.siret, { outcome: 'set-aside', reasons: ['pay'], words: canary('refus', 10) });
    expect((await core.ask('note.draft', { caseId })).linkable.map(({ id }) => id)).not.toContain(decisionId);
    const written = { ...body, sections: { ...EMPTY_SECTIONS, decided: 'Rien de plus.' } };
    const { opId: noteId } = await core.ask('note.validate', {
      commandId: core.newId(),
      caseId,
      body: written,
      baseVersion: null,
    });
    const { text } = await core.ask('note.copyText', { caseId, noteId });
    expect(text).toBe('Ce que nous avons décidé\nRien de plus.');
  });

  it('is in no spreadsheet', async () => {
    const { csv } = await core.ask('caseFile.portfolioCsv', { reason: 'réunion d’équipe' });
    expect(csv).toContain('Nadia Ferrand');
    expectNoRefusal(csv);
    for (const field of csv.split(/[;\r\n]+/)) expect(field).not.toMatch(/pas retenu|écart|refus/i);
  });

  it('is not told by what is told after a change, nor in the log of the application', async () => {
    expect(JSON.stringify(core.events)).not.toMatch(ANY_CANARY);
    expect(JSON.stringify(logged)).not.toMatch(ANY_CANARY);
  });

  it.each([1, 2] as const)('is in no answer of any call to somebody else (account %i)', async (account) => {
    await core.unlockAs(account);
    const inputs = everyCall({
      ...{ caseId, account, siret: refused[0]!.siret, refusedDecision: refusedDecisions[0]!, retainedDecision },
      newId: core.newId,
    });
    const names = Object.keys(inputs) as CallName[];
    for (const name of names) {
      const envelope = await core.call(name, inputs[name as keyof typeof inputs]);
      const text = JSON.stringify(envelope);
      expect(text, name).not.toMatch(ANY_CANARY);
      for (const id of refusedDecisions) expect(text, name).not.toContain(id);
      expect(text, name).not.toContain('Nadia');
      // Of a case file, nothing at all: it is not there for this person.
      const isAboutFile = 'caseId' in inputs[name as keyof typeof inputs];
      if (isAboutFile && name !== 'caseFile.create') expect(envelope, name).toMatchObject({ ok: false });
      if (name === 'correction.list') {
        expect(envelope).toMatchObject({ data: [{ siret: refused[2]!.siret, kind: 'wrong-data' }] });
        expect(Object.keys((envelope as unknown as { data: object[] }).data[0]!).sort()).toEqual([
          'communeName',
          'kind',
          'name',
          'optOut',
          'reportedOn',
          'siret',
        ]);
      }
    }
    expect(ACCOUNTS[account].role === 'supervisor').toBe(account === 2);
    expect(Object.keys(calls).length).toBeGreaterThan(names.length);
    await core.unlockAs(0);
  });
});
