import type { CallName } from '../../src/shared/contract/index.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import type { ReadingBy } from '../../src/shared/domain/reading/reading.schema.ts';
import { drawFrom } from '../../src/shared/kernel/draw.ts';
import { uuidV7 } from '../../src/shared/kernel/ids.ts';
import { makeLedger, type Change, type Effect, type Ledger } from './ledger.ts';

/** Unsaved words are kept two seconds after the first of them. */
export const AUTOSAVE_MS = 2_000;

/** Something asked, and what it does once it is done. */
export interface Intent {
  readonly name: CallName;
  readonly input: unknown;
  readonly effect: Effect;
  readonly isUndo: boolean;
}

/** Somebody at work: what they ask next is chosen, what was acknowledged is kept in a ledger. */
export interface CaseClient {
  readonly ledger: Ledger;
  /** Milliseconds UTC: the only clock of the work. */
  now(): number;
  next(): Intent;
  /** Takes an acknowledgement: the revision told, or 0 for what has none. */
  acknowledge(intent: Intent, revision: number): void;
  /** How long ago the first word was typed that a draft does not hold; 0 when it holds them all. */
  lostWordsMs(caseId: string, draft: string | undefined): number;
}

export interface CaseClientOptions {
  readonly seed: number;
  readonly now: number;
  /** Establishments that can be decided on; none where there are no data. */
  readonly sirets: readonly string[];
}

export type Item =
  { readonly kind: 'own'; readonly ownEmployerId: string } | { readonly kind: 'establishment'; readonly siret: string };
export type Outcome = 'retained' | 'set-aside' | 'later';

/** Words as they were typed, and when. */
interface Typed {
  readonly at: number;
  readonly text: string;
}

const LIST = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' } as const;
export const PROJECT = [
  ['project1.occupation', { rome: 'D1106', label: 'Vente en alimentation', title: 'Vendeuse en alimentation' }],
  ['project1.place', { communeCode: '57463', name: 'Metz' }],
  ['project1.reach', { kind: 'distance', km: 30 }],
] as const;
/** Characters of a draft that can still be validated, whatever comes next. */
const LONGEST = 800;
const WORDS = ['préfère', 'les', 'matins', 'à', 'pied', 'depuis', 'la', 'gare', 'avec', 'Inès', 'sans', 'voiture'];
const FIRSTS = ['Naïma', 'Loïc', 'Zoé', 'Aurèle', 'Bérénice', 'Côme'];

