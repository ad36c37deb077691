import type { CallName } from '../../src/shared/contract/index.ts';
import { EMPTY_SECTIONS } from '../../src/shared/domain/note/note.rules.ts';
import { drawFrom, type Draw } from '../../src/shared/kernel/draw.ts';
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

/** Words as they were typed, and when. */
interface Typed {
  readonly at: number;
  readonly text: string;
}

/** Somebody at work: what they ask next is drawn, what was acknowledged is kept in a ledger. */
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
  /** Leaves out decisions, companies and notes: what a store of the second version could hold. */
  readonly isOldStore?: boolean;
}

const LIST = { radiusKm: null, group: 'private', sections: [], sizes: [], order: 'spread' } as const;
const PROJECT = [
  ['project1.occupation', { rome: 'D1106', label: 'Vente en alimentation', title: 'Vendeuse en alimentation' }],
  ['project1.place', { communeCode: '57463', name: 'Metz' }],
  ['project1.reach', { kind: 'distance', km: 30 }],
] as const;
/** Characters of a draft that can still be validated, whatever comes next. */
const LONGEST = 800;
const WORDS = ['préfère', 'les', 'matins', 'à', 'pied', 'depuis', 'la', 'gare', 'avec', 'Inès', 'sans', 'voiture'];
const FIRSTS = ['Naïma', 'Loïc', 'Zoé', 'Aurèle', 'Bérénice', 'Côme'];

