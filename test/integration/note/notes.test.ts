import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody, NoteSections } from '../../../src/shared/domain/note/note.schema.ts';
import { NOTE_MAX_CHARACTERS } from '../../../src/shared/domain/note/note.ts';
import { accessesOf } from '../../support/accesses.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk, type SecondDesk } from '../../support/second-desk.ts';
import { decide, listFor } from '../case-file/a-list.ts';

const MINUTE = 60_000;

describe('the notes of a case file', () => {
  let core: PeopleCore;
  let desk: SecondDesk;
  let caseId: string;
  let now = TEST_NOW;

  beforeAll(async () => {
    core = await peopleCore('notes', { clock: { now: () => now } });
    desk = await secondDesk(core.dataDir);
  });
  afterAll(() => {
    desk.close();
    core.cleanup();
  });

  const bodyWith = (sections: Partial<NoteSections>, changes: Partial<DraftBody> = {}): DraftBody => ({
    ...BEFORE_TEMPLATES,
    ...{ on: '2026-09-01', modality: 'on-site', links: [], corrects: null, ...changes },
    sections: { ...EMPTY_SECTIONS, ...sections },
  });
  const save = (body: DraftBody) => core.ask('note.saveDraft', { caseId, body, baseVersion: null });
  const validate = async (body: DraftBody): Promise<string> =>
    (await core.ask('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null })).opId;
  const draftRows = (): number => Number(desk.store.db.prepare('SELECT count(*) FROM draft').pluck().get());

  describe('a draft', () => {
    beforeAll(async () => {
      caseId = await core.aCaseFile();
    });

    it('keeps its last twenty versions, each with its time', async () => {
      for (let version = 1; version <= 25; version += 1) {
        now += MINUTE;
        expect(await save(bodyWith({ personSays: `version ${version}` }))).toEqual({ version, savedAt: now });
      }
      const versions = await core.ask('note.draftVersions', { caseId });
      expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
      expect(versions[0]!.body.sections.personSays).toBe('version 25');
      expect(await core.ask('note.draft', { caseId })).toMatchObject({ version: 25, savedAt: now });
      expect(draftRows()).toBe(20);
    });

    it('has no other version when nothing changed', async () => {
      expect((await save(bodyWith({ personSays: 'version 25' }))).version).toBe(25);
      expect(draftRows()).toBe(20);
    });

    it('is not replaced by another window that had read an earlier version: both texts are kept', async () => {
      const body = bodyWith({ personSays: 'ce que l’autre fenêtre a' });
      const stale = { caseId, body, baseVersion: 24 };
      expect(await core.refusal('note.saveDraft', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
      expect(await core.ask('note.draft', { caseId })).toMatchObject({ version: 25 });
      expect(await core.ask('note.saveDraft', { ...stale, baseVersion: null })).toMatchObject({ version: 26 });
      const [last, before] = await core.ask('note.draftVersions', { caseId });
      expect(last!.body.sections.personSays).toBe('ce que l’autre fenêtre a');
      expect(before!.body.sections.personSays).toBe('version 25');
      await core.ask('note.saveDraft', { caseId, body: bodyWith({ personSays: 'version 25' }), baseVersion: 26 });
    });

    it('is seen by whoever writes it and by nobody else', async () => {
      await core.unlockAs(1);
      for (const call of ['note.draft', 'note.draftVersions', 'note.list'] as const) {
        expect(await core.refusal(call, { caseId })).toMatchObject({ code: 'NOT_FOUND' });
      }
      const theirs = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
      expect(await core.ask('note.draft', { caseId: theirs })).toMatchObject({ version: 0, savedAt: null });
      await core.unlockAs(2);
      expect(await core.refusal('note.draft', { caseId })).toMatchObject({ code: 'NOT_ALLOWED' });
      await core.unlockAs(0);
      // Even for the same file, as when it is taken over: the rows have their author.
      desk.sit(1);
      const [author] = desk.store.db.prepare('SELECT DISTINCT author_id FROM draft').pluck().all();
      expect(author).toBe(ACCOUNTS[0].id);
      desk.sit(0);
    });

    it('survives locking and coming back', async () => {
      await core.ask('access.lock', {});
      await core.unlockAs(0);
      expect((await core.ask('note.draft', { caseId })).body.sections.personSays).toBe('version 25');
    });

    it('is not thrown away by a window that saw an earlier version', async () => {
      const { version } = await core.ask('note.draft', { caseId });
      const stale = () => desk.cases.notes.discardDraft(caseId, version - 1);
      expect(stale).toThrow(expect.objectContaining({ code: 'CHANGED_MEANWHILE' }));
      expect(await core.ask('note.draft', { caseId })).toMatchObject({ version });
      const discard = { caseId, baseVersion: version - 1 };
      expect(await core.refusal('note.discardDraft', discard)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
    });

    it('is gone with all its versions when it is thrown away', async () => {
      await core.ask('note.discardDraft', { caseId, baseVersion: null });
      expect(draftRows()).toBe(0);
      expect(await core.ask('note.draft', { caseId })).toMatchObject({ version: 0, savedAt: null });
    });

    it('never takes the number of another one, so that an old window cannot take it for its own', async () => {
      const { version: old } = await save(bodyWith({ personSays: 'la première' }));
      await core.ask('note.discardDraft', { caseId, baseVersion: old });
      const { version } = await save(bodyWith({ personSays: 'la seconde' }));
      expect(version).toBe(old + 1);
      const stale = { caseId, body: bodyWith({ personSays: 'la première, encore' }), baseVersion: old };
      expect(await core.refusal('note.saveDraft', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
      await core.ask('note.discardDraft', { caseId, baseVersion: version });
    });
  });

  describe('validating', () => {
    beforeAll(async () => {
      caseId = await core.aCaseFile();
    });

    it.each([
      ['NOTE_EMPTY', bodyWith({ object: ' \n ' })],
      ['NUMBER_REFUSED', bodyWith({ personSays: 'Son numéro : 1 85 05 78 999 999 38, à recopier.' })],
      ['NUMBER_REFUSED', bodyWith({ decided: 'Payer avec 4111 1111 1111 1111.' })],
      ['NOTE_TOO_LONG', bodyWith({ personSays: 'x'.repeat(600), decided: 'y'.repeat(NOTE_MAX_CHARACTERS - 599) })],
    ] as const)('is refused with %s, and the draft is kept', async (code, body) => {
      const { version } = await save(body);
      expect(
        await core.refusal('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null }),
      ).toMatchObject({ code });
      expect(await core.ask('note.draft', { caseId })).toMatchObject({ version, body });
      expect(await core.ask('note.list', { caseId })).toEqual([]);
    });

    it('takes a note of exactly the most characters, with its author and its time', async () => {
      now += MINUTE;
      const body = bodyWith({ personSays: 'x'.repeat(NOTE_MAX_CHARACTERS) });
      const id = await validate(body);
      expect(await core.ask('note.list', { caseId })).toMatchObject([
        { id, actorName: 'Camille Essai', actorId: ACCOUNTS[0].id, validatedAt: now, correctedBy: null },
      ]);
    });

    it('purges the draft in the same transaction', async () => {
      await save(bodyWith({ personSays: 'une' }));
      await save(bodyWith({ personSays: 'deux' }));
      const before = draftRows();
      expect(before).toBeGreaterThan(1);
      // A note that cannot be written leaves the draft where it is.
      desk.store.db.exec(`CREATE TRIGGER no_note BEFORE INSERT ON note BEGIN SELECT RAISE(ABORT, 'no'); END`);
      const body = bodyWith({ personSays: 'deux' });
      expect(
        await core.refusal('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null }),
      ).toMatchObject({
        code: 'INTERNAL',
      });
      expect(draftRows()).toBe(before);
      expect(await core.ask('note.list', { caseId })).toHaveLength(1);
      desk.store.db.exec('DROP TRIGGER no_note');
      await validate(body);
      expect(draftRows()).toBe(0);
      expect(await core.ask('note.list', { caseId })).toHaveLength(2);
    });

    it('is refused from a window that had read an earlier version, and both texts are kept', async () => {
      const mine = bodyWith({ personSays: 'ici' });
      const { version } = await save(mine);
      const { version: later } = await save(bodyWith({ personSays: 'dans l’autre fenêtre' }));
      const notes = await core.ask('note.list', { caseId });
      const command = { commandId: core.newId(), caseId, body: mine, baseVersion: version };
      for (const baseVersion of [version, 0]) {
        const stale = { ...command, baseVersion };
        expect(await core.refusal('note.validate', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' });
      }
      expect(await core.ask('note.list', { caseId })).toEqual(notes);
      expect(await core.ask('note.draftVersions', { caseId })).toMatchObject([{ version: later }, { version }]);
      await core.ask('note.validate', { ...command, baseVersion: later });
      expect(draftRows()).toBe(0);
    });

    it('is refused for a day to come, which is named', async () => {
      const body = bodyWith({ personSays: 'demain' }, { on: '2026-09-02' });
      const refusal = await core.refusal('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null });
      expect(refusal).toMatchObject({ code: 'INVALID_INPUT', details: { fields: ['body.on: after_today'] } });
    });

    it('asked again with the same identifier gives the same note, and the draft written since stays', async () => {
      const command = { commandId: core.newId(), caseId, body: bodyWith({ personSays: 'trois' }), baseVersion: null };
      const first = await core.ask('note.validate', command);
      expect(await core.ask('note.validate', command)).toEqual(first);
      expect(await core.ask('note.list', { caseId })).toHaveLength(4);
    });
  });

  describe('a validated note', () => {
    let noteId: string;
    beforeAll(async () => {
      caseId = await core.aCaseFile();
      now += MINUTE;
      noteId = await validate(bodyWith({ personSays: 'Cherche à Metz.' }));
    });

    it('is changed by no call: the same identifier for other words is refused', async () => {
      const before = await core.ask('note.list', { caseId });
      const other = { commandId: noteId, caseId, body: bodyWith({ personSays: 'Autre chose.' }), baseVersion: null };
      expect(await core.refusal('note.validate', other)).toMatchObject({ code: 'COMMAND_REUSED' });
      const undo = { commandId: core.newId(), caseId, opId: noteId };
      expect(await core.refusal('caseFile.undo', undo)).toMatchObject({ code: 'NOTHING_TO_UNDO' });
      expect(await core.ask('note.list', { caseId })).toEqual(before);
    });

    it('is corrected by another one, and both say so', async () => {
      now += MINUTE;
      const later = await validate(
        bodyWith({ personSays: 'Cherche à Metz et à Woippy.' }, { corrects: noteId, why: 'La ville manquait.' }),
      );
      const notes = await core.ask('note.list', { caseId });
      expect(notes).toMatchObject([
        { id: later, corrects: noteId, correctedBy: null, sections: { personSays: 'Cherche à Metz et à Woippy.' } },
        { id: noteId, corrects: null, correctedBy: later, sections: { personSays: 'Cherche à Metz.' } },
      ]);
      const timeline = await core.ask('caseFile.timeline', { caseId });
      expect(timeline).toEqual(
        expect.arrayContaining([expect.objectContaining({ kind: 'note', id: noteId, correctedBy: later })]),
      );
    });

    it('corrects no note of another file, nor one that does not exist', async () => {
      const other = await core.aCaseFile({ first: 'Bakary', last: 'Sow' });
      for (const [file, corrects] of [
        [other, noteId],
        [caseId, core.newId()],
      ] as const) {
        const body = bodyWith({ personSays: 'x' }, { corrects, why: 'x' });
        const refusal = await core.refusal('note.validate', {
          commandId: core.newId(),
          caseId: file,
          body,
          baseVersion: null,
        });
        expect(refusal).toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    it('keeps its links as they read that day', async () => {
      const { page } = await listFor(core, caseId);
      const { siret, name } = page.rows[0]!;
      const { opId } = await decide(core, caseId, siret, { outcome: 'retained' });
      const action = { owner: 'advisor', text: 'Envoyer la lettre', dueOn: '2026-09-04' } as const;
      const { opId: actionId } = await core.ask('action.add', { commandId: core.newId(), caseId, ...action });
      const links = [
        { kind: 'decision', id: opId },
        { kind: 'action', id: actionId },
      ] as const;
      const id = await validate(bodyWith({}, { links: [...links] }));
      await decide(core, caseId, siret, { outcome: 'later' });
      const { revision: baseRevision } = (await core.ask('action.list', { caseId }))[0]!;
      await core.ask('action.setState', { commandId: core.newId(), caseId, actionId, state: 'done', baseRevision });
      const { text } = await core.ask('note.copyText', { caseId, noteId: id });
      expect(text).toContain(`Ce que nous avons décidé\n- ${name}`);
      expect(text).toContain(
        'Ce que je fais de mon côté\n- Envoyer la lettre (l’agence), avant le vendredi 4 septembre 2026',
      );
    });

    it('is copied by nobody else, and each copy is written in the access log', async () => {
      const copies = () => accessesOf(desk.store.db, caseId).filter(({ act }) => act === 'copied');
      const before = copies().length;
      await core.ask('note.copyText', { caseId, noteId });
      expect(copies()).toHaveLength(before + 1);
      await core.unlockAs(1);
      expect(await core.refusal('note.copyText', { caseId, noteId })).toMatchObject({ code: 'NOT_FOUND' });
      await core.unlockAs(0);
      expect(copies()).toHaveLength(before + 1);
      const other = await core.aCaseFile({ first: 'Olga', last: 'Marchenko' });
      expect(await core.refusal('note.copyText', { caseId: other, noteId })).toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
