import { USUAL_VIEW } from '../../src/shared/domain/case-file/usual-view.ts';
import type { CallInput, CoreCallName } from '../../src/shared/contract/index.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import { planInputs, seedPlan } from './plan-inputs.ts';
import { A_CONTACT } from './a-contact.ts';
import { A_SHEET, paperInputs } from './paper-inputs.ts';
import { ACCOUNTS, type PeopleCore } from './people.ts';
import type { Contacted, Seen, SeededFile } from './seeded-file.ts';

const LIST = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' } as const;

/** Does one thing of each kind in a file of whoever has unlocked. */
export async function seedFile(core: PeopleCore): Promise<SeededFile> {
  const { newId } = core;
  const caseId = await core.aCaseFile();
  const bareCaseId = newId();
  const person = { first: 'Amina', last: '', phone: '', supportMode: null };
  const bare = await core.ask('caseFile.create', { commandId: newId(), caseId: bareCaseId, ...person });
  const list = { ...LIST, sections: [], sizes: [] };
  const { page } = await core.ask('suggestion.forCase', { caseId, ...list, offset: 0, limit: 100 });
  const [siret, retainedSiret] = page.rows.map((row) => row.siret);
  const closedSiret = page.rows.at(-1)?.siret;
  if (siret === undefined || retainedSiret === undefined || closedSiret === undefined || page.rows.length < 3)
    throw new Error('The list is too short.');
  const command = () => ({ commandId: newId(), caseId });
  const decision = { words: '', list, baseRevision: 0 };
  await core.ask('decision.make', {
    ...{ ...command(), ...decision, item: { kind: 'establishment', siret: closedSiret } },
    ...{ outcome: 'set-aside', reasons: ['closed'] },
  });
  const item = { kind: 'establishment', siret: retainedSiret } as const;
  const made = await core.ask('decision.make', { ...command(), ...decision, item, outcome: 'retained', reasons: [] });
  const aRetained = async (name: string): Promise<Contacted> => {
    const { opId: ownEmployerId } = await core.ask('decision.addOwn', {
      ...command(),
      name,
      communeName: '',
      approach: '',
    });
    const known = { kind: 'own', ownEmployerId } as const;
    const retained = { ...decision, list: null, item: known, outcome: 'retained' } as const;
    await core.ask('decision.make', { ...command(), ...retained, reasons: [] });
    const step = { step: 'contacted', on: '2026-03-01', by: 'person', next: null } as const;
    const taken = await core.ask('approach.move', { ...command(), item: known, ...step, baseRevision: 0 });
    return { id: ownEmployerId, revision: taken.revision, stepId: taken.opId };
  };
  const contact = await core.ask('employerContact.save', { siret: retainedSiret, ...A_CONTACT, baseVersion: 0 });
  const other = await core.ask('employerContact.save', { siret: closedSiret, ...A_CONTACT, baseVersion: 0 });
  const own = await core.ask('decision.addOwn', {
    ...command(),
    ...{ name: 'Garage du cousin', communeName: 'Metz', approach: '' },
  });
  const later = await core.ask('decision.make', {
    ...{ ...command(), ...decision, list: null, item: { kind: 'own', ownEmployerId: own.opId } },
    ...{ outcome: 'later', reasons: [] },
  });
  const plan = await seedPlan(core, command);
  const written = await core.ask('note.validate', {
    ...command(),
    body: aNote('Préfère les matins.'),
    baseVersion: null,
  });
  const second = await core.ask('note.validate', {
    ...{ ...command(), body: aNote('Préfère les soirs.'), baseVersion: null },
  });
  const kept = await core.ask('sheet.keep', { ...command(), ...A_SHEET });
  const aFile = async (first: string, isClosed: boolean): Promise<Seen> => {
    const id = newId();
    const created = await core.ask('caseFile.create', { commandId: newId(), caseId: id, ...person, first });
    if (!isClosed) return { id, revision: created.revision };
    const closed = await core.ask('caseFile.close', {
      ...{ commandId: newId(), caseId: id, baseRevision: created.revision },
      ...{ on: '2026-08-31', reason: 'agreed-by-both', outcome: 'not-known' },
    });
    return { id, revision: closed.revision };
  };
  const aTag = async (name: string): Promise<Seen> => {
    const id = newId();
    const { revision } = await core.ask('agencyTag.add', { commandId: newId(), tagId: id, name });
    return { id, revision };
  };
  const view = { commandId: newId(), viewId: newId(), name: 'Mon secteur', view: USUAL_VIEW, baseRevision: 0 };
  const saved = await core.ask('savedView.save', view);
  const { facts } = await core.ask('caseFile.get', { caseId });
  const anAppointment = async (): Promise<Seen> => {
    const { opId, revision } = await core.ask('appointment.schedule', {
      ...{ commandId: newId(), caseId, startsAt: 1_790_000_000_000, minutes: 30, modality: 'on-site', purpose: '' },
    });
    return { id: opId, revision };
  };
  return {
    toTag: await aFile('Bruno', false),
    toClose: await aFile('Chloé', false),
    ...{ toReopen: await aFile('Dimitri', true), toArchive: await aFile('Élodie', true) },
    toErase: await aFile('Fatou', true),
    toReassign: await aFile('Gaël', false),
    tags: [await aTag('Atelier CV'), await aTag('Immersion possible'), await aTag('Forum du mardi')],
    view: { id: view.viewId, revision: saved.revision },
    placeRevision: facts['project1.place']?.revision ?? 0,
    ...{ caseId, bareCaseId, bareRevision: bare.revision, siret, closedSiret, retainedSiret },
    contacted: [await aRetained('Atelier du quai'), await aRetained('Maison Petit'), await aRetained('Serres du pont')],
    contactVersion: contact.version,
    otherContactVersion: other.version,
    ...{ ownEmployerId: own.opId, ownRevision: later.revision, ...plan },
    ...{ toMove: await anAppointment(), toMiss: await anAppointment() },
    toWithdraw: { id: second.opId, revision: second.revision },
    ...{ decisionId: made.opId, sheet: { id: kept.opId, revision: kept.revision } },
    ...{ noteId: written.opId, backupId: (await core.ask('backup.take', {})).backupId },
  };
}