export function makeCaseClient({ seed, now: start, sirets, isOldStore = false }: CaseClientOptions): CaseClient {
  const draw = drawFrom(seed);
  const ledger = makeLedger();
  const typed = new Map<string, Typed[]>();
  /** Facts of the job project that are still to be said. */
  const toSay: (readonly [caseId: string, field: string, value: unknown])[] = [];
  const cases: string[] = [];
  const made: { readonly target: string; readonly caseId: string; readonly initial: string }[] = [];
  let now = start;

  const newId = (): string =>
    uuidV7(
      now,
      Uint8Array.from({ length: 10 }, () => draw.below(256)),
    );
  const words = (): string => Array.from({ length: draw.between(1, 4) }, () => draw.pick(WORDS)).join(' ');
  const anId = (prefix: string): string | null =>
    pickOr(
      draw,
      [...ledger.operations.keys()].filter((id) => ledger.valueOf(`${prefix} ${id}`) !== undefined),
    );
  const caseOf = (target: string): string => made.find((one) => one.target === target)?.caseId ?? '';

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
  const setComputing = (caseId: string): Intent => {
    const target = `file ${caseId}`;
    const isOff = ledger.valueOf(target) === '0';
    const input = { commandId: newId(), caseId, isOff, baseRevision: ledger.revisionOf(target) };
    return asked('caseFile.setComputing', input, [{ target, value: isOff ? '1' : '0' }]);
  };
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
  const action = (caseId: string): Intent => {
    const commandId = newId();
    const input = { commandId, caseId, owner: 'advisor', text: words(), dueOn: draw.percent(50) ? '2026-09-12' : null };
    return asked('action.add', input, [{ target: `action ${commandId}`, value: 'not-yet' }]);
  };
  const actionState = (): Intent | null => {
    const actionId = anId('action');
    const target = `action ${actionId}`;
    if (actionId === null || ledger.valueOf(target) === 'withdrawn') return null;
    const state = draw.pick(['in-progress', 'done', 'no-longer-useful']);
    const base = { baseRevision: ledger.revisionOf(target) };
    const input = { commandId: newId(), caseId: caseOf(target), actionId, state, ...base };
    return asked('action.setState', input, [{ target, value: state }]);
  };
  const ownEmployer = (caseId: string): Intent => {
    const [commandId, name] = [newId(), `Maison ${words()}`];
    const input = { commandId, caseId, name, communeName: 'Metz', approach: words() };
    return asked('decision.addOwn', input, [{ target: `own ${commandId}`, value: name }]);
  };
  const decision = (caseId: string): Intent | null => {
    const owns = made.filter((one) => one.target.startsWith('own ') && one.caseId === caseId);
    const own = pickOr(
      draw,
      owns.filter(({ target }) => ledger.valueOf(target) !== 'withdrawn'),
    );
    const siret = pickOr(draw, sirets);
    const isOwn = siret === null || (own !== null && draw.percent(30));
    if (isOwn && own === null) return null;
    const ownEmployerId = own?.target.slice('own '.length) ?? '';
    const item = isOwn ? { kind: 'own', ownEmployerId } : { kind: 'establishment', siret };
    const target = `decision ${caseId} ${isOwn ? `own:${ownEmployerId}` : `siret:${siret}`}`;
    const commandId = newId();
    const outcome = draw.pick(['retained', 'set-aside', 'later']);
    const why = outcome === 'set-aside' ? { reasons: ['too-far'], words: words() } : { reasons: [], words: '' };
    const list = !isOwn && toSay.length === 0 && draw.percent(50) ? LIST : null;
    const input = { commandId, caseId, item, outcome, ...why, list, baseRevision: ledger.revisionOf(target) };
    return asked('decision.make', input, [{ target, value: `${outcome} ${commandId}` }]);
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
  const undo = (): Intent | null => {
    const one = pickOr(draw, made.slice(-12));
    const undoable = one === null ? null : ledger.undoable(one.target, one.initial);
    if (one === null || undoable === null) return null;
    // A company that a decision points to is taken back after the decision only.
    const decidedOn = ledger.valueOf(`decision ${one.caseId} ${one.target.replace('own ', 'own:')}`) ?? 'none';
    if (one.target.startsWith('own ') && decidedOn !== 'none') return null;
    const input = { commandId: newId(), caseId: one.caseId, opId: undoable.opId };
    // Undoing a decision brings back the one before, as it was; the rest is written anew.
    const isDecision = one.target.startsWith('decision ');
    const change = { target: one.target, value: undoable.value };
    return asked('caseFile.undo', input, [isDecision ? { ...change, revision: undoable.revision } : change]);
  };
  const drawn = (caseId: string): Intent | null => {
    const always = [
      [() => aFact(caseId), 20],
      [() => contact(caseId), 8],
      [() => appointment(caseId), 4],
      [() => action(caseId), 6],
      [actionState, 5],
      [() => setComputing(caseId), 3],
      [undo, 10],
      [() => type(caseId), 16],
    ] as const;
    const since30 = [
      [() => ownEmployer(caseId), 5],
      [() => decision(caseId), 12],
      [() => validate(caseId), 8],
    ] as const;
    return draw.weighted<() => Intent | null>(isOldStore ? always : [...always, ...since30])();
  };
  const remember = ({ name, input, effect: { changes } }: Intent): void => {
    const { caseId } = input as { readonly caseId: string };
    if (name === 'caseFile.create') {
      cases.push(caseId);
      for (const [field, value] of PROJECT) toSay.push([caseId, field, value]);
      return;
    }
    for (const { target } of changes) {
      if (
        target.startsWith('note ') ||
        (target.startsWith('field ') && PROJECT.some(([field]) => target.endsWith(field)))
      )
        continue;
      if (!made.some((one) => one.target === target)) made.push({ target, caseId, initial: initialOf(target) });
    }
  };

  return {
    ledger,
    now: () => now,
    next() {
      now += draw.between(20, 3_000);
      const [said] = toSay;
      if (said !== undefined) return setField(...said);
      if (cases.length === 0 || (cases.length < 4 && draw.percent(5))) return create();
      for (;;) {
        const intent = drawn(draw.pick(cases));
        if (intent !== null) return intent;
      }
    },
    acknowledge(intent, revision) {
      ledger.add(intent.effect, revision, intent.isUndo);
      const { draft, changes } = intent.effect;
      if (draft?.text === null) typed.delete(draft.caseId);
      const [said] = toSay;
      if (said !== undefined && changes.some(({ target }) => target === `field ${said[0]} ${said[1]}`)) toSay.shift();
      remember(intent);
    },
    lostWordsMs(caseId, draft) {
      const lost = (typed.get(caseId) ?? []).find(({ text }) => draft === undefined || !draft.startsWith(text));
      return lost === undefined ? 0 : now - lost.at;
    },
  };
}

/** What undoing the first change of a value gives. */
function initialOf(target: string): string {
  if (target.startsWith('field ')) return 'null';
  if (target.startsWith('file ')) return '0';
  if (target.startsWith('decision ')) return 'none';
  return target.startsWith('appointment ') ? 'cancelled-by-us' : 'withdrawn';
}

function pickOr<T>(draw: Draw, items: readonly T[]): T | null {
  return items.length === 0 ? null : draw.pick(items);
}
