import { unknownKind, type Operation } from '../operation/operation.ts';
import type { Decision, DecisionItem, DecisionPayload, OwnEmployer, OwnEmployerPayload } from './decision.schema.ts';

/** All that was decided for one person about one item, oldest first: a decision is never changed, another one follows. */
export interface DecisionThread {
  readonly caseId: string;
  readonly item: DecisionItem;
  readonly decisions: readonly ThreadedDecision[];
}

/** `madeSeq` is where it was made in the log; `revision` is where it last changed, when it was withdrawn. */
export type ThreadedDecision = Decision & { readonly madeSeq: number };

export type DecisionOperation =
  | (Operation<DecisionPayload> & { readonly kind: 'decision.make' })
  | (Operation<{ readonly decisionId: string }> & { readonly kind: 'decision.withdraw' })
  /** All that was decided on the item is taken back: it is as if nobody had decided yet. */
  | (Operation<Record<string, never>> & { readonly kind: 'decision.reset' });

/** An item in one word: `siret:…` or `own:…`. */
export function itemKey(item: DecisionItem): string {
  return item.kind === 'establishment' ? `siret:${item.siret}` : `own:${item.ownEmployerId}`;
}

/** The establishment that a key names; null for a company of one's own. */
export function siretOfKey(key: string): string | null {
  return key.startsWith('siret:') ? key.slice('siret:'.length) : null;
}

/** The entity that decisions on one item of one file belong to. */
export function threadId(caseId: string, item: DecisionItem): string {
  return `${caseId}/${itemKey(item)}`;
}

export function applyDecision(state: DecisionThread | null, operation: Operation): DecisionThread {
  const op = operation as DecisionOperation;
  const { opId: id, caseId, actorId, at, deviceSeq: revision } = op;
  switch (op.kind) {
    case 'decision.make': {
      const made = { id, caseId: caseId ?? '', actorId, at, madeSeq: revision, isWithdrawn: false, revision };
      const decision = { ...op.payload, ...made };
      return {
        caseId: caseId ?? '',
        item: op.payload.item,
        decisions: [...(state?.decisions ?? []), decision],
      };
    }
    case 'decision.withdraw':
      return withdrawn(state, revision, ({ id: known }) => known === op.payload.decisionId);
    case 'decision.reset':
      return withdrawn(state, revision, ({ isWithdrawn }) => !isWithdrawn);
    default:
      return unknownKind(operation);
  }
}

function withdrawn(
  state: DecisionThread | null,
  revision: number,
  isMeant: (decision: ThreadedDecision) => boolean,
): DecisionThread {
  if (state === null) throw new Error('What was never decided cannot be withdrawn.');
  const decisions = state.decisions.map((decision) =>
    isMeant(decision) ? { ...decision, isWithdrawn: true, revision } : decision,
  );
  return { ...state, decisions };
}

/** What holds now: the last decision that was not withdrawn. */
export function currentDecision(thread: DecisionThread | null): ThreadedDecision | null {
  return thread?.decisions.findLast(({ isWithdrawn }) => !isWithdrawn) ?? null;
}

/**
 * The revision that the next decision on the item must have seen: that of what holds, 0 where nothing does. Once a
 * decision is undone, whoever sees the one before it sees what is, and may go on from there.
 */
export function revisionOfThread(thread: DecisionThread | null): number {
  return currentDecision(thread)?.revision ?? 0;
}

export type OwnEmployerOperation =
  | (Operation<OwnEmployerPayload & { readonly actorName: string }> & { readonly kind: 'ownEmployer.add' })
  | (Operation<Record<string, never>> & { readonly kind: 'ownEmployer.withdraw' });

export function applyOwnEmployer(state: OwnEmployer | null, operation: Operation): OwnEmployer {
  const op = operation as OwnEmployerOperation;
  switch (op.kind) {
    case 'ownEmployer.add': {
      const { entityId: id, caseId, actorId, at, deviceSeq: revision } = op;
      return { ...op.payload, id, caseId: caseId ?? '', actorId, at, isWithdrawn: false, revision };
    }
    case 'ownEmployer.withdraw':
      if (state === null) throw new Error('What was never added cannot be withdrawn.');
      return { ...state, isWithdrawn: true, revision: op.deviceSeq };
    default:
      return unknownKind(operation);
  }
}