export function aNote(personSays: string): CallInput<'note.validate'>['body'] {
  const sections = { ...EMPTY_SECTIONS, personSays };
  return { on: '2026-09-01', modality: 'on-site', sections, links: [], corrects: null };
}

const question = {
  romes: ['D1106', 'G1602'],
  communeCode: '57463',
  radiusKm: 30,
  group: 'private',
  sections: ['G', 'I'],
  sizes: ['1-9', '10-49'],
} satisfies CallInput<'suggestion.widen'>;

export type ValidInputs = { readonly [N in CoreCallName]: CallInput<N> };

/**
 * One input of each call of the core that a seeded file and the fixture release answer (a folder that nobody offered
 * aside): where fuzzed inputs start from. Commands have identifiers of their own each time.
 */
export function validInputs(file: SeededFile, newId: () => string): ValidInputs {
  const byCase = { caseId: file.caseId };
  const command = () => ({ commandId: newId(), ...byCase });
  const list = { ...LIST, sections: [], sizes: [] };
  const retained = { kind: 'establishment', siret: file.retainedSiret } as const;
  const stepOf = ({ id, revision }: Seen) => {
    const item = { kind: 'own', ownEmployerId: id } as const;
    return { ...command(), item, baseRevision: revision };
  };
  const once = ({ id, revision }: Seen) => ({ commandId: newId(), caseId: id, baseRevision: revision });
  const onMeeting = ({ id, revision }: Seen) => ({ ...command(), appointmentId: id, baseRevision: revision });
  const onTag = ({ id, revision }: Seen) => ({ commandId: newId(), tagId: id, baseRevision: revision });
  const [advisor] = ACCOUNTS;
  return {
    'workspace.status': {},
    'workspace.open': { name: 'own' },
    'workspace.tryDemonstration': {},
    'access.status': {},
    'access.unlock': { accountId: advisor.id, passphrase: advisor.passphrase },
    'access.lock': {},
    'access.createSpace': { name: 'Dominique Essai', agency: 'Agence d’essai', passphrase: 'la phrase de dominique' },
    'access.changePassphrase': { current: advisor.passphrase, next: advisor.passphrase },
    'access.makeRecoveryCode': { passphrase: advisor.passphrase },
    'access.repair': { accountId: advisor.id, passphrase: advisor.passphrase, from: 'operations', backupId: null },
    'backup.list': {},
    'backup.take': {},
    'backup.preview': { backupId: file.backupId },
    'backup.restore': { backupId: file.backupId },
    'access.recover': {
      ...{ accountId: advisor.id, code: '00001-00002-00003-00004-00005-00006-00007' },
      passphrase: advisor.passphrase,
    },
    'diagnostic.report': {},
    'dataFolder.status': {},
    'dataFolder.move': { folderId: 'place-999' },
    'dataFolder.cancelMove': {},
    'settings.get': {},
    'settings.set': { zoom: 110, theme: 'dark' },
    'about.get': {},
    'dataset.previewFolder': { folderId: 'folder-999' },
    'dataset.startImport': { folderId: 'folder-999' },
    'dataset.cancelImport': {},
    'dataset.importState': {},
    'dataset.report': {},
    'occupation.search': { text: 'boulangère', limit: 10 },
    'occupation.get': { rome: 'D1102' },
    'place.search': { text: 'saint julien', limit: 10 },
    'place.get': { communeCode: '57463' },
    'place.landmarks': { communeCode: '57463', reachKm: 60 },
    'suggestion.employers': { ...question, order: 'spread', seed: '2026-W36', offset: 0, limit: 20 },
    'suggestion.explain': { ...question, sections: [], sizes: [], siret: '30000791900013' },
    'suggestion.widen': question,
    'suggestion.points': { ...question, order: 'spread', seed: '2026-W36' },
    'employer.get': { siret: '30000791900013' },
    'caseFile.portfolio': {},
    'caseFile.get': byCase,
    'caseFile.create': {
      ...{ commandId: newId(), caseId: newId() },
      ...{ first: 'Paul', last: 'Durand', phone: '03 87 00 00 00', supportMode: 'guided' },
    },
    'caseFile.setField': {
      ...{ ...command(), change: { field: 'email', value: 'nadia@exemple.fr' } },
      ...{ saidBy: 'person', saidOn: '2026-09-01', baseRevision: 0 },
    },
    'caseFile.fieldHistory': { ...byCase, field: 'name' },
    'caseFile.undo': { ...command(), opId: file.opId },
    'caseFile.setComputing': {
      ...{ commandId: newId(), caseId: file.bareCaseId, isOff: true, baseRevision: file.bareRevision },
    },
    'caseFile.close': {
      ...once(file.toClose),
      ...{ on: '2026-08-31', reason: 'project-reached', outcome: 'lasting-job' },
    },
    'caseFile.reopen': once(file.toReopen),
    'caseFile.archive': once(file.toArchive),
    'caseFile.setTags': { ...once(file.toTag), tagIds: [file.tags[0].id] },
    'caseFile.confirmFact': {
      ...{ ...command(), field: 'project1.place', saidBy: 'person', saidOn: '2026-09-01' },
      baseRevision: file.placeRevision,
    },
    'caseFile.erase': { ...once(file.toErase), why: 'person-request' },
    ...paperInputs(file, newId),
    'agencyTag.list': {},
    'agencyTag.add': { commandId: newId(), tagId: newId(), name: 'Mobilité à préparer' },
    'agencyTag.rename': { ...onTag(file.tags[0]), name: 'Atelier CV du lundi' },
    'agencyTag.retire': onTag(file.tags[1]),
    'agencyTag.restore': onTag(file.tags[2]),
    'savedView.list': {},
    'savedView.save': { commandId: newId(), viewId: newId(), name: 'À voir', view: USUAL_VIEW, baseRevision: 0 },
    'savedView.remove': { commandId: newId(), viewId: file.view.id, baseRevision: file.view.revision },
    'preference.get': { name: 'portfolio.columns' },
    'preference.set': { name: 'portfolio.columns', value: { hidden: ['tags'] } },
    'caseFile.timeline': byCase,
    'caseFile.portfolioCsv': { reason: 'Réunion d’équipe' },
    'handOver.colleagues': {},
    'handOver.lend': { ...command(), toId: ACCOUNTS[1].id, until: '2026-09-12', reason: 'leave' },
    'handOver.takeBack': command(),
    'handOver.reassign': {
      ...{ commandId: newId(), caseId: file.toReassign.id, toId: ACCOUNTS[1].id, reason: 'balance' },
    },
    'handOver.page': byCase,
    'handOver.find': { text: 'Ferrand' },
    'handOver.visit': { ...byCase, why: 'person-asks', words: 'appelle pour son rendez-vous' },
    'handOver.accesses': byCase,
    'reading.list': byCase,
    'reading.say': { ...command(), by: 'person', text: 'Cherche un rythme régulier.', baseRevision: 0 },
    'sharedView.page': {
      ...{ ...byCase, step: 'employers', isDecidedShown: false },
      pointed: { item: { kind: 'establishment', siret: file.siret }, list },
    },
    'contact.record': {
      ...{ ...command(), on: '2026-09-01', channel: 'telephone', initiatedBy: 'us', isExchange: true },
      line: 'A confirmé le rendez-vous.',
    },
    'appointment.list': byCase,
    'appointment.agenda': { from: '2026-09-14', to: '2026-09-20' },
    'appointment.calendar': { from: '2026-09-14', to: '2026-09-20' },
    'appointment.schedule': {
      ...{ ...command(), startsAt: 1_790_000_000_000, minutes: 30, modality: 'on-site', kind: 'review' },
      purpose: 'Point',
    },
    'appointment.begin': { ...command(), minutes: 20, modality: 'on-site', purpose: 'Passage à l’accueil' },
    'appointment.move': { ...onMeeting(file.toMove), startsAt: 1_790_003_600_000, minutes: 45, modality: 'telephone' },
    'appointment.setPresence': { ...onMeeting(file.toMiss), presence: 'excused' },
    ...planInputs(file, command),
    'supervision.counts': {},
    'suggestion.forCase': { ...byCase, ...list, offset: 0, limit: 20 },
    'suggestion.widenForCase': { ...byCase, ...list, otherRomes: ['D1505'] },
    'suggestion.explainForCase': { ...byCase, ...list, siret: file.siret },
    'suggestion.pointsForCase': { ...byCase, ...list },
    'decision.list': byCase,
    'decision.make': {
      ...{ ...command(), item: { kind: 'establishment', siret: file.siret }, outcome: 'retained' },
      ...{ reasons: [], words: '', list, baseRevision: 0 },
    },
    'decision.reset': {
      ...{ ...command(), item: { kind: 'own', ownEmployerId: file.ownEmployerId }, baseRevision: file.ownRevision },
    },
    'decision.addOwn': { ...command(), name: 'Maison Clerc', communeName: 'Metz', approach: 'Demander la patronne' },
    'approach.list': byCase,
    'approach.move': {
      ...{ ...stepOf(file.contacted[0]), step: 'answered', on: '2026-03-02', by: 'advisor' },
      next: { kind: 'call-back', on: '2026-12-09' },
    },
    'approach.remind': { ...stepOf(file.contacted[1]), next: { kind: 'answer', on: '2026-12-09' } },
    'approach.takeBack': { ...stepOf(file.contacted[2]), entryId: file.contacted[2].stepId },
    'approach.word': { ...command(), item: retained, text: 'Bonjour, je cherche du travail.', baseRevision: 0 },
    'approach.csv': byCase,
    'approach.ofEmployer': { siret: file.retainedSiret },
    'employerContact.save': { siret: file.retainedSiret, ...A_CONTACT, baseVersion: file.contactVersion },
    'employerContact.remove': { siret: file.closedSiret, baseVersion: file.otherContactVersion },
    'correction.report': { commandId: newId(), siret: file.retainedSiret, kind: 'wrong-data' },
    'correction.optOut': {
      ...{ commandId: newId(), siret: file.retainedSiret, askedBy: 'site', askedOn: '2026-03-02', scope: 'site' },
    },
    'correction.list': {},
    'correction.csv': {},
    'correction.dismiss': { commandId: newId(), siret: file.closedSiret },
    'note.list': byCase,
    'note.draft': byCase,
    'note.saveDraft': { ...byCase, body: aNote('Cherche le matin.'), baseVersion: null },
    'note.draftVersions': byCase,
    'note.unfinished': {},
    'note.discardDraft': { ...byCase, baseVersion: null },
    'note.withdraw': {
      ...command(),
      noteId: file.toWithdraw.id,
      why: 'Écrite dans un autre dossier.',
      baseRevision: file.toWithdraw.revision,
    },
    'note.validate': { ...command(), body: aNote('Cherche à mi-temps.'), baseVersion: null },
    'note.copyText': { ...byCase, noteId: file.noteId },
    'note.search': { text: 'matins', order: 'best', limit: 10 },
    'guard.check': { text: 'Elle est dépressive.' },
  };
}
