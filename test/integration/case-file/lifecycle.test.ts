import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFile, PortfolioRow } from '../../../src/shared/domain/case-file/case-file.schema.ts';
import { EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const DAY = 86_400_000;

describe('what becomes of a file', () => {
  let core: PeopleCore;
  const now = TEST_NOW;
  beforeAll(async () => {
    core = await peopleCore('lifecycle', { clock: { now: () => now } });
  });
  afterAll(() => core.cleanup());

  const of = (caseId: string) => ({ commandId: core.newId(), caseId });
  const get = (caseId: string): Promise<CaseFile> => core.ask('caseFile.get', { caseId });
  const rowOf = async (caseId: string): Promise<PortfolioRow> =>
    (await core.ask('caseFile.portfolio', {})).find(({ id }) => id === caseId)!;
  const close = async (caseId: string, on = '2026-08-31') =>
    core.ask('caseFile.close', {
      ...{ ...of(caseId), on, reason: 'project-reached', outcome: 'lasting-job' },
      baseRevision: (await get(caseId)).revision,
    });
  const aTag = async (name: string) => {
    const tagId = core.newId();
    const { revision } = await core.ask('agencyTag.add', { commandId: core.newId(), tagId, name });
    return { tagId, revision };
  };
  const undo = (caseId: string, opId: string) => core.ask('caseFile.undo', { ...of(caseId), opId });

  it('is closed with a day, a reason and an outcome, and says what is kept and until when', async () => {
    const caseId = await core.aCaseFile();
    await close(caseId);
    expect(await get(caseId)).toMatchObject({
      ...{ closedOn: '2026-08-31', closingReason: 'project-reached', outcome: 'lasting-job', archivedOn: null },
      retention: { eraseAfter: '2029-09-01', mayErase: true, whys: ['person-request', 'mistake'] },
    });
    expect(await rowOf(caseId)).toMatchObject({ closedOn: '2026-08-31', overdueDays: null, archivedOn: null });
    expect(await core.ask('caseFile.timeline', { caseId })).toContainEqual(
      expect.objectContaining({ kind: 'closed', on: '2026-08-31', reason: 'project-reached', outcome: 'lasting-job' }),
    );
  });

  it('is not closed on a day to come, nor twice', async () => {
    const caseId = await core.aCaseFile();
    const { revision: baseRevision } = await get(caseId);
    const closing = { ...of(caseId), reason: 'moved', outcome: 'moved' } as const;
    expect(await core.refusal('caseFile.close', { ...closing, on: '2026-09-02', baseRevision })).toMatchObject({
      ...{ code: 'INVALID_INPUT', details: { fields: ['on: after_today'] } },
    });
    const { revision } = await close(caseId);
    const again = { ...closing, on: '2026-09-01', baseRevision: revision };
    expect(await core.refusal('caseFile.close', again)).toMatchObject({ code: 'CASE_CLOSED' });
    // Whoever has not seen the closing is told that it changed.
    expect(await core.refusal('caseFile.setTags', { ...of(caseId), tagIds: [], baseRevision })).toMatchObject({
      code: 'CHANGED_MEANWHILE',
    });
  });

  it('plans, agrees on and decides nothing new once it is closed, and still takes what was said', async () => {
    const caseId = await core.aCaseFile();
    const added = await core.ask('action.add', { ...of(caseId), owner: 'person', text: 'Écrire', dueOn: null });
    await close(caseId);
    const when = { startsAt: now + DAY, minutes: 30, modality: 'on-site', purpose: '' };
    const own = { name: 'Maison Clerc', communeName: 'Metz', approach: '' };
    for (const [name, input] of [
      ['appointment.schedule', when],
      ['action.add', { owner: 'advisor', text: 'Appeler', dueOn: null }],
      ['decision.addOwn', own],
      [
        'decision.make',
        {
          ...{ item: { kind: 'own', ownEmployerId: caseId }, outcome: 'retained', reasons: [], words: '', list: null },
          baseRevision: 0,
        },
      ],
    ] as const) {
      expect(await core.refusal(name, { ...of(caseId), ...input }), name).toMatchObject({ code: 'CASE_CLOSED' });
    }
    const exchange = { on: '2026-09-01', channel: 'telephone', initiatedBy: 'person', isExchange: true } as const;
    await core.ask('contact.record', { ...of(caseId), ...exchange, line: 'Tout va bien.' });
    const body = {
      ...{ on: '2026-09-01', modality: 'on-site' as const, links: [], corrects: null },
      sections: { ...EMPTY_SECTIONS, personSays: 'Content du poste.' },
    };
    await core.ask('note.saveDraft', { caseId, body, baseVersion: null });
    await core.ask('note.validate', { ...of(caseId), body, baseVersion: 1 });
    await core.say(caseId, 'email', 'nadia@exemple.fr');
    await core.ask('action.setState', {
      ...{ ...of(caseId), actionId: added.opId, state: 'done', baseRevision: added.revision },
    });
    expect(await core.ask('note.list', { caseId })).toHaveLength(1);
  });

  it('answers what was asked before it was closed, to whoever did not hear', async () => {
    const caseId = await core.aCaseFile();
    const asked = { ...of(caseId), owner: 'advisor', text: 'Appeler', dueOn: null } as const;
    const first = await core.ask('action.add', asked);
    await close(caseId);
    expect(await core.ask('action.add', asked)).toEqual(first);
  });

  it('is archived once closed, and reopened out of the archive with its whole story', async () => {
    const caseId = await core.aCaseFile();
    const open = await get(caseId);
    const early = { ...of(caseId), baseRevision: open.revision };
    expect(await core.refusal('caseFile.archive', early)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    expect(await core.refusal('caseFile.reopen', early)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const closed = await close(caseId);
    const archived = await core.ask('caseFile.archive', { ...of(caseId), baseRevision: closed.revision });
    expect(await rowOf(caseId)).toMatchObject({ archivedOn: '2026-09-01', closedOn: '2026-08-31' });
    const twice = { ...of(caseId), baseRevision: archived.revision };
    expect(await core.refusal('caseFile.archive', twice)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await core.ask('caseFile.reopen', { ...of(caseId), baseRevision: archived.revision });
    expect(await get(caseId)).toMatchObject({
      ...{ closedOn: null, closingReason: null, outcome: null, archivedOn: null, facts: open.facts },
      retention: { eraseAfter: null, mayErase: false },
    });
    const kinds = (await core.ask('caseFile.timeline', { caseId })).map(({ kind }) => kind);
    expect(kinds.toSorted()).toEqual(['archived', 'closed', 'created', 'reopened']);
  });

  it('is undone step by step: the archive, the reopening, the closing', async () => {
    const caseId = await core.aCaseFile();
    const stateOf = async () => {
      const { closedOn, closingReason, outcome, archivedOn } = await get(caseId);
      return { closedOn, closingReason, outcome, archivedOn };
    };
    const [open, closing] = [await stateOf(), await close(caseId)];
    const closed = await stateOf();
    const archiving = await core.ask('caseFile.archive', { ...of(caseId), baseRevision: closing.revision });
    const archived = await stateOf();
    const out = await undo(caseId, archiving.opId);
    expect(await stateOf()).toEqual(closed);
    await undo(caseId, out.opId);
    expect(await stateOf()).toEqual(archived);
    const reopening = await core.ask('caseFile.reopen', {
      ...{ ...of(caseId), baseRevision: (await get(caseId)).revision },
    });
    const back = await undo(caseId, reopening.opId);
    expect(await stateOf()).toEqual(archived);
    await undo(caseId, back.opId);
    expect(await stateOf()).toEqual(open);
  });

  it('wears tags of the agency and no other; a retired one stays where it was', async () => {
    const caseId = await core.aCaseFile();
    const [workshop, forum] = [await aTag('Atelier CV'), await aTag('Forum')];
    const set = async (...tagIds: readonly string[]) =>
      core.call('caseFile.setTags', { ...of(caseId), tagIds, baseRevision: (await get(caseId)).revision });
    await core.ask('caseFile.portfolio', {});
    expect(await set(workshop.tagId, workshop.tagId)).toMatchObject({ ok: true });
    expect((await get(caseId)).tagIds).toEqual([workshop.tagId]);
    // The list that was looked at before the change is not the one answered after it.
    expect((await rowOf(caseId)).tagIds).toEqual([workshop.tagId]);
    expect(await set(core.newId())).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    for (const { tagId, revision } of [workshop, forum]) {
      await core.ask('agencyTag.retire', { commandId: core.newId(), tagId, baseRevision: revision });
    }
    expect(await set(workshop.tagId)).toMatchObject({ ok: true });
    expect(await set(workshop.tagId, forum.tagId)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    const { opId } = await core.ask('caseFile.setTags', {
      ...{ ...of(caseId), tagIds: [], baseRevision: (await get(caseId)).revision },
    });
    await undo(caseId, opId);
    expect((await rowOf(caseId)).tagIds).toEqual([workshop.tagId]);
    const listed = await core.ask('agencyTag.list', {});
    expect(listed).toMatchObject([
      { name: 'Atelier CV', isRetired: true, files: 1 },
      { name: 'Forum', isRetired: true, files: 0 },
    ]);
  });

  it('has facts confirmed: the value stays, the day is new, the history says both, and it is undone', async () => {
    const caseId = await core.aCaseFile();
    const before = (await get(caseId)).facts['project1.place']!;
    const said = { field: 'project1.place', saidBy: 'advisor', saidOn: '2026-09-01' } as const;
    const command = { ...of(caseId), ...said, baseRevision: before.revision };
    const { opId, revision } = await core.ask('caseFile.confirmFact', command);
    expect((await get(caseId)).facts['project1.place']).toMatchObject({
      ...{ value: before.value, saidBy: 'advisor', saidOn: '2026-09-01', revision },
    });
    const history = await core.ask('caseFile.fieldHistory', { caseId, field: 'project1.place' });
    expect(history.map(({ value, saidOn }) => ({ value, saidOn }))).toEqual([
      { value: before.value, saidOn: '2026-09-01' },
      { value: before.value, saidOn: '2026-03-01' },
    ]);
    const stale = { ...command, commandId: core.newId() };
    expect(await core.refusal('caseFile.confirmFact', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    await undo(caseId, opId);
    expect((await get(caseId)).facts['project1.place']).toMatchObject({ saidBy: 'person', saidOn: '2026-03-01' });
  });

  it('has nothing confirmed that is not known, nor on a day to come', async () => {
    const caseId = await core.aCaseFile();
    const said = { ...of(caseId), saidBy: 'person', baseRevision: 0 } as const;
    expect(await core.refusal('caseFile.confirmFact', { ...said, field: 'email', saidOn: '2026-09-01' })).toMatchObject(
      { code: 'NOT_FOUND' },
    );
    expect(await core.refusal('caseFile.confirmFact', { ...said, field: 'name', saidOn: '2026-09-02' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('shows in one line what its deadlines, its rhythm and its filters are read from', async () => {
    const caseId = await core.aCaseFile();
    await core.say(caseId, 'credentials', [{ label: 'CACES', expiresOn: '2026-10-01' }]);
    await core.say(caseId, 'rightToWorkCheckBy', '2026-09-15');
    expect(await rowOf(caseId)).toMatchObject({
      ...{ occupationRome: 'D1106', placeCode: '57463', rhythmDays: 45, createdOn: '2026-09-01', tagIds: [] },
      deadlines: [
        { kind: 'right-to-work', label: '', on: '2026-09-15' },
        { kind: 'credential', label: 'CACES', on: '2026-10-01' },
      ],
      expiry: { label: 'CACES', expiresOn: '2026-10-01' },
    });
  });
});
