import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { aNote } from '../../support/valid-inputs.ts';

describe('a note that its author takes back', () => {
  let core: PeopleCore;
  let caseId: string;
  let noteId: string;
  let revision: number;

  beforeAll(async () => {
    core = await peopleCore('withdrawn-notes');
  });
  afterAll(() => core.cleanup());
  beforeEach(async () => {
    caseId = await core.aCaseFile();
    const body = aNote('Préfère marcher.');
    const done = await core.ask('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null });
    noteId = done.opId;
    revision = done.revision;
  });

  const withdrawal = () => ({
    ...{ commandId: core.newId(), caseId, noteId, why: 'Écrite dans un autre dossier.', baseRevision: revision },
  });

  it('stays in the file with its words and why, and leaves the copies, the search and the timeline', async () => {
    const command = withdrawal();
    const first = await core.ask('note.withdraw', command);
    expect(await core.ask('note.withdraw', command), 'asked again').toEqual(first);
    expect(await core.ask('note.list', { caseId })).toMatchObject([
      { id: noteId, sections: { personSays: 'Préfère marcher.' }, withdrawn: { why: 'Écrite dans un autre dossier.' } },
    ]);
    expect(await core.refusal('note.copyText', { caseId, noteId })).toMatchObject({ code: 'NOTE_WITHDRAWN' });
    const asked = { text: 'marcher', order: 'newest', limit: 10 } as const;
    expect((await core.ask('note.search', asked)).hits.filter((hit) => hit.caseId === caseId)).toEqual([]);
    const timeline = await core.ask('caseFile.timeline', { caseId });
    expect(timeline.filter(({ kind }) => kind === 'note')).toMatchObject([{ isWithdrawn: true, excerpt: '' }]);
  });

  it('is taken back once, corrected no more, and undone by nobody', async () => {
    const { opId } = await core.ask('note.withdraw', withdrawal());
    const { revision: baseRevision } = (await core.ask('note.list', { caseId }))[0]!;
    const again = { ...withdrawal(), baseRevision };
    expect(await core.refusal('note.withdraw', again)).toMatchObject({ code: 'NOTE_WITHDRAWN' });
    const body = { ...aNote('Préfère le bus.'), corrects: noteId, why: 'Erreur.' };
    const correction = { commandId: core.newId(), caseId, body, baseVersion: null };
    expect(await core.refusal('note.validate', correction)).toMatchObject({ code: 'NOTE_WITHDRAWN' });
    const undo = { commandId: core.newId(), caseId, opId };
    expect(await core.refusal('caseFile.undo', undo)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });

  it('gives back the note that it corrected', async () => {
    const body = { ...aNote('Préfère le bus.'), corrects: noteId, why: 'Erreur.' };
    const later = await core.ask('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null });
    await core.ask('note.withdraw', { ...withdrawal(), noteId: later.opId, baseRevision: later.revision });
    const notes = await core.ask('note.list', { caseId });
    expect(notes.find(({ id }) => id === noteId)).toMatchObject({ correctedBy: null, withdrawn: null });
  });

  it('is not filled in from any more', async () => {
    await core.ask('note.withdraw', withdrawal());
    expect((await core.ask('note.draft', { caseId })).proposed).toBe('first');
  });

  it('corrects nothing without a reason', async () => {
    const body = { ...aNote('Préfère le bus.'), corrects: noteId };
    const correction = { commandId: core.newId(), caseId, body, baseVersion: null };
    expect(await core.refusal('note.validate', correction)).toMatchObject({ code: 'NOTE_WITHOUT_WHY' });
  });

  it('says no social security number as its reason', async () => {
    const why = 'Mauvais numéro : 1 85 05 78 999 999 38.';
    expect(await core.refusal('note.withdraw', { ...withdrawal(), why })).toMatchObject({ code: 'NUMBER_REFUSED' });
  });

  it('is out of reach of another advisor', async () => {
    await core.unlockAs(1);
    expect(await core.refusal('note.withdraw', withdrawal())).toMatchObject({ code: 'NOT_FOUND' });
    await core.unlockAs(0);
  });
});