/** What somebody may ask of a core, each with what it does; the words and the time it takes are drawn. */
export function makeCaseIntents({ seed, now: start }: Pick<CaseClientOptions, 'seed' | 'now'>) {
  const draw = drawFrom(seed);
  const ledger = makeLedger();
  const typed = new Map<string, Typed[]>();
  let now = start;

  const newId = (): string =>
    uuidV7(
      now,
      Uint8Array.from({ length: 10 }, () => draw.below(256)),
    );
  const words = (): string => Array.from({ length: draw.between(1, 4) }, () => draw.pick(WORDS)).join(' ');
  const asked = (name: CallName, input: object, changes: readonly Change[], more: Partial<Effect> = {}): Intent => {
    const opId = (input as { commandId?: string }).commandId ?? null;
    return { name, input, isUndo: name === 'caseFile.undo', effect: { opId, changes, draft: null, ...more } };
  };
  const create = (): Intent => {
    const [caseId, commandId] = [newId(), newId()];
    const name = { first: draw.pick(FIRSTS), last: `Essai ${words()}` };
    const changes = [
      { target: `file ${caseId}`, value: '0' },
      { target: `field ${caseId} name`, value: JSON.stringify(name) },
      { target: `field ${caseId} supportMode`, value: '"guided"' },
    ];
    return asked('caseFile.create', { commandId, caseId, ...name, phone: '', supportMode: 'guided' }, changes);
  };
  const setField = (caseId: string, field: string, value: unknown): Intent => {
    const target = `field ${caseId} ${field}`;
    const said = { saidBy: 'person', saidOn: '2026-09-01', baseRevision: ledger.revisionOf(target) };
    const input = { commandId: newId(), caseId, change: { field, value }, ...said };
    return asked('caseFile.setField', input, [{ target, value: JSON.stringify(value) }]);
  };
  const aFact = (caseId: string): Intent =>
    draw.pick([
      () => setField(caseId, 'address', `${draw.between(1, 90)} rue ${words()}`),
      () => setField(caseId, 'proudOf', draw.percent(20) ? null : words()),
      () => setField(caseId, 'interviews', draw.below(40)),
      () => setField(caseId, 'transport', draw.pick(['yes', 'no', 'partly'])),
      () => setField(caseId, 'phones', [{ number: `06 00 00 00 ${draw.between(10, 99)}` }]),
    ])();
  const contact = (caseId: string): Intent => {
    const [commandId, line] = [newId(), words()];
    const how = { on: '2026-09-01', channel: 'telephone', initiatedBy: 'us', isExchange: draw.percent(70) };
    const input = { commandId, caseId, ...how, line };
    return asked('contact.record', input, [{ target: `contact ${commandId}`, value: line }]);
  };
  const appointment = (caseId: string): Intent => {
    const commandId = newId();
    const when = {
      startsAt: now + draw.between(1, 40) * 3_600_000,
      minutes: 30,
      modality: 'on-site',
      purpose: words(),
    };
    const changes = [{ target: `appointment ${commandId}`, value: 'planned' }];
    return asked('appointment.schedule', { commandId, caseId, ...when }, changes);
  };
  const action = (caseId: string, owner: 'advisor' | 'person' = 'advisor'): Intent => {
    const commandId = newId();
    const input = { commandId, caseId, owner, text: words(), dueOn: draw.percent(50) ? '2026-09-12' : null };
    return asked('action.add', input, [{ target: `action ${commandId}`, value: 'not-yet' }]);
  };
  const ownEmployer = (caseId: string): Intent => {
    const [commandId, name] = [newId(), `Maison ${words()}`];
    const input = { commandId, caseId, name, communeName: 'Metz', approach: words() };
    return asked('decision.addOwn', input, [{ target: `own ${commandId}`, value: name }]);
  };
  const decide = (caseId: string, item: Item, outcome: Outcome, isListed: boolean): Intent => {
    const key = item.kind === 'own' ? `own:${item.ownEmployerId}` : `siret:${item.siret}`;
    const target = `decision ${caseId} ${key}`;
    const commandId = newId();
    const why = outcome === 'set-aside' ? { reasons: ['too-far'], words: words() } : { reasons: [], words: '' };
    const list = isListed ? LIST : null;
    const input = { commandId, caseId, item, outcome, ...why, list, baseRevision: ledger.revisionOf(target) };
    return asked('decision.make', input, [{ target, value: `${outcome} ${commandId}` }]);
  };
  const begin = (caseId: string): Intent => {
    const commandId = newId();
    const how = { minutes: 30, modality: 'on-site', purpose: words() };
    return asked('appointment.begin', { commandId, caseId, ...how }, [
      { target: `appointment ${commandId}`, value: 'held' },
    ]);
  };
  const say = (caseId: string, by: ReadingBy): Intent => {
    const target = `reading ${caseId} ${by}`;
    const text = words();
    const input = { commandId: newId(), caseId, by, text, baseRevision: ledger.revisionOf(target) };
    return asked('reading.say', input, [{ target, value: text }]);
  };
  const bodyWith = (text: string): object => ({
    ...{ on: '2026-09-01', modality: 'on-site', links: [], corrects: null },
    sections: { ...EMPTY_SECTIONS, personSays: text },
  });
  /** Words are typed one after another; what is asked for comes two seconds after the first of them. */
  const type = (caseId: string): Intent => {
    const strokes = typed.get(caseId) ?? [];
    typed.set(caseId, strokes);
    now += draw.between(100, 4_000);
    const due = now + AUTOSAVE_MS;
    let text = strokes.at(-1)?.text ?? '';
    // A note that is too long to be validated is begun again.
    if (text.length > LONGEST) {
      text = '';
      strokes.length = 0;
    }
    while (now <= due) {
      text = `${text} ${draw.pick(WORDS)}`.trim();
      strokes.push({ at: now, text });
      now += draw.between(150, 900);
    }
    now = due;
    return asked('note.saveDraft', { caseId, body: bodyWith(text), baseVersion: null }, [], {
      draft: { caseId, text },
    });
  };
  const validate = (caseId: string): Intent | null => {
    const text = ledger.drafts()[caseId];
    if (text === undefined) return null;
    const commandId = newId();
    const changes = [{ target: `note ${commandId}`, value: text }];
    const gone = { draft: { caseId, text: null } };
    return asked('note.validate', { commandId, caseId, body: bodyWith(text), baseVersion: null }, changes, gone);
  };

  return {
    draw,
    ledger,
    now: () => now,
    /** Lets time go by. */
    pass: (ms: number): void => void (now += ms),
    ...{ newId, words, asked, create, setField, aFact, contact, appointment, action, ownEmployer, decide, begin, say },
    ...{ type, validate },
    acknowledge({ effect, isUndo }: Intent, revision: number): void {
      ledger.add(effect, revision, isUndo);
      if (effect.draft?.text === null) typed.delete(effect.draft.caseId);
    },
    lostWordsMs(caseId: string, draft: string | undefined): number {
      const lost = (typed.get(caseId) ?? []).find(({ text }) => draft === undefined || !draft.startsWith(text));
      return lost === undefined ? 0 : now - lost.at;
    },
  };
}

export type CaseIntents = ReturnType<typeof makeCaseIntents>;
