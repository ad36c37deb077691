import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';

/** Words of nobody, each in one place of a case file and nowhere else. */
export const CANARIES = {
  first: 'Ysaline',
  last: 'Quénéhervé-Tréboul',
  address: '7 ruelle des Chardonnerets',
  pride: 'a tenu la buvette du Vélodrome',
  supporter: 'Maëlle Kerdrézan',
  line: 'rappeler après la fête des voisins',
  promise: 'envoyer le plan du tramway',
  own: 'Conserverie Boguslawski',
  approach: 'demander Théodora au guichet',
  refusal: 'son ancien chef y travaille encore',
  purpose: 'préparer la visite du moulin',
  preparation: 'demander des nouvelles du potager partagé',
  commitment: 'passer deux fois par mois à la cyberbase',
  draft: 'hésite encore sur le samedi',
  note: 'préfère marcher plutôt que conduire',
  reading: 'voudrait finir avant la sortie du collège',
  reason: 'réunion de la commission de juin',
} as const;

export const CANARY_TEXTS: readonly string[] = Object.values(CANARIES);

type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<unknown>;

/**
 * Everything that a person can write in a case file, asked one call after another of whatever core answers; ends with a
 * draft still open. Needs an advisor at the keyboard.
 */
export async function writeCanaries(ask: Ask, newId: () => string, startsAt: number): Promise<string> {
  const caseId = newId();
  const of = (): { commandId: string; caseId: string } => ({ commandId: newId(), caseId });
  const say = (change: CallInput<'caseFile.setField'>['change']): Promise<unknown> =>
    ask('caseFile.setField', { ...of(), change, saidBy: 'person', saidOn: '2026-09-01', baseRevision: 0 });
  const bodyWith = (personSays: string) => ({
    ...{ on: '2026-09-01', modality: 'on-site' as const, links: [], corrects: null },
    sections: { ...EMPTY_SECTIONS, personSays },
  });
  const { first, last } = CANARIES;
  await ask('caseFile.create', { ...of(), first, last, phone: '06 00 00 00 00', supportMode: 'guided' });
  await say({ field: 'address', value: CANARIES.address });
  await say({ field: 'proudOf', value: CANARIES.pride });
  const supporter = { name: CANARIES.supporter, role: 'éducatrice', organisation: '', phone: '', agreedOn: null };
  await say({ field: 'supporters', value: [supporter] });
  const contact = { on: '2026-09-01', channel: 'telephone', initiatedBy: 'us', isExchange: true } as const;
  await ask('contact.record', { ...of(), ...contact, line: CANARIES.line });
  await ask('privateLine.save', { caseId, text: CANARIES.preparation });
  const contract = { kind: 'engagement', signedOn: '2026-09-01', startsOn: '2026-09-01', endsOn: null } as const;
  const terms = { weeklyHours: 10, commitments: [CANARIES.commitment], reference: '', replaces: null };
  await ask('engagement.record', { ...of(), ...contract, ...terms });
  await ask('action.add', { ...of(), owner: 'advisor', text: CANARIES.promise, dueOn: '2026-09-09' });
  const when = { startsAt, minutes: 30, modality: 'on-site' } as const;
  await ask('appointment.schedule', { ...of(), ...when, purpose: CANARIES.purpose });
  const own = of();
  await ask('decision.addOwn', { ...own, name: CANARIES.own, communeName: 'Metz', approach: CANARIES.approach });
  await ask('decision.make', {
    ...of(),
    item: { kind: 'own', ownEmployerId: own.commandId },
    ...{ outcome: 'set-aside', reasons: ['other'], words: CANARIES.refusal, list: null, baseRevision: 0 },
  });
  await ask('reading.say', { ...of(), by: 'person', text: CANARIES.reading, baseRevision: 0 });
  const options = { isLarge: true, isReadTogether: false, bring: [], phone: '' };
  await ask('sheet.keep', { ...of(), ...options });
  await ask('note.saveDraft', { caseId, body: bodyWith(CANARIES.note), baseVersion: null });
  const note = of();
  await ask('note.validate', { ...note, body: bodyWith(CANARIES.note), baseVersion: null });
  await ask('note.copyText', { caseId, noteId: note.commandId });
  await ask('note.saveDraft', { caseId, body: bodyWith(CANARIES.draft), baseVersion: null });
  await ask('caseFile.portfolioCsv', { reason: CANARIES.reason });
  for (const name of [
    'caseFile.get',
    'caseFile.timeline',
    'decision.list',
    'note.list',
    'note.draft',
    'reading.list',
  ] as const) {
    await ask(name, { caseId });
  }
  await ask('caseFile.portfolio', {});
  return caseId;
}
