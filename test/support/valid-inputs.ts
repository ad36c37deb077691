import type { CallInput, CallName, CoreCallName } from '../../src/shared/contract/index.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import { ACCOUNTS, type PeopleCore } from './people.ts';

/** Calls that change who sits there, or which workspace is open: what is asked after them means something else. */
export const SESSION_CALLS = [
  'access.unlock',
  'access.lock',
  'access.createSpace',
  'workspace.open',
  'workspace.tryDemonstration',
] as const satisfies readonly CoreCallName[];

/** Identifiers of a file where something of each kind was done. */
export interface SeededFile {
  readonly caseId: string;
  /** Another file of the same advisor, about whom nothing was said yet. */
  readonly bareCaseId: string;
  readonly bareRevision: number;
  /** Kept for later: the decision has this revision. */
  readonly ownEmployerId: string;
  readonly ownRevision: number;
  readonly actionId: string;
  readonly actionRevision: number;
  readonly noteId: string;
  /** Something that can be undone. */
  readonly opId: string;
  /** Of the list of the file. */
  readonly siret: string;
  /** Said to be closed, so in no list any more. */
  readonly closedSiret: string;
}

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
  const [siret, closedSiret] = [page.rows[0]?.siret, page.rows.at(-1)?.siret];
  if (siret === undefined || closedSiret === undefined || siret === closedSiret)
    throw new Error('The list is too short.');
  const command = () => ({ commandId: newId(), caseId });
  const decision = { words: '', list, baseRevision: 0 };
  await core.ask('decision.make', {
    ...{ ...command(), ...decision, item: { kind: 'establishment', siret: closedSiret } },
    ...{ outcome: 'set-aside', reasons: ['closed'] },
  });
  const own = await core.ask('decision.addOwn', {
    ...command(),
    ...{ name: 'Garage du cousin', communeName: 'Metz', approach: '' },
  });
  const later = await core.ask('decision.make', {
    ...{ ...command(), ...decision, list: null, item: { kind: 'own', ownEmployerId: own.opId } },
    ...{ outcome: 'later', reasons: [] },
  });
  const action = { owner: 'advisor', text: 'Rappeler l’accueil', dueOn: null } as const;
  const added = await core.ask('action.add', { ...command(), ...action });
  const undoable = await core.ask('action.add', { ...command(), ...action });
  const written = await core.ask('note.validate', {
    ...command(),
    body: aNote('Préfère les matins.'),
    baseVersion: null,
  });
  return {
    ...{ caseId, bareCaseId, bareRevision: bare.revision, siret, closedSiret },
    ...{ ownEmployerId: own.opId, ownRevision: later.revision, actionId: added.opId, actionRevision: added.revision },
    ...{ noteId: written.opId, opId: undoable.opId },
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
  const [advisor] = ACCOUNTS;
  return {
    'workspace.status': {},
    'workspace.open': { name: 'own' },
    'workspace.tryDemonstration': {},
    'access.status': {},
    'access.unlock': { accountId: advisor.id, passphrase: advisor.passphrase },
    'access.lock': {},
    'access.createSpace': { name: 'Dominique Essai', agency: 'Agence d’essai', passphrase: 'la phrase de dominique' },
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
    'suggestion.employers': { ...question, order: 'spread', seed: '2026-W36', offset: 0, limit: 20 },
    'suggestion.explain': { ...question, sections: [], sizes: [], siret: '30000791900013' },
    'suggestion.widen': question,
    'suggestion.points': question,
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
    'caseFile.timeline': byCase,
    'caseFile.portfolioCsv': { reason: 'Réunion d’équipe' },
    'contact.record': {
      ...{ ...command(), on: '2026-09-01', channel: 'telephone', initiatedBy: 'us', isExchange: true },
      line: 'A confirmé le rendez-vous.',
    },
    'appointment.list': byCase,
    'appointment.schedule': {
      ...{ ...command(), startsAt: 1_790_000_000_000, minutes: 30, modality: 'on-site', purpose: 'Point' },
    },
    'action.list': byCase,
    'action.add': { ...command(), owner: 'person', text: 'Porter une lettre', dueOn: '2026-09-15' },
    'action.setState': {
      ...{ ...command(), actionId: file.actionId, state: 'done', baseRevision: file.actionRevision },
    },
    'supervision.counts': {},
    'suggestion.forCase': { ...byCase, ...list, offset: 0, limit: 20 },
    'suggestion.explainForCase': { ...byCase, ...list, siret: file.siret },
    'decision.list': byCase,
    'decision.make': {
      ...{ ...command(), item: { kind: 'establishment', siret: file.siret }, outcome: 'retained' },
      ...{ reasons: [], words: '', list, baseRevision: 0 },
    },
    'decision.reset': {
      ...{ ...command(), item: { kind: 'own', ownEmployerId: file.ownEmployerId }, baseRevision: file.ownRevision },
    },
    'decision.addOwn': { ...command(), name: 'Maison Clerc', communeName: 'Metz', approach: 'Demander la patronne' },
    'correction.list': {},
    'correction.dismiss': { commandId: newId(), siret: file.closedSiret },
    'note.list': byCase,
    'note.draft': byCase,
    'note.saveDraft': { ...byCase, body: aNote('Cherche le matin.'), baseVersion: null },
    'note.draftVersions': byCase,
    'note.discardDraft': { ...byCase, baseVersion: null },
    'note.validate': { ...command(), body: aNote('Cherche à mi-temps.'), baseVersion: null },
    'note.copyText': { ...byCase, noteId: file.noteId },
  };
}

/** One input of each call that is answered by the shell. */
export const SHELL_INPUTS: { readonly [N in Exclude<CallName, CoreCallName>]: CallInput<N> } = {
  'dataset.chooseFolder': {},
  'about.openLink': { url: 'https://www.insee.fr/' },
  'caseFile.exportPortfolio': { reason: 'Réunion d’équipe' },
  'note.copyOut': { caseId: ACCOUNTS[0].id, noteId: ACCOUNTS[1].id },
};
