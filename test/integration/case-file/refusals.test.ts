import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_VIEW } from '../../../src/shared/domain/case-file/usual-view.ts';
import { calls, type CallInput, type CallName, type CoreCallName } from '../../../src/shared/contract/index.ts';
import type { SetAsideReason } from '../../../src/shared/domain/decision/decision.schema.ts';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody } from '../../../src/shared/domain/note/note.schema.ts';
import { paperInputs } from '../../support/paper-inputs.ts';
import { ACCOUNTS, peopleCore, type PeopleCore } from '../../support/people.ts';
import { A_LIST, decide, listFor } from './a-list.ts';

const REASONS: readonly SetAsideReason[][] = [
  ['too-far'],
  ['pay', 'hours'],
  ['wrong-data'],
  ['already-tried'],
  ['other', 'not-now'],
];
const canary = (kind: string, index: number): string => `canari-${kind}-${index}`;
const ANY_CANARY = /canari/i;

/** Calls that would end the session or replace the data: what they answer holds no case file. */
type Apart =
  | `access.${'unlock' | 'lock' | 'createSpace' | 'changePassphrase' | 'makeRecoveryCode' | 'recover' | 'repair'}`
  | 'backup.restore'
  | `dataFolder.${'move' | 'cancelMove'}`
  | `workspace.${'open' | 'tryDemonstration'}`
  | 'dataset.startImport'
  | 'dataset.cancelImport';

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
    const commandId = core.newId();
    const [byCase, list] = [{ caseId }, { caseId, ...A_LIST }] as const;
    const said = { saidBy: 'person', saidOn: '2026-09-01' } as const;
    const question = { romes: ['D1106'], communeCode: '57463', radiusKm: 30, group: 'private' as const };
    const query = { ...question, sections: [], sizes: [] };
    const { siret } = refused[0]!;
    const step = { commandId, caseId, item: { kind: 'establishment' as const, siret }, baseRevision: 0 };
    const body: DraftBody = {
      ...BEFORE_TEMPLATES,
      ...{ on: '2026-09-01', modality: 'on-site', sections: EMPTY_SECTIONS, links: [], corrects: null },
    };
    const inputs: { readonly [N in Exclude<CoreCallName, Apart>]: CallInput<N> } = {
      'workspace.status': {},
      'access.status': {},
      'diagnostic.report': {},
      'dataFolder.status': {},
      'settings.get': {},
      'settings.set': { zoom: 110 },
      'about.get': {},
      'dataset.previewFolder': { folderId: 'folder-999' },
      'dataset.importState': {},
      'dataset.report': {},
      'occupation.search': { text: 'canari', limit: 10 },
      'occupation.get': { rome: 'D1106' },
      'place.search': { text: 'canari', limit: 10 },
      'place.get': { communeCode: '57463' },
      'place.landmarks': { communeCode: '57463', reachKm: 60 },
      'suggestion.employers': { ...query, order: 'plain', seed: '', offset: 0, limit: 100 },
      'suggestion.explain': { ...query, siret },
      'suggestion.widen': query,
      'suggestion.points': { ...query, order: 'plain', seed: '' },
      'employer.get': { siret },
      'caseFile.portfolio': {},
      'caseFile.get': byCase,
      'caseFile.create': { commandId, caseId, first: 'Autre', last: '', phone: '', supportMode: null },
      'caseFile.setField': { commandId, caseId, change: { field: 'address', value: null }, ...said, baseRevision: 0 },
      'caseFile.fieldHistory': { caseId, field: 'name' },
      'caseFile.undo': { commandId, caseId, opId: refusedDecisions[0]! },
      'caseFile.setComputing': { commandId, caseId, isOff: false, baseRevision: 0 },
      'caseFile.close': { commandId, caseId, on: '2026-09-01', reason: 'moved', outcome: 'moved', baseRevision: 0 },
      'caseFile.reopen': { commandId, caseId, baseRevision: 0 },
      'caseFile.archive': { commandId, caseId, baseRevision: 0 },
      'caseFile.setTags': { commandId, caseId, tagIds: [], baseRevision: 0 },
      'caseFile.confirmFact': { commandId, caseId, field: 'name', ...said, baseRevision: 0 },
      'caseFile.erase': { commandId, caseId, why: 'mistake', baseRevision: 0 },
      ...paperInputs({ caseId, decisionId: retainedDecision, sheet: { id: commandId, revision: 0 } }, core.newId),
      'agencyTag.list': {},
      'agencyTag.add': { commandId: core.newId(), tagId: core.newId(), name: `Atelier ${account}` },
      'agencyTag.rename': { commandId, tagId: commandId, name: 'Atelier', baseRevision: 0 },
      'agencyTag.retire': { commandId, tagId: commandId, baseRevision: 0 },
      'agencyTag.restore': { commandId, tagId: commandId, baseRevision: 0 },
      'savedView.list': {},
      'savedView.save': { commandId: core.newId(), viewId: core.newId(), name: 'x', view: USUAL_VIEW, baseRevision: 0 },
      'savedView.remove': { commandId, viewId: commandId, baseRevision: 0 },
      'preference.get': { name: 'portfolio.view' },
      'preference.set': { name: 'portfolio.view', value: null },
      'caseFile.timeline': byCase,
      'caseFile.portfolioCsv': { reason: 'curiosité' },
      'handOver.colleagues': {},
      'handOver.lend': { commandId, caseId, toId: commandId, until: '2026-09-12', reason: 'leave' },
      'handOver.takeBack': { commandId, caseId },
      'handOver.reassign': { commandId, caseId, toId: commandId, reason: 'balance' },
      'handOver.page': byCase,
      'handOver.find': { text: 'canari' },
      // With a reason, a colleague does open it: what they then read is theirs to know.
      'handOver.visit': { caseId: commandId, why: 'urgent', words: '' },
      'handOver.accesses': byCase,
      'reading.list': byCase,
      'sharedView.page': {
        ...{ ...byCase, step: 'employers', isDecidedShown: true },
        pointed: { item: { kind: 'establishment', siret }, list: A_LIST },
      },
      'reading.say': { commandId: core.newId(), caseId, by: 'person', text: '', baseRevision: 0 },
      'contact.record': {
        ...{ commandId, caseId, on: '2026-09-01', channel: 'telephone' },
        ...{ initiatedBy: 'us', isExchange: true, line: '' },
      },
      'appointment.list': byCase,
      'appointment.agenda': { from: '2026-09-01', to: '2026-09-30' },
      'appointment.calendar': { from: '2026-09-01', to: '2026-09-30' },
      'appointment.begin': { commandId, caseId, minutes: 30, modality: 'on-site', purpose: '' },
      'appointment.move': {
        ...{ commandId, caseId, appointmentId: commandId, startsAt: 1, minutes: 30, modality: 'on-site' },
        baseRevision: 0,
      },
      'appointment.setPresence': { commandId, caseId, appointmentId: commandId, presence: 'held', baseRevision: 0 },
      'action.due': { until: '2026-09-30' },
      'appointment.schedule': { commandId, caseId, startsAt: 1, minutes: 30, modality: 'on-site', purpose: '' },
      'action.list': byCase,
      'action.add': { commandId, caseId, owner: 'advisor', text: 'x', dueOn: null },
      'action.revise': {
        ...{ commandId, caseId, actionId: commandId, owner: 'partner', partner: 'x', text: 'x', dueOn: null },
        baseRevision: 0,
      },
      'action.setState': { commandId, caseId, actionId: commandId, state: 'done', baseRevision: 0 },
      'suggestion.forCase': { ...list, offset: 0, limit: 100 },
      'suggestion.widenForCase': list,
      'suggestion.explainForCase': { ...list, siret },
      'suggestion.pointsForCase': list,
      'decision.list': byCase,
      'decision.make': {
        ...{ commandId, caseId, item: { kind: 'establishment', siret }, outcome: 'retained', reasons: [], words: '' },
        ...{ list: null, baseRevision: 0 },
      },
      'decision.reset': { commandId, caseId, item: { kind: 'establishment', siret }, baseRevision: 0 },
      'decision.addOwn': { commandId, caseId, name: 'x', communeName: '', approach: '' },
      'approach.list': byCase,
      'approach.csv': byCase,
      'approach.move': { ...step, step: 'contacted', on: '2026-09-01', by: 'person', next: null },
      'approach.remind': { ...step, next: null },
      'approach.takeBack': { ...step, entryId: commandId },
      'approach.word': { ...step, text: 'x' },
      'approach.ofEmployer': { siret },
      'employerContact.save': {
        ...{ siret, name: 'x', role: '', phone: '', email: '', wayIn: '', source: 'call', knownOn: '2026-09-01' },
        baseVersion: 7,
      },
      'employerContact.remove': { siret, baseVersion: 7 },
      'correction.report': { commandId, siret: '93999999999999', kind: 'wrong-data' },
      'correction.optOut': {
        ...{ commandId, siret: '93999999999999', askedBy: 'site', askedOn: '2026-09-01', scope: 'site' },
      },
      'correction.list': {},
      'correction.csv': {},
      'correction.dismiss': { commandId, siret },
      'engagement.list': byCase,
      'engagement.record': {
        ...{ commandId, caseId, kind: 'other', signedOn: '2026-09-01', startsOn: '2026-09-01', endsOn: null },
        ...{ weeklyHours: null, commitments: [], reference: '', replaces: null },
      },
      'outcome.toAsk': {},
      'outcome.tell': { commandId, caseId, closedOn: '2026-03-01', situation: 'not-known', baseRevision: 0 },
      'privateLine.get': byCase,
      'privateLine.save': { caseId, text: 'x' },
      'note.list': byCase,
      'note.draft': byCase,
      'note.saveDraft': { caseId, body: body, baseVersion: null },
      'note.draftVersions': byCase,
      'note.discardDraft': { ...byCase, baseVersion: null },
      'note.validate': { commandId, caseId, body: body, baseVersion: null },
      'note.withdraw': { commandId, caseId, noteId: commandId, why: 'x', baseRevision: 0 },
      'note.copyText': { caseId, noteId: commandId },
      'note.search': { text: 'canari', order: 'newest', limit: 50 },
      'note.unfinished': {},
      'guard.check': { text: 'canari' },
      'supervision.counts': {},
      'backup.list': {},
      'backup.take': {},
      'backup.preview': { backupId: 'none' },
    };
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
