import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody } from '../../../src/shared/domain/note/note.schema.ts';
import { NOTE_MAX_LINKS, SECTION_MAX_CHARACTERS } from '../../../src/shared/domain/note/note.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a note as it opens', () => {
  let core: PeopleCore;
  let caseId: string;
  let now = TEST_NOW;

  beforeAll(async () => {
    core = await peopleCore('filled-in', { clock: { now: () => now } });
  });
  afterAll(() => core.cleanup());
  beforeEach(async () => {
    now = TEST_NOW;
    caseId = await core.aCaseFile();
  });

  const validate = (personSays: string, on = '2026-09-01') => {
    const sections = { ...EMPTY_SECTIONS, personSays };
    const body: DraftBody = { ...BEFORE_TEMPLATES, on, modality: 'on-site', sections, links: [], corrects: null };
    return core.ask('note.validate', { commandId: core.newId(), caseId, body, baseVersion: null });
  };

  it('starts from the last note that was validated, whatever the day it is of', async () => {
    const add = { owner: 'person', text: 'Porter la lettre', dueOn: null } as const;
    const { opId: actionId, revision } = await core.ask('action.add', { commandId: core.newId(), caseId, ...add });
    now += MINUTE;
    await validate('Aujourd’hui.');
    now += MINUTE;
    const state = { state: 'done', baseRevision: revision } as const;
    await core.ask('action.setState', { commandId: core.newId(), caseId, actionId, ...state });
    now += MINUTE;
    await validate('Il y a un mois, écrit maintenant.', '2026-08-01');
    expect((await core.ask('note.draft', { caseId })).body.sections.sinceLastTime).toBe('');
  });

  it('can be kept whatever was agreed on: forty links at most, and whole lines of what changed', async () => {
    const text = 'x'.repeat(160);
    const add = () => ({ commandId: core.newId(), caseId, owner: 'person' as const, text, dueOn: null });
    const before = [];
    for (let index = 0; index < 30; index += 1) before.push(await core.ask('action.add', add()));
    now += MINUTE;
    await validate('Avant.');
    now += MINUTE;
    for (const { opId: actionId, revision: baseRevision } of before) {
      const state = { actionId, state: 'done', baseRevision } as const;
      await core.ask('action.setState', { commandId: core.newId(), caseId, ...state });
    }
    for (let index = 0; index < 45; index += 1) await core.ask('action.add', add());
    const { body } = await core.ask('note.draft', { caseId });
    expect(body.links).toHaveLength(NOTE_MAX_LINKS);
    const lines = body.sections.sinceLastTime.split('\n');
    expect(new Set(lines)).toEqual(new Set([`Fait : ${text}`]));
    expect(lines).toHaveLength(Math.floor((SECTION_MAX_CHARACTERS + 1) / (`Fait : ${text}`.length + 1)));
    await core.ask('note.saveDraft', { caseId, body, baseVersion: 0 });
  });

  it('is filled in with the appointment of today, what changed, and the next appointment', async () => {
    const schedule = (startsAt: number, purpose: string) =>
      core.ask('appointment.schedule', {
        ...{ commandId: core.newId(), caseId, startsAt, minutes: 30, modality: 'telephone', purpose },
      });
    await schedule(now + 60 * MINUTE, 'Point sur la recherche');
    await schedule(now + 7 * DAY, 'Suite');
    const add = { owner: 'advisor', text: 'Rappeler le recruteur', dueOn: null } as const;
    const { opId: actionId, revision } = await core.ask('action.add', { commandId: core.newId(), caseId, ...add });
    now += MINUTE;
    await validate('Première note.');
    now += MINUTE;
    const state = { state: 'done', baseRevision: revision } as const;
    await core.ask('action.setState', { commandId: core.newId(), caseId, actionId, ...state });
    const { body } = await core.ask('note.draft', { caseId });
    expect(body).toMatchObject({
      ...{ on: '2026-09-01', modality: 'telephone', links: [], corrects: null },
      sections: {
        ...{ object: 'Point sur la recherche, par téléphone', sinceLastTime: 'Fait : Rappeler le recruteur' },
        ...{ personSays: '', decided: '', advisorDoes: '', personAdds: '' },
      },
    });
    expect(body.sections.nextAppointment).toMatch(/^mardi 8 septembre 2026 à \d+ h \d+, par téléphone$/);
    expect(JSON.stringify(body)).not.toMatch(/score|\d+ ?%/);
  });
});
