import { unknownKind, type Operation } from '../operation/operation.ts';
import type { DecisionItem } from '../decision/decision.schema.ts';
import type { ApproachAuthor, ApproachMove, ApproachStage, ApproachStep, Reminder } from './approach.schema.ts';

/** What the operations of one approach say they are about. `after` is the revision that was seen: no two say the same. */
interface About {
  readonly item: DecisionItem;
  /** The employer, as it was called. */
  readonly name: string;
  readonly after: number;
}

export type ApproachOperation =
  | (Operation<About & ApproachMove> & { readonly kind: 'approach.move' })
  | (Operation<About & { readonly next: Reminder | null }> & { readonly kind: 'approach.remind' })
  | (Operation<{ readonly entryId: string }> & { readonly kind: 'approach.withdraw' })
  | (Operation<About & { readonly text: string }> & { readonly kind: 'approach.word' });

/** A step that was taken, or a reminder that was set by itself. */
export interface ApproachEntry {
  readonly id: string;
  readonly actorId: string;
  readonly at: number;
  /** Where it was made in the log. */
  readonly seq: number;
  readonly isWithdrawn: boolean;
  readonly move: { readonly step: ApproachStep; readonly on: string; readonly by: ApproachAuthor } | null;
  readonly next: Reminder | null;
}

/** What happened with one employer for one person, oldest first: nothing is changed, something else follows. */
export interface ApproachThread {
  readonly caseId: string;
  readonly item: DecisionItem;
  readonly name: string;
  readonly entries: readonly ApproachEntry[];
  /** Empty while ours is said. */
  readonly sentence: string;
  readonly sentenceRevision: number;
}

export function applyApproach(state: ApproachThread | null, operation: Operation): ApproachThread {
  const op = operation as ApproachOperation;
  if (op.kind === 'approach.withdraw') {
    if (state === null) throw new Error('A step is taken before it is taken back.');
    const entries = state.entries.map((entry) =>
      entry.id === op.payload.entryId ? { ...entry, isWithdrawn: true } : entry,
    );
    return { ...state, entries };
  }
  const { opId: id, caseId, actorId, at, deviceSeq: seq } = op;
  const { item, name } = op.payload;
  const begun = { entries: [], sentence: '', sentenceRevision: 0, ...state, caseId: caseId ?? '', item, name };
  const made = { id, actorId, at, seq, isWithdrawn: false };
  switch (op.kind) {
    case 'approach.move': {
      const { step, on, by, next } = op.payload;
      return { ...begun, entries: [...begun.entries, { ...made, move: { step, on, by }, next }] };
    }
    case 'approach.remind':
      return { ...begun, entries: [...begun.entries, { ...made, move: null, next: op.payload.next }] };
    case 'approach.word':
      return { ...begun, sentence: op.payload.text, sentenceRevision: seq };
    default:
      return unknownKind(operation);
  }
}

/** What was not taken back. */
export function held(thread: ApproachThread | null): readonly ApproachEntry[] {
  return thread?.entries.filter(({ isWithdrawn }) => !isWithdrawn) ?? [];
}

/** Where it stands: the last step that holds, whatever its day. */
export function stageOf(thread: ApproachThread | null): ApproachStage {
  return held(thread).findLast(({ move }) => move !== null)?.move?.step ?? 'proposed';
}

/** What is waited for: what the last entry says. A step leaves nothing to wait for unless it says so. */
export function reminderOf(thread: ApproachThread | null): Reminder | null {
  return isOver(stageOf(thread)) ? null : (held(thread).at(-1)?.next ?? null);
}

/** Whether the employer ever answered, be it no. */
export function hasAnswered(thread: ApproachThread | null): boolean {
  return held(thread).some(({ move }) => move !== null && ANSWERS.has(move.step));
}

const ANSWERS: ReadonlySet<ApproachStep> = new Set(['answered', 'met', 'hired', 'refused']);

/** Nothing more is waited for. */
export function isOver(stage: ApproachStage): boolean {
  return stage === 'hired' || stage === 'refused' || stage === 'no-answer';
}

/** The step that usually comes next; null where it is over. */
export function nextStep(stage: ApproachStage): ApproachStep | null {
  const next = { proposed: 'contacted', contacted: 'answered', answered: 'met', met: 'hired' } as const;
  return isOver(stage) ? null : next[stage as keyof typeof next];
}

/**
 * The revision that a change must have seen: of the sentence for what is said, else that of the last entry that holds, as
 * for decisions. Once a step is taken back, whoever sees the one before sees what is.
 */
export function revisionOfApproach(thread: ApproachThread | null, { kind }: Pick<Operation, 'kind'>): number {
  if (kind === 'approach.word') return thread?.sentenceRevision ?? 0;
  return held(thread).at(-1)?.seq ?? 0;
}
