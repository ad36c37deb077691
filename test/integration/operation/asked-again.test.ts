import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_VIEW } from '../../../src/shared/domain/case-file/usual-view.ts';
import { EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import type { CallName } from '../../../src/shared/contract/index.ts';
import { TEST_NOW } from '../../support/fixture-release.ts';
import { peopleCore, type PeopleCore } from '../../support/people.ts';
import { secondDesk } from '../../support/second-desk.ts';

const LIST = { radiusKm: null, group: 'private' as const, sections: [], sizes: [], order: 'spread' as const };
const DAY_MS = 86_400_000;

describe('a command that is asked again, because nobody heard the answer', () => {
  let core: PeopleCore;
  let caseId: string;
  let siret: string;
  let now = TEST_NOW;
  beforeAll(async () => {
    core = await peopleCore('asked-again', { clock: { now: () => now } });
    caseId = await core.aCaseFile();
    const list = await core.ask('suggestion.forCase', { caseId, ...LIST, offset: 0, limit: 5 });
    siret = list.page.rows[0]?.siret ?? '';
  });
  afterAll(() => core.cleanup());

  const bodyWith = (personSays: string) => ({
    ...{ on: '2026-09-01', modality: 'on-site' as const, links: [], corrects: null },
    sections: { ...EMPTY_SECTIONS, personSays },
  });
  /** All that a person sees of the file. */
  const seen = async (): Promise<unknown> => [
    (await core.ask('caseFile.get', { caseId })).facts,
    await core.ask('caseFile.timeline', { caseId }),
    await core.ask('action.list', { caseId }),
    await core.ask('decision.list', { caseId }),
    await core.ask('note.list', { caseId }),
    await core.ask('note.draft', { caseId }),
    await core.ask('caseFile.portfolio', {}),
  ];
  async function twice(name: CallName, input: object): Promise<{ opId: string; revision: number }> {
    const first = await core.call(name, input);
    if (!first.ok) throw new Error(`${name}: ${first.error.code}`);
    const before = await seen();
    // A day later, so that nothing depends on the moment of the answer.
    now += DAY_MS;
    const again = await core.call(name, input);
    now -= DAY_MS;
    expect(again).toMatchObject({ ok: true, data: first.data as object });
    expect(await seen()).toEqual(before);
    return first.data as { opId: string; revision: number };
  }

  it('is done once, whatever the command', async () => {
    const of = () => ({ commandId: core.newId(), caseId });
    const other = core.newId();
    const name = { first: 'Loïc', last: 'Marin', phone: '06 00 00 00 00', supportMode: 'guided' };
    await twice('caseFile.create', { commandId: core.newId(), caseId: other, ...name });
    const fact = { change: { field: 'address', value: '1 rue Haute' }, saidBy: 'person', saidOn: '2026-09-01' };
    const set = await twice('caseFile.setField', { ...of(), ...fact, baseRevision: 0 });
    await twice('caseFile.undo', { ...of(), opId: set.opId });
    const contact = {
      on: '2026-09-01',
      channel: 'email',
      initiatedBy: 'us',
      isExchange: true,
      line: 'A reçu la liste.',
    };
    await twice('contact.record', { ...of(), ...contact });
    const when = { startsAt: now + DAY_MS * 3, minutes: 30, modality: 'on-site', purpose: 'point' };
    await twice('appointment.schedule', { ...of(), ...when });
    const added = await twice('action.add', { ...of(), owner: 'advisor', text: 'Envoyer la liste', dueOn: null });
    const base = { actionId: added.opId, baseRevision: added.revision };
    await twice('action.setState', { ...of(), ...base, state: 'done' });
    await twice('decision.addOwn', { ...of(), name: 'Maison Essai', communeName: 'Metz', approach: '' });
    const item = { kind: 'establishment', siret };
    const decision = { item, outcome: 'set-aside', reasons: ['closed'], words: '', list: LIST, baseRevision: 0 };
    await twice('decision.make', { ...of(), ...decision });
    await twice('correction.dismiss', { commandId: core.newId(), siret });
    await twice('note.validate', { ...of(), body: bodyWith('Préfère les matins.'), baseVersion: null });
    const { revision, facts } = await core.ask('caseFile.get', { caseId });
    const place = { field: 'project1.place', saidBy: 'person', saidOn: '2026-09-01' };
    await twice('caseFile.confirmFact', { ...of(), ...place, baseRevision: facts['project1.place']?.revision });
    const off = await twice('caseFile.setComputing', { ...of(), isOff: true, baseRevision: revision });
    const tag = { tagId: core.newId(), name: 'Atelier CV' };
    const named = await twice('agencyTag.add', { commandId: core.newId(), ...tag });
    const renamed = { ...tag, name: 'Forum', baseRevision: named.revision };
    await twice('agencyTag.rename', { commandId: core.newId(), ...renamed });
    const tagged = await twice('caseFile.setTags', { ...of(), tagIds: [tag.tagId], baseRevision: off.revision });
    const view = { viewId: core.newId(), name: 'Mon secteur', view: USUAL_VIEW, baseRevision: 0 };
    const saved = await twice('savedView.save', { commandId: core.newId(), ...view });
    await twice('savedView.remove', { commandId: core.newId(), viewId: view.viewId, baseRevision: saved.revision });
    const closing = { on: '2026-09-01', reason: 'moved', outcome: 'moved', baseRevision: tagged.revision };
    const closed = await twice('caseFile.close', { ...of(), ...closing });
    const archived = await twice('caseFile.archive', { ...of(), baseRevision: closed.revision });
    const reopened = await twice('caseFile.reopen', { ...of(), baseRevision: archived.revision });
    const again = await twice('caseFile.close', { ...of(), ...closing, baseRevision: reopened.revision });
    await core.ask('caseFile.reopen', { ...of(), baseRevision: again.revision });
  });

  it('tells the note that was validated, even when what it points to is no longer open', async () => {
    const action = { owner: 'advisor', text: 'Appeler l’atelier', dueOn: null } as const;
    const added = await core.ask('action.add', { commandId: core.newId(), caseId, ...action });
    const links = [{ kind: 'action' as const, id: added.opId }];
    const validated = { commandId: core.newId(), caseId, body: { ...bodyWith(''), links }, baseVersion: 0 };
    const first = await core.ask('note.validate', validated);
    const done = { actionId: added.opId, state: 'done', baseRevision: added.revision } as const;
    await core.ask('action.setState', { commandId: core.newId(), caseId, ...done });
    expect(await core.ask('note.validate', validated)).toEqual(first);
  });

  it('tells the decision that was made, even when the data are gone', async () => {
    const file = await core.aCaseFile();
    const item = { kind: 'establishment' as const, siret };
    const made = { commandId: core.newId(), caseId: file, item, outcome: 'retained' as const, reasons: [], words: '' };
    const command = { ...made, list: { ...LIST, sections: [], sizes: [] }, baseRevision: 0 };
    const first = await core.ask('decision.make', command);
    const desk = await secondDesk(core.dataDir);
    desk.release.close();
    expect(desk.cases.decisions.make(command)).toEqual(first);
    expect(() => desk.cases.decisions.make({ ...command, commandId: core.newId() })).toThrow();
    desk.store.close();
  });

  it('leaves the note that was begun since the first time', async () => {
    const validated = { commandId: core.newId(), caseId, body: bodyWith('Le premier.'), baseVersion: null };
    await core.ask('note.saveDraft', { caseId, body: validated.body, baseVersion: null });
    await core.ask('note.validate', validated);
    expect((await core.ask('note.draft', { caseId })).version, 'the draft of the first is gone').toBe(0);
    await core.ask('note.saveDraft', { caseId, body: bodyWith('Le second, à peine commencé.'), baseVersion: null });
    await core.ask('note.validate', validated);
    expect((await core.ask('note.draft', { caseId })).body).toMatchObject(bodyWith('Le second, à peine commencé.'));
  });
});
