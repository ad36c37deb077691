import type { Draw } from '../../src/shared/kernel/draw.ts';
import {
  makeCaseIntents,
  PROJECT,
  type CaseClient,
  type CaseClientOptions,
  type Intent,
  type Item,
} from './case-intents.ts';

export interface DrawnClientOptions extends CaseClientOptions {
  /** Leaves out decisions, companies and notes: what a store of the second version could hold. */
  readonly isOldStore?: boolean;
}

/** Somebody whose next step is drawn. */
export function makeCaseClient({ sirets, isOldStore = false, ...options }: DrawnClientOptions): CaseClient {
  const intents = makeCaseIntents(options);
  const { draw, ledger, newId, asked, setField } = intents;
  /** Facts of the job project that are still to be said. */
  const toSay: (readonly [caseId: string, field: string, value: unknown])[] = [];
  const cases: string[] = [];
  const made: { readonly target: string; readonly caseId: string; readonly initial: string }[] = [];

  const anId = (prefix: string): string | null =>
    pickOr(
      draw,
      [...ledger.operations.keys()].filter((id) => ledger.valueOf(`${prefix} ${id}`) !== undefined),
    );
  const caseOf = (target: string): string => made.find((one) => one.target === target)?.caseId ?? '';

  const setComputing = (caseId: string): Intent => {
    const target = `file ${caseId}`;
    const isOff = ledger.valueOf(target) === '0';
    const input = { commandId: newId(), caseId, isOff, baseRevision: ledger.revisionOf(target) };
    return asked('caseFile.setComputing', input, [{ target, value: isOff ? '1' : '0' }]);
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
  const decision = (caseId: string): Intent | null => {
    const owns = made.filter((one) => one.target.startsWith('own ') && one.caseId === caseId);
    const own = pickOr(
      draw,
      owns.filter(({ target }) => ledger.valueOf(target) !== 'withdrawn'),
    );
    const siret = pickOr(draw, sirets);
    const isOwn = siret === null || (own !== null && draw.percent(30));
    if (isOwn && own === null) return null;
    const item: Item = isOwn
      ? { kind: 'own', ownEmployerId: own?.target.slice('own '.length) ?? '' }
      : { kind: 'establishment', siret };
    const outcome = draw.pick(['retained', 'set-aside', 'later'] as const);
    return intents.decide(caseId, item, outcome, !isOwn && toSay.length === 0 && draw.percent(50));
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
      [() => intents.aFact(caseId), 20],
      [() => intents.contact(caseId), 8],
      [() => intents.appointment(caseId), 4],
      [() => intents.action(caseId), 6],
      [actionState, 5],
      [() => setComputing(caseId), 3],
      [undo, 10],
      [() => intents.type(caseId), 16],
    ] as const;
    const since30 = [
      [() => intents.ownEmployer(caseId), 5],
      [() => decision(caseId), 12],
      [() => intents.validate(caseId), 8],
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
    now: intents.now,
    next() {
      intents.pass(draw.between(20, 3_000));
      const [said] = toSay;
      if (said !== undefined) return setField(...said);
      if (cases.length === 0 || (cases.length < 4 && draw.percent(5))) return intents.create();
      for (;;) {
        const intent = drawn(draw.pick(cases));
        if (intent !== null) return intent;
      }
    },
    acknowledge(intent, revision) {
      intents.acknowledge(intent, revision);
      const { changes } = intent.effect;
      const [said] = toSay;
      if (said !== undefined && changes.some(({ target }) => target === `field ${said[0]} ${said[1]}`)) toSay.shift();
      remember(intent);
    },
    lostWordsMs: intents.lostWordsMs,
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
