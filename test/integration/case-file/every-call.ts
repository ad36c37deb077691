import type { CallInput, CoreCallName } from '../../../src/shared/contract/index.ts';
import { USUAL_VIEW } from '../../../src/shared/domain/case-file/usual-view.ts';
import { BEFORE_TEMPLATES, EMPTY_SECTIONS } from '../../../src/shared/domain/note/note.rules.ts';
import type { DraftBody } from '../../../src/shared/domain/note/note.schema.ts';
import { paperInputs } from '../../support/paper-inputs.ts';
import { A_LIST } from './a-list.ts';

/** Calls that would end the session or replace the data: what they answer holds no case file. */
type Apart =
  | `access.${'unlock' | 'lock' | 'createSpace' | 'changePassphrase' | 'makeRecoveryCode' | 'recover' | 'repair'}`
  | 'backup.restore'
  | `dataFolder.${'move' | 'cancelMove'}`
  | `workspace.${'open' | 'tryDemonstration'}`
  | 'dataset.startImport'
  | 'dataset.cancelImport';

interface Asked {
  readonly caseId: string;
  /** Whoever asks: what they make has a name of its own. */
  readonly account: number;
  /** Of an establishment that was set aside. */
  readonly siret: string;
  readonly retainedDecision: string;
  readonly refusedDecision: string;
  readonly newId: () => string;
}

/** What somebody else may ask of a file that is not theirs, and of everything around it: every call, once. */
export function everyCall({ caseId, account, siret, retainedDecision, refusedDecision, newId }: Asked): {
  readonly [N in Exclude<CoreCallName, Apart>]: CallInput<N>;
} {
  const commandId = newId();
  const [byCase, list] = [{ caseId }, { caseId, ...A_LIST }] as const;
  const said = { saidBy: 'person', saidOn: '2026-09-01' } as const;
  const question = { romes: ['D1106'], communeCode: '57463', radiusKm: 30, group: 'private' as const };
  const query = { ...question, sections: [], sizes: [] };
  const step = { commandId, caseId, item: { kind: 'establishment' as const, siret }, baseRevision: 0 };
  const body: DraftBody = {
    ...BEFORE_TEMPLATES,
    ...{ on: '2026-09-01', modality: 'on-site', sections: EMPTY_SECTIONS, links: [], corrects: null },
  };
  return {
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
    'caseFile.undo': { commandId, caseId, opId: refusedDecision },
    'caseFile.setComputing': { commandId, caseId, isOff: false, baseRevision: 0 },
    'caseFile.close': { commandId, caseId, on: '2026-09-01', reason: 'moved', outcome: 'moved', baseRevision: 0 },
    'caseFile.reopen': { commandId, caseId, baseRevision: 0 },
    'caseFile.archive': { commandId, caseId, baseRevision: 0 },
    'caseFile.setTags': { commandId, caseId, tagIds: [], baseRevision: 0 },
    'caseFile.confirmFact': { commandId, caseId, field: 'name', ...said, baseRevision: 0 },
    'caseFile.erase': { commandId, caseId, why: 'mistake', baseRevision: 0 },
    ...paperInputs({ caseId, decisionId: retainedDecision, sheet: { id: commandId, revision: 0 } }, newId),
    'agencyTag.list': {},
    'agencyTag.add': { commandId: newId(), tagId: newId(), name: `Atelier ${account}` },
    'agencyTag.rename': { commandId, tagId: commandId, name: 'Atelier', baseRevision: 0 },
    'agencyTag.retire': { commandId, tagId: commandId, baseRevision: 0 },
    'agencyTag.restore': { commandId, tagId: commandId, baseRevision: 0 },
    'savedView.list': {},
    'savedView.save': { commandId: newId(), viewId: newId(), name: 'x', view: USUAL_VIEW, baseRevision: 0 },
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
    'reading.say': { commandId: newId(), caseId, by: 'person', text: '', baseRevision: 0 },
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
}
