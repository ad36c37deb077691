import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { decide, listFor, A_LIST as LIST } from './a-list.ts';

describe('the thread of an appointment', () => {
  let core: PeopleCore;
  let caseId: string;
  beforeAll(async () => {
    core = await peopleCore('thread');
    caseId = await core.aCaseFile();
  });
  afterAll(() => core.cleanup());

  it('lists the person by name, with the project and nothing that ranks', async () => {
    expect(await core.ask('caseFile.portfolio', {})).toMatchObject([
      { first: 'Nadia', last: 'Ferrand', project: 'Vendeuse en alimentation', place: 'Metz', retained: 0 },
    ]);
  });

  it('proposes companies for the project, retains one, sets another aside, and the note tells the first only', async () => {
    const before = await core.ask('suggestion.forCase', { caseId, ...LIST, offset: 0, limit: 20 });
    if (before.mode !== 'suggested') throw new Error('nothing was computed');
    const [first, second] = before.page.rows;
    await decide(core, caseId, first!.siret, { outcome: 'retained' });
    const why = { reasons: ['too-far' as const], words: 'canari du refus' };
    await decide(core, caseId, second!.siret, { outcome: 'set-aside', ...why });
    const after = await core.ask('suggestion.forCase', { caseId, ...LIST, offset: 0, limit: 20 });
    expect(after.page.eligible).toBe(before.page.eligible - 1);
    expect(after.page.rows.map(({ siret }) => siret)).not.toContain(second!.siret);
    expect(after.standings[first!.siret]).toMatchObject({ outcome: 'retained' });
    expect(after.setAside).toBe(1);

    const draft = await core.ask('note.draft', { caseId });
    expect(draft.linkable.map(({ text }) => text)).toEqual([expect.stringContaining(first!.name)]);
    const body = { ...draft.body, sections: { ...EMPTY_SECTIONS, personSays: 'Préfère les journées.' } };
    await core.ask('note.saveDraft', { caseId, body, baseVersion: 0 });
    const { opId: noteId } = await core.ask('note.validate', { commandId: core.newId(), caseId, body, baseVersion: 1 });
    const { text } = await core.ask('note.copyText', { caseId, noteId });
    expect(text).toContain(first!.name);
    expect(text).not.toContain(second!.name);
    expect(text).not.toContain('canari');
    expect((await core.ask('note.draft', { caseId })).version).toBe(0);
  });

  it('keeps no social security number and no card in what is typed of somebody, and says which it is, not what it is', async () => {
    const told = 'Donne 4111 1111 1111 1111';
    const line = {
      on: '2026-03-02',
      channel: 'telephone',
      initiatedBy: 'person',
      isExchange: true,
      line: told,
    } as const;
    const contact = await core.refusal('contact.record', { commandId: core.newId(), caseId, ...line });
    const asked = { owner: 'advisor', text: told, dueOn: null } as const;
    const action = await core.refusal('action.add', { commandId: core.newId(), caseId, ...asked });
    const { siret } = (await listFor(core, caseId, { order: 'plain' })).page.rows[0]!;
    const item = { kind: 'establishment', siret } as const;
    const { revision } = await decide(core, caseId, siret, { outcome: 'retained' });
    const newly = () => ({ commandId: core.newId(), caseId });
    const contactOf = { name: '', role: '', phone: '', email: '', source: 'call', knownOn: '2026-03-02' } as const;
    const refusals = [
      contact,
      action,
      ...(await Promise.all([
        core.refusal('appointment.begin', { ...newly(), minutes: 30, modality: 'on-site', purpose: told }),
        core.refusal('decision.addOwn', { ...newly(), name: 'Chez Léa', communeName: '', approach: told }),
        core.refusal('approach.word', { ...newly(), item, text: told, baseRevision: 0 }),
        core.refusal('employerContact.save', { siret, ...contactOf, wayIn: told, baseVersion: 0 }),
        core.refusal('decision.make', {
          ...{ ...newly(), item, outcome: 'set-aside', reasons: ['other'], words: told, list: null },
          baseRevision: revision,
        }),
      ])),
    ];
    for (const refused of refusals) {
      expect(refused).toMatchObject({ code: 'NUMBER_REFUSED', details: { numbers: ['payment-card'] } });
      expect(JSON.stringify(refused)).not.toContain('4111');
    }
  });

  it('has it all in the timeline, newest first', async () => {
    const kinds = (await core.ask('caseFile.timeline', { caseId })).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['created', 'decision', 'note']));
  });
});
